"""TT209: the look of place and date."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["dia_danh_thoi_gian"]

RULE = FormatRule(
    "TT209",
    "Địa danh và thời gian: chữ nghiêng, canh giữa",
    "Dòng này nằm ngang hàng với số, ký hiệu, ngay dưới Tiêu ngữ.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _COMPONENT.id, doc)
