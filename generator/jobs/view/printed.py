"""What the tags of a template may reach in a body, an annex and their tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.findings import Place
from generator.jobs.view.widths import Tight
from generator.word.pieces import Piece
from generator.word.runs import Runs


@dataclass(frozen=True)
class CotIn:
    """A column: heading, width in twips, ``giua`` or ``trai``."""

    tieu_de: str
    rong: int
    can: str


@dataclass(frozen=True)
class OIn:
    """A cell: its paragraphs (one at least), the column's width and side.

    ``cho`` is where its words stand in the data: one place, or one for each paragraph.
    """

    dong: tuple[Piece, ...]
    rong: int
    can: str
    cho: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class HangIn:
    """A row; ``nhom`` for the heading of a group."""

    nhom: bool
    o: tuple[OIn, ...]


@dataclass(frozen=True)
class BangIn:
    """A table; ``chat`` are its columns that are too narrow."""

    cot: tuple[CotIn, ...]
    hang: tuple[HangIn, ...]
    chat: tuple[Tight, ...] = ()


@dataclass(frozen=True)
class KhoiIn:
    """A block as the template prints it: kind, words, typed number ("I.", "1.1.") where it has one.

    Typed lines are of the kinds ``doan``, ``gach`` (after "- ") and ``cong`` (after "+ "), without their lead.
    ``bang`` is the table of a block of that kind; ``cho`` is where the words stand in the data.
    """

    kieu: str
    chu: Runs
    so: str = ""
    bang: BangIn | None = None
    cho: Place | None = field(default=None, compare=False)
