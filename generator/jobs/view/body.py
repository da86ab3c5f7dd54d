"""Body and annexes as flat lists of blocks, each of a kind that the template has a specimen for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import (
    CHUONG_MARKER,
    DIEU_MARKER,
    Bang,
    BieuDo,
    DanhSach,
    Dieu,
    Doan,
    Khoi,
    LietKe,
    Muc,
    PhuLuc,
    ThuyetMinhChiTieu,
)
from generator.data.model_catalogue import ChiTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_text import Text
from generator.data.names import citation
from generator.data.selection import chosen_documents
from generator.decree.wording import AFTER_DIEU_NUMBER, CHUONG, DIEU, KET_THUC
from generator.findings import Place
from generator.jobs.view.charts import chart
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.prose import lines, one_line, runs
from generator.jobs.view.tables import Tables
from generator.patterns import regex
from generator.vn.numerals import letter, roman
from generator.word.runs import Runs, Span

# Marker of a level -> kind of block: what the decree calls that level (Phụ lục I, phần I, mục II.6.đ).
KIND_OF_MARKER = {
    CHUONG_MARKER: "chuong",
    DIEU_MARKER: "dieu_co_tieu_de",
    "I.": "muc",
    "1.": "khoan",
    "1.1.": "khoan_con",
    "a)": "diem",
    "1)": "diem",
}
_DOTTED = regex(r"[0-9]+(?:\.[0-9]+)+")
_LINES = ("doan", "dieu", "dieu_co_tieu_de", "khoan", "khoan_con", "diem", "gach", "cong", "danh_so")
_MARK = regex(r"\s*(?:\./\.?|[.;])\s*$")
_KIND_OF_LEAD = {"-": "gach", "+": "cong", "khong": "doan"}


def marker(style: str, number: int, parent: str) -> str:
    """The typed number of the ``number``-th heading under ``parent`` in a style such as "I." or "1.1."."""
    if style == "I.":
        return f"{roman(number)}."
    if style == CHUONG_MARKER:
        return f"{CHUONG} {roman(number)}"
    if style == DIEU_MARKER:
        return f"{DIEU} {number}{AFTER_DIEU_NUMBER}"
    if style == "a)":
        return f"{letter(number)})"
    if style == "1)":
        return f"{number})"
    if style == "1.1.":
        return f"{parent}{number}."
    return f"{number}."


class Blocks(Struct, frozen=True):
    """Writes out the blocks of a body or an annex; ``danh_so`` numbers its headings."""

    report: BaoCao
    groups: tuple[NhomDanhGia, ...]
    tables: Tables
    danh_so: Sequence[str]

    def below(
        self, items: Iterable[Khoi], depth: int = 0, parent: str = "", articles: Iterator[int] | None = None
    ) -> Iterator[KhoiIn]:
        """The blocks under ``depth`` headings, the nearest of which is numbered ``parent``.

        ``articles`` are the numbers that articles have yet to take: they count on from chapter to chapter.
        """
        number = 0
        articles = articles or count(1)
        for item in items:
            match item:
                case Muc():
                    number = next(articles) if self.danh_so[depth] == DIEU_MARKER else number + 1
                    typed = marker(self.danh_so[depth], number, parent)
                    yield self._heading(item, depth, typed)
                    # "1." under "I." counts afresh; only Arabic numbers are carried into "1.1.".
                    carried = typed if self.danh_so[depth] in ("1.", "1.1.") else ""
                    yield from self.below(item.gom, depth + 1, carried, articles)
                case Dieu():
                    yield from self._article(item, depth, next(articles))
                case Doan():
                    yield from lines(item.text)
                case DanhSach():
                    yield from self._list(item)
                case LietKe():
                    yield from _listed(item.liet_ke, item.dau)
                case ThuyetMinhChiTieu():
                    yield from self._story(item, parent)
                case Bang():
                    yield KhoiIn("bang", Runs(()), bang=self.tables.table(item), cho=item.place)
                case BieuDo():
                    yield chart(item, self.report, self.groups, self.tables.columns.width)

    def _heading(self, item: Muc, depth: int, typed: str) -> KhoiIn:
        kind = KIND_OF_MARKER[self.danh_so[depth]]
        return KhoiIn(kind, one_line(item.muc), typed, cho=item.muc.place_of_line(0))

    def _article(self, item: Dieu, depth: int, number: int) -> Iterator[KhoiIn]:
        first, *others = lines(item.dieu) or [KhoiIn("doan", Runs.plain(""))]
        yield replace(first, kieu="dieu", so=marker(DIEU_MARKER, number, ""))
        yield from others
        yield from self.below(item.gom, depth + 1)

    def _list(self, item: DanhSach) -> Iterator[KhoiIn]:
        if item.danh_sach == "kien_nghi":
            yield from _listed(self.report.kien_nghi, item.dau)
            return
        chosen = chosen_documents(self.report.van_ban_ban_hanh, item.loc)
        for number, document in enumerate(chosen, start=1):
            yield _led(_cited(document), item.dau, number, document.trich_yeu.place_of_line(0))

    def _story(self, item: ThuyetMinhChiTieu, parent: str) -> Iterator[KhoiIn]:
        """The group's indicators one by one; those of which the unit tells nothing stand in the annex only."""
        group = next(group for group in self.groups if group.nhom.ma == item.chi_tieu and item.bo in (None, group.bo))
        ordinal = [each.nhom.ma for each in self.groups if each.bo == group.bo].index(group.nhom.ma) + 1
        for index, assessed in enumerate(group.chi_tieu, start=1):
            number = _story_number(assessed.chi_tieu, index, parent or f"{ordinal}.")
            yield from _indicator(assessed, number, self.report.ten_chi_tieu)


def _story_number(indicator: ChiTieu, index: int, parent: str) -> str:
    """The number under which an indicator is told, empty where the catalogue gives it none.

    "1.6" goes anywhere; a mere "6" would stand among the numbers of the headings, so it is told as "2.6" under "2.".
    """
    own = indicator.so.rstrip(".")
    if not own or _DOTTED.fullmatch(own):
        return own
    return f"{parent}{own if own.isdecimal() else index}"


def _cited(document: VanBanBanHanh) -> Runs:
    """A document as a list names it: only its subject is typed text."""
    named = citation(document).khong_trich_yeu.replace("*", r"\*")
    return runs(f"{named} {document.trich_yeu.raw.rstrip('.;')}.")


def _listed(items: Iterable[Text], dau: str) -> Iterator[KhoiIn]:
    """The items of a list; lines after an item's first keep their own kind."""
    for number, item in enumerate(items, start=1):
        for index, line in enumerate(lines(item)):
            yield line if index else _led(line.chu, dau, number, line.cho)


def _led(words: Runs, dau: str, number: int, place: Place | None) -> KhoiIn:
    """A line of a list with what starts it: a dash, a plus or its number."""
    kind = _KIND_OF_LEAD.get(dau)
    return KhoiIn(kind or "danh_so", words, marker(dau, number, "") if kind is None else "", cho=place)


def _indicator(assessed: ChiTieuDanhGia, number: str, called: str | None) -> Iterator[KhoiIn]:
    """What the unit tells of an indicator, under its number and its name, or what all are ``called`` instead."""
    result = assessed.ket_qua
    told = lines(result.noi_dung) if result and result.noi_dung else []
    if not told:
        return
    place = result.place if result else None
    indicator = assessed.chi_tieu
    name = f"{called} {indicator.so or indicator.ma}:" if called else indicator.ten
    if number:
        yield KhoiIn("chi_tieu", Runs.plain(name), number, cho=place)
    else:
        yield KhoiIn("doan", Runs((Span(name, bold=True),)), cho=place)
    yield KhoiIn("yeu_cau", Runs.plain(assessed.chi_tieu.yeu_cau), cho=place)
    yield KhoiIn("ket_qua", told[0].chu, cho=told[0].cho)
    yield from told[1:]
    yield KhoiIn("danh_gia", Runs.plain(assessed.danh_gia.lower()), cho=place)


def body(report: BaoCao, groups: tuple[NhomDanhGia, ...], tables: Tables) -> list[KhoiIn]:
    """All blocks of the body in order, up to the paragraph that closes it.

    Where the report has no closing words, the last line carries the closing mark itself.
    """
    written = list(Blocks(report, groups, tables, report.danh_so).below(report.noi_dung))
    if report.ket_thuc is not None:
        return [*written, *lines(report.ket_thuc)[:-1]]
    if not written or written[-1].kieu not in _LINES:
        return [*written, KhoiIn("doan", Runs.plain(KET_THUC))]
    return _ended(written)


def annex_blocks(report: BaoCao, groups: tuple[NhomDanhGia, ...], tables: Tables, annex: PhuLuc) -> list[KhoiIn]:
    """All blocks of an annex; where it ends with words, they carry the closing mark (Phụ lục III, mẫu 1.3, 2.1)."""
    written = list(Blocks(report, groups, tables, annex.danh_so).below(annex.noi_dung))
    return _ended(written) if written and written[-1].kieu in _LINES else written


def _ended(written: Sequence[KhoiIn]) -> list[KhoiIn]:
    """The blocks, the last of which, a line, carries the closing mark."""
    *before, last = written
    return [*before, replace(last, chu=_closed(last.chu))]


def _closed(words: Runs) -> Runs:
    """The words with the closing mark in place of the one that ends them."""
    *before, last = words.spans
    return Runs((*before, replace(last, text=f"{_MARK.sub('', last.text)}{KET_THUC}")))


def closing(report: BaoCao) -> Runs:
    """The paragraph that closes the content, empty where there is none; the template prints "./." after it."""
    found = lines(report.ket_thuc) if report.ket_thuc is not None else []
    return found[-1].chu if found else Runs(())
