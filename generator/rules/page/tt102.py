"""TT102: the sheet stands upright, except for tables."""

from __future__ import annotations

from generator.decree.page import ORIENTATION
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.page.sections import annex_sections, place_of, runs_of
from generator.word.recognised import Recognised
from generator.word.view import Section

RULE = FormatRule(
    "TT102",
    f"Trang giấy đặt {ORIENTATION.usual.value}",
    "Trang ngang chỉ dành cho bảng, biểu rộng; phụ lục đặt dọc hay ngang đều được.",
    ORIENTATION.source,
)


def check(doc: Recognised) -> Verdict:
    free = annex_sections(doc) if not ORIENTATION.annexes_bound else frozenset[int]()
    judged_sections = [section for section in doc.view.sections if section.number not in free]
    if not judged_sections:
        return NOT_ASSESSED
    with_tables = {para.section for para in doc.view.body if para.cell is not None and para.cell.bordered}
    with_tables |= {para.section for para in doc.tables}

    def lies(section: Section) -> bool | None:
        return True if section.width > section.height and section.number not in with_tables else None

    return judged(
        RULE.finding(
            place_of(section, doc),
            f"Trang giấy đặt «ngang», phải đặt {ORIENTATION.usual.value}; "
            f"chỉ được đặt ngang khi {ORIENTATION.exception}",
            "Chọn Bố trí > Hướng > Dọc (Layout > Orientation > Portrait).",
        )
        for section, _ in runs_of(judged_sections, lies)
    )
