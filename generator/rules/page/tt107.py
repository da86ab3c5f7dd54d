"""TT107: the first page shows no number."""

from __future__ import annotations

from generator.decree.page import PAGE_NUMBER
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.page.numbering import PAGE, first_page_part, is_conditional, numbers_of, shows_number
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT107",
    "Trang đầu không hiện số trang",
    "Trang đầu đã có Quốc hiệu, số và ký hiệu; số trang chỉ để xếp các trang sau.",
    PAGE_NUMBER.source,
)


def check(doc: Recognised) -> Verdict:
    view = doc.view
    if not view.sections or not any(PAGE in kinds and part in view.margins for (part, _), kinds in view.fields.items()):
        return NOT_ASSESSED
    first = view.sections[0]
    parts = [first_page_part(first.headers, first), first_page_part(first.footers, first)]
    shown = [part for part in parts if part and shows_number(part, view) and not is_conditional(part, view)]
    return judged(
        RULE.finding(
            para.place,
            "Trang đầu «có hiện số trang», phải không hiện",
            "Nháy đúp vào lề trên của trang đầu, chọn «Trang đầu khác biệt» (Different First Page), "
            "xóa số trang ở đó nếu còn.",
        )
        for para in numbers_of(shown, view)
    )
