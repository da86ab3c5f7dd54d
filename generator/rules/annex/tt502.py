"""The numbers of annexes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.wording import ANNEXES_NUMBERED_FROM, PHU_LUC
from generator.findings import Finding
from generator.rules.annex.heading import MOST, Heading, heading_of
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.numerals import roman
from generator.vn.text import quoted
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT502",
    "Từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã, theo thứ tự",
    "Văn bản chỉ dẫn tới từng phụ lục bằng số; một phụ lục thì không cần số.",
    ANNEXES_NUMBERED_FROM.source,
)


def check(doc: Recognised) -> Verdict:
    found = [heading for annex in doc.annexes if (heading := heading_of(annex))]
    headings = [heading for heading in found if not heading.is_open][:MOST]
    if len(headings) < ANNEXES_NUMBERED_FROM.value:
        return NOT_ASSESSED
    # A file of annexes alone may hold the later ones.
    first = 1 if doc.content else max(headings[0].value, 1)
    return judged(_findings(headings, first))


def _findings(headings: list[Heading], first: int) -> Iterator[Finding]:
    for number, heading in enumerate(headings, start=first):
        if heading.value == number:
            continue
        right = f"{PHU_LUC} {roman(number)}"
        if not heading.shown:
            problem = f"Văn bản có {len(headings)} phụ lục mà phụ lục này không có số thứ tự"
        elif not heading.value:
            problem = f"Số thứ tự của phụ lục là {quoted(heading.shown)}, phải là chữ số La Mã"
        else:
            problem = f"Phụ lục thứ {number} của văn bản ghi số {quoted(heading.shown)}, không theo thứ tự"
        yield RULE.finding(heading.place, problem, f"Viết «{right}».")
