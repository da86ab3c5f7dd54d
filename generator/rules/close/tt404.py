"""Another office of the signer."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import look_verdict
from generator.word.recognised import Recognised

_ID = "chuc_vu_khac"

RULE = FormatRule(
    "TT404",
    "Chức vụ khác của người ký (trong Ban Chỉ đạo, Hội đồng): phía trên họ tên, in hoa, đậm, canh giữa",
    "Nghị định chỉ quy định vị trí; trình bày như chức vụ chính thì hai dòng không lẫn với họ tên.",
    COMPONENTS[_ID].source_of("bold"),
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _ID, doc)
