"""The lines of passages with their headings, and the passages that tell of what was done, not of what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.findings import Place
from generator.patterns import regex
from generator.rules.said import Passage, Said

_PLANS = ("phương hướng", "mục tiêu", "nhiệm vụ", "giải pháp", "kế hoạch", "kiến nghị", "đề xuất")
_ACCOUNTS = ("kết quả", "đánh giá", "tình hình", "công tác", "triển khai thực hiện")
_OPENING = "*+–- \t\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_CHAPTER = regex(r"\s*(?:[IVX]+[.)]|(?:Phần|Chương)\b)")


class Line(Struct, frozen=True):
    """One line of a passage: its text, its place, the headings above it joined (``under``), the part it is in.

    ``account`` says that its passage is among ``accounts``.  ``lower`` is the text in lower case, in which a rule sees
    at once whether the line has the words that it is about.
    """

    text: str
    lower: str
    place: Place
    under: str
    part: str
    heading: bool
    account: bool


@lru_cache(maxsize=2)
def lines(said: Said) -> tuple[Line, ...]:
    """The lines of everything outside tables."""
    return tuple(_lines(said))


def _lines(said: Said) -> Iterator[Line]:
    """Every line that is not blank; ``under`` is the last heading, empty after the body's end."""
    under, part, told = "", "", frozenset(map(id, accounts(said)))
    for passage in said.passages:
        if passage.part != part:
            under, part = "", passage.part
        offset, about = 0, (under, passage.part, passage.heading, id(passage) in told)
        for text in passage.text.split("\n"):
            if text.strip():
                yield Line(text, text.lower(), passage.place_at(offset), *about)
            offset += len(text) + 1
        if passage.heading:
            under = passage.text


def unmarked(text: str) -> str:
    """The text without the blanks and the marks of a list that open it."""
    return text.lstrip(_OPENING)


@lru_cache(maxsize=2)
def accounts(said: Said) -> tuple[Passage, ...]:
    """The passages that are not under a heading of goals and tasks: there a rate is no result."""
    return tuple(_accounts(said.passages))


def _accounts(passages: Iterable[Passage]) -> Iterator[Passage]:
    chapter_of_plans = plans = False
    for passage in passages:
        if passage.heading:
            words = passage.text.lower()
            plans = any(each in words for each in _PLANS) and not any(each in words for each in _ACCOUNTS)
            if _CHAPTER.match(passage.text):
                chapter_of_plans = plans
        if not (plans or chapter_of_plans):
            yield passage
