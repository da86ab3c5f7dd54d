"""The page: paper, margins, font, page number, body text (Phụ lục I, phần I, mục I and mục II.6.e)."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from generator.decree.facts import Align, Range, Source, between, law


class Orientation(enum.Enum):
    """Which way the sheet stands."""

    PORTRAIT = "dọc"
    LANDSCAPE = "ngang"


class Side(enum.Enum):
    """A side of the page; the value names it in a message."""

    TOP = "lề trên"
    BOTTOM = "lề dưới"
    LEFT = "lề trái"
    RIGHT = "lề phải"


class Paper(Struct, frozen=True):
    """The sheet when upright, in mm."""

    name: str
    width: Decimal
    height: Decimal
    source: Source


class OrientationRule(Struct, frozen=True):
    """``usual`` for every document; ``exception`` tells, in Vietnamese, when landscape is allowed.

    ``annexes_bound`` is False: the decree does not say how the sheet of an annex stands.
    """

    usual: Orientation
    exception: str
    annexes_bound: bool
    source: Source


class Font(Struct, frozen=True):
    """The one font of the document; ``colour`` as in Word, six hexadecimal digits."""

    name: str
    colour: str
    encoding: str
    source: Source


class PageNumber(Struct, frozen=True):
    """The page number, an Arabic figure in the top margin; its look is the component ``so_trang``.

    Each annex is numbered by itself (``annex_source``).
    """

    sizes: Range
    align: Align
    first: int
    in_top_margin: bool
    shown_on_first_page: bool
    each_annex_by_itself: bool
    source: Source
    annex_source: Source


class Body(Struct, frozen=True):
    """The paragraphs of the content.

    ``first_line_indents`` are the only two lengths allowed (mm), not the ends of a range.
    ``paragraph_spacing`` is the least distance between two paragraphs (pt); ``line_spacing`` counts single
    lines.
    """

    sizes: Range
    align: Align
    first_line_indents: tuple[Decimal, ...]
    paragraph_spacing: Decimal
    line_spacing: Range
    source: Source


PAPER = Paper("A4", Decimal(210), Decimal(297), law("Phụ lục I, phần I, mục I.1"))

ORIENTATION = OrientationRule(
    usual=Orientation.PORTRAIT,
    exception="nội dung văn bản có các bảng, biểu nhưng không được làm thành phụ lục riêng",
    annexes_bound=False,
    source=law("Phụ lục I, phần I, mục I.2"),
)

MARGINS: Mapping[Side, Range] = MappingProxyType(
    {
        Side.TOP: between(20, 25),
        Side.BOTTOM: between(20, 25),
        Side.LEFT: between(30, 35),
        Side.RIGHT: between(15, 20),
    }
)
"""In mm, from the edge of the paper."""
MARGINS_SOURCE = law("Phụ lục I, phần I, mục I.3")

FONT = Font("Times New Roman", "000000", "Unicode (TCVN 6909:2001)", law("Phụ lục I, phần I, mục I.4"))

PAGE_NUMBER = PageNumber(
    sizes=between(13, 14),
    align=Align.CENTRE,
    first=1,
    in_top_margin=True,
    shown_on_first_page=False,
    each_annex_by_itself=True,
    source=law("Phụ lục I, phần I, mục I.7"),
    annex_source=law("Phụ lục I, phần I, mục III.1.đ"),
)

BODY = Body(
    sizes=between(13, 14),
    align=Align.JUSTIFIED,
    first_line_indents=(Decimal(10), Decimal("12.7")),
    paragraph_spacing=Decimal(6),
    line_spacing=between(1, "1.5"),
    source=law("Phụ lục I, phần I, mục II.6.e"),
)
