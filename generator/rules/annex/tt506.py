"""Whether an annex begins a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import specimen
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open
from generator.vn.text import quoted
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT506",
    "Mỗi phụ lục bắt đầu ở trang mới",
    "Phụ lục đánh số trang riêng, nên bắt đầu ở một trang của nó, như mẫu 2.1.",
    specimen("Phụ lục III, mẫu 2.1; Phụ lục I, phần I, mục III.1.đ"),
)


def check(doc: Recognised) -> Verdict:
    fragments = [annex.heading[0] for annex in doc.annexes if annex.heading]
    headings = [fragment.para for fragment in fragments if not left_open(fragment.text)]
    return judged(_findings(doc, headings)) if headings else NOT_ASSESSED


def _findings(doc: Recognised, headings: list[Para]) -> Iterator[Finding]:
    seen = [para for para in doc.view.body if not para.boxed]
    first = next((para.number for para in seen if not para.is_blank), 0)
    places = {para.number: at for at, para in enumerate(seen)}
    for heading in headings:
        at = places.get(heading.number, 0)
        if heading.number <= first or _begins_page(seen, at):
            continue
        yield RULE.finding(
            heading.place,
            f"Phụ lục {quoted(heading.text)} không có ngắt trang ở trên, không chắc bắt đầu ở trang mới",
            "Đặt con trỏ trước chữ «Phụ lục», chọn Bố trí > Dấu ngắt > Trang tiếp theo (Layout > Breaks > Next Page).",
        )


def _begins_page(seen: list[Para], at: int) -> bool:
    """Whether a break stands before a paragraph, maybe in the empty paragraphs above."""
    while at > 0:
        if seen[at].breaks_page or seen[at].look.page_break_before:
            return True
        at -= 1
        if not seen[at].is_blank:
            return False
    return False
