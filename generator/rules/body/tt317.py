"""Mục, Tiểu mục of a regulation and their numbers."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.body.parts import part_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.word.recognised import Recognised

_ID = "muc_tieu_muc"

RULE = FormatRule(
    "TT317",
    "Từ “Mục”, “Tiểu mục” và số Ả Rập đứng một dòng riêng, canh giữa, chữ đậm, in thường",
    "Quy chế, quy định chia chương thành mục, tiểu mục; khác với «I. TIÊU ĐỀ» của báo cáo, số thứ tự ở đây là chữ số "
    "Ả Rập, tiêu đề ở dòng dưới.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_ID)
    return judged(part_findings(RULE, _ID, doc, fragments, roman_numbers=False)) if fragments else NOT_ASSESSED
