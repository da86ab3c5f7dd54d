"""TT207: the look of number and symbol."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict
from generator.rules.head.places import strayed
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["so_ky_hieu"]

RULE = FormatRule(
    "TT207",
    "Số, ký hiệu: cỡ chữ, kiểu chữ, canh giữa",
    "Chữ “Số” viết thường; không đậm, không nghiêng, đứng giữa dưới tên cơ quan.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    # In the other block it has the look of that block, and has to be moved first.
    return NOT_ASSESSED if strayed(doc, _COMPONENT.id) else look_verdict(RULE, _COMPONENT.id, doc)
