"""A .docx as it is seen: paragraphs in reading order, each with its words, looks and place; sections; lines drawn.

Nothing here knows what a paragraph means: ``recognise`` says that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.findings import DocxPlace
from generator.word.looks import ParagraphLook, RunLook

EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in one look, as printed: NFC, capitals where the look sets them stay as typed."""

    text: str
    look: RunLook


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in the innermost table: numbers count from 0, the table's over the whole part.

    ``width`` is in twips, 0 where unknown; ``bordered`` says whether any side of the cell is drawn; ``depth`` is 1 for
    a table of the body and more for one inside another.
    """

    table: int
    row: int
    column: int
    columns: int
    width: int
    bordered: bool
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line drawn as a shape, anchored in a paragraph; lengths in twips.

    ``dash`` is "solid" or how it is broken; ``offset`` is how far its middle stands from the middle of its column or
    cell, None where the file does not tell.
    """

    length: int
    weight: int
    dash: str = "solid"
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: ``number`` counts from 1 in its part in the order of the file, as ``DocxPlace`` does.

    ``text`` is NFC, tabs as "\\t", line breaks as "\\n"; ``marker`` is its automatic number as Word prints it ("I.",
    "1.1."), empty for none.  ``section`` counts from 0.  ``boxed`` is True inside a text box; ``lines`` are the lines
    drawn in it; ``breaks_page`` is True where a page break, or a section that begins a page, stands before its first
    words.  ``box`` counts text boxes from 1, 0 outside; ``room`` is the width in twips that its lines may fill before
    its own indents are taken off (of the page's column, the cell or the box), 0 where unknown.
    """

    file: str
    part: str
    number: int
    text: str
    stretches: tuple[Stretch, ...]
    look: ParagraphLook
    marker: str = ""
    section: int = 0
    cell: Cell | None = None
    boxed: bool = False
    lines: tuple[Line, ...] = ()
    breaks_page: bool = False
    box: int = 0
    room: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether it has no words (it may hold a drawing)."""
        return not self.text.strip()

    @property
    def place(self) -> DocxPlace:
        return DocxPlace(self.file, self.part, self.number, " ".join(self.text.split())[:EXCERPT])


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page: lengths in twips.  ``start`` is its first page number where it counts afresh.

    ``headers`` and ``footers`` are part names by type ("default", "first", "even"), inherited ones included;
    ``number_format`` is "decimal" unless the section says otherwise.
    """

    number: int
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    landscape: bool
    title_page: bool
    start: int | None
    number_format: str
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


@dataclass(frozen=True)
class View:
    """A whole document.

    ``body`` holds every paragraph of ``word/document.xml`` in reading order (those of a text box after the paragraph
    that anchors it), ``margins`` the paragraphs of headers and footers by part, ``fields`` the kinds of fields
    ("PAGE", "NUMPAGES") by part and paragraph number.
    """

    file: str
    body: tuple[Para, ...]
    sections: tuple[Section, ...]
    margins: Mapping[str, tuple[Para, ...]] = field(default_factory=dict)
    fields: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    even_and_odd: bool = False
