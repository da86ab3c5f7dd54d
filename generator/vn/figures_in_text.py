"""Figures as they stand in running text: numbers, percentages and fractions, each with its span.

What a writer meant by «12,850» or «43.5» is open, so a figure keeps every value that it may have, the Vietnamese one
first.  All searches are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import eq

from msgspec import Struct

from generator.patterns import regex
from generator.vn.counted import counted_at

# The digit comes first, so that the search skips to one; the lookbehind wants no letter or digit before it.
_FIGURE = regex(r"[0-9](?<![^\W_].)[0-9]*+(?:[.,][0-9]++)*+(?![^\W_])(?P<percent>[ \u00a0]{0,2}%)?")
_THOUSANDS = regex(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})++")
_DECIMAL = regex(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})++),[0-9]+")
_ENGLISH_THOUSANDS = regex(r"[1-9][0-9]{0,2}(?:,[0-9]{3})++")
_ENGLISH_DECIMAL = regex(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})++)\.[0-9]+")
_MOST_DIGITS = 30

_STOP = regex(r"[.!?\n](?:(?<=\n)|[.!?]*+(?=[ \u00a0\n]|$))")
_SLASH = regex(r"[ \u00a0]{0,3}/[ \u00a0]{0,3}")
_OUT_OF = regex(r"[^0-9.;:!?\n(]{0,40}?\b(?:trên|trong) tổng(?: số)?(?: là)? ", re.IGNORECASE)
_AMONG = regex(r"[ \u00a0](?:[^\W\d_][^0-9.,;:!?\n(]{0,40}?[ \u00a0])?trong số[ \u00a0]", re.IGNORECASE)
_OVER = regex(r"[ \u00a0]{1,2}trên[ \u00a0]{1,2}", re.IGNORECASE)
# A noun before the slash, or before «trên»: a fraction where the same noun follows.
_NOUN_OVER = regex(r"[ \u00a0]{1,2}(?P<noun>[^\W\d_][^0-9.,;:!?\n()/]{0,40}?)[ \u00a0]?(?:/|trên[ \u00a0])[ \u00a0]?")
_NOUN = regex(r"[ \u00a0]{1,2}(?P<noun>[^\W\d_]{1,12}(?:[ \u00a0](?!(?:đạt|bằng|chiếm|đã)\b)[^\W\d_]{1,12}){0,4})")
_MORE_SLASH = regex(r"[ \u00a0]?[/\\]|[-–][^\W\d_]")
_DAY_BEFORE = regex(r"(?:ngày|hôm|lễ|dịp|đến|từ|trước|sau|hết|và|,|-|–)[ \u00a0]{1,2}$", re.IGNORECASE)
_DATE_BEFORE = regex(r"(?:ngày|hôm|dịp|lễ)[ \u00a0]{1,2}$", re.IGNORECASE)
_REFERENCE_BEFORE = regex(
    r"(?:\bsố|\bsố:|lớp|khoản|điểm|điều|mục|bản đồ|tỷ lệ bản đồ|phố|đường|ngõ|ngách|kiệt|quốc lộ"
    r"|huyết áp(?: (?:là|từ|ở mức|mức|dưới|trên|đạt)){0,2})[ \u00a0]{1,2}$",
    re.IGNORECASE,
)
_DOCUMENT_BEFORE = regex(
    r"\b(?:công văn|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|kế hoạch|đề án|báo cáo|tờ trình|hướng dẫn|luật"
    r"|thông báo|chương trình|dự án|kết luận|công điện|quy định|quy chế|phương án|văn bản)[ \u00a0]{1,2}$",
    re.IGNORECASE,
)
_RANK_BEFORE = regex(
    r"(?:hạng|\bthứ|vị trí|thứ bậc)(?:[ \u00a0](?:đứng|xếp|thứ|là|hạng|vị trí|:|từ|lên)){0,3}[ \u00a0]{0,2}$",
    re.IGNORECASE,
)
_SCORE_AFTER = regex(
    r"[ \u00a0]{0,2}(?:điểm\b(?! (?:phát|cầu|bưu|đo|lắp|truy))|giờ\b|h\b|Mbps|sao\b|mmHg)", re.IGNORECASE
)
_IN_WORDS = regex(r"\b(?:tổng|trong số|trên)\b", re.IGNORECASE)
_REMEMBERED = 4096
_CONTEXT = 40
_MONTHS = 12
_DAYS = 31
_YEARS = range(1900, 2101)


class Figure(Struct, frozen=True, dict=True):
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
        text = self.text
        if self.values and (text.isdigit() or _THOUSANDS.fullmatch(text) or _ENGLISH_THOUSANDS.fullmatch(text)):
            return int(text.replace(".", "").replace(",", ""))
        return None


class Ratio(Struct, frozen=True):
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


@lru_cache(maxsize=_REMEMBERED)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number of the text; figures inside words («4G», «COVID19») are none."""
    found = []
    for match in _FIGURE.finditer(text):
        (start, end), sign = match.span(), match.start("percent")
        written = text[start:end] if sign < 0 else text[start:sign]
        found.append(Figure(start, end, written, sign >= 0, _values(written)))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def ratios(text: str) -> tuple[Ratio, ...]:
    """Every fraction that is meant as one: no date, number of a document, rank or score."""
    found = figures(text)
    if len(found) < 2 or ("/" not in text and not _IN_WORDS.search(text)):
        return ()
    return tuple(
        Ratio(part, whole, text[part.start : whole.end])
        for part, whole in pairwise(found)
        if not part.percent and not whole.percent and _is_ratio(text, part, whole)
    )


@lru_cache(maxsize=_REMEMBERED)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences; a line break ends one, a point within a number or an abbreviation does not."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text.replace("…", ".")):
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
    if written.isdigit():
        return (Decimal(written),)
    plain = written.replace(".", "").replace(",", "")
    decimal = Decimal(written.replace(",", ".")) if written.count(".") + written.count(",") == 1 else None
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
    if len(between) > 2 * _CONTEXT or not ("/" in between or _IN_WORDS.search(between)):
        return False
    if not _SLASH.fullmatch(between):
        named = _IN_WORDS.search(between) is not None
        if named and _OUT_OF.fullmatch(between):
            return True
        in_words = named and (_AMONG.fullmatch(between) or _OVER.fullmatch(between))
        return bool(in_words or _is_of_one_noun(text, between, whole)) and not _is_no_count(text, before, whole)
    if before.rstrip(" \u00a0").endswith(("/", "\\")) or _MORE_SLASH.match(text, whole.end):
        return False
    if _is_no_count(text, before, whole) or _is_of_years(text, before, part, whole):
        return False
    return not _is_date(before, part, whole)


def _is_of_one_noun(text: str, between: str, whole: Figure) -> bool:
    """«450 hồ sơ/500 hồ sơ», «412 trẻ trên 455 trẻ»; «8,5 bác sĩ/10.000 dân», «112 bé trai/100 bé gái» are no rates."""
    if not between.rstrip().endswith(("/", "trên")):
        return False
    over, under = _NOUN_OVER.fullmatch(between), _NOUN.match(text, whole.end)
    if over is None or under is None:
        return False
    return all(map(eq, over["noun"].lower().split(), under["noun"].lower().split()))


def _is_no_count(text: str, before: str, whole: Figure) -> bool:
    """A score, a rank, a number of something, a blood pressure."""
    return bool(_SCORE_AFTER.match(text, whole.end) or _RANK_BEFORE.search(before) or _REFERENCE_BEFORE.search(before))


def _is_of_years(text: str, before: str, part: Figure, whole: Figure) -> bool:
    """«Nhiệm kỳ 2020/2025», «Công văn 1256/2025»; «1256/2025 hồ sơ» counts."""
    if not _is_year(whole) or counted_at(text, whole.end):
        return False
    return _is_year(part) or _DOCUMENT_BEFORE.search(before) is not None


def _is_year(figure: Figure) -> bool:
    return figure.text.isdigit() and len(figure.text) < 5 and int(figure.text) in _YEARS


def _is_date(before: str, part: Figure, whole: Figure) -> bool:
    first, second = (int(each.text) if each.text.isdigit() and len(each.text) < 5 else 0 for each in (part, whole))
    if 1 <= first <= _MONTHS and second in _YEARS:
        return True
    if 1 <= first <= _DAYS and 1 <= second <= _MONTHS:
        # «30/6» after these words is a day; «7/8 thôn» and «11/11 chỉ tiêu» are fractions.
        return bool(_DATE_BEFORE.search(before)) or (first > second and bool(_DAY_BEFORE.search(before)))
    return False
