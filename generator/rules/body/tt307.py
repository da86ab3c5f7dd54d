"""The titles of mục: "I. TIÊU ĐỀ"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import AFTER_MUC_NUMBER
from generator.findings import Finding
from generator.rules.body.divisions import Level, loose_divisions, mark_of, read_division
from generator.rules.body.prose import gathered, off_the_edge
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
        # A title may stand at the left edge: the law has both edges even for running text.
        yield from look_findings(RULE, _ID, doc, [fragment], frozenset(("sizes", "bold", "italic", "case", "marks")))
        yield from off_the_edge(RULE, _ID, doc, [fragment])
        if division is not None and division.mark != AFTER_MUC_NUMBER:
            yield RULE.finding(
                fragment.place,
                f"Sau số {quoted(division.shown)} của mục {mark_of(division)}, phải là dấu chấm",
                f"Gõ lại «{division.shown}{AFTER_MUC_NUMBER} {division.rest[:30]}».",
                AFTER_MUC_NUMBER.source,
            )
    for loose in loose_divisions(doc, Level.MUC):
        right = f"{loose.shown}{AFTER_MUC_NUMBER}"
        yield RULE.finding(
            loose.para.place,
            f"Số thứ tự của mục viết {quoted(loose.loose)}, phải là «{right}»",
            f"Gõ lại «{right} {loose.rest[:30]}».",
            AFTER_MUC_NUMBER.source,
        )
