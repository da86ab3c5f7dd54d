"""TT212: the look of the subject under a kind."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["trich_yeu"]

RULE = FormatRule(
    "TT212",
    "Trích yếu: in thường, đứng, đậm, canh giữa",
    "Trích yếu in hoa hay in nghiêng là theo các quy định cũ.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _COMPONENT.id, doc)
