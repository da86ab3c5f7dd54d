"""What follows from the figures: rates, verdicts, tallies.  Each is computed here, once, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from generator.data.comparison import PERCENT, Change, Compared, Measure, change_or_none
from generator.data.model import BaoCao, KetQua, KetQuaBo, SoLieu
from generator.data.model_catalogue import ChiTieu, MucTieu, NhomChiTieu
from generator.data.model_text import Text
from generator.data.open_places import PRINTED
from generator.patterns import regex
from generator.vn.numbers import format_number, format_percent, multiplied, percentage, typed_decimals

DAT = "Đạt"
KHONG_DAT = "Không đạt"
DANG_TRIEN_KHAI = "Đang triển khai"
CHUA_DANH_GIA = "—"

_REFUSED = ("không đạt", "chưa đạt")
_NEGATIVE = ("không", "chưa")
# Nothing came up to be judged: neither met nor missed.
_NOT_APPLICABLE = ("không phát sinh", "chưa phát sinh", "không có phát sinh", "không áp dụng", "không thuộc")
_UNDER_WAY = "đang"
_MARK = regex(r"\(?\*+\s*\d*\)?|\(\d+\)")


class ChiTieuDanhGia(Struct, frozen=True):
    """An indicator with the unit's result (None where the unit gave none) and what follows from them.

    The indicator's target is that of the unit where one was set for it alone; ``phai_bao_cao`` is False where the unit
    need not report it.
    """

    chi_tieu: ChiTieu
    ket_qua: KetQua | None
    danh_gia: str
    phai_bao_cao: bool = True

    @property
    def chu(self) -> str:
        """The result as it is printed."""
        return result_text(self.chi_tieu, self.ket_qua)

    @property
    def ky_truoc(self) -> str:
        """Last period's result as it is printed."""
        return result_text(self.chi_tieu, self.ket_qua.ky_truoc if self.ket_qua else None)

    @property
    def tang_giam(self) -> Change | None:
        """How the result has moved since last period, None where the two cannot be compared."""
        return change_or_none(*compared_results(self.chi_tieu, self.ket_qua))

    @property
    def so_voi_muc_tieu(self) -> Change | None:
        """How the result stands against its target, None where the two cannot be compared."""
        result, _ = compared_results(self.chi_tieu, self.ket_qua)
        return change_or_none(result, target_measure(self.chi_tieu.muc_tieu))


class NhomDanhGia(Struct, frozen=True):
    """A group's indicators, assessed, and how many of them came to which verdict.

    ``bo`` is the id of the catalogue, ``o`` what the group's own row prints, by columns.
    """

    nhom: NhomChiTieu
    chi_tieu: tuple[ChiTieuDanhGia, ...]
    bo: str = ""
    o: Mapping[str, Text] = field(default_factory=dict)

    def dem(self, danh_gia: str) -> int:
        """How many indicators of the group have that verdict, of those that the unit reports."""
        return sum(1 for ct in self.chi_tieu if ct.phai_bao_cao and ct.danh_gia == danh_gia)

    @property
    def tong(self) -> int:
        """How many indicators of the group the unit reports."""
        return sum(ct.phai_bao_cao for ct in self.chi_tieu)

    @property
    def dat(self) -> int:
        return self.dem(DAT)

    @property
    def danh_gia(self) -> str:
        """The group's own verdict: met when all are, not met when one is not, else under way or open.

        Open too where the unit reports none of them.
        """
        for verdict in (KHONG_DAT, DANG_TRIEN_KHAI, CHUA_DANH_GIA):
            if self.dem(verdict):
                return verdict
        return DAT if self.tong else CHUA_DANH_GIA


def rate(figure: SoLieu | KetQua) -> Decimal | None:
    """Percent of the numerator in the denominator, unrounded; None where there is no usable fraction."""
    if figure.de_ngo or figure.tu is None or not figure.mau:
        return None
    return percentage(figure.tu, figure.mau)


def rate_text(figure: SoLieu | KetQua) -> str | None:
    """The rate as printed: the one that the office states itself, else the computed one."""
    if figure.de_ngo:
        return PRINTED
    if figure.ty_le is not None:
        return format_percent(figure.ty_le, _shown_decimals(figure.ty_le, figure.lam_tron))
    computed = rate(figure)
    return None if computed is None else format_percent(computed, figure.lam_tron)


def fraction_text(figure: SoLieu | KetQua) -> str | None:
    """The fraction as printed, such as "3.420/4.551"."""
    if figure.de_ngo:
        return PRINTED
    if figure.tu is None or figure.mau is None:
        return None
    return f"{typed_text(figure.tu)}/{typed_text(figure.mau)}"


def typed_text(value: Decimal, decimals: int | None = None) -> str:
    """A typed number as printed: to ``decimals``, else as precisely as it was typed."""
    return format_number(value, _shown_decimals(value, decimals))


def _shown_decimals(value: Decimal, decimals: int | None) -> int | None:
    return typed_decimals(value) if decimals is None else decimals


def result_text(indicator: ChiTieu, result: KetQua | None) -> str:
    """A result as the annex prints it; empty where the unit gave none."""
    if result is None:
        return ""
    if result.de_ngo:
        return PRINTED
    if result.tu is None and result.gia_tri is None and result.ty_le is None:
        return result.chu or ""
    measure = result_measure(indicator, result)
    return "" if measure is None else str(measure)


def result_measure(indicator: ChiTieu, result: KetQua) -> Measure | None:
    """The number that a result says, None where it says none."""
    number, is_percent = _value(indicator, result)
    if number is None:
        return None
    stated = result.ty_le if result.ty_le is not None else result.gia_tri
    decimals = result.lam_tron if stated is None else _shown_decimals(number, result.lam_tron)
    return Measure(number, is_percent, "" if is_percent else result.don_vi or "", decimals)


def target_measure(target: MucTieu) -> Measure | None:
    """The number that a target says, None where it is words."""
    return None if target.gia_tri is None else Measure.typed(target.gia_tri, PERCENT if target.phan_tram else None)


def compared_results(indicator: ChiTieu, result: KetQua | None) -> tuple[Compared, Compared]:
    """What a result and last period's are compared by."""
    return _compared(indicator, result), _compared(indicator, result.ky_truoc if result else None)


def _compared(indicator: ChiTieu, result: KetQua | None) -> Compared:
    return None if result is None or result.de_ngo else result_measure(indicator, result) or result.chu


def compared_figures(figure: SoLieu) -> tuple[Compared, Compared]:
    """What a figure and last period's are compared by."""
    return _figure_measure(figure), _figure_measure(figure.ky_truoc)


def _figure_measure(figure: SoLieu | None) -> Measure | None:
    """What a figure is compared by: its rate where it is a fraction, else its number."""
    if figure is None or figure.de_ngo:
        return None
    if figure.ty_le is not None:
        return Measure.typed(figure.ty_le, PERCENT, figure.lam_tron)
    computed = rate(figure)
    if computed is not None:
        return Measure(computed, is_percent=True, decimals=figure.lam_tron)
    return None if figure.gia_tri is None else Measure.typed(figure.gia_tri, figure.don_vi, figure.lam_tron)


def full_result_text(indicator: ChiTieu, result: KetQua | None) -> str:
    """A result with the fraction that it comes from, such as "78/261 = 29,9%"."""
    fraction = fraction_text(result) if result and not result.de_ngo else None
    words = result_text(indicator, result)
    return " = ".join(part for part in (fraction, words) if part)


def _value(indicator: ChiTieu, result: KetQua) -> tuple[Decimal | None, bool]:
    """The number that a result says, and whether it is a percentage: typed, stated, or computed from its fraction."""
    if result.ty_le is not None:
        return result.ty_le, True
    if result.gia_tri is not None:
        return result.gia_tri, result.phan_tram
    if result.tu is None or not result.mau:
        return None, False
    formula = indicator.cach_tinh
    if formula is None:
        return percentage(result.tu, result.mau), True
    return multiplied(result.tu, result.mau, formula.he_so), formula.phan_tram


def verdict(indicator: ChiTieu, result: KetQua | None) -> str:
    """Met, not met, under way or open ("—"), as that on an open result is.

    A verdict written by hand stands (a rule asks for its reason); numbers are held against the target in the
    indicator's direction, words against the target's words.
    """
    if result is None or result.de_ngo:
        return CHUA_DANH_GIA
    if result.danh_gia:
        return result.danh_gia
    if result.chu is not None:
        return _verdict_on_words(indicator, result.chu)
    # What the fraction gives counts, not the rate that the office states beside it.
    number, is_percent = _value(indicator, replace(result, ty_le=None))
    return CHUA_DANH_GIA if number is None else _verdict_on_number(indicator, number, is_percent=is_percent)


def _verdict_on_number(indicator: ChiTieu, value: Decimal, *, is_percent: bool) -> str:
    target = indicator.muc_tieu
    if target.gia_tri is None:
        # "Có" is met by any number of them.
        return (DAT if value > 0 else KHONG_DAT) if _asks_for_presence(target) else CHUA_DANH_GIA
    if target.phan_tram is not is_percent:
        return CHUA_DANH_GIA
    met = value <= target.gia_tri if indicator.chieu == "giam" else value >= target.gia_tri
    return DAT if met else KHONG_DAT


def _asks_for_presence(target: MucTieu) -> bool:
    return target.chu.casefold() == "có"


def is_mark(target: MucTieu) -> bool:
    """Whether a target is a mark of a footnote ("*", "*1", "(2)") or a dash: nothing that a result could meet."""
    if target.gia_tri is not None:
        return False
    return not any(map(str.isalnum, target.chu)) or bool(_MARK.fullmatch(target.chu))


def _starts_with_words(text: str, words: str) -> bool:
    return bool(words) and text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()


def _said(words: str) -> str:
    """Words without what lines and sentences begin and end with."""
    return words.casefold().strip(" .-+")


def _verdict_on_words(indicator: ChiTieu, words: str) -> str:
    said = _said(words)
    if any(_starts_with_words(said, word) for word in _REFUSED):
        return KHONG_DAT
    accepted = [DAT, *indicator.dat_khi]
    if indicator.muc_tieu.gia_tri is None and not is_mark(indicator.muc_tieu):
        accepted.append(indicator.muc_tieu.chu)
    if any(_starts_with_words(said, answer.casefold().strip(" .")) for answer in accepted):
        return DAT
    if does_not_apply(words):
        return CHUA_DANH_GIA
    if any(_starts_with_words(said, word) for word in _NEGATIVE):
        return KHONG_DAT
    return DANG_TRIEN_KHAI if _starts_with_words(said, _UNDER_WAY) else CHUA_DANH_GIA


def does_not_apply(words: str) -> bool:
    """Whether a result in words says that nothing came up in the period ("Không phát sinh")."""
    return any(_starts_with_words(_said(words), word) for word in _NOT_APPLICABLE)


def assess(report: BaoCao) -> tuple[NhomDanhGia, ...]:
    """Every group of the report's catalogues with its indicators assessed, catalogue after catalogue."""
    return tuple(group for part in report.chi_tieu for group in _assessed_groups(part))


def _assessed_groups(part: KetQuaBo) -> Iterator[NhomDanhGia]:
    results = {result.ma: result for result in part.ket_qua}
    spared = frozenset(each.ma for each in part.khong_bao_cao)
    for group in part.bo.nhom:
        cells = {cell.cot: cell.chu for cell in part.o_nhom if cell.nhom == group.ma}
        assessed = (_assessed(ct, results.get(ct.ma), ct.ma not in spared) for ct in group.chi_tieu)
        yield NhomDanhGia(group, tuple(assessed), part.bo.ma, cells)


def _assessed(indicator: ChiTieu, result: KetQua | None, reported: bool) -> ChiTieuDanhGia:
    if result is not None and result.muc_tieu is not None:
        indicator = replace(indicator, muc_tieu=result.muc_tieu)
    return ChiTieuDanhGia(indicator, result, verdict(indicator, result), reported)
