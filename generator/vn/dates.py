"""Dates as Vietnamese offices write them, with the day, or the day and the month, left open if need be."""

from __future__ import annotations

import calendar
import re

from msgspec import Struct

from generator.patterns import regex
from generator.vn.misread import Misread
from generator.vn.text import nfc, quoted, squeeze

_YEARS = range(1900, 2101)
_MONTHS = 12
# A year typed with two digits is refused; these only serve to guess which one to propose.
_SHORT_YEAR_DIGITS = 2
_FIRST_SHORT_YEAR_BEFORE_2000 = 70
# NĐ 30/2020, Phụ lục I, phần I, mục II.4.b: days below 10 and the months 1 and 2 take a leading zero.
_LAST_PADDED_DAY = 9
_LAST_PADDED_MONTH = 2

_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        r"(?:ngày )?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
        r"(?:tháng )?(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
        r"(?:ngày )?(?:(?P<day>[0-9]{1,2}) )?tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})",
        r"(?:năm )?(?P<year>[0-9]{4})",
    )
)
# Not accepted, but understood well enough to say what to write.
_FOREIGN_FORMS = tuple(
    regex(form)
    for form in (
        r"(?P<day>[0-9]{1,2}) ?[-./] ?(?P<month>[0-9]{1,2}) ?[-./] ?(?P<year>[0-9]{4}|[0-9]{2})",
        r"(?P<year>[0-9]{4}) ?[-./] ?(?P<month>[0-9]{1,2}) ?[-./] ?(?P<day>[0-9]{1,2})",
        r"(?P<month>[0-9]{1,2}) ?[-./] ?(?P<year>[0-9]{4})",
        r"(?P<year>[0-9]{4}) ?[-./] ?(?P<month>[0-9]{1,2})",
    )
)
_LEADING_WORD = regex(r"^ngày ", re.IGNORECASE)
_HOW = "viết ngày/tháng/năm, ví dụ 13/5/2022; chưa rõ ngày thì viết 5/2022, chỉ có năm thì viết 2022."


class DateError(Misread):
    """A text is not a date; see ``Misread`` for ``problem`` and ``fix``."""


class VnDate(Struct, frozen=True, eq=False):
    """A date whose day, or day and month, may be open (None).

    ``written`` is the text as typed, on one line, without a leading "ngày "; comparisons pass it over.
    Raises ``ValueError`` for a day without a month and for a day or month that the calendar does not have.
    """

    year: int
    month: int | None = None
    day: int | None = None
    written: str = ""

    def __post_init__(self) -> None:
        fault = _calendar_fault(self.year, self.month, self.day)
        if fault:
            raise ValueError(fault[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VnDate) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def key(self) -> tuple[int, int, int]:
        """Year, month and day for sorting; an open part is 0 and so comes first."""
        return (self.year, self.month or 0, self.day or 0)


def parse_date(text: str) -> VnDate:
    """The date written in ``text``, in figures ("13/5/2022", "5/2022", "2022") or in words.

    Words are "ngày 13 tháng 5 năm 2022", "tháng 5 năm 2022", "năm 2022". Years 1900–2100.
    Raises ``DateError``.
    """
    written = squeeze(nfc(text))
    for form in _FORMS:
        found = form.fullmatch(written)
        if found:
            return _read(found, written)
    if not written:
        raise DateError(f"{quoted(written)} để trống, ở đây phải có một ngày.", _HOW)
    for form in _FOREIGN_FORMS:
        found = form.fullmatch(written)
        if found:
            meant = _read(found, written)
            order = "tháng/năm" if meant.day is None else "ngày/tháng/năm"
            raise DateError(_not_vietnamese(written), f"viết {short_date(meant)} ({order}).")
    raise DateError(_not_vietnamese(written), _HOW)


def long_date(date: VnDate, blank: str = "     ") -> str:
    """The date as the head of a document prints it: "ngày 05 tháng 12 năm 2023".

    Leading zeros by NĐ 30/2020, Phụ lục I, phần I, mục II.4.b. An open day or month leaves room to write it
    in by hand: a space and ``blank``, as in "ngày      tháng 12 năm 2023".
    """
    day = blank if date.day is None else f"{_day(date.day)} "
    month = blank if date.month is None else f"{_month(date.month)} "
    return f"ngày {day}tháng {month}năm {date.year}"


def short_date(date: VnDate) -> str:
    """The date in figures, with the zeros of ``long_date``: "05/5/2023", "10/01/2023".

    An open part is left out: "5/2023", "2023".
    """
    parts = [str(date.year)]
    if date.month is not None:
        parts.insert(0, _month(date.month))
    if date.day is not None:
        parts.insert(0, _day(date.day))
    return "/".join(parts)


def dated(date: VnDate) -> str:
    """The date as typed, with the word before it: "ngày 13/5/2022", "tháng 5/2022", "năm 2022"."""
    if date.written.casefold().startswith(("tháng", "năm")):
        return date.written
    word = "năm" if date.month is None else "tháng" if date.day is None else "ngày"
    return f"{word} {date.written}"


def _day(day: int) -> str:
    return f"0{day}" if day <= _LAST_PADDED_DAY else str(day)


def _month(month: int) -> str:
    return f"0{month}" if month <= _LAST_PADDED_MONTH else str(month)


def _read(found: re.Match[str], written: str) -> VnDate:
    parts = {name: int(value) for name, value in found.groupdict().items() if value}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if len(found["year"]) == _SHORT_YEAR_DIGITS:
        year += 1900 if year >= _FIRST_SHORT_YEAR_BEFORE_2000 else 2000
    fault = _year_fault(year) or _calendar_fault(year, month, day)
    if fault:
        raise DateError(f"{quoted(written)}: {fault[0]}.", f"{fault[1]}.")
    return VnDate(year, month, day, _LEADING_WORD.sub("", written))


def _year_fault(year: int) -> tuple[str, str] | None:
    if year in _YEARS:
        return None
    first, last = _YEARS[0], _YEARS[-1]
    return f"năm {year} nằm ngoài khoảng {first}–{last}", f"viết một năm từ {first} đến {last}"


def _calendar_fault(year: int, month: int | None, day: int | None) -> tuple[str, str] | None:
    """Why there is no such date and how to mend it, or None."""
    if month is None:
        return None if day is None else ("có ngày mà không có tháng", "viết thêm tháng")
    if not 1 <= month <= _MONTHS:
        fix = f"viết một tháng từ 1 đến {_MONTHS}"
        if day is not None and 1 <= day <= _MONTHS and 1 <= month <= _days(year, day):
            meant = f"{_day(month)}/{_month(day)}/{year}"
            fix = f"nếu là ngày {month} tháng {day} thì viết {meant} (ngày trước, tháng sau)"
        return f"không có tháng {month}", fix
    if day is None:
        return None
    days = _days(year, month)
    if day < 1:
        return f"không có ngày {day}", f"viết một ngày từ 1 đến {days}"
    if day > days:
        return f"tháng {month} năm {year} chỉ có {days} ngày", f"viết một ngày từ 1 đến {days}"
    return None


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _not_vietnamese(written: str) -> str:
    return f"{quoted(written)} không phải là ngày viết theo lối Việt Nam."
