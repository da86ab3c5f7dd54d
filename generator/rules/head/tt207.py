"""TT207: the look of number and symbol."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
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
    return look_verdict(RULE, _COMPONENT.id, doc)
