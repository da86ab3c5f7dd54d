"""Phần, Chương and their numbers."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.body.parts import part_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.word.recognised import Recognised

_ID = "phan_chuong"

RULE = FormatRule(
    "TT305",
    "Từ “Phần”, “Chương” và số La Mã đứng một dòng riêng, canh giữa, chữ đậm, in thường",
    "Người đọc tìm phần, chương theo dòng này; số thứ tự của phần, chương dùng chữ số La Mã, tiêu đề ở dòng dưới.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_ID)
    return judged(part_findings(RULE, _ID, doc, fragments, roman_numbers=True)) if fragments else NOT_ASSESSED
