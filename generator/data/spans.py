"""Where the values of a data file stand in its text, to the character: what an edit of the text needs to know.

The text has passed ``located.read_yaml``, so it holds nothing but groups, lists and texts within known bounds.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

from generator.data.located import PARSER


class TextSpan(Struct, frozen=True):
    """A text: ``value`` as YAML reads it; ``is_block`` for those behind ``|`` and ``>``; blank ones are empty."""

    start: int
    end: int
    value: str
    is_block: bool = False


class EntrySpan(Struct, frozen=True):
    """A key and its value; ``start`` and ``key_end`` are where the key begins and ends."""

    start: int
    key_end: int
    value: Span


class GroupSpan(Struct, frozen=True):
    """A group of keys; ``in_braces`` for ``{…}``.  It ends where its last value ends, not at what follows it."""

    start: int
    end: int
    entries: dict[str, EntrySpan]
    in_braces: bool


class ListSpan(Struct, frozen=True):
    """A list; ``in_brackets`` for ``[…]``.  A list of dashes starts at its first dash."""

    start: int
    end: int
    items: tuple[Span, ...]
    in_brackets: bool


Span = TextSpan | GroupSpan | ListSpan


def read_spans(text: str) -> GroupSpan:
    """The spans of a text whose root is a group.  ``text`` has LF line ends; raises ``ValueError`` for another root."""
    events = iter(yaml.parse(text, Loader=PARSER))
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            root = _collection(event, events, text)
            if isinstance(root, GroupSpan):
                return root
    raise ValueError("the root of the text is no group")


def _span(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> Span:
    if isinstance(event, yaml.CollectionStartEvent):
        return _collection(event, events, text)
    assert isinstance(event, yaml.ScalarEvent)
    start, end = _reach(event)
    is_block = event.style in ("|", ">")
    # A block text ends behind its line breaks; the breaks belong to the layout.
    shown_end = start + len(text[start:end].rstrip()) if is_block else end
    return TextSpan(start, shown_end, event.value, is_block)


def _collection(opening: yaml.CollectionStartEvent, events: Iterator[yaml.Event], text: str) -> GroupSpan | ListSpan:
    start, _ = _reach(opening)
    items: list[Span] = []
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        items.append(_span(event, events, text))
    in_flow = bool(opening.flow_style)
    end = _reach(event)[1] if in_flow or not items else items[-1].end
    if not isinstance(opening, yaml.MappingStartEvent):
        return ListSpan(start, end, tuple(items), in_flow)
    entries = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        assert isinstance(key, TextSpan)
        entries[key.value] = EntrySpan(key.start, key.end, value)
    return GroupSpan(start, end, entries, in_flow)


def _reach(event: yaml.Event) -> tuple[int, int]:
    """Where an event begins and ends; the parser marks every one."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
