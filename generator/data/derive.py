"""What follows from the figures: rates, verdicts, tallies.  Each is computed here, once, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.data.model import BaoCao, ChiTieu, KetQua, MucTieu, NhomChiTieu, SoLieu
from generator.vn.numbers import format_number, format_percent, percentage, typed_decimals

DAT = "Đạt"
KHONG_DAT = "Không đạt"
DANG_TRIEN_KHAI = "Đang triển khai"
CHUA_DANH_GIA = "—"

_REFUSED = ("không đạt", "chưa đạt")
_NEGATIVE = ("không", "chưa")
# Nothing came up to be judged: neither met nor missed.
_NOT_APPLICABLE = ("không phát sinh", "chưa phát sinh", "không có phát sinh", "không áp dụng", "không thuộc")
_UNDER_WAY = "đang"


@dataclass(frozen=True)
class ChiTieuDanhGia:
    """An indicator with the unit's result (None where the unit gave none) and what follows from them."""

    chi_tieu: ChiTieu
    ket_qua: KetQua | None
    danh_gia: str


@dataclass(frozen=True)
class NhomDanhGia:
    """A group's indicators, assessed, and how many of them came to which verdict."""

    nhom: NhomChiTieu
    chi_tieu: tuple[ChiTieuDanhGia, ...]

    def dem(self, danh_gia: str) -> int:
        """How many indicators of the group have that verdict."""
        return sum(1 for ct in self.chi_tieu if ct.danh_gia == danh_gia)

    @property
    def tong(self) -> int:
        return len(self.chi_tieu)

    @property
    def dat(self) -> int:
        return self.dem(DAT)

    @property
    def danh_gia(self) -> str:
        """The group's own verdict: met when all are, not met when one is not, else under way or open."""
        for verdict in (KHONG_DAT, DANG_TRIEN_KHAI, CHUA_DANH_GIA):
            if self.dem(verdict):
                return verdict
        return DAT


def rate(figure: SoLieu | KetQua) -> Decimal | None:
    """Percent of the numerator in the denominator, unrounded; None where there is no usable fraction."""
    if figure.tu is None or not figure.mau:
        return None
    return percentage(figure.tu, figure.mau)


def rate_text(figure: SoLieu | KetQua) -> str | None:
    """The rate as printed: the one that the office states itself, else the computed one."""
    if figure.ty_le is not None:
        return format_percent(figure.ty_le, _shown_decimals(figure.ty_le, figure.lam_tron))
    computed = rate(figure)
    return None if computed is None else format_percent(computed, figure.lam_tron)


def fraction_text(figure: SoLieu | KetQua) -> str | None:
    """The fraction as printed, such as "3.420/4.551"."""
    if figure.tu is None or figure.mau is None:
        return None
    return f"{typed_text(figure.tu)}/{typed_text(figure.mau)}"


def typed_text(value: Decimal, decimals: int | None = None) -> str:
    """A typed number as printed: to ``decimals``, else as precisely as it was typed."""
    return format_number(value, _shown_decimals(value, decimals))


def _shown_decimals(value: Decimal, decimals: int | None) -> int | None:
    return typed_decimals(value) if decimals is None else decimals


def result_text(result: KetQua | None) -> str:
    """A result as the annex prints it; empty where the unit gave none."""
    if result is None:
        return ""
    stated = rate_text(result)
    if stated is not None:
        return stated
    if result.gia_tri is not None:
        if result.phan_tram:
            return format_percent(result.gia_tri, _shown_decimals(result.gia_tri, result.lam_tron))
        number = typed_text(result.gia_tri, result.lam_tron)
        return f"{number} {result.don_vi}" if result.don_vi else number
    return result.chu or ""


def verdict(indicator: ChiTieu, result: KetQua | None) -> str:
    """Met, not met, under way or open ("—").

    A verdict written by hand stands (a rule asks for its reason); numbers are held against the target in the
    indicator's direction, words against the target's words.
    """
    if result is None:
        return CHUA_DANH_GIA
    if result.danh_gia:
        return result.danh_gia
    if result.chu is not None:
        return _verdict_on_words(indicator, result.chu)
    percent = rate(result)
    if percent is None and result.phan_tram:
        percent = result.gia_tri
    if percent is not None:
        return _verdict_on_number(indicator, percent, is_percent=True)
    if result.gia_tri is not None:
        return _verdict_on_number(indicator, result.gia_tri, is_percent=False)
    return CHUA_DANH_GIA


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


def _starts_with_words(text: str, words: str) -> bool:
    return bool(words) and text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()


def _verdict_on_words(indicator: ChiTieu, words: str) -> str:
    said = words.casefold().strip(" .")
    if any(_starts_with_words(said, word) for word in _REFUSED):
        return KHONG_DAT
    accepted = [DAT, *indicator.dat_khi]
    if indicator.muc_tieu.gia_tri is None and indicator.muc_tieu.chu:
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
    said = words.casefold().strip(" .")
    return any(_starts_with_words(said, word) for word in _NOT_APPLICABLE)


def assess(report: BaoCao) -> tuple[NhomDanhGia, ...]:
    """Every group of the report's catalogue with its indicators assessed; empty without a catalogue."""
    if report.bo_chi_tieu is None:
        return ()
    results = {result.ma: result for result in report.ket_qua}
    return tuple(
        NhomDanhGia(
            nhom,
            tuple(ChiTieuDanhGia(ct, results.get(ct.ma), verdict(ct, results.get(ct.ma))) for ct in nhom.chi_tieu),
        )
        for nhom in report.bo_chi_tieu.nhom
    )
