"""A Word template as its checks see it: every tag with its place, what it asks for, what opens and closes what.

Paths are full: in a loop ``for khoi in noi_dung`` the tag ``{{r khoi.chu }}`` asks for ``noi_dung[].chu``.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from generator.findings import DocxPlace
from generator.word.package import CORE_PROPERTIES as CORE_PROPERTIES

ITEM = "[]"
PICK = "|"
"""Stands in names of conditions before what is asked of a list: its length, whether an item is the first …"""


class Level(Enum):
    """What a tag takes away with itself: only itself, its run, its paragraph, its cell, its row."""

    TEXT = ""
    RUN = "r"
    PARAGRAPH = "p"
    CELL = "tc"
    ROW = "tr"


class How(Enum):
    """What a tag does with a value: prints it as it is, prints what it makes of it, loops over it, looks at it."""

    PRINTS = "in"
    DERIVES = "tính"
    LOOPS = "lặp"
    ASKS = "xét"


class Tag(Struct, frozen=True):
    """A tag: ``code`` is what stands between its braces, without the letter of its level, in plain characters.

    ``table``, ``row``, ``cell`` number the innermost ones about it within its part, 0 for none.  ``beside`` are the
    words that go with it: of its paragraph, cell or row, besides tags.  ``odd`` are characters in it that only look
    like those of a keyboard; ``torn`` tells that it begins and ends in two different frames of Word's (a link, a
    field, a tracked change), so that taking the tag out would break the file.
    """

    place: DocxPlace
    text: str
    code: str
    prints: bool
    level: Level = Level.TEXT
    table: int = 0
    row: int = 0
    cell: int = 0
    beside: str = ""
    odd: tuple[str, ...] = ()
    torn: bool = False

    @property
    def word(self) -> str:
        """The word that a statement begins with ("for"), empty for a tag that prints."""
        return "" if self.prints else (self.code.split(None, 1) or [""])[0]


class Guard(Struct, frozen=True):
    """A condition: what stands at ``path`` is one of ``values``, or (where ``holds`` is false) is none of them.

    The empty word stands for what is not there: no words, no items, a no.  What a template asks in other ways than by
    such a comparison has a name of its own in place of a path, and is there or is not.
    """

    path: str
    values: frozenset[str]
    holds: bool = True


def length_of(path: str) -> str:
    """The name under which conditions ask how long a list is."""
    return f"{path}{PICK}length"


class Either(Struct, frozen=True):
    """A condition that holds where one of several ways is open: where all conditions of that way hold."""

    ways: tuple[tuple[Guard | Either, ...], ...]


Condition = Guard | Either


class Branch(Struct, frozen=True):
    """A part of a template that is reached only under conditions.

    They are those of ``tag`` being met, or (where ``holds`` is false) not being met.
    """

    tag: Tag
    holds: bool
    conditions: tuple[Condition, ...]


class Use(Struct, frozen=True):
    """A path that a tag asks for, and the branches in which the tag stands, from the outermost."""

    path: str
    tag: Tag
    how: How
    branches: tuple[Branch, ...] = ()


class Span(Struct, frozen=True):
    """A loop or condition with its tags: one that opens, some between (``elif``, ``else``), one that closes.

    Where that is missing, it belongs after ``after`` and, where that is known, before ``before``; ``inner`` are those
    inside whose end may have been meant for this one, and theirs be lost.
    """

    opening: Tag
    between: tuple[Tag, ...] = ()
    closing: Tag | None = None
    inner: tuple[Span, ...] = ()
    after: Tag | None = None
    before: Tag | None = None


class Fault(Struct, frozen=True):
    """A tag that cannot be read, and why, in Vietnamese."""

    tag: Tag
    problem: str


class TemplateView(Struct, frozen=True):
    """All tags of a template in reading order, part by part, and what they do.

    ``broken`` are paragraphs whose braces do not pair; ``astray`` tags that close or go on with what is not open;
    ``foreign`` what a template must not bring along: where, what, and how to be rid of it; ``pending``
    paragraphs with tracked changes.
    """

    file: str
    tags: tuple[Tag, ...]
    uses: tuple[Use, ...]
    spans: tuple[Span, ...]
    astray: tuple[Tag, ...] = ()
    broken: tuple[DocxPlace, ...] = ()
    faults: tuple[Fault, ...] = ()
    foreign: tuple[tuple[DocxPlace, str, str], ...] = ()
    pending: tuple[DocxPlace, ...] = ()
