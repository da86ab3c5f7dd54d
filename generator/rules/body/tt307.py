"""The titles of mục: "I. TIÊU ĐỀ"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import AFTER_MUC_NUMBER
from generator.findings import Finding
from generator.rules.body.divisions import Level, read_division
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised

_ID = "muc"

RULE = FormatRule(
    "TT307",
    f"Số thứ tự và tiêu đề của mục: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, "
    "số La Mã và tiêu đề trên một dòng",
    "Mục là phần lớn nhất của một báo cáo; chữ hoa đậm phân biệt nó với khoản có tiêu đề chỉ đậm.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc, doc.of(_ID)))) if doc.of(_ID) else NOT_ASSESSED


def _findings(doc: Recognised, fragments: tuple[Fragment, ...]) -> Iterator[Finding]:
    for fragment in fragments:
        division = read_division(fragment.para, _ID)
        # "Mục 1" of a regulation is another thing: a line of its own in the middle, in small letters.
        if division is not None and division.level != Level.MUC:
            continue
        # A title may stand at the left edge: the law has both edges even for running text.
        yield from look_findings(RULE, _ID, doc, [fragment], frozenset(("sizes", "bold", "italic", "case")))
        if division is not None and division.mark != AFTER_MUC_NUMBER:
            yield RULE.finding(
                fragment.place,
                f"Sau số {quoted(division.shown)} của mục là {quoted(division.mark or ' ')}, phải là dấu chấm",
                f"Gõ lại «{division.shown}{AFTER_MUC_NUMBER} {division.rest[:30]}».",
                AFTER_MUC_NUMBER.source,
            )
