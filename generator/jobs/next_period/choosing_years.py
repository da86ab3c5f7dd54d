"""The old year where it chooses documents: filters of lists, and what expressions count by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.data.edits import Edit
from generator.data.periods import Period
from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan
from generator.jobs.next_period import prose
from generator.patterns import regex

_EXPRESSION = regex(r"\{\{.*?\}\}", re.DOTALL)
_ARGUMENT = regex(r"\bnam\s*=\s*[\\'\"]*(?P<year>(?:19|20)[0-9]{2})(?![0-9])")
_NAMED = regex(r"\b(?:vb|ct|nhom)\([^()]*\)")
_FILTER, _YEAR, _DOCUMENTS = "loc", "nam", "van_ban_ban_hanh"
_IN_FILTER = "còn «nam: {}» trong bộ lọc"
_IN_EXPRESSION = "còn «{}» trong biểu thức"


class Choice(Struct, frozen=True):
    """A year that chooses, from ``start`` to ``end`` of the text, as messages show it; ``remark`` asks to read it."""

    start: int
    end: int
    year: int
    lead: str
    remark: str

    @property
    def shown(self) -> str:
        return f"{self.lead}{self.year}"

    def moved(self, new: Period) -> Edit:
        return Edit(self.start, self.end, str(new.nam))


def moves(choice: Choice, old: Period, new: Period) -> bool:
    """Whether it chose the old period and the new one is the same part of another year: it moves on with it."""
    return choice.year == old.nam and (old.kind, old.so) == (new.kind, new.so)


def choices(text: str, root: GroupSpan, old: Period, new: Period) -> Iterator[Choice]:
    """The years before the new one by which filters and expressions choose, and the old one in expressions at all."""
    found = [*_filters(text, root, ()), *_expressions(text, root, old)]
    yield from (choice for choice in found if choice.year < new.nam)


def _filters(text: str, span: Span, keys: tuple[str, ...]) -> Iterator[Choice]:
    if isinstance(span, TextSpan):
        year = span.value.strip()
        at = text.find(year, span.start, span.end)
        if keys[-2:] == (_FILTER, _YEAR) and re.fullmatch(r"[0-9]{4}", year) and at >= 0:
            yield Choice(at, at + len(year), int(year), f"{_YEAR}: ", _IN_FILTER.format(year))
    elif isinstance(span, ListSpan):
        for item in span.items:
            yield from _filters(text, item, keys)
    else:
        for key, entry in span.entries.items():
            if keys or key != _DOCUMENTS:
                yield from _filters(text, entry.value, (*keys, key))


def _expressions(text: str, root: GroupSpan, old: Period) -> Iterator[Choice]:
    for _, span in prose.sentences(root):
        for expression in _EXPRESSION.finditer(text, span.start, span.end):
            yield from _in_expression(text, expression.start(), expression.end(), old)


def _in_expression(text: str, start: int, end: int, old: Period) -> Iterator[Choice]:
    taken = []
    for found in _ARGUMENT.finditer(text, start, end):
        taken.append(found.span("year"))
        yield Choice(
            *found.span("year"), int(found["year"]), f"{_YEAR}=", _IN_EXPRESSION.format(f"nam={found['year']}")
        )
    taken += [found.span() for found in _NAMED.finditer(text, start, end)]
    for found in re.finditer(rf"(?<![\w.,]){old.nam}(?![\w,]|\.[0-9])", text[start:end]):
        first, last = start + found.start(), start + found.end()
        if not any(before <= first < after for before, after in taken):
            yield Choice(first, last, old.nam, "", _IN_EXPRESSION.format(old.nam))
