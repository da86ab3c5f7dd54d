"""Where a text speaks of the past: citations of older documents, and clauses that tell of a time before a day.

Expressions are bounded and each looks at a place once, so the time is linear in the length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from generator.findings import FilePlace
from generator.patterns import regex
from generator.rules.said import Passage
from generator.rules.said_citations.scan import mentions
from generator.vn.dates import VnDate

Day = tuple[int, int, int]

_LAST_OF_MONTH, _LAST_MONTH = 31, 12  # only compared: that June has no 31st does not matter
_YEAR = r"(?P<{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_DATE = regex(
    r"(?<![0-9.])(?<![0-9]/)(?:"
    rf"(?P<d1>[0-9]{{1,2}})\s?[/.-]\s?(?P<m1>[0-9]{{1,2}})\s?[/.-]\s?{_YEAR.format('y1')}"
    rf"|(?P<d2>[0-9]{{1,2}})\s{{1,3}}tháng\s{{1,3}}(?P<m2>[0-9]{{1,2}})(?:/|\s{{1,3}}năm\s{{1,3}}){_YEAR.format('y2')}"
    rf"|tháng\s{{1,3}}(?P<m3>[0-9]{{1,2}})(?:/|\s{{1,3}}năm\s{{1,3}}){_YEAR.format('y3')}"
    rf"|(?P<m4>[0-9]{{1,2}})/{_YEAR.format('y4')}"
    rf"|quý\s{{1,3}}(?P<q>IV|I{{1,3}}|[1-4])(?:/|\s{{1,3}}(?:năm\s{{1,3}})?){_YEAR.format('y5')}"
    rf"|(?P<half>6|06|sáu)\s{{1,3}}tháng\s{{1,3}}đầu\s{{1,3}}năm\s{{1,3}}{_YEAR.format('y6')}"
    rf"|(?:19|20)[0-9]{{2}}\s?[-–]\s?{_YEAR.format('y7')}"
    rf"|năm\s{{1,3}}{_YEAR.format('y8')}"
    r")",
    re.IGNORECASE,
)
_QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_BEFORE_IT = regex(r"trước\s{1,3}(?:ngày\s{1,3}|năm\s{1,3}|tháng\s{1,3})?$", re.IGNORECASE)
_SINCE = regex(r"(?:từ|sau)\s{1,3}(?:ngày\s{1,3}|năm\s{1,3}|tháng\s{1,3})?$", re.IGNORECASE)
_LOOK_BACK = 16
_CLAUSE_END = regex(r"[;\n]|[.!?…](?=\s|$)")
_FORMER = regex(r"\s{0,2}\(?\s?(?:cũ|trước đây|trước sắp xếp|trước khi (?:sắp xếp|sáp nhập))(?!\w)", re.IGNORECASE)
_FORMERLY = regex(r"(?:trước đây là|nguyên là|tiền thân là|\(trước là)\s{1,3}$", re.IGNORECASE)
_FORMERLY_LENGTH = 20
_ISSUED = regex(r"(?:ban hành|phê duyệt|công nhận|ký|có|ra|gửi|trình|tại|số)[^.;\n]{0,30}$", re.IGNORECASE)
_ISSUING = 70  # letters between who issues and the document
_OF_WHOM = regex(r"\s{0,3},?\s{0,3}(?:của|do)\s{1,3}[^,.;:()\n“\"]{1,80}", re.IGNORECASE)
_NOWHERE = FilePlace("")


class _Cited(Struct, frozen=True):
    """A citation: what it takes up, and the first day that it can be of; None where that is not told."""

    start: int
    end: int
    first: Day | None

    def is_before(self, day: Day) -> bool:
        return self.first is None or self.first < day


class History:
    """What an NFC text tells of the past."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cited = list(_citations(text))
        self._starts = [each.start for each in self._cited]
        self._clauses = [each.end() for each in _CLAUSE_END.finditer(text)]
        self._latest = dict[int, Day]()
        for start, day in self._days():
            clause = self._clause(start)
            self._latest[clause] = max(day, self._latest.get(clause, day))

    def is_past(self, start: int, end: int, lapsed: Day) -> bool:
        """Whether what stands there is told of as of before the day, or is part of an older document's name."""
        if _FORMER.match(self._text, end) or _FORMERLY.search(self._text[max(0, start - _FORMERLY_LENGTH) : start]):
            return True
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._cited[index].end > start:
            return self._cited[index].is_before(lapsed)
        if self._issues(start, end, index + 1, lapsed):
            return True
        return self._latest.get(self._clause(start), lapsed) < lapsed

    def _issues(self, start: int, end: int, index: int, lapsed: Day) -> bool:
        """Whether what stands there issues the older document cited next: «UBND huyện ban hành Quyết định số …»."""
        if index >= len(self._cited):
            return False
        cited = self._cited[index]
        if cited.start - end > _ISSUING or cited.first is None or not cited.is_before(lapsed):
            return False
        return self._clause(start) == self._clause(cited.start) and bool(_ISSUED.search(self._text[end : cited.start]))

    def _clause(self, at: int) -> int:
        return bisect_right(self._clauses, at)

    def _days(self) -> Iterator[tuple[int, Day]]:
        """The dates outside citations, each as the last day that it can mean."""
        for found in _DATE.finditer(self._text):
            index = bisect_right(self._starts, found.start()) - 1
            if index >= 0 and self._cited[index].end > found.start():
                continue
            before = self._text[max(0, found.start() - _LOOK_BACK) : found.start()]
            if _SINCE.search(before):
                continue
            year, month, day = _last_day(found)
            if _BEFORE_IT.search(before):
                year, month, day = _day_before(found)
            yield found.start(), (year, month, day)


def _citations(text: str) -> Iterator[_Cited]:
    """The citations of a text in order, none overlapping the one before."""
    end = 0
    for each in mentions(Passage(text, _NOWHERE)):
        start, stop = max(each.span[0], end), each.span[1]
        tail = None if each.body_words else _OF_WHOM.match(text, stop)
        end = max(start, tail.end() if tail else stop)
        yield _Cited(start, end, _first_day(each.date) if each.date else None)


def _first_day(date: VnDate) -> Day:
    return (date.year, date.month or 1, date.day or 1)


def last_day(date: VnDate) -> Day:
    """The last day that a date with an open day or month can mean."""
    return (date.year, date.month or _LAST_MONTH, date.day or _LAST_OF_MONTH)


def _parts(found: re.Match[str]) -> tuple[int, int | None, int | None]:
    parts = {name: words for name, words in found.groupdict().items() if words}
    year = next(int(words) for name, words in parts.items() if name[0] == "y")
    month = next((int(words) for name, words in parts.items() if name[0] == "m"), None)
    day = next((int(words) for name, words in parts.items() if name[0] == "d"), None)
    if "q" in parts:
        month = _QUARTERS[parts["q"].lower()]
    return year, 6 if "half" in parts else month, day


def _last_day(found: re.Match[str]) -> Day:
    year, month, day = _parts(found)
    return (year, month or _LAST_MONTH, day or _LAST_OF_MONTH)


def _day_before(found: re.Match[str]) -> Day:
    year, month, day = _parts(found)
    return (year, month or 1, (day or 1) - 1)
