"""What a fact of the decree is made of: a value, and the article it rests on.

Lengths are in millimetres and sizes in points, both ``Decimal``.  Articles are named in Vietnamese, as
messages print them; annexes without further words are those of Nghị định 30/2020/NĐ-CP.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from msgspec import Struct

from generator.findings import Basis

T = TypeVar("T")


class Source(Struct, frozen=True):
    """Where a fact stands (such as "Phụ lục I, phần I, mục II.2.b") and what it rests on."""

    article: str
    basis: Basis


class Range(Struct, frozen=True):
    """Both ends are allowed: ``13 in sizes``.

    The bounds are the decree's.  Word rounds lengths (35 mm is stored as 1985 twips, 35.01 mm), so whoever
    compares a measured length must allow for that: the official specimens themselves would fail otherwise.
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an empty range: {self.low} to {self.high}")

    def __contains__(self, value: Decimal | int) -> bool:
        return self.low <= value <= self.high


class Case(enum.Enum):
    """How the letters stand: all capitals, as in a sentence, or each word with a capital (people's names)."""

    CAPS = "in hoa"
    SENTENCE = "in thường"
    TITLE = "viết hoa chữ cái đầu mỗi âm tiết"


class Align(enum.Enum):
    """Where a line stands within its column."""

    LEFT = "canh trái"
    CENTRE = "canh giữa"
    RIGHT = "canh phải"
    JUSTIFIED = "canh đều hai lề"


class RuleLine(Struct, frozen=True):
    """The solid rule under a component, centred; its length as a share of the line of text above it.

    ``shortest`` is 0 where nothing bounds it from below.
    """

    shortest: Fraction
    longest: Fraction
    source: Source


class Fact(Struct, Generic[T], frozen=True):
    """A value that is not a text, with its source."""

    value: T
    source: Source


class Words(str):
    """Words that the decree prescribes: a text like any other that also knows its ``source``."""

    __slots__ = ("source",)

    source: Source

    def __new__(cls, text: str, source: Source) -> Words:
        words = super().__new__(cls, text)
        words.source = source
        return words

    def __reduce__(self) -> tuple[type[Words], tuple[str, Source]]:
        # Without this, copying or pickling a str subclass forgets the second argument of __new__.
        return (Words, (str(self), self.source))


def between(low: int | str, high: int | str | None = None) -> Range:
    """The range from ``low`` to ``high``, or of that one value; fractions are given as text (``"1.5"``)."""
    return Range(Decimal(low), Decimal(low if high is None else high))


def law(article: str) -> Source:
    """A source in the decree's own text."""
    return Source(article, Basis.LAW)


def specimen(article: str) -> Source:
    """A source in the decree's specimens or its examples."""
    return Source(article, Basis.SPECIMEN)


def custom(article: str) -> Source:
    """What offices do where the decree is silent; ``article`` says which custom it is."""
    return Source(article, Basis.CUSTOM)
