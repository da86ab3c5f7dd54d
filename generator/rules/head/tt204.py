"""TT204: the look of the name of the superior body."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["co_quan_chu_quan"]

RULE = FormatRule(
    "TT204",
    "Tên cơ quan chủ quản: in hoa, đứng, không đậm",
    "Không đậm để phân biệt với tên cơ quan ban hành đứng ngay dưới.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _COMPONENT.id, doc)
