"""What a checked data file will say when it is printed: the words of the view, with their places in the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.data.derive import CHUA_DANH_GIA, ChiTieuDanhGia, NhomDanhGia, full_result_text
from generator.data.markup import plain
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_kind import CotMau
from generator.data.model_text import Text
from generator.data.nodes import index_path, key_path
from generator.data.successions import BangThayDoi
from generator.decree.symbols import SoKyHieu
from generator.decree.wording import KET_THUC, annex_number
from generator.findings import FilePlace, Place
from generator.jobs.successions import shipped_successions
from generator.jobs.view.body import annex_blocks, body, closing
from generator.jobs.view.printed import BangIn, KhoiIn, OIn
from generator.jobs.view.prose import lines, title
from generator.jobs.view.tables import Columns, Tables
from generator.rules.said import AnnexHeading, Cited, Indicator, Passage, Row, Said, Table
from generator.rules.walk import blocks

_WIDTH = 9071  # twips; nothing that is said depends on it
_HEAD, _BODY, _CLOSE, _ANNEX = "dau", "noi_dung", "cuoi", "phu_luc"
_HEADINGS = frozenset({"chuong", "dieu_co_tieu_de", "muc", "khoan", "khoan_con", "diem", "chi_tieu"})
# What the shipped template prints before the words of a block, and after them.
_LEADS = {
    "gach": ("- ", ""),
    "cong": ("+ ", ""),
    "yeu_cau": ("- Yêu cầu: ", ""),
    "ket_qua": ("- Kết quả: ", ""),
    "danh_gia": ("Đánh giá chỉ tiêu: ", "."),
    "ket_thuc": ("", KET_THUC),
}
_FULL_RESULT = "ket_qua_day_du"
_BEFORE = "ky_truoc"
_Words = Iterable[tuple[str | None, str]]
_SIGNATURE = ("tap_the", "thay", "chuc_vu", "chuc_vu_khac", "ho_ten")


def said_of_report(report: BaoCao, groups: tuple[NhomDanhGia, ...], columns: Mapping[str, CotMau]) -> Said:
    """What a report says whose texts are expanded; ``columns`` is what its kind says of the columns of tables."""
    tables = Tables(report, groups, Columns(columns, _WIDTH))
    annexes = [annex_blocks(report, groups, tables, annex) for annex in report.phu_luc]
    return said_of_printed(report, groups, body(report, groups, tables), annexes)


def said_of_printed(
    report: BaoCao,
    groups: tuple[NhomDanhGia, ...],
    content: Iterable[KhoiIn],
    annexes: Iterable[Iterable[KhoiIn]],
    successions: BangThayDoi | None = None,
) -> Said:
    """What a report says whose body and annexes are written out as blocks already.

    ``successions`` tells which names have lapsed, by default the shipped table.
    """
    written = _Written(FilePlace(report.file), _columns_before(report))
    written.add_title(report.van_ban.trich_yeu, _HEAD)
    written.add_words(_addressees(report), report.places, _HEAD)
    for ground in report.can_cu:
        written.add_title(ground, _BODY)
    written.add_blocks(content, _BODY)
    if report.ket_thuc is not None:
        written.add_blocks([KhoiIn("ket_thuc", closing(report), cho=_last_line(report.ket_thuc))], _CLOSE)
    written.add_words(_close(report), report.places, _CLOSE)
    for annex, held in zip(report.phu_luc, annexes, strict=True):
        written.add_title(annex.tieu_de, _ANNEX)
        written.add_blocks(held, _ANNEX, _on_one_line(annex.tieu_de))
    passages = tuple(written.passages)
    return Said(
        report.file,
        passages,
        tuple(written.tables),
        tuple(_indicators(report, groups, frozenset(passages))),
        tuple(map(_cited, report.van_ban_ban_hanh)),
        tuple(_annexes(report)),
        report.van_ban.ngay,
        report.don_vi.ten,
        _symbol(report),
        report.ky.chot_den,
        tuple(written.words(_letterhead(report), report.places, _HEAD)),
        successions=successions or shipped_successions(),
    )


class _Written(Struct):
    """Passages and tables in the order of printing; ``file`` is the place of what has none in the model.

    ``before`` are the columns of each table, by its place, that show the period before: they were sent already, and
    say nothing that could still be mended.
    """

    file: Place
    before: Mapping[Place, frozenset[int]] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add_title(self, text: Text, part: str) -> None:
        words = str(title(text))
        if words:
            places = tuple(map(text.place_of_line, range(words.count("\n") + 1)))
            self.passages.append(Passage(words, places[0], part, places, heading=True))

    def add_words(self, texts: _Words, places: Mapping[str, Place], part: str) -> None:
        self.passages += self.words(texts, places, part)

    def words(self, texts: _Words, places: Mapping[str, Place], part: str) -> list[Passage]:
        """Words that the model keeps as plain texts, each with its path."""
        return [Passage(text, places.get(path, self.file), part) for text, path in texts if text]

    def add_blocks(self, printed: Iterable[KhoiIn], part: str, within: str = "") -> None:
        for block in printed:
            if block.bang is not None:
                place = block.cho or self.file
                held = _without(block.bang, self.before.get(place, frozenset()))
                self.tables.append(_table(held, place, part, within))
            elif block.chu:
                self.passages.append(_passage(block, block.cho or self.file, part))


def _passage(block: KhoiIn, place: Place, part: str) -> Passage:
    lead, end = _LEADS.get(block.kieu, ("", ""))
    number = f"{block.so} " if block.so else ""
    if block.kieu == "chi_tieu":
        number = f"{block.so}. "
    return Passage(f"{lead}{number}{block.chu}{end}", place, part, heading=block.kieu in _HEADINGS)


def _columns_before(report: BaoCao) -> dict[Place, frozenset[int]]:
    tables = (block for block in blocks(report) if isinstance(block, Bang))
    return {
        table.place: frozenset(index for index, column in enumerate(table.cot) if {*column.cot} == {_BEFORE})
        for table in tables
    }


def _without(printed: BangIn, columns: frozenset[int]) -> BangIn:
    """The table with nothing in the cells of some columns, but for those of rows that head a group."""
    if not columns:
        return printed
    rows = (row if row.nhom else replace(row, o=tuple(_emptied(row.o, columns))) for row in printed.hang)
    return replace(printed, hang=tuple(rows))


def _emptied(cells: Iterable[OIn], columns: frozenset[int]) -> Iterator[OIn]:
    for index, cell in enumerate(cells):
        yield replace(cell, dong=()) if index in columns else cell


def _table(printed: BangIn, place: Place, part: str, within: str) -> Table:
    rows = tuple(Row(tuple(_cell(cell, place, part) for cell in row.o), row.nhom) for row in printed.hang)
    return Table(tuple(column.tieu_de for column in printed.cot), rows, place, within)


def _cell(cell: OIn, table: Place, part: str) -> Passage:
    return Passage("\n".join(map(str, cell.dong)), cell.cho[0] if cell.cho else table, part, cell.cho[1:] and cell.cho)


def _symbol(report: BaoCao) -> str:
    """Number and symbol of the report itself; empty until it has a number."""
    so = report.van_ban.so
    return str(SoKyHieu(f"{so:02}", report.van_ban.loai, report.noi_ky_hieu)) if so else ""


def _last_line(text: Text) -> Place:
    return text.place_of_line(text.raw.rstrip().count("\n"))


def _on_one_line(text: Text) -> str:
    return " ".join(str(title(text)).split())


def _letterhead(report: BaoCao) -> _Words:
    unit = report.don_vi
    for part, words in (("cap_tren", unit.cap_tren), ("ten", unit.ten), ("ky_hieu", unit.ky_hieu)):
        yield words, key_path("don_vi", part)


def _addressees(report: BaoCao) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(report.kinh_gui):
        yield name, index_path("kinh_gui", index)


def _close(report: BaoCao) -> Iterator[tuple[str | None, str]]:
    """Recipients and signature with their paths."""
    for index, place in enumerate(report.noi_nhan):
        path = index_path("noi_nhan", index)
        own = "luu" if place.luu else "chu_thich" if place.gom else "ten"
        yield place.ten, key_path(path, own)
        for joined, name in enumerate(place.gom):
            yield name, index_path(key_path(path, "gom"), joined)
        yield place.dong_duoi, key_path(path, "dong_duoi")
    for part in _SIGNATURE:
        yield getattr(report.nguoi_ky, part), key_path("nguoi_ky", part)


def _indicators(report: BaoCao, groups: Sequence[NhomDanhGia], passages: frozenset[Passage]) -> Iterator[Indicator]:
    printed = [block for block in blocks(report) if isinstance(block, Bang)]
    full = any(_FULL_RESULT in column.cot for block in printed for column in block.cot)
    places = {part.bo.ma: part.place for part in report.chi_tieu}
    for group in groups:
        for assessed in group.chi_tieu:
            target, result = assessed.chi_tieu, assessed.ket_qua
            yield Indicator(
                target.ma,
                target.ten,
                group.nhom.ten,
                target.don_vi_tinh,
                target.muc_tieu.chu,
                _result(assessed, full=full),
                "" if assessed.danh_gia == CHUA_DANH_GIA or not assessed.phai_bao_cao else assessed.danh_gia,
                result.place if result else places[group.bo],
                tuple(passage for passage in _told(assessed) if passage in passages),
                group.bo,
            )


def _result(assessed: ChiTieuDanhGia, *, full: bool) -> str:
    """The result as it is printed, empty where it is left open: a draft says nothing there yet."""
    if assessed.ket_qua is not None and assessed.ket_qua.de_ngo:
        return ""
    return full_result_text(assessed.chi_tieu, assessed.ket_qua) if full else assessed.chu


def _told(assessed: ChiTieuDanhGia) -> Iterator[Passage]:
    """What the unit tells of an indicator, as passages of the body."""
    if assessed.ket_qua is None or assessed.ket_qua.noi_dung is None:
        return
    for number, line in enumerate(lines(assessed.ket_qua.noi_dung)):
        block = line if number else KhoiIn("ket_qua", line.chu)
        yield _passage(block, line.cho or assessed.ket_qua.place, _BODY)


def _cited(document: VanBanBanHanh) -> Cited:
    return Cited(
        str(document.so),
        document.loai,
        document.ngay,
        document.co_quan or "",
        plain(document.trich_yeu.raw),
        # As the lines of lists and tables that print it, so that rules know them for one.
        document.trich_yeu.place_of_line(0),
        document.place,
    )


def _annexes(report: BaoCao) -> Iterator[AnnexHeading]:
    numbered = report.phu_luc_rieng
    for number, annex in enumerate(numbered, start=1):
        yield AnnexHeading(annex_number(number, len(numbered)), _on_one_line(annex.tieu_de), annex.place)
