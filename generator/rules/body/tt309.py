"""Điểm: "a) ..."."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import AFTER_DIEM_LETTER
from generator.findings import Finding
from generator.rules.body.divisions import Level, loose_divisions, read_division
from generator.rules.body.prose import gathered, prose_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_ID = "diem"

RULE = FormatRule(
    "TT309",
    "Điểm: chữ cái thường có dấu đóng ngoặc đơn, chữ đứng bằng cỡ lời văn",
    "Điểm được viện dẫn bằng chữ cái (điểm a khoản 2); sau chữ cái có dấu đóng ngoặc đơn để không lẫn với khoản.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if doc.of(_ID) or any(loose_divisions(doc, Level.DIEM)) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    yield from prose_findings(RULE, _ID, doc, doc.of(_ID))
    for fragment in doc.of(_ID):
        division = read_division(fragment.para, _ID) if fragment.start == 0 else None
        if division is None or division.level != Level.DIEM:
            continue
        right = f"{division.shown.lower()}{AFTER_DIEM_LETTER}"
        if f"{division.shown}{division.mark}" != right:
            yield RULE.finding(
                fragment.place,
                f"Thứ tự của điểm viết {quoted(division.shown + division.mark)}, phải là «{right}»",
                f"Gõ lại «{right} {division.rest[:30]}».",
            )
    for loose in loose_divisions(doc, Level.DIEM):
        right = f"{loose.shown.lower()}{AFTER_DIEM_LETTER}"
        yield RULE.finding(
            loose.para.place,
            f"Thứ tự của điểm viết {quoted(loose.loose)}, phải là «{right}»",
            f"Gõ lại «{right} {loose.rest[:30]}».",
        )
