"""The space between paragraphs.

How far apart Word sets two paragraphs depends on the file: by default it takes the larger of the space after the upper
and the space before the lower, with the setting "Don't use HTML paragraph auto spacing" (older files carry it) their
sum.  Seen by rendering both: 6 pt after and 6 pt before come out as 6 pt and as 12 pt.  Where the setting is not known,
only what is too little either way is a fault of law; what is enough as a sum alone is a hint.
A paragraph with ``contextual`` spacing gives none of its own towards a neighbour of its style.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.decree.facts import custom
from generator.decree.page import BODY
from generator.findings import Finding
from generator.rules.body.prose import gathered, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised
from generator.word.view import Para

_POINT = 20  # twips
_LEAST = f"{format_number(BODY.paragraph_spacing)} pt"
_LARGER = custom("Word thường lấy khoảng lớn hơn trong hai khoảng sau và trước, không cộng lại")
_FIX = (
    "Bôi đen các đoạn này, chọn Bố trí > Giãn cách > Trước (Layout > Spacing > Before) và đặt "
    f"{_LEAST} trở lên; bỏ chọn «Không thêm khoảng cách giữa các đoạn có cùng kiểu»."
)

RULE = FormatRule(
    "TT303",
    f"Khoảng cách giữa các đoạn văn tối thiểu là {_LEAST}",
    "Các đoạn phải cách nhau rõ hơn các dòng trong một đoạn. Khoảng này đặt ở giãn cách đoạn, không bằng dòng trống.",
    BODY.source,
)


def check(doc: Recognised) -> Verdict:
    pairs = list(_neighbours(doc))
    return judged(gathered(_findings(pairs, doc.view.adds_space))) if pairs else NOT_ASSESSED


def _neighbours(doc: Recognised) -> Iterator[tuple[Para, Para]]:
    """Paragraphs of the content with nothing between them, on one page as far as the file tells.

    Titles in the middle and what stands beside empty lines are left out: the decree asks it of paragraphs.
    """
    content = {para.number for para in doc.content}
    seen = [para for para in doc.view.body if not para.boxed]
    for upper, lower in pairwise(seen):
        if upper.number in content and lower.number in content and _follows(upper, lower):
            yield upper, lower


def _follows(upper: Para, lower: Para) -> bool:
    same_page = not lower.breaks_page and upper.section == lower.section
    return same_page and _is_paragraph(upper) and _is_paragraph(lower)


def _is_paragraph(para: Para) -> bool:
    return stands_free(para) and not para.is_blank and para.look.align in ("left", "both")


def _findings(pairs: list[tuple[Para, Para]], adds_space: bool | None) -> Iterator[Finding]:
    least = BODY.paragraph_spacing
    for upper, lower in pairs:
        same = upper.look.style == lower.look.style
        after = 0 if same and upper.look.contextual else upper.look.after
        before = 0 if same and lower.look.contextual else lower.look.before
        larger = Decimal(max(after, before)) / _POINT
        total = larger if adds_space is False else Decimal(after + before) / _POINT
        if total < least:
            found = f"cách đoạn trên «{format_number(total)} pt», phải từ {_LEAST} trở lên"
            yield RULE.finding(lower.place, f"Đoạn văn {found}", _FIX)
        elif adds_space is None and larger < least:
            found = (
                f"sau {format_number(Decimal(after) / _POINT)} pt và trước {format_number(Decimal(before) / _POINT)} pt"
            )
            yield RULE.finding(
                lower.place,
                f"Khoảng cách với đoạn trên là «{found}», có thể chỉ còn {format_number(larger)} pt trên trang",
                _FIX,
                _LARGER,
            )
