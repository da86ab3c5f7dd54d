"""SL102: a denominator is not zero."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia, fraction_text
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import fractions

RULE = DataRule(
    "SL102",
    Severity.ERROR,
    "Mẫu số khác 0",
    "Không tính được tỷ lệ trên một tổng số bằng 0.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for figure in fractions(report):
        if figure.mau == 0:
            yield RULE.finding(
                figure.place,
                f"«{fraction_text(figure)}»: mẫu số bằng 0 nên không có tỷ lệ.",
                "Điền tổng số vào «mau»; nếu trong kỳ không phát sinh thì ghi bằng chữ: «chu: Không phát sinh».",
            )
