"""Effective formatting: how a run and a paragraph come out after everything that bears on them."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class RunLook(Struct, frozen=True):
    """How the letters of a run come out.

    ``font`` is the name in use for Latin letters (themes resolved); ``size`` is in points; ``colour`` six hexadecimal
    digits in capitals, "auto" where none is set; ``shade`` the colour behind the letters, empty for none; ``raised``
    is for superscript, as marks of notes are set, ``lowered`` for subscript; ``width`` is in hundredths of the font's,
    ``spread`` the room added between letters, in twips.
    """

    font: str
    size: Decimal
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    underline: bool = False
    strike: bool = False
    hidden: bool = False
    colour: str = "auto"
    shade: str = ""
    raised: bool = False
    lowered: bool = False
    width: int = 100
    spread: int = 0


class Border(Struct, frozen=True):
    """A paragraph's border: ``kind`` as in Word ("single", "double", "dashed" …), ``size`` in eighths of a point."""

    kind: str
    size: int


class ParagraphLook(Struct, frozen=True):
    """How a paragraph stands; lengths in twips.

    ``align`` is "left", "center", "right" or "both"; ``first_line`` is negative where the first line hangs.
    ``line`` counts 240ths of a line where ``line_rule`` is "auto", else twips ("exact", "atLeast").
    ``contextual`` drops the space between paragraphs of one style.  ``outline`` is 0 for the highest level.
    """

    style: str = ""
    align: str = "left"
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    contextual: bool = False
    line: int = 240
    line_rule: str = "auto"
    keep_next: bool = False
    page_break_before: bool = False
    outline: int | None = None
    above: Border | None = None
    below: Border | None = None
