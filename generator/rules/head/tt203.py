"""TT203: the rule under the Tiêu ngữ."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.rule_lines import line_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["tieu_ngu"]

RULE = FormatRule(
    "TT203",
    "Đường kẻ dưới Tiêu ngữ: nét liền, dài bằng dòng chữ",
    "Đường kẻ gõ bằng dấu gạch hay gạch chân đổi độ dài khi đổi cỡ chữ, đổi máy.",
    _COMPONENT.source_of("rule"),
)


def check(doc: Recognised) -> Verdict:
    return line_verdict(RULE, _COMPONENT.id, doc)
