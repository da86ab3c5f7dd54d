"""Annexes: their heading and their tables, by the columns that the data names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator.data import derive
from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.kind import CotMau
from generator.data.model import BaoCao, Cot, PhuLuc
from generator.decree.components import COMPONENTS
from generator.decree.kinds import by_symbol
from generator.decree.wording import ANNEXES_NUMBERED_FROM, KEM_THEO, PHU_LUC
from generator.jobs.view.head import FIRST_LINE, short_rule
from generator.jobs.view.prose import title
from generator.vn.dates import long_date
from generator.vn.numerals import roman
from generator.word.geometry import Geometry
from generator.word.metrics import text_width
from generator.word.runs import DrawnLine, Runs


@dataclass(frozen=True)
class CotIn:
    """A column: heading, width in twips, ``giua`` or ``trai``."""

    tieu_de: str
    rong: int
    can: str


@dataclass(frozen=True)
class OIn:
    """A cell: its paragraphs (one at least), the column's width and side."""

    dong: tuple[Runs, ...]
    rong: int
    can: str


@dataclass(frozen=True)
class HangIn:
    """A row; ``nhom`` for the heading of a group."""

    nhom: bool
    o: tuple[OIn, ...]


@dataclass(frozen=True)
class BangIn:
    cot: tuple[CotIn, ...]
    hang: tuple[HangIn, ...]


@dataclass(frozen=True)
class PhuLucIn:
    ten: str
    tieu_de: Runs
    kem_theo: str
    ke: DrawnLine
    kho: str
    bang: BangIn


_CELL_SIZE, _CELL_MARGINS = 12, 190  # points; twips, both sides of a cell and its borders
_LONGEST_WORD, _MEASURED = 15, 3
_VALUES: Mapping[str, Callable[[ChiTieuDanhGia], str]] = {
    "tt": lambda row: row.chi_tieu.ma,
    "ten": lambda row: row.chi_tieu.ten,
    "don_vi_tinh": lambda row: row.chi_tieu.don_vi_tinh,
    "chi_tieu": lambda row: row.chi_tieu.muc_tieu.chu,
    "ket_qua": lambda row: derive.result_text(row.ket_qua),
    "danh_gia": lambda row: row.danh_gia,
    "minh_chung": lambda row: (row.ket_qua and row.ket_qua.minh_chung) or "",
    "ghi_chu": lambda row: (row.ket_qua and row.ket_qua.ghi_chu) or "",
}
_GROUP_VALUES: Mapping[str, Callable[[NhomDanhGia], str]] = {
    "tt": lambda group: group.nhom.so,
    "ten": lambda group: group.nhom.ten,
}


def columns(
    chosen: tuple[Cot, ...], known: Mapping[str, CotMau], width: int, least: Sequence[int]
) -> tuple[CotIn, ...]:
    """The columns in twips: widths in mm are shares, the table is as wide as the text.

    ``least`` is what the longest word of each column takes: narrower, its words would be torn apart.
    """
    wished = [column.rong or known[column.cot].rong for column in chosen]
    edges = list(accumulate(_shares(wished, width, least), initial=0))
    return tuple(
        CotIn(column.tieu_de or known[column.cot].tieu_de, right - left, known[column.cot].can)
        for column, left, right in zip(chosen, edges, edges[1:], strict=False)
    )


def _shares(wished: Sequence[Decimal], width: int, least: Sequence[int]) -> list[int]:
    """The width shared out as wished, no column below its least; all give way where they have no room together."""
    held = dict[int, int]()
    if sum(least) > width:
        least = [taken * width // sum(least) for taken in least]
    while True:
        free = [index for index in range(len(wished)) if index not in held]
        room, total = width - sum(held.values()), sum((wished[index] for index in free), Decimal(0))
        tight = {index: least[index] for index in free if room * wished[index] < least[index] * total}
        if not tight:
            break
        held |= tight
    shares = [held.get(index) or int(room * wish / total) for index, wish in enumerate(wished)]
    shares[shares.index(max(shares))] += width - sum(shares)
    return shares


def _longest_words(annex: PhuLuc, groups: tuple[NhomDanhGia, ...], known: Mapping[str, CotMau]) -> list[int]:
    """Twips that the longest word of each column takes in its cell; links and the like may be broken."""
    taken = []
    for column in annex.cot:
        head = (column.tieu_de or known[column.cot].tieu_de).split()
        cells = {word for group in groups for ct in group.chi_tieu for word in _VALUES[column.cot](ct).split()}
        words = [word for word in sorted(cells, key=len) if len(word) <= _LONGEST_WORD][-_MEASURED:]
        widths = [text_width(word, _CELL_SIZE, bold=True) for word in (*head, *words)]
        taken.append(max(widths, default=0) + _CELL_MARGINS)
    return taken


def _row(texts: list[str], shown: tuple[CotIn, ...], *, group: bool) -> HangIn:
    cells = []
    for text, column in zip(texts, shown, strict=True):
        # Cells hold plain words: stars in them are stars, as where ct() brings the same words into a sentence.
        paragraphs = tuple(Runs.plain(line.strip()) for line in text.splitlines()) or (Runs.plain(""),)
        cells.append(OIn(paragraphs, column.rong, column.can))
    return HangIn(group, tuple(cells))


def indicator_table(annex: PhuLuc, groups: tuple[NhomDanhGia, ...], shown: tuple[CotIn, ...]) -> BangIn:
    """All indicators, group by group."""
    rows = []
    for group in groups:
        heading = [_GROUP_VALUES[column.cot](group) if column.cot in _GROUP_VALUES else "" for column in annex.cot]
        rows.append(_row(heading, shown, group=True))
        for assessed in group.chi_tieu:
            rows.append(_row([_VALUES[column.cot](assessed) for column in annex.cot], shown, group=False))
    return BangIn(shown, tuple(rows))


def _attached_to(report: BaoCao) -> str:
    """ "(Kèm theo Báo cáo số … ngày … của …)", with room for number and day while they are open."""
    kind = by_symbol(report.van_ban.loai)
    number = f"{report.van_ban.so:02d}" if report.van_ban.so else "     "
    symbol = f"số {number}/{report.van_ban.loai}-{report.don_vi.ky_hieu}"
    name = kind.ten if kind else "Văn bản"
    return f"({KEM_THEO} {name} {symbol} {long_date(report.van_ban.ngay)} của {report.don_vi.viet_tat})"


def annexes(
    report: BaoCao, groups: tuple[NhomDanhGia, ...], known: Mapping[str, CotMau], geometry: Geometry
) -> list[PhuLucIn]:
    """Every annex; numbered in Roman from two on (Phụ lục I, phần I, mục III.1.a)."""
    numbered = len(report.phu_luc) >= ANNEXES_NUMBERED_FROM.value
    attached = _attached_to(report)
    found = []
    for number, annex in enumerate(report.phu_luc, start=1):
        width = geometry.text_width(annex.kho)
        shown = columns(annex.cot, known, width, _longest_words(annex, groups, known))
        line = min(width, text_width(attached, COMPONENTS["phu_luc_kem_theo"].sizes.high))
        found.append(
            PhuLucIn(
                f"{PHU_LUC} {roman(number)}" if numbered else PHU_LUC,
                title(annex.tieu_de),
                attached,
                short_rule("phu_luc_kem_theo", line, FIRST_LINE + 1 + number),
                annex.kho,
                indicator_table(annex, groups, shown),
            )
        )
    return found
