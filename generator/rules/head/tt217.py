"""TT217: the look of «Kính gửi» and of those addressed."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import ATTRIBUTES, look_findings
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["kinh_gui"]

RULE = FormatRule(
    "TT217",
    "Kính gửi: in thường, đứng, không đậm",
    "Chữ “Kính gửi” và tên nơi nhận cùng một kiểu chữ, cùng cỡ với lời văn.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    # A single line stands in the middle of the page whether it is indented there or centred.
    attributes = ATTRIBUTES if len(fragments) > 1 else ATTRIBUTES - {"align"}
    return judged(look_findings(RULE, _COMPONENT.id, doc, fragments, attributes))
