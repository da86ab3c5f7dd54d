"""Phần, Chương and their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.findings import Finding
from generator.rules.body.divisions import read_division
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import look_findings
from generator.vn.numerals import roman
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_ID = "phan_chuong"

RULE = FormatRule(
    "TT305",
    "Từ “Phần”, “Chương” và số La Mã đứng một dòng riêng, canh giữa, chữ đậm, in thường",
    "Người đọc tìm phần, chương theo dòng này; số thứ tự của phần, chương dùng chữ số La Mã, tiêu đề ở dòng dưới.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(_findings(doc, doc.of(_ID))) if doc.of(_ID) else NOT_ASSESSED


def _findings(doc: Recognised, fragments: tuple[Fragment, ...]) -> Iterator[Finding]:
    yield from look_findings(RULE, _ID, doc, fragments)
    for fragment in fragments:
        division = read_division(fragment.para, _ID)
        if division is None:
            continue
        if division.shown.isdecimal() or not division.last:
            example = roman(division.last) if 0 < division.last < 100 else roman(1)
            yield RULE.finding(
                fragment.place,
                f"Số thứ tự của phần, chương là {quoted(division.shown)}, phải là chữ số La Mã",
                f"Gõ lại số này, ví dụ «{example}».",
            )
        if division.rest and "\n" not in fragment.para.text:
            yield RULE.finding(
                fragment.place,
                f"Tiêu đề {quoted(division.rest)} đứng cùng dòng với số thứ tự của phần, chương",
                "Đặt con trỏ trước tiêu đề, bấm Enter để tiêu đề xuống dòng riêng, canh giữa.",
            )
