"""SL101: a numerator does not exceed its denominator."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia, fraction_text
from generator.data.model import BaoCao
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import fractions

RULE = DataRule(
    "SL101",
    Severity.WARNING,
    "Tử số không lớn hơn mẫu số",
    "Một tỷ lệ trên 100% của một bộ phận trong tổng số là nhầm: đảo tử với mẫu, hoặc gõ sai một chữ số.",
)


def _counted(groups: tuple[NhomDanhGia, ...]) -> Iterator[DataPlace]:
    """Where the results are that come to so many for each thousand: the numerator is no part of the denominator."""
    for group in groups:
        for assessed in group.chi_tieu:
            result, formula = assessed.ket_qua, assessed.chi_tieu.cach_tinh
            if result is not None and formula and not formula.phan_tram:
                yield result.place
                if result.ky_truoc is not None:
                    yield result.ky_truoc.place


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    counted = frozenset(_counted(groups))
    for figure in fractions(report):
        if figure.tu is not None and figure.mau and figure.tu > figure.mau and figure.place not in counted:
            yield RULE.finding(
                figure.place,
                f"«{fraction_text(figure)}»: tử số lớn hơn mẫu số.",
                "Kiểm tra lại hai số; nếu đặt ngược thì đổi chỗ «tu» và «mau»; nếu đúng là vượt 100% thì để nguyên.",
            )
