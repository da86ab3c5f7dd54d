"""TT206: the rule under the name of the issuing body."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.rule_lines import line_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["co_quan_ban_hanh"]

RULE = FormatRule(
    "TT206",
    "Đường kẻ dưới tên cơ quan ban hành: nét liền, ngắn, cân đối",
    "Đường kẻ dài bằng dòng chữ hay lệch là chỗ thường sai nhất ở đầu trang.",
    _COMPONENT.source_of("rule"),
)


def check(doc: Recognised) -> Verdict:
    return line_verdict(RULE, _COMPONENT.id, doc)
