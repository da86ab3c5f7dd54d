"""DL603: the date of a document exists, is not after the report, and is one on which its body could issue it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_citations.bodies import type_of_symbol
from generator.rules.said_citations.ledger import Document, ledger, place_of_number
from generator.rules.said_citations.mention import Mention, subject_words
from generator.rules.said_rule import SaidRule
from generator.vn.dates import DateError, VnDate, parse_date, short_date
from generator.vn.text import fold, quoted, squeeze

RULE = SaidRule(
    "DL603",
    Severity.WARNING,
    "Ngày của văn bản được dẫn phải có thật, không sau ngày báo cáo, và là ngày cơ quan ấy ban hành được",
    "Ngày không thể có là ngày gõ nhầm; người đọc không tìm được văn bản.",
)
_LAST_OF_DISTRICTS = VnDate(2025, 6, 30)
_LAST_OF_THAT_MINISTRY = VnDate(2025, 2, 28)
_FOUNDS = ("thành lập bcđ", "về việc thành lập bcđ", "quyết định thành lập bcđ")
_FIX = "Xem lại bản gốc của văn bản rồi sửa ngày."


def check(said: Said) -> Iterator[Finding]:
    book = ledger(said)
    founded = _founded(book.documents)
    for document in book.documents:
        for mention in document.mentions:
            problem = _problem(mention, said.date) or _too_early(document, mention, founded)
            if problem:
                yield RULE.finding(place_of_number(said, mention), problem, _FIX)


def _problem(mention: Mention, reported: VnDate | None) -> str:
    """What is wrong with the date by itself, empty for nothing."""
    date = mention.date
    if date is None:
        return _unread(mention)
    told = f"«{mention.symbol}» ghi ngày «{short_date(date)}»"
    if reported is not None and _after(date, reported):
        return f"{told}, sau ngày của báo cáo («{short_date(reported)}»)."
    if mention.symbol.nam is not None and mention.symbol.nam != date.year:
        return f"{told}, mà ký hiệu ghi năm {mention.symbol.nam}."
    words = fold(mention.body_words)
    body = mention.body
    of_district = body is not None and body.type in ("ubnd", "hdnd") and body.level == 2
    if of_district and _after(date, _LAST_OF_DISTRICTS):
        return f"{told}, khi không còn cấp huyện (từ 01/7/2025)."
    ministry = mention.symbol.co_quan.split("-")[0] in ("STTTT", "BTTTT") or "thong tin va truyen thong" in words
    if ministry and _after(date, _LAST_OF_THAT_MINISTRY):
        return f"{told}, khi ngành Thông tin và Truyền thông đã nhập vào ngành Khoa học và Công nghệ (từ 01/3/2025)."
    return ""


def _unread(mention: Mention) -> str:
    """Why the words of the date are no date."""
    if not mention.date_words or not mention.date_words[0].isdigit():
        return ""
    try:
        parse_date(squeeze(mention.date_words))
    except DateError as fault:
        return f"«{mention.symbol}» ghi ngày {quoted(mention.date_words)}: không có ngày ấy. {fault.problem}"
    return ""


def _after(date: VnDate, limit: VnDate) -> bool:
    """Whether the date is surely later: parts that either leaves open do not count."""
    parts = ((date.year, limit.year), (date.month, limit.month), (date.day, limit.day))
    for one, other in parts:
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def _founded(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The decisions that found a steering committee."""
    return tuple(
        each
        for each in documents
        if each.first.symbol.loai == "QĐ" and " ".join(subject_words(each.subject)[:6]).startswith(_FOUNDS)
    )


def _too_early(document: Document, mention: Mention, founded: tuple[Document, ...]) -> str:
    """A paper of the steering committee from before the decision that founds it, where there is one such decision."""
    date = mention.date
    if date is None or len(founded) != 1 or type_of_symbol(mention.symbol) != "bcd":
        return ""
    body = document.body
    start, office = founded[0].date, founded[0].body
    if start is None or (body and office and body.level != office.level) or not _after(start, date):
        return ""
    if body is None or body.level is None or office is None:
        return ""
    return f"«{mention.symbol}» ghi ngày «{short_date(date)}», trước khi có Ban Chỉ đạo ({founded[0].dated})."
