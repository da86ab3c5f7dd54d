"""SL305: a rate in a table is its fraction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_figures.rates import wrong_rates
from generator.rules.said_figures.wording import cells
from generator.rules.said_rule import SaidRule

RULE = SaidRule(
    "SL305",
    Severity.WARNING,
    "Tỷ lệ trong bảng đúng với phân số đứng cạnh",
    "Bảng là chỗ cấp trên lấy số để tổng hợp; tỷ lệ không đúng phân số thì không biết tin số nào.",
)


def check(said: Said) -> Iterator[Finding]:
    yield from wrong_rates(RULE, cells(said), in_table=True)
