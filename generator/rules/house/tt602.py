"""TT602: the size that the office has chosen for the body."""

from __future__ import annotations

from generator.data.house import QuyCach
from generator.rules.body.prose import PROSE, fragments_of
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen, size_findings, told_once
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT602",
    "Lời văn theo cỡ chữ cơ quan chọn",
    "Nghị định cho chọn từ 13 đến 14; văn bản của một cơ quan nên cùng một cỡ chữ.",
    chosen("co_chu.noi_dung"),
)


def check(doc: Recognised, style: QuyCach) -> Verdict:
    fragments = fragments_of(doc, PROSE)
    if not fragments:
        return NOT_ASSESSED
    return judged(told_once(size_findings(RULE, "noi_dung", style.co_chu.noi_dung, fragments)))
