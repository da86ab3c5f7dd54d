"""Periods of reporting: the arithmetic of years, halves, quarters and months, and how they are named."""

from __future__ import annotations

import calendar
import datetime

from msgspec import Struct

from generator.data.comparison import NotComparable
from generator.data.model import Ky
from generator.patterns import regex
from generator.vn.misread import Misread
from generator.vn.numerals import roman
from generator.vn.text import quoted, squeeze

YEAR, HALF, QUARTER, MONTH = "nam", "nua_nam", "quy", "thang"
_MONTHS = 12
_IN_A_YEAR = {YEAR: 1, HALF: 2, QUARTER: 4, MONTH: 12}
_LETTERS = {"n": HALF, "q": QUARTER, "t": MONTH}
_YEARS = range(1900, 2101)
_TYPED = regex(r"(?:(?P<letter>[nqt])(?P<so>[0-9]{1,2})/)?(?P<nam>[0-9]{4})")
_HOW = "viết 2024 (năm), N1/2024 (6 tháng đầu năm), Q3/2024 (quý III) hoặc T7/2024 (tháng 7)."


class PeriodError(Misread):
    """A text is not a period; see ``Misread`` for ``problem`` and ``fix``."""


class Period(Struct, frozen=True):
    """A year (``so`` is 1), or its half, quarter or month of that number; ``kind`` is the key that a file gives it.

    Raises ``ValueError`` for a number that the year has not.
    """

    kind: str
    nam: int
    so: int = 1

    def __post_init__(self) -> None:
        if self.so not in range(1, _IN_A_YEAR[self.kind] + 1):
            raise ValueError(f"a year has no {self.kind} {self.so}")

    @classmethod
    def of(cls, ky: Ky) -> Period:
        """The period that a report tells of."""
        for kind, so in ((HALF, ky.nua_nam), (QUARTER, ky.quy), (MONTH, ky.thang)):
            if so is not None:
                return cls(kind, ky.nam, so)
        return cls(YEAR, ky.nam)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that a command names: "2024", "N1/2024", "Q3/2024", "T7/2024".  Raises ``PeriodError``."""
        found = _TYPED.fullmatch(squeeze(text).lower())
        if found is None:
            raise PeriodError(f"{quoted(text)} không phải là một kỳ báo cáo.", _HOW)
        kind = _LETTERS[found["letter"]] if found["letter"] else YEAR
        so, nam = int(found["so"] or 1), int(found["nam"])
        if so not in range(1, _IN_A_YEAR[kind] + 1) or nam not in _YEARS:
            raise PeriodError(f"{quoted(text)}: không có kỳ này.", _HOW)
        return cls(kind, nam, so)

    @property
    def months(self) -> int:
        """How many months it lasts."""
        return _MONTHS // _IN_A_YEAR[self.kind]

    @property
    def start_month(self) -> int:
        return self.end_month - self.months + 1

    @property
    def end_month(self) -> int:
        return self.so * self.months

    @property
    def start(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.nam, self.start_month, 1)

    @property
    def end(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.nam, self.end_month, calendar.monthrange(self.nam, self.end_month)[1])

    @property
    def name(self) -> str:
        """The whole period: "năm 2024", "6 tháng đầu năm 2024", "quý III năm 2024"."""
        if self.kind == YEAR:
            return f"năm {self.nam}"
        if self.kind == HALF:
            return f"6 tháng {'đầu' if self.so == 1 else 'cuối'} năm {self.nam}"
        return f"{f'quý {roman(self.so)}' if self.kind == QUARTER else f'tháng {self.so}'} năm {self.nam}"

    @property
    def typed(self) -> str:
        """The period as ``parse`` reads it."""
        letter = next((letter for letter, kind in _LETTERS.items() if kind == self.kind), None)
        return f"{letter.upper()}{self.so}/{self.nam}" if letter else str(self.nam)

    def next(self) -> Period:
        """The period of the same kind that begins when this one ends."""
        return self._moved(1)

    def previous(self) -> Period:
        """The period of the same kind that ends when this one begins."""
        return self._moved(-1)

    def follows(self, other: Period) -> bool:
        """Whether this one begins the day after the other, of any kind, ends."""
        return self.start == other.end + datetime.timedelta(days=1)

    def comes_after(self, other: Period) -> bool:
        """Whether it ends later, or on the same day and is longer: a year comes after its second half."""
        return (self.end, self.months) > (other.end, other.months)

    def is_same_part_a_year_after(self, other: Period) -> bool:
        """Whether the other is "cùng kỳ năm trước": the same part of the year before."""
        return (self.kind, self.so, self.nam - 1) == (other.kind, other.so, other.nam)

    def _moved(self, steps: int) -> Period:
        year, index = divmod(self.nam * _IN_A_YEAR[self.kind] + self.so - 1 + steps, _IN_A_YEAR[self.kind])
        return Period(self.kind, year, index + 1)


def between(before: Period, after: Period) -> tuple[Period, ...]:
    """The periods left out between two, of the shorter kind of both; none where they touch or overlap."""
    shorter = min(before, after, key=lambda each: each.months)
    if shorter == before:
        found, step = list[Period](), before.next()
        while step.end < after.start:
            found.append(step)
            step = step.next()
        return tuple(found)
    found, step = [], after.previous()
    while step.start > before.end:
        found.append(step)
        step = step.previous()
    return tuple(reversed(found))


def period_name(ky: Ky) -> str:
    """The name of the period that a report tells of."""
    return Period.of(ky).name


def compared_with(ky: Ky) -> str:
    """The period before as a comparison names it: "cùng kỳ năm 2023" where it is the same part of the year before.

    Raises ``NotComparable`` where the report does not tell of it.
    """
    if ky.truoc is None:
        problem = "báo cáo chưa nói kỳ trước là kỳ nào"
        raise NotComparable(problem, f"Thêm «truoc» vào mục ky, ví dụ «truoc: {{nam: {ky.nam - 1}}}»")
    now, before = Period.of(ky), Period.of(ky.truoc)
    if now.kind != YEAR and now.is_same_part_a_year_after(before):
        return f"cùng kỳ năm {before.nam}"
    return before.name
