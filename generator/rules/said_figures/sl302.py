"""SL302: a result is of the kind that its unit and its target ask for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_figures.kinds import wrong_kind
from generator.rules.said_rule import SaidRule
from generator.vn.text import quoted

RULE = SaidRule(
    "SL302",
    Severity.WARNING,
    "Kết quả cùng loại với đơn vị tính và mức giao",
    "Mức giao theo % mà kết quả là số đếm, hoặc chỉ ghi «Có», thì không ai so được đạt hay không.",
)


def check(said: Said) -> Iterator[Finding]:
    for indicator in said.indicators:
        found = wrong_kind(indicator.unit, indicator.target, indicator.result)
        if found is not None:
            who = indicator.id or quoted(indicator.name)
            severity = Severity.HINT if found.hint else None
            yield RULE.finding(indicator.place, f"Chỉ tiêu {who}: {found.problem}.", found.remedy, severity=severity)
