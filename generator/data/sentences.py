"""The sentences of a report as the office typed them, to be held against those of another file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.data.model import BaoCao, KetQua
from generator.data.model_blocks import Bang, BieuDo, Dieu, Doan, Khoi, LietKe, Muc
from generator.data.model_text import Text
from generator.data.nodes import Mapping, Node, Scalar
from generator.findings import DataPlace
from generator.patterns import regex
from generator.vn.figures_in_text import sentences
from generator.vn.text import squeeze

_BULLET = regex(r"^[-+] +")
_CELLS = " | "  # between the cells of a typed row, which are one sentence: a cell alone may be but a number


class Sentence(Struct, frozen=True):
    """A sentence on one line, its ``{{ … }}`` as typed, without the mark of a list before it; where it begins."""

    text: str
    place: DataPlace


class Copied(Struct, frozen=True):
    """A sentence of a report, and where the same one stands in the file of the period before."""

    now: Sentence
    before: DataPlace


def sentences_of(report: BaoCao) -> Iterator[Sentence]:
    """All sentences of a report whose expressions are not expanded, those of cited documents' subjects aside."""
    yield from _in_text(report.van_ban.trich_yeu)
    for ground in report.can_cu:
        yield from _in_text(ground)
    for part in report.chi_tieu:
        for result in part.ket_qua:
            yield from _of_result(result)
        for cell in part.o_nhom:
            yield from _in_text(cell.chu)
    yield from _in_blocks(report.noi_dung)
    for request in report.kien_nghi:
        yield from _in_text(request)
    if report.ket_thuc is not None:
        yield from _in_text(report.ket_thuc)
    for annex in report.phu_luc:
        yield from _in_text(annex.tieu_de)
        yield from _in_blocks(annex.noi_dung)


def sentences_in(node: Node) -> Iterator[Sentence]:
    """All sentences of a file of which no more is known than its tree, the shape of a report or not."""
    if isinstance(node, Scalar):
        yield from _split(node.text, replace(node.place, line=node.first_line))
        return
    if isinstance(node, Mapping):
        for item in node.items.values():
            yield from sentences_in(item.node)
        return
    cells = [each.text for each in node.items if isinstance(each, Scalar)]
    if len(cells) == len(node.items) > 1:
        yield _row(cells, node.place)
    for child in node.items:
        yield from sentences_in(child)


def _of_result(result: KetQua) -> Iterator[Sentence]:
    if result.noi_dung is not None:
        yield from _in_text(result.noi_dung)
    told = {"ly_do": result.ly_do, "minh_chung": result.minh_chung, "ghi_chu": result.ghi_chu}
    for key, words in (*told.items(), *((f"cot_them.{name}", cell) for name, cell in result.cot_them.items())):
        # The model keeps these without their lines.
        place = replace(result.place, path=f"{result.place.path}.{key}")
        yield from (replace(sentence, place=place) for sentence in _split(words or "", result.place))


def _in_blocks(blocks: Iterable[Khoi]) -> Iterator[Sentence]:
    for block in blocks:
        if isinstance(block, Doan):
            yield from _in_text(block.text)
        elif isinstance(block, Dieu):
            yield from _in_text(block.dieu)
            yield from _in_blocks(block.gom)
        elif isinstance(block, Muc):
            yield from _in_text(block.muc)
            yield from _in_blocks(block.gom)
        elif isinstance(block, LietKe):
            for item in block.liet_ke:
                yield from _in_text(item)
        elif isinstance(block, BieuDo):
            yield from _in_text(block.tieu_de)
        elif isinstance(block, Bang):
            yield from _in_table(block)


def _in_table(table: Bang) -> Iterator[Sentence]:
    headings = (*(column.tieu_de for column in table.cot), *(group.ten for group in table.chia_nhom))
    for heading in headings:
        if heading is not None:
            yield from _in_text(heading)
    for row in table.hang:
        if len(row.o) > 1:
            yield _row([cell.raw for cell in row.o], row.place)
        else:
            for cell in row.o:
                yield from _in_text(cell)


def _row(cells: list[str], place: DataPlace) -> Sentence:
    return Sentence(squeeze(_CELLS.join(cells)), place)


def _in_text(text: Text) -> Iterator[Sentence]:
    return _split(text.raw, text.place_of_line(0))


def _split(words: str, place: DataPlace) -> Iterator[Sentence]:
    """The sentences of a text whose first line is at ``place``, each at the line where it begins."""
    line, told = 0, 0
    for start, end in sentences(words):
        sentence = words[start:end]
        first = start + len(sentence) - len(sentence.lstrip())
        line, told = line + words.count("\n", told, first), first
        bare = squeeze(_BULLET.sub("", sentence.strip()))
        if bare:
            yield Sentence(bare, replace(place, line=place.line + line))
