"""TT605: the space between paragraphs that the office has chosen.

By the file Word takes the sum of the space after and before, or the larger of the two (see TT303); either may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.data.house import QuyCach
from generator.findings import Finding
from generator.rules.body.prose import PROSE, fragments_of, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen, told_once
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT605",
    "Khoảng cách giữa các đoạn theo cơ quan chọn",
    "Nghị định chỉ đòi ít nhất 6 pt; mỗi đoạn một khoảng khác nhau thì trang chữ lộn xộn. Chỉ xét giữa các đoạn lời "
    "văn: trên một đề mục được cách rộng hơn.",
    chosen("gian_doan"),
)

_POINT = 20  # twips
_TOLERANCE = Decimal("0.1")  # pt; Word rounds to a twentieth


def check(doc: Recognised, style: QuyCach) -> Verdict:
    pairs = list(_neighbours(doc))
    return judged(told_once(_findings(pairs, style.gian_doan))) if pairs else NOT_ASSESSED


def _neighbours(doc: Recognised) -> Iterator[tuple[Para, Para]]:
    """Paragraphs of running text with nothing between them, on one page as far as the file tells."""
    prose = {fragment.para.number for fragment in fragments_of(doc, PROSE)}
    for upper, lower in pairwise(para for para in doc.view.body if not para.boxed):
        together = {upper.number, lower.number} <= prose and upper.section == lower.section
        if together and not lower.breaks_page and all(stands_free(p) and not p.is_blank for p in (upper, lower)):
            yield upper, lower


def _findings(pairs: list[tuple[Para, Para]], wanted: Decimal) -> Iterator[Finding]:
    right = f"{format_number(wanted)} pt"
    for upper, lower in pairs:
        same = upper.look.style == lower.look.style
        after = 0 if same and upper.look.contextual else upper.look.after
        before = 0 if same and lower.look.contextual else lower.look.before
        meant = [Decimal(twips) / _POINT for twips in (after + before, max(after, before))]
        if all(abs(gap - wanted) > _TOLERANCE for gap in meant):
            yield RULE.finding(
                lower.place,
                f"Đoạn văn cách đoạn trên «{format_number(meant[0])} pt», cơ quan chọn {right}",
                "Bôi đen các đoạn này, chọn Bố trí > Giãn cách (Layout > Spacing), "
                f"đặt Trước (Before) {right}, Sau (After) 0 pt.",
            )
