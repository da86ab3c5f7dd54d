"""Which tag closes which: loops and conditions of a template's part, and the tags that close nothing.

Where an end is missing, what stands around tells whose it is: a loop over rows does not end in another table, nor one
over paragraphs in another cell, and an ``elif`` goes on with the condition that asks for the same name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from generator.patterns import regex
from generator.word.template_view import Level, Span, Tag

OPENING = {"for": "endfor", "if": "endif"}
CLOSING = {end: start for start, end in OPENING.items()}
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_NAME = regex(r"[a-z_][\w.]*")
_NO_NAME = regex(r"""'[^']*'|"[^"]*"|\|\s*\w+""")  # words in quotes, filters
_MOST_BLAMED = 50  # a template that lacks more is no mishap, and looking for each takes time
_WORDS = frozenset({"if", "elif", "for", "set", "not", "and", "or", "in", "is"})


class _Open(Struct):
    """A loop or condition: where its tags stand among those of the part, ``end`` -1 as long as it has none.

    ``inner`` are those of the same kind that were closed directly in it, after the last tag that goes on with it: one
    of their ends may have been meant for this one.  Where it has no end, that must have stood after ``last`` and before
    ``limit``; it is taken to have stood before ``assumed``, so that what stands after it is not in doubt.
    """

    opening: Tag
    start: int
    end: int = -1
    between: list[int] = field(default_factory=list)
    inner: list[_Open] = field(default_factory=list)
    last: int = 0
    limit: int = 0
    assumed: int = -1


class Matched(Struct, frozen=True):
    """The spans of a part, those without an end with None for it; the tags that close nothing.

    ``ends`` are the missing ends, by the index of the tag before which each is taken to have stood.
    """

    spans: list[Span] = field(default_factory=list)
    astray: list[Tag] = field(default_factory=list)
    ends: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def match(tags: Sequence[Tag]) -> Matched:
    """What belongs together among the tags of one part."""
    matched = Matched()
    stack: list[_Open] = []
    done: list[_Open] = []
    sound = _nest(tags)
    for index, tag in enumerate(tags):
        if tag.word in OPENING:
            stack.append(_Open(tag, index))
        elif tag.word in _BETWEEN or tag.word in CLOSING:
            wanted = _BETWEEN.get(tag.word) or (CLOSING[tag.word],)
            depth = len(stack) - 1 if sound else _meant(stack, tag, wanted)
            if depth is None:
                matched.astray.append(tag)
                continue
            done += _given_up(stack, depth + 1, index)
            if tag.word in _BETWEEN:
                stack[-1].between.append(index)
                stack[-1].inner.clear()
            else:
                done.append(_closed(stack, index, tag))
    done += _given_up(stack, 0, len(tags))
    _blame(done, tags)
    for each in done:
        if each.end < 0:
            matched.ends[each.limit if each.assumed < 0 else each.assumed].append(OPENING[each.opening.word])
    matched.spans.extend(_span(each, tags) for each in done)
    return matched


def _span(found: _Open, tags: Sequence[Tag]) -> Span:
    between = tuple(tags[index] for index in found.between)
    if found.end >= 0:
        return Span(found.opening, between, tags[found.end])
    inner = tuple(_span(each, tags) for each in found.inner)
    before = tags[found.limit] if found.limit < len(tags) and tags[found.limit].cell == found.opening.cell else None
    return Span(found.opening, between, None, inner, tags[max(found.last, found.start)], before)


def _given_up(stack: list[_Open], depth: int, index: int) -> Iterator[_Open]:
    """Take from the stack what lies deeper: it has no end."""
    while len(stack) > depth:
        given_up = stack.pop()
        given_up.limit = index
        yield given_up


def _closed(stack: list[_Open], index: int, tag: Tag) -> _Open:
    closed = stack.pop()
    closed.end = index
    if stack and stack[-1].opening.word == closed.opening.word and _fits(stack[-1].opening, tag):
        stack[-1].inner.append(closed)
    return closed


def _blame(done: Sequence[_Open], tags: Sequence[Tag]) -> None:
    """Find whose end is missing, and after which tag, for all that seem to have none.

    A loop in another one that seems to go on, past the last tag about its own items, with tags about the items of the
    outer one has lost its end before these: what seemed to be its end is that of the outer one.
    """
    for outer in [each for each in done if each.end < 0][:_MOST_BLAMED]:
        outer.last = _last_about(outer, done, tags)
        for each in outer.inner if outer.opening.word == "for" else ():
            last = _last_about(each, done, tags)
            about = _own_names(outer, tags)
            if any(_names(tag, whole=False) & about for tag in tags[last + 1 : each.end]):
                each.last, each.limit, each.inner = last, last + 1, []
                outer.end, each.end = each.end, -1
                break
        outer.inner = [each for each in outer.inner if each.start <= outer.last <= each.end]
        if outer.end < 0:
            outer.assumed = min(outer.limit, _soonest(outer, done))


def _soonest(found: _Open, done: Sequence[_Open]) -> int:
    """The first tag before which the missing end may stand: after all that is certain to belong to it, and not within
    anything that begins there."""
    limit = found.last + 1
    for each in sorted(done, key=lambda each: each.start):
        if found.start < each.start < limit:
            limit = max(limit, each.end + 1 if each.end >= 0 else each.limit if each.assumed < 0 else each.assumed)
    return limit


def _last_about(found: _Open, done: Sequence[_Open], tags: Sequence[Tag]) -> int:
    """The last tag in a span that is certain to belong to it: it goes on with it, or is about what the span is about,
    or closes what holds such a tag."""
    level = found.opening.level
    stop = found.end if found.end >= 0 else found.limit
    held = (at for at in range(found.start, stop) if _holder(tags[at], level) == _holder(found.opening, level))
    reach = max(held)
    about = _own_names(found, tags)
    inside = [each for each in done if found.start < each.start < each.end <= reach]
    others = {each.start: each.end for each in inside if _given(each.opening) & about}
    last = at = found.start
    while at <= reach:
        if at in others:
            at = others[at]
        elif at in found.between or _names(tags[at], whole=False) & about:
            last = at
        at += 1
    return max((each.end for each in inside if each.start <= last < each.end), default=last)


def _own_names(found: _Open, tags: Sequence[Tag]) -> set[str]:
    """What a loop or condition is about: its items and what is set in it; what it asks for."""
    if found.opening.word == "if":
        return _names(found.opening)
    names, depth = _given(found.opening), 0
    for tag in tags[found.start + 1 : found.end if found.end >= 0 else found.limit]:
        depth += {"for": 1, "endfor": -1}.get(tag.word, 0)
        if tag.word == "set" and depth < 1:  # what is set in a loop is gone after it
            names |= _given(tag)
    return names


def _given(tag: Tag) -> set[str]:
    """The names that a tag gives: to the items of a loop, or by ``set``."""
    sign = {"for": " in ", "set": "="}.get(tag.word)
    return set(_NAME.findall(tag.code.partition(sign)[0])) - _WORDS if sign else set()


def _nest(tags: Sequence[Tag]) -> bool:
    """Whether all tags belong together just as they stand: nothing is to be guessed then."""
    stack: list[Tag] = []
    for tag in tags:
        if tag.word in OPENING:
            stack.append(tag)
        elif tag.word in _BETWEEN or tag.word in CLOSING:
            wanted = _BETWEEN.get(tag.word) or (CLOSING[tag.word],)
            if not stack or stack[-1].word not in wanted or not _fits(stack[-1], tag):
                return False
            if tag.word in CLOSING:
                stack.pop()
    return not stack


def _meant(stack: list[_Open], tag: Tag, wanted: tuple[str, ...]) -> int | None:
    """How deep the open one lies that a tag goes on with or closes; None where there is none."""
    candidates = [depth for depth, each in enumerate(stack) if each.opening.word in wanted]
    fitting = [depth for depth in candidates if _fits(stack[depth].opening, tag)]
    if tag.word == "elif":
        asked = _names(tag)
        fitting = [depth for depth in fitting if asked & _names(stack[depth].opening)] or fitting
    if not fitting and len(stack) - 1 in candidates:
        return len(stack) - 1  # written as one of another level
    return max(fitting, default=None)


def _fits(opening: Tag, tag: Tag) -> bool:
    """Whether two tags stand so that they may belong together."""
    return opening.level is tag.level and _holder(opening, opening.level) == _holder(tag, opening.level)


def _holder(tag: Tag, level: Level) -> int:
    """What a tag of that level must not be torn from: its table, its row, its cell."""
    return tag.table if level is Level.ROW else tag.row if level is Level.CELL else tag.cell


def _names(tag: Tag, *, whole: bool = True) -> set[str]:
    """The names in a tag; not only the ``whole`` ones: "noi.gom" is about "noi" as well."""
    found = set(_NAME.findall(_NO_NAME.sub("", tag.code))) - _WORDS
    return found if whole else {name[: part.start()] for name in found for part in re.finditer(r"\.|$", name)}
