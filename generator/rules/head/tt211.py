"""TT211: the look of the kind."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["ten_loai"]

RULE = FormatRule(
    "TT211",
    "Tên loại văn bản: in hoa, đứng, đậm, canh giữa",
    "Tên loại cho biết hiệu lực của văn bản; nó đứng một mình một dòng.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _COMPONENT.id, doc)
