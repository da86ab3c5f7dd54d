"""Which tag closes which: loops and conditions of a template's part, and the tags that close nothing.

Where an end is missing, what stands around tells whose it is: a loop over rows does not end in another table, nor one
over paragraphs in another cell, and an ``elif`` goes on with the condition that asks for the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from generator.patterns import regex
from generator.word.template_view import Level, Span, Tag

OPENING = {"for": "endfor", "if": "endif"}
CLOSING = {end: start for start, end in OPENING.items()}
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_NAME = regex(r"[a-z_][\w.]*")
_WORDS = frozenset({"if", "elif", "not", "and", "or", "in", "is"})


class _Open(Struct):
    opening: Tag
    between: list[Tag] = field(default_factory=list)
    inner: list[Tag] = field(default_factory=list)
    """The openings of the same kind that were closed inside: one of their ends may have been meant for this one."""

    def closed_by(self, tag: Tag | None) -> Span:
        return Span(self.opening, tuple(self.between), tag, () if tag else tuple(self.inner))


class Matched(Struct, frozen=True):
    """The spans of a part, those without an end with None for it; the tags that close nothing.

    ``ends`` are the missing ends, by the index of the tag before which each must have stood at the latest.
    """

    spans: list[Span] = field(default_factory=list)
    astray: list[Tag] = field(default_factory=list)
    ends: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def match(tags: Sequence[Tag]) -> Matched:
    """What belongs together among the tags of one part."""
    matched = Matched()
    stack: list[_Open] = []
    for index, tag in enumerate(tags):
        if tag.word in OPENING:
            stack.append(_Open(tag))
        elif tag.word in _BETWEEN or tag.word in CLOSING:
            wanted = _BETWEEN.get(tag.word) or (CLOSING[tag.word],)
            depth = _meant(stack, tag, wanted)
            if depth is None:
                matched.astray.append(tag)
                continue
            _give_up(stack, depth + 1, index, matched)
            if tag.word in _BETWEEN:
                stack[-1].between.append(tag)
            else:
                matched.spans.append(_closed(stack, tag))
    _give_up(stack, 0, len(tags), matched)
    return matched


def _give_up(stack: list[_Open], depth: int, index: int, matched: Matched) -> None:
    """Take from the stack what lies deeper: it has no end."""
    while len(stack) > depth:
        given_up = stack.pop().closed_by(None)
        matched.spans.append(given_up)
        matched.ends[index].append(OPENING[given_up.opening.word])


def _closed(stack: list[_Open], tag: Tag) -> Span:
    closed = stack.pop()
    for each in stack:
        if each.opening.word == closed.opening.word and _fits(each.opening, tag):
            each.inner.append(closed.opening)
    return closed.closed_by(tag)


def _meant(stack: list[_Open], tag: Tag, wanted: tuple[str, ...]) -> int | None:
    """How deep the open one lies that a tag goes on with or closes; None where there is none."""
    candidates = [depth for depth, each in enumerate(stack) if each.opening.word in wanted]
    fitting = [depth for depth in candidates if _fits(stack[depth].opening, tag)]
    if tag.word == "elif":
        asked = _names(tag)
        fitting = [depth for depth in fitting if asked & _names(stack[depth].opening)] or fitting
    return max(fitting or candidates, default=None)


def _fits(opening: Tag, tag: Tag) -> bool:
    """Whether two tags stand so that they may belong together."""
    if opening.level is not tag.level:
        return False
    if tag.level is Level.ROW:
        return opening.table == tag.table
    if tag.level is Level.CELL:
        return opening.row == tag.row
    return opening.cell == tag.cell


def _names(tag: Tag) -> set[str]:
    return set(_NAME.findall(tag.code)) - _WORDS
