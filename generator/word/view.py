"""A .docx as it is seen: paragraphs in reading order, each with its words, looks and place; sections; lines drawn.

Nothing here knows what a paragraph means: ``recognise`` says that.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.findings import DocxPlace
from generator.patterns import regex
from generator.word.looks import ParagraphLook, RunLook
from generator.word.once import once

EXCERPT = 80
_BEGINNING = 4 * EXCERPT  # of the letters, blanks among them
_SPOKEN = regex(r"[^\W_]")


class Stretch(Struct, frozen=True):
    """Words in one look, as printed: NFC, capitals where the look sets them stay as typed."""

    text: str
    look: RunLook

    @property
    def speaks(self) -> bool:
        """Whether it has letters or figures that are printed and are no mark of a note."""
        return not (self.look.hidden or self.look.raised) and _SPOKEN.search(self.text) is not None

    @property
    def printed(self) -> str:
        """As it comes out: in capitals where the look makes them."""
        return self.text.upper() if self.look.caps else self.text


class Cell(Struct, frozen=True):
    """Where a paragraph stands in the innermost table: numbers count from 0, the table's over the whole part.

    ``width`` is in twips, 0 where unknown; ``bordered`` says whether any side of the cell is drawn; ``depth`` is 1 for
    a table of the body and more for one inside another.  ``below`` is the kind of the line that the cell itself has
    under it, with none beside it ("single", "double" …), empty for none.
    """

    table: int
    row: int
    column: int
    columns: int
    width: int
    bordered: bool
    depth: int = 1
    below: str = ""


class Line(Struct, frozen=True):
    """A straight line drawn as a shape, anchored in a paragraph; lengths in twips.

    ``dash`` is "solid" or how it is broken; ``offset`` is how far its middle stands from the middle of its column or
    cell, None where the file does not tell.  ``drop`` is how far it lies below the top of its paragraph, None likewise;
    ``colour`` six hexadecimal digits, "auto" where none is set; ``strokes`` is more than 1 for a double line.
    """

    length: int
    weight: int
    dash: str = "solid"
    offset: int | None = None
    drop: int | None = None
    colour: str = "auto"
    strokes: int = 1


class Para(Struct, frozen=True, dict=True):
    """A paragraph: ``number`` counts from 1 in its part in the order of the file, as ``DocxPlace`` does.

    ``text`` is NFC, tabs as "\\t", line breaks as "\\n"; ``marker`` is its automatic number as Word prints it ("I.",
    "1.1."), empty for none.  ``section`` counts from 0.  ``boxed`` is True inside a text box; ``lines`` are the lines
    drawn in it; ``breaks_page`` is True where a page break, or a section that begins a page, stands before its first
    words.  ``box`` counts text boxes from 1, 0 outside; ``room`` is the width in twips that its lines may fill before
    its own indents are taken off (of the page's column, the cell or the box), 0 where unknown.  ``pictured`` tells
    that a picture or a chart stands in it; ``loose`` has the words that were typed with letters and marks apart.

    Many rules ask the same of each paragraph, so what follows from it is worked out once.
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
    pictured: bool = False
    loose: tuple[str, ...] = ()

    @once
    def is_blank(self) -> bool:
        """Whether it has no words (it may hold a drawing)."""
        return not self.text.strip()

    @once
    def worded(self) -> tuple[Stretch, ...]:
        """Its stretches without those that are only blanks."""
        return tuple(stretch for stretch in self.stretches if not stretch.text.isspace())

    @once
    def spoken(self) -> tuple[Stretch, ...]:
        """Its stretches that speak."""
        return tuple(stretch for stretch in self.stretches if stretch.speaks)

    @once
    def printed(self) -> str:
        """Its words on one line as they come out, without marks of notes."""
        seen = (each.printed for each in self.stretches if not (each.look.raised or each.look.hidden))
        return " ".join("".join(seen).split())

    @once
    def written(self) -> str:
        """Its words on one line with the automatic number before them, as the reader sees them."""
        return " ".join(f"{self.marker} {self.text}".split())

    @property
    def place(self) -> DocxPlace:
        return DocxPlace(self.file, self.part, self.number, " ".join(self.text[:_BEGINNING].split())[:EXCERPT])


class Section(Struct, frozen=True):
    """A section's page: lengths in twips.  ``start`` is its first page number where it counts afresh.

    ``headers`` and ``footers`` are part names by type ("default", "first", "even"), inherited ones included;
    ``number_format`` is "decimal" unless the section says otherwise; ``gutter`` is the part of ``left`` for binding.
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
    gutter: int = 0

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


class View(Struct, frozen=True):
    """A whole document.

    ``body`` holds every paragraph of ``word/document.xml`` in reading order (those of a text box after the paragraph
    that anchors it), ``margins`` the paragraphs of headers and footers by part, ``fields`` the kinds of fields
    ("PAGE", "NUMPAGES") by part and paragraph number.  ``adds_space`` tells whether the space after a paragraph and the
    one before the next are added up; otherwise the larger one holds; None where it is not known.  ``formats`` says in
    what figures a field of the page's number is asked for ("roman"), by part and paragraph number.
    """

    file: str
    body: tuple[Para, ...]
    sections: tuple[Section, ...]
    margins: Mapping[str, tuple[Para, ...]] = field(default_factory=dict)
    fields: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    even_and_odd: bool = False
    adds_space: bool | None = None
    formats: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
