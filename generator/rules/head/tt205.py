"""TT205: the look of the name of the issuing body."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["co_quan_ban_hanh"]

RULE = FormatRule(
    "TT205",
    "Tên cơ quan ban hành: in hoa, đứng, đậm",
    "Người nhận nhìn vào đây để biết ai ban hành văn bản.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _COMPONENT.id, doc)
