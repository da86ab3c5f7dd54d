"""The lines of passages with their headings, and the passages that tell of what was done, not of what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.findings import Place
from generator.patterns import regex
from generator.rules.said import Passage, Said

_PLANS = regex(r"phương hướng|mục tiêu|nhiệm vụ|giải pháp|kế hoạch|kiến nghị|đề xuất", re.IGNORECASE)
_ACCOUNTS = regex(r"kết quả|đánh giá|tình hình|công tác|triển khai thực hiện", re.IGNORECASE)
_CHAPTER = regex(r"\s*(?:[IVX]+[.)]|(?:Phần|Chương)\b)")


class Line(Struct, frozen=True):
    """One line of a passage: its text, its place, the headings above it joined (``under``), the part it is in."""

    text: str
    place: Place
    under: str
    part: str
    heading: bool


@lru_cache(maxsize=2)
def lines(said: Said) -> tuple[Line, ...]:
    """The lines of everything outside tables."""
    return tuple(lines_of(said.passages))


def lines_of(passages: Iterable[Passage]) -> Iterator[Line]:
    """Every line that is not blank; ``under`` is the last heading, empty after the body's end."""
    under, part = "", ""
    for passage in passages:
        if passage.part != part:
            under, part = "", passage.part
        offset = 0
        for text in passage.text.split("\n"):
            if text.strip():
                yield Line(text, passage.place_at(offset), under, passage.part, passage.heading)
            offset += len(text) + 1
        if passage.heading:
            under = passage.text


def accounts(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that are not under a heading of goals and tasks: there a rate is no result."""
    chapter_of_plans = plans = False
    for passage in passages:
        if passage.heading:
            plans = bool(_PLANS.search(passage.text)) and not _ACCOUNTS.search(passage.text)
            if _CHAPTER.match(passage.text):
                chapter_of_plans = plans
        if not (plans or chapter_of_plans):
            yield passage
