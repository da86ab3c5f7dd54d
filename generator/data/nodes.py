"""The tree of a data file: raw texts, groups and lists, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as AbstractSequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import DataPlace
from generator.patterns import regex

_PLAIN_STEP = regex(r"[^\W\d][\w-]*")


class Scalar(Struct, frozen=True):
    """A text as typed, in NFC; blank, ``~`` and ``null`` without quotes are the empty plain text.

    ``first_line`` is the line that holds the first line of the words: below ``place`` for ``|`` and ``>``.
    ``plain`` tells that no quotes and no ``|`` or ``>`` stand around the text.  ``told`` tells that a finding has been
    noted for the text, so that what it says is not to be judged.  ``is_open`` tells that the office has left the place
    open ("…"); the text is then blank.
    """

    text: str
    place: DataPlace
    first_line: int
    plain: bool
    told: bool = False
    is_open: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed (a quoted empty text was typed, and so was the mark of an open place)."""
        return self.plain and not self.text and not self.is_open


class Mapping(Struct, frozen=True):
    """Keys with their values, in the order of the file."""

    items: dict[str, Item]
    place: DataPlace


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    place: DataPlace


Node = Scalar | Mapping | Sequence


class Item(NamedTuple):
    """What stands at a key: the place of the key and the value."""

    key_place: DataPlace
    node: Node


def key_path(parent: str, key: str) -> str:
    """The path of ``key`` under ``parent``; keys that are no plain names stand in quotes."""
    step = key if _PLAIN_STEP.fullmatch(key) else f'"{key}"'
    return f"{parent}.{step}" if parent else step


def index_path(parent: str, index: int) -> str:
    """The path of an item of a list; ``index`` counts from 0, the path from 1 as people count."""
    return f"{parent}[{index + 1}]"


def locate(root: Node, path: AbstractSequence[str | int]) -> Item:
    """What stands at ``path``, whose indexes count from 0; raises ``KeyError`` where nothing does.

    For an item of a list, and for the root, the place of the key is the place of the value.
    """
    found = Item(root.place, root)
    for step in path:
        node = found.node
        if isinstance(node, Mapping) and isinstance(step, str):
            found = node.items[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            child = node.items[step]
            found = Item(child.place, child)
        else:
            raise KeyError(path)
    return found


def word_places(node: Node, path: str) -> Iterator[tuple[str, DataPlace]]:
    """Each text below ``path`` with its own path, as the tree stands, and the place where its words begin."""
    if isinstance(node, Mapping):
        for key, item in node.items.items():
            yield from word_places(item.node, key_path(path, key))
    elif isinstance(node, Sequence):
        for index, child in enumerate(node.items):
            yield from word_places(child, index_path(path, index))
    else:
        moved = node.first_line != node.place.line
        yield path, replace(node.place, line=node.first_line, column=1 if moved else node.place.column)
