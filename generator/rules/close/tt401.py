"""The look of the signer's authority and office."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import bounds, look_verdict
from generator.word.recognised import Recognised

_ID = "quyen_han_chuc_vu"

RULE = FormatRule(
    "TT401",
    f"Quyền hạn, chức vụ của người ký: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, canh giữa",
    "Quyền hạn và chức vụ cho biết văn bản được ký với tư cách nào.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return look_verdict(RULE, _ID, doc)
