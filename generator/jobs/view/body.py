"""The body as a flat list of blocks, each of a kind that the template has a specimen for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.model import BaoCao, DanhSach, Doan, Khoi, Muc, ThuyetMinhChiTieu
from generator.data.names import citation
from generator.data.selection import chosen_documents
from generator.jobs.view.prose import KhoiIn, lines, one_line, runs
from generator.vn.numerals import letter, roman
from generator.word.runs import Runs

# Marker of a level -> kind of block: what the decree calls that level (Phụ lục I, phần I, mục II.6.đ).
KIND_OF_MARKER = {"I.": "muc", "1.": "khoan", "1.1.": "khoan_con", "a)": "diem", "1)": "diem"}


def marker(style: str, number: int, parent: str) -> str:
    """The typed number of the ``number``-th heading under ``parent`` in a style such as "I." or "1.1."."""
    if style == "I.":
        return f"{roman(number)}."
    if style == "a)":
        return f"{letter(number)})"
    if style == "1)":
        return f"{number})"
    if style == "1.1.":
        return f"{parent}{number}."
    return f"{number}."


@dataclass(frozen=True)
class _Body:
    report: BaoCao
    groups: Mapping[str, NhomDanhGia]

    def blocks(self, items: tuple[Khoi, ...], depth: int, parent: str) -> Iterator[KhoiIn]:
        number = 0
        for item in items:
            if isinstance(item, Muc):
                number += 1
                yield from self._heading(item, depth, number, parent)
            elif isinstance(item, Doan):
                yield from lines(item.text)
            elif isinstance(item, DanhSach):
                yield from self._list(item)
            elif isinstance(item, ThuyetMinhChiTieu):
                yield from _story(self.groups[item.chi_tieu])

    def _heading(self, item: Muc, depth: int, number: int, parent: str) -> Iterator[KhoiIn]:
        style = self.report.danh_so[depth]
        typed = marker(style, number, parent)
        yield KhoiIn(KIND_OF_MARKER[style], one_line(item.muc), typed)
        # "1." under "I." counts afresh; only Arabic numbers are carried into "1.1.".
        yield from self.blocks(item.gom, depth + 1, typed if style in ("1.", "1.1.") else "")

    def _list(self, item: DanhSach) -> Iterator[KhoiIn]:
        if item.danh_sach == "kien_nghi":
            for proposal in self.report.kien_nghi:
                for index, line in enumerate(lines(proposal)):
                    yield KhoiIn(line.kieu if index else "gach", line.chu)
            return
        for document in chosen_documents(self.report.van_ban_ban_hanh, item.loc):
            yield KhoiIn("gach", runs(f"{str(citation(document)).rstrip('.;')}."))


def _story(group: NhomDanhGia) -> Iterator[KhoiIn]:
    """The group's indicators one by one; those of which the unit tells nothing stand in the annex only."""
    for assessed in group.chi_tieu:
        yield from _indicator(assessed)


def _indicator(assessed: ChiTieuDanhGia) -> Iterator[KhoiIn]:
    result = assessed.ket_qua
    told = lines(result.noi_dung) if result and result.noi_dung else []
    if not told:
        return
    yield KhoiIn("chi_tieu", Runs.plain(assessed.chi_tieu.ten), assessed.chi_tieu.ma)
    yield KhoiIn("yeu_cau", runs(assessed.chi_tieu.yeu_cau))
    yield KhoiIn("ket_qua", told[0].chu)
    yield from told[1:]
    yield KhoiIn("danh_gia", Runs.plain(assessed.danh_gia.lower()))


def body(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> list[KhoiIn]:
    """All blocks of the body in order, up to the paragraph that closes it."""
    walker = _Body(report, {group.nhom.ma: group for group in groups})
    before = lines(report.ket_thuc)[:-1]
    return [*walker.blocks(report.noi_dung, 0, ""), *before]


def closing(report: BaoCao) -> Runs:
    """The paragraph that closes the content; the template prints "./." after it."""
    found = lines(report.ket_thuc)
    return found[-1].chu if found else Runs(())
