"""SL201: a rate in the text is its fraction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_figures.rates import wrong_rates
from generator.rules.said_rule import SaidRule

RULE = SaidRule(
    "SL201",
    Severity.WARNING,
    "Tỷ lệ trong lời văn đúng với phân số đứng cạnh",
    "Cấp trên cộng lại số liệu từ tử số và mẫu số; tỷ lệ ghi khác thì báo cáo bị trả về.",
)


def check(said: Said) -> Iterator[Finding]:
    yield from wrong_rates(RULE, said.passages)
