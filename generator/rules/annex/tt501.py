"""The words Phụ lục and their number."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.word.recognised import Recognised

_ID = "phu_luc_tu"

RULE = FormatRule(
    "TT501",
    "Từ “Phụ lục” và số thứ tự: một dòng riêng, canh giữa, in thường, chữ đứng, đậm, "
    f"cỡ chữ {bounds(COMPONENTS[_ID].sizes)}",
    "Dòng này cho biết phụ lục bắt đầu; nó in thường để phân biệt với tên phụ lục in hoa ở dưới.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = parts_of(doc, "heading")
    return judged(gathered(look_findings(RULE, _ID, doc, fragments))) if fragments else NOT_ASSESSED
