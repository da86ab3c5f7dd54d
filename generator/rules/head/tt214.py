"""TT214: the rule under the subject."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.rule_lines import line_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["trich_yeu"]

RULE = FormatRule(
    "TT214",
    "Đường kẻ dưới trích yếu: nét liền, ngắn, cân đối",
    "Đường kẻ đóng phần đầu của văn bản có tên loại.",
    _COMPONENT.source_of("rule"),
)


def check(doc: Recognised) -> Verdict:
    return line_verdict(RULE, _COMPONENT.id, doc)
