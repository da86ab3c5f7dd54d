"""Điều: its word, number and title."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import AFTER_DIEU_NUMBER, DIEU
from generator.findings import Finding
from generator.rules.body.divisions import Division, mark_of, read_division
from generator.rules.body.prose import gathered, off_the_edge
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, left_open, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_ID = "dieu"
_LETTERS = frozenset(("sizes", "bold", "italic", "case", "marks"))

RULE = FormatRule(
    "TT319",
    f"Từ “Điều”, số Ả Rập có dấu chấm và tiêu đề: in thường, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm",
    "Điều được viện dẫn bằng số; chữ đậm cho thấy điều bắt đầu ở đâu. Lời văn sau số thứ tự thì không đậm.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if doc.of(_ID) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for fragment in doc.of(_ID):
        yield from look_findings(RULE, _ID, doc, [fragment], _LETTERS)
        yield from off_the_edge(RULE, _ID, doc, [fragment])
        division = read_division(fragment.para, _ID)
        if division is not None and not left_open(fragment.text):
            yield from _number(fragment, division)


def _number(fragment: Fragment, division: Division) -> Iterator[Finding]:
    right = division.shown if division.shown.isdecimal() else str(division.last or 1)
    if not division.shown.isdecimal():
        yield RULE.finding(
            fragment.place,
            f"Số thứ tự của điều là {quoted(division.shown)}, phải là chữ số Ả Rập",
            f"Gõ lại «{DIEU} {right}{AFTER_DIEU_NUMBER}».",
        )
    if division.mark != AFTER_DIEU_NUMBER:
        yield RULE.finding(
            fragment.place,
            f"Sau số {quoted(division.shown)} của điều {mark_of(division)}, phải là dấu chấm",
            f"Gõ lại «{DIEU} {right}{AFTER_DIEU_NUMBER}».",
        )
