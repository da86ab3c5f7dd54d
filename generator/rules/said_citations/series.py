"""Numbers of one series: those that fall while the dates rise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from generator.rules.said_citations.ledger import Document
from generator.vn.dates import VnDate

Day = tuple[int, int, int]
# Offices were merged and numbered anew within 2025: departments from 01/3, provinces and communes from 01/7.
_ANEW = ((2025, 3, 1), (2025, 7, 1))
_PARTY_TERM = 5


def numbering(date: VnDate) -> tuple[int, int]:
    """The year of a date, parted where offices began to number anew: numbers are told apart within one."""
    return date.year, sum(date.key() >= start for start in _ANEW)


def _restarts(document: Document, year: int) -> bool:
    """Whether numbers start again within the year: the Party's do with each congress."""
    return document.first.symbol.dang and year % _PARTY_TERM == 0


def longest_rise(values: list[Day]) -> set[int]:
    """The indexes of a longest part of the values that never falls; of equally long ones, one that keeps the earlier.

    Read from the end, so that of two values in the wrong order the latter is left out.
    """
    last = len(values) - 1
    ends, at, before = list[Day](), list[int](), list[int]()
    for index, (year, month, day) in enumerate(reversed(values)):
        value = (-year, -month, -day)
        place = bisect_right(ends, value)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        at[place : place + 1] = [index]
    kept, index = set[int](), at[-1] if at else -1
    while index >= 0:
        kept.add(last - index)
        index = before[index]
    return kept


def falls(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
    """Documents that do not fit their series, each with one of the series that it contradicts.

    A series is what one office numbers together: the kind and the rest of the symbol, within a year.  As few documents
    as possible are taken for wrong.
    """
    series = dict[tuple[str, str | None, str, tuple[int, int]], dict[str, Document]]()
    for each in documents:
        date, symbol = each.date, each.first.symbol
        if each.office and date is not None and date.day is not None and not _restarts(each, date.year):
            key = (each.office, symbol.loai, symbol.co_quan, numbering(date))
            series.setdefault(key, {}).setdefault(each.first.key, each)
    for members in series.values():
        ordered = sorted(members.values(), key=lambda each: (_number(each), _day(each)))
        kept = longest_rise([_day(each) for each in ordered])
        right = [each for index, each in enumerate(ordered) if index in kept]
        for index, each in enumerate(ordered):
            if index not in kept:
                other = _against(each, right)
                if other is not None:
                    yield each, other


def _against(document: Document, right: list[Document]) -> Document | None:
    """The nearest in date of those that the document contradicts."""
    days = [_day(each) for each in right]
    at = bisect_left(days, _day(document))
    if at and _number(right[at - 1]) > _number(document):
        return right[at - 1]
    at = bisect_right(days, _day(document))
    if at < len(right) and _number(right[at]) < _number(document):
        return right[at]
    return None


def _number(document: Document) -> int:
    digits = re.match("[0-9]+", document.first.symbol.so)
    return int(digits.group()) if digits else 0


def _day(document: Document) -> Day:
    date = document.date
    return date.key() if date is not None else (0, 0, 0)
