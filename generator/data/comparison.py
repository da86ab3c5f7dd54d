"""How a figure stands against another: the period before, or a target.  Pure arithmetic, and the words for it.

What is compared is what is printed: the printed number of before and the printed difference add up to the printed
number of now.
"""

from __future__ import annotations

from decimal import Context, Decimal

from msgspec import Struct

from generator.vn.numbers import format_number, format_percent, percentage, printed_number, typed_decimals
from generator.vn.text import quoted

RISEN, FALLEN, SAME = "tăng", "giảm", "không đổi"
POINTS = "điểm %"  # the unit of a difference between two percentages
PERCENT = "%"
_LEAVE_OUT = "hoặc bỏ biểu thức này"
_EXACT = Context(prec=100)  # figures have thirty digits at most, and few decimals


class NotComparable(Exception):
    """Two figures cannot be held against each other; ``problem`` and ``fix`` in Vietnamese."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = f"{fix}, {_LEAVE_OUT}."


class Measure(Struct, frozen=True):
    """A number as it is printed: a percentage or a count with its unit, to ``decimals`` (None: as usual)."""

    value: Decimal
    is_percent: bool = False
    unit: str = ""
    decimals: int | None = None

    @classmethod
    def typed(cls, value: Decimal, unit: str | None, decimals: int | None = None) -> Measure:
        """A number that the office typed, printed as precisely as it was typed where ``decimals`` do not tell."""
        shown = typed_decimals(value) if decimals is None else decimals
        is_percent = unit == PERCENT
        return cls(value, is_percent, "" if is_percent else unit or "", shown)

    @property
    def printed(self) -> Decimal:
        """The number that a reader sees."""
        return printed_number(self.value, self.decimals)

    def __str__(self) -> str:
        if self.is_percent:
            return format_percent(self.value, self.decimals)
        words = format_number(self.value, self.decimals)
        return f"{words} {self.unit}" if self.unit else words


Compared = Measure | str | None
"""What two periods are compared by: a number, words that are none, or nothing given."""


class Change(Struct, frozen=True):
    """From ``before`` to ``now``, two measures of one kind."""

    now: Measure
    before: Measure

    @property
    def difference(self) -> Decimal:
        """By how much the printed number has risen."""
        return _EXACT.subtract(self.now.printed, self.before.printed)

    @property
    def signed(self) -> str:
        """The difference as a column of a table prints it: "+5,2", "-12", "0"."""
        sign = "+" if self.difference > 0 else ""
        return f"{sign}{format_number(self.difference, self._decimals)}"

    @property
    def words(self) -> str:
        """The difference as a sentence has it: "tăng 5,2 điểm %", "giảm 12 hồ sơ", "không đổi"."""
        amount = format_number(self.difference.copy_abs(), self._decimals)
        unit = POINTS if self.now.is_percent else self.now.unit or self.before.unit
        return self._told(f"{amount} {unit}" if unit else amount)

    @property
    def relative(self) -> str:
        """The difference in percent of before: "tăng 8,3%".  Raises ``NotComparable`` where that makes no sense."""
        if self.now.is_percent:
            raise NotComparable("đây là tỷ lệ, không tính tỷ lệ tăng, giảm của một tỷ lệ", "Viết .tang_giam (điểm %)")
        if self.before.printed <= 0:
            problem = f"kỳ trước là {self.before}, không tính được tăng, giảm bao nhiêu phần trăm"
            raise NotComparable(problem, "Viết .tang_giam")
        return self._told(format_percent(percentage(self.difference.copy_abs(), self.before.printed)))

    @property
    def _decimals(self) -> int | None:
        """As many as the more precise of the two is printed with."""
        if self.now.decimals is None and self.before.decimals is None:
            return None
        return max(_shown_decimals(self.now), _shown_decimals(self.before))

    def _told(self, amount: str) -> str:
        if not self.difference:
            return SAME
        return f"{RISEN if self.difference > 0 else FALLEN} {amount}"


def _shown_decimals(measure: Measure) -> int:
    return typed_decimals(measure.printed) or 0 if measure.decimals is None else measure.decimals


def change(now: Compared, before: Compared) -> Change:
    """How a figure has moved since the period before.  Raises ``NotComparable`` saying what lacks."""
    if now is None:
        raise NotComparable("chưa có số kỳ này để so với kỳ trước", "Điền số kỳ này")
    if before is None:
        fix = "Thêm «ky_truoc» cạnh số kỳ này, viết như số kỳ này và cùng đơn vị"
        raise NotComparable("chưa có số kỳ trước để so sánh", fix)
    for name, each in (("kỳ này", now), ("kỳ trước", before)):
        if isinstance(each, str):
            raise NotComparable(f"{name} ghi bằng chữ {quoted(each)}, không trừ được", "Ghi cả hai kỳ bằng số")
    assert isinstance(now, Measure)
    assert isinstance(before, Measure)
    if now.is_percent is not before.is_percent:
        problem = f"kỳ này là {_kind(now)}, kỳ trước là {_kind(before)}, không trừ được"
        raise NotComparable(problem, "Ghi hai kỳ cùng một cách: cùng là số đếm, hoặc cùng là tỷ lệ, phân số")
    if not _same_unit(now, before):
        problem = f"kỳ này tính bằng «{now.unit}», kỳ trước tính bằng «{before.unit}»"
        raise NotComparable(problem, "Ghi hai kỳ cùng một «don_vi»")
    return Change(now, before)


def _same_unit(one: Measure, other: Measure) -> bool:
    """A number without a unit is meant in the unit of the other."""
    return not one.unit or not other.unit or one.unit.casefold() == other.unit.casefold()


def _kind(measure: Measure) -> str:
    return f"{'tỷ lệ' if measure.is_percent else 'số đếm'} ({measure})"


def change_or_none(now: Compared, before: Compared) -> Change | None:
    """As ``change``, None where nothing can be compared."""
    try:
        return change(now, before)
    except NotComparable:
        return None
