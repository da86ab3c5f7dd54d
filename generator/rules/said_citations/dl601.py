"""DL601: a document has one date wherever it is named."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Place, Severity
from generator.rules.said import Said
from generator.rules.said_citations.bodies import is_one_body
from generator.rules.said_citations.ledger import Document, ledger, place_of_number, same_date
from generator.rules.said_citations.mention import Mention, subject_words
from generator.rules.said_citations.series import numbering
from generator.rules.said_rule import SaidRule
from generator.vn.dates import VnDate, short_date

RULE = SaidRule(
    "DL601",
    Severity.WARNING,
    "Một văn bản chỉ có một ngày, dẫn ở đâu cũng vậy",
    "Hai ngày cho một số thì một ngày sai; người đọc tìm theo ngày sai sẽ không thấy văn bản.",
)
_SAME_WORDS = 4


def check(said: Said) -> Iterator[Finding]:
    by_symbol = dict[str, list[Document]]()
    for each in ledger(said).documents:
        if each.date is not None:
            by_symbol.setdefault(each.first.key, []).append(each)
    for documents in by_symbol.values():
        if len(documents) < 2:
            continue
        # What most mentions say is taken for right; of equals, what stands first.
        right = max(documents, key=lambda each: len({mention.place for mention in each.mentions if mention.date}))
        for each in documents:
            if each.date and right.date and not same_date(each.date, right.date) and _is_one(each, right):
                places = place_of_number(said, each.first), place_of_number(said, right.first)
                yield _finding(each.first, each.date, right.date, places)


def _is_one(one: Document, other: Document) -> bool:
    """Whether two documents of one symbol and two dates are surely one document."""
    left, right, symbol = one.date, other.date, one.first.symbol
    if left is None or right is None or (one.body and other.body and not one.body.may_be(other.body)):
        return False
    if symbol.nam is not None:
        return True
    if _differ(one, other):
        return False
    told = is_one_body(symbol) or bool(one.office and one.office == other.office)
    alike = _one_subject(one, other) or _is_slip(left, right)
    if numbering(left) == numbering(right) and not symbol.dang:
        return told or alike
    return (told and alike) or (_is_slip(left, right) and _one_subject(one, other))


def _is_slip(left: VnDate, right: VnDate) -> bool:
    """Whether only one of day, month and year differs."""
    pairs = ((left.day, right.day), (left.month, right.month), (left.year, right.year))
    return None not in (left.day, right.day) and sum(one != other for one, other in pairs) == 1


def _one_subject(one: Document, other: Document) -> bool:
    left, right = subject_words(one.subject), subject_words(other.subject)
    short = min(len(left), len(right))
    return short >= _SAME_WORDS and left[:short] == right[:short]


def _differ(one: Document, other: Document) -> bool:
    """Whether both have a subject and the subjects have little in common."""
    left, right = set(subject_words(one.subject)), set(subject_words(other.subject))
    return bool(left and right) and len(left & right) * 2 < min(len(left), len(right))


def _finding(wrong: Mention, date: VnDate, other: VnDate, places: tuple[Place, Place]) -> Finding:
    return RULE.finding(
        places[0],
        f"«{wrong.symbol}» ở đây ghi ngày «{short_date(date)}», chỗ khác ghi ngày «{short_date(other)}».",
        "Xem lại bản gốc của văn bản rồi ghi một ngày ở mọi chỗ; "
        "trong tệp dữ liệu thì gọi {{ vb('" + str(wrong.symbol) + "') }} để chỉ phải gõ một lần.",
        related=(places[1],),
    )
