"""TT108: each annex has page numbers of its own, and shows none on its first page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.head import ANNEX_FIRST_PAGE
from generator.decree.page import PAGE_NUMBER
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open
from generator.rules.page.numbering import first_page_part, in_use, is_conditional, shows_number
from generator.rules.page.sections import first_words, opening
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised
from generator.word.view import Para, Section

RULE = FormatRule(
    "TT108",
    "Số trang của phụ lục được đánh riêng từng phụ lục",
    "Phụ lục hay được tách ra gửi riêng, in riêng; số trang nối tiếp văn bản thì trang đầu của nó thành trang 7.",
    PAGE_NUMBER.annex_source,
)


def check(doc: Recognised) -> Verdict:
    annexes = [(para, doc.view.sections[para.section]) for para in _openings(doc) if _is_numbered(para, doc)]
    if not annexes:
        return NOT_ASSESSED
    return judged(finding for para, section in annexes for finding in _findings(para, section, doc))


def _openings(doc: Recognised) -> Iterator[Para]:
    for annex in doc.annexes:
        para = opening(annex)
        # A form with dots for its number is no annex yet.
        if para is not None and para.section < len(doc.view.sections) and not left_open(para.text):
            yield para


def _is_numbered(para: Para, doc: Recognised) -> bool:
    section = doc.view.sections[para.section]
    headers, footers = (in_use(parts, section, doc.view).values() for parts in (section.headers, section.footers))
    return any(shows_number(part, doc.view) for part in (*headers, *footers))


def _findings(para: Para, section: Section, doc: Recognised) -> Iterator[Finding]:
    first = format_number(PAGE_NUMBER.first)
    opens = first_words(para.section, doc)
    if opens is not None and opens.number < para.number:
        yield RULE.finding(
            para.place,
            f"Phụ lục nằm «chung phần (section)» với nội dung trước nó, nên số trang không đánh lại từ {first}",
            "Đặt con trỏ trước phụ lục, chọn Bố trí > Dấu ngắt > Trang tiếp theo (Layout > Breaks > Next Page), rồi "
            f"Chèn > Số Trang > Định dạng Số Trang (Format Page Numbers) > Bắt đầu từ (Start at): {first}.",
        )
        return
    begins_document = section.number == 0 and section.start is None
    if section.start != PAGE_NUMBER.first and not begins_document:
        found = "nối tiếp phần trước" if section.start is None else f"bắt đầu từ {section.start}"
        yield RULE.finding(
            para.place,
            f"Số trang của phụ lục «{found}», phải bắt đầu từ {first}",
            f"Chọn Chèn > Số Trang > Định dạng Số Trang (Format Page Numbers) > Bắt đầu từ (Start at): {first}.",
        )
    parts = (first_page_part(section.headers, section), first_page_part(section.footers, section))
    if any(shows_number(part, doc.view) and not is_conditional(part, doc.view) for part in parts):
        yield RULE.finding(
            para.place,
            "Trang đầu của phụ lục «có hiện số trang»",
            "Nháy đúp vào lề trên của trang ấy, chọn «Trang đầu khác biệt» (Different First Page).",
            ANNEX_FIRST_PAGE,
        )
