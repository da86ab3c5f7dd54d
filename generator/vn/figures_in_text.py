"""Figures as they stand in running text: numbers, percentages and fractions, each with its span.

What a writer meant by «12,850» or «43.5» is open, so a figure keeps every value that it may have, the Vietnamese one
first.  All searches are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

_FIGURE = re.compile(r"(?<![^\W_])[0-9]++(?:[.,][0-9]++)*+(?![^\W_])(?P<percent>[ \u00a0]{0,2}%)?")
_PLAIN = re.compile(r"[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})++")
_DECIMAL = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})++),[0-9]+")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})++")
_ENGLISH_DECIMAL = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})++)\.[0-9]+")
_MOST_DIGITS = 30

_SLASH = re.compile(r"[ \u00a0]{0,3}/[ \u00a0]{0,3}")
_OUT_OF = re.compile(r"[^0-9.;:!?\n(]{0,40}?\b(?:trên|trong) tổng(?: số)?(?: là)? ", re.IGNORECASE)
_MORE_SLASH = re.compile(r"[ \u00a0]?[/\\]|[-–][^\W\d_]")
_DAY_BEFORE = re.compile(r"(?:ngày|hôm|lễ|dịp|đến|từ|trước|sau|hết|và|,|-|–)[ \u00a0]{1,2}$", re.IGNORECASE)
_DATE_BEFORE = re.compile(r"(?:ngày|hôm|dịp|lễ)[ \u00a0]{1,2}$", re.IGNORECASE)
_REFERENCE_BEFORE = re.compile(
    r"(?:\bsố|\bsố:|lớp|khoản|điểm|điều|mục|bản đồ|tỷ lệ bản đồ|phố|đường|ngõ|ngách|kiệt|quốc lộ)[ \u00a0]{1,2}$",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(
    r"(?:hạng|\bthứ|vị trí|thứ bậc)(?:[ \u00a0](?:đứng|xếp|thứ|là|hạng|vị trí|:|từ|lên)){0,3}[ \u00a0]{0,2}$",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    r"[ \u00a0]{0,2}(?:điểm\b(?! (?:phát|cầu|bưu|đo|lắp|truy))|giờ\b|h\b|Mbps|sao\b)", re.IGNORECASE
)
_CONTEXT = 40
_MONTHS = 12
_DAYS = 31
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Figure:
    """A number in a text: ``text`` without its percent sign, ``start`` and ``end`` with it.

    ``values`` holds what it may mean, the Vietnamese reading first; empty when nothing can be made of it.
    """

    start: int
    end: int
    text: str
    percent: bool
    values: tuple[Decimal, ...]

    @cached_property
    def whole(self) -> int | None:
        """The value as a count: digits with or without separators between thousands, of either kind."""
        if any(form.fullmatch(self.text) for form in (_PLAIN, _THOUSANDS, _ENGLISH_THOUSANDS)) and self.values:
            return int(self.text.replace(".", "").replace(",", ""))
        return None


@dataclass(frozen=True)
class Ratio:
    """A fraction in a text, «34/42»."""

    part: Figure
    whole: Figure
    text: str

    @property
    def start(self) -> int:
        return self.part.start

    @property
    def end(self) -> int:
        return self.whole.end


@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number of the text; figures inside words («4G», «COVID19») are none."""
    found = []
    for match in _FIGURE.finditer(text):
        percent = match["percent"] is not None
        end = match.start("percent") if percent else match.end()
        written = text[match.start() : end]
        found.append(Figure(match.start(), match.end(), written, percent, _values(written)))
    return tuple(found)


@lru_cache(maxsize=1024)
def ratios(text: str) -> tuple[Ratio, ...]:
    """Every fraction that is meant as one: no date, number of a document, rank or score."""
    found = figures(text)
    return tuple(
        Ratio(part, whole, text[part.start : whole.end])
        for part, whole in pairwise(found)
        if not part.percent and not whole.percent and _is_ratio(text, part, whole)
    )


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences; a line break ends one, a point within a number or an abbreviation does not."""
    start = 0
    for stop in re.finditer(r"[.!?…]++(?=[ \u00a0\n]|$)|\n", text):
        following = text[stop.end() : stop.end() + 2].strip()
        if stop.group() != "\n" and following[:1].islower():
            continue
        if start < stop.end():
            yield start, stop.end()
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def _values(written: str) -> tuple[Decimal, ...]:
    if len(written) > _MOST_DIGITS:
        return ()
    plain = re.sub("[.,]", "", written)
    decimal = Decimal(written.replace(",", ".")) if written.count(".") + written.count(",") == 1 else None
    if _PLAIN.fullmatch(written):
        return (Decimal(written),)
    if _THOUSANDS.fullmatch(written):
        return (Decimal(plain),) if decimal is None else (Decimal(plain), decimal)
    if _DECIMAL.fullmatch(written):
        value = Decimal(written.replace(".", "").replace(",", "."))
        return (value, Decimal(plain)) if _ENGLISH_THOUSANDS.fullmatch(written) else (value,)
    if _ENGLISH_THOUSANDS.fullmatch(written):
        return (Decimal(plain),)
    if _ENGLISH_DECIMAL.fullmatch(written):
        return (Decimal(written.replace(",", "")),)
    return ()


def _is_ratio(text: str, part: Figure, whole: Figure) -> bool:
    between = text[part.end : whole.start]
    before = text[max(0, part.start - _CONTEXT) : part.start]
    if not _SLASH.fullmatch(between):
        return len(between) <= 2 * _CONTEXT and _OUT_OF.fullmatch(between) is not None
    if before.rstrip(" \u00a0").endswith(("/", "\\")) or _MORE_SLASH.match(text, whole.end):
        return False
    if _SCORE_AFTER.match(text, whole.end) or _RANK_BEFORE.search(before) or _REFERENCE_BEFORE.search(before):
        return False
    return not _is_date(before, part, whole)


def _is_date(before: str, part: Figure, whole: Figure) -> bool:
    first, second = (
        int(each.text) if _PLAIN.fullmatch(each.text) and len(each.text) < 5 else 0 for each in (part, whole)
    )
    if 1 <= first <= _MONTHS and second in _YEARS:
        return True
    if 1 <= first <= _DAYS and 1 <= second <= _MONTHS:
        # «30/6» after these words is a day; «7/8 thôn» and «11/11 chỉ tiêu» are fractions.
        return bool(_DATE_BEFORE.search(before)) or (first > second and bool(_DAY_BEFORE.search(before)))
    return False
