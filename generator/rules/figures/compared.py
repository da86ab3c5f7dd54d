"""Figures with those of the period before, as the rules that compare them go through them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.data.derive import fraction_text, typed_text
from generator.data.model import BaoCao, KetQua, SoLieu
from generator.data.periods import YEAR, Period
from generator.vn.text import quoted

Figure = SoLieu | KetQua
CONFIRM = "nếu đúng là không đổi thì ghi «# cds: không đổi» ở cuối dòng này"


def figures(report: BaoCao) -> Iterator[Figure]:
    """The figures of the texts, then the results."""
    yield from report.so_lieu
    yield from report.ket_qua


def name(figure: Figure) -> str:
    """What a message calls a figure."""
    return f"Chỉ tiêu {figure.ma}" if isinstance(figure, KetQua) else f"Số liệu {quoted(figure.ten)}"


def value_text(figure: Figure) -> str:
    """The value of a figure as it was typed, in short; empty for words and for nothing."""
    fraction = fraction_text(figure)
    if fraction is not None or figure.gia_tri is None:
        return fraction or ""
    if isinstance(figure, KetQua) and figure.phan_tram:
        return f"{typed_text(figure.gia_tri)}%"
    return f"{typed_text(figure.gia_tri)} {figure.don_vi or ''}".rstrip()


def counts(figure: Figure) -> dict[str, Decimal]:
    """The counts of a figure by their keys: ``tu`` and ``mau``, or ``gia_tri``; a rate is none, for it does not add."""
    is_rate = figure.don_vi == "%" or (isinstance(figure, KetQua) and figure.phan_tram)
    parts = {"tu": figure.tu, "mau": figure.mau, "gia_tri": None if is_rate else figure.gia_tri}
    return {key: value for key, value in parts.items() if value is not None}


def same_unit(*figures: Figure) -> bool:
    """Whether no two of them state different units."""
    return len({figure.don_vi.casefold() for figure in figures if figure.don_vi}) <= 1


def counts_anew(report: BaoCao) -> bool:
    """Whether what has come together since the year began may begin anew between the period before and this one."""
    now, before = report.ky, report.ky.truoc
    return before is not None and before.nam != now.nam and Period.of(now).kind != YEAR
