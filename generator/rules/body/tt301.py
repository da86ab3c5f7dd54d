"""The body: size, upright letters, both edges even."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.decree.page import BODY
from generator.findings import Finding
from generator.rules.body.prose import WHOLE_PARAGRAPH, gathered, prose_findings, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, mm
from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised

_SEEN = 5  # mm

RULE = FormatRule(
    "TT301",
    f"Lời văn cỡ chữ {bounds(BODY.sizes)}, chữ đứng, canh đều cả hai lề",
    "Nội dung được trình bày bằng chữ in thường, kiểu chữ đứng, canh đều cả hai lề. Chữ nghiêng, đậm trong một đoạn "
    "để trích dẫn, nhấn mạnh là bình thường; đoạn chỉ có một dòng thì canh trái hay canh đều trông như nhau.",
    BODY.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of("noi_dung")
    if not fragments:
        return NOT_ASSESSED
    return judged(gathered([*prose_findings(RULE, "noi_dung", doc, fragments), *_short_of_margin(fragments)]))


def _short_of_margin(fragments: tuple[Fragment, ...]) -> Iterator[Finding]:
    """Paragraphs whose right edge is set in; what is set in on both sides may be a quotation."""
    for fragment in fragments:
        look = fragment.para.look
        if look.left < look.right and mm(look.right) > _SEEN and stands_free(fragment.para):
            yield RULE.finding(
                fragment.place,
                f"Đoạn văn lùi khỏi lề phải «{format_number((mm(look.right) / 10).quantize(Decimal('0.1')))} cm»",
                "Đặt con trỏ vào đoạn này, mở Trang đầu > Đoạn văn (Home > Paragraph), đặt Thụt lề Phải (Right) về 0.",
                WHOLE_PARAGRAPH,
            )
