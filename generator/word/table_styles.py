"""Table styles: which conditional formatting bears on a cell (ECMA-376 part 1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from generator.word.markup import attribute, child, children, is_on, switched_on, value, whole
from generator.word.ooxml import Element

# 17.4.55 and part 4, 14.3.11: the attribute, its bit in the older w:val.
_LOOK = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "customXml"})


class TableContext(Struct, frozen=True):
    """What the table's style means for the paragraphs of a cell: the style's id, and the parts of the table that the
    cell lies in ("band1Horz", "firstRow" …), weakest first."""

    style: str
    regions: tuple[str, ...] = ()


class TableGrid(Struct, frozen=True):
    """A table as its style sees it.

    ``look`` is the formatting that it wants (names of ``w:tblLook``), ``headers`` how many rows at its top are head,
    ``row_band`` and ``column_band`` how many make a band.
    """

    style: str
    rows: int
    columns: int
    look: frozenset[str] = field(default_factory=frozenset)
    headers: int = 1
    row_band: int = 1
    column_band: int = 1

    def at(self, row: int, column: int, span: int = 1) -> TableContext:
        """The context of a cell: ``row`` and grid ``column`` from 0 (``w:gridBefore`` and ``w:gridSpan`` counted)."""
        look = self.look
        heads = self.headers if "firstRow" in look else 0
        is_first, is_last = row < heads, "lastRow" in look and row == self.rows - 1
        is_left = "firstColumn" in look and column == 0
        is_right = "lastColumn" in look and column + span >= self.columns
        across = _band(column - ("firstColumn" in look), self.column_band, is_left or is_right or "noVBand" in look)
        down = _band(row - heads, self.row_band, is_first or is_last or "noHBand" in look)
        holds = (
            (f"band{across}Vert", across > 0),
            (f"band{down}Horz", down > 0),
            ("firstRow", is_first),
            ("lastRow", is_last),
            ("firstCol", is_left),
            ("lastCol", is_right),
            ("nwCell", is_first and is_left),
            ("neCell", is_first and is_right),
            ("swCell", is_last and is_left),
            ("seCell", is_last and is_right),
        )
        return TableContext(self.style, tuple([name for name, held in holds if held]))


def _band(index: int, size: int, excluded: bool) -> int:
    """1 or 2, 0 for no band."""
    return 0 if excluded or size < 1 else 1 + (index // size) % 2


def read_look(tbl: Element) -> frozenset[str]:
    """The formatting that a ``w:tbl`` wants from its style.  Word reads the number only where no attribute is given."""
    look = child(tbl, "tblPr", "tblLook")
    given = {name: attribute(look, name) for name in _LOOK}
    if any(text is not None for text in given.values()):
        return frozenset(name for name, text in given.items() if text is not None and is_on(text))
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0
    return frozenset(name for name, bit in _LOOK.items() if bits & bit)


def _found(element: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table, or cells of a row, those in content controls too."""
    for name, each in children(element):
        if name == wanted:
            yield each
        elif name in _WRAPPERS:
            yield from _found(each, wanted)


def _width(row: Element) -> int:
    """The grid columns that a row's cells take."""
    before = whole(value(child(row, "trPr", "gridBefore"))) or 0
    return before + sum(whole(value(child(cell, "tcPr", "gridSpan"))) or 1 for cell in _found(row, "tc"))


def read_size(tbl: Element) -> tuple[int, int, int]:
    """Rows, grid columns, and how many rows at the top are marked as heads (17.4.49), at least one."""
    rows = list(_found(tbl, "tr"))
    columns = sum(name == "gridCol" for name, _ in children(child(tbl, "tblGrid")))
    if not columns:
        columns = max((_width(row) for row in rows), default=0)
    headers = 1
    for row in rows[1:]:
        if not switched_on(child(row, "trPr", "tblHeader")):
            break
        headers += 1
    return len(rows), columns, headers
