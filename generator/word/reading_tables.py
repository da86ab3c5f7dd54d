"""Tables as a reader of the text meets them: where each cell stands, how wide it is, whether it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from generator.word.ooxml import MC, Element, W, chosen, first_child, is_on, twips, value

_WORDS_MARGIN = 108  # twips left and right: Word's "Normal Table", when nothing else is said
_NOT_DRAWN = (None, "nil", "none")
_SIDES = ("top", "left", "bottom", "right")
_ROW, _CELL = W + "tr", W + "tc"
_CELL_PROPERTIES, _BORDERS, _MARGINS, _WIDTH = W + "tcPr", W + "tcBorders", W + "tcMar", W + "tcW"
_OTHER_NAMES = {"left": "start", "right": "end"}
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_MOST_SPAN = 64  # Word's own limit of columns is 63
_MOST_BASES = 20


class TableStyles(Struct, frozen=True):
    """What the styles say of tables: their borders and margins, by style id; ``default`` is the style of a plain table.

    Conditional formatting (first row, bands) is left to ``effective``: it does not decide whether a table is drawn.
    """

    styles: Mapping[str, Element]
    default: str = ""

    @classmethod
    def of(cls, root: Element | None) -> TableStyles:
        """From the root of ``word/styles.xml``; empty for None."""
        found = [] if root is None else root.findall(f"{W}style")
        tables = {style.get(f"{W}styleId", ""): style for style in found if style.get(f"{W}type") == "table"}
        default = next((name for name, style in tables.items() if style.get(f"{W}default") in ("1", "true", "on")), "")
        return cls(tables, default)

    def chain(self, name: str | None) -> list[Element]:
        """The ``w:tblPr`` of a style and of those it is based on, nearest first."""
        levels: list[Element] = []
        seen = set[str]()
        current = name or self.default
        while current in self.styles and current not in seen and len(seen) < _MOST_BASES:
            seen.add(current)
            style = self.styles[current]
            properties = style.find(f"{W}tblPr")
            if properties is not None:
                levels.append(properties)
            current = value(style, "basedOn") or ""
        return levels


class ReadCell(Struct, frozen=True):
    """A cell: its ``w:tc``, its grid column, how many it spans, its width and what is left of it for text (twips).

    ``below`` is as in ``view.Cell``.
    """

    element: Element
    column: int
    span: int
    width: int
    room: int
    bordered: bool
    below: str


class ReadTable(Struct, frozen=True):
    """A ``w:tbl``: how many grid columns it has, and its rows."""

    columns: int
    rows: tuple[tuple[ReadCell, ...], ...]


def read_table(table: Element, styles: TableStyles) -> ReadTable:
    """The cells of a table in order; deleted rows are not there."""
    properties = table.find(f"{W}tblPr")
    levels = [] if properties is None else [properties]
    levels += styles.chain(value(properties, "tblStyle"))
    grid = [twips(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")][: _MOST_SPAN * 2]
    rows = list(_children(table, _ROW))
    layouts = [list(_row_cells(row)) for row in rows]
    columns = max([len(grid), *(cells[-1][1] + cells[-1][2] for cells in layouts if cells)], default=0)
    lines = _Lines(levels, len(rows), columns)
    margins = [_margin(levels, side) for side in ("left", "right")]
    read = tuple(
        tuple(_read_cell(cell, number, lines, (grid, margins)) for cell in cells)
        for number, cells in enumerate(layouts)
    )
    return ReadTable(columns, read)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            if tag != _ROW or not is_on(child, "trPr", "del"):
                yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from _children(branch, tag)


def _row_cells(row: Element) -> Iterator[tuple[Element, int, int]]:
    """Each cell with its first grid column and how many it spans."""
    column = _count(value(row, "trPr", "gridBefore"), 0)
    for cell in _children(row, _CELL):
        span = _count(value(cell, "tcPr", "gridSpan"), 1)
        yield cell, column, span
        column += span


def _count(text: str | None, default: int) -> int:
    return min(int(text), _MOST_SPAN) if text and text.isdecimal() and len(text) < 6 else default


class _Lines(Struct, frozen=True, dict=True):
    """The borders that a table gives its cells, and its size."""

    levels: list[Element]
    rows: int
    columns: int

    def around(self, row: int, column: int, span: int) -> tuple[bool, bool, bool, bool]:
        """Which of its ``_SIDES`` the table draws for a cell."""
        drawn = self._of_table
        return (
            drawn["top" if row == 0 else "insideH"],
            drawn["left" if column == 0 else "insideV"],
            drawn["bottom" if row == self.rows - 1 else "insideH"],
            drawn["right" if column + span >= self.columns else "insideV"],
        )

    @cached_property
    def _of_table(self) -> Mapping[str, bool]:
        """Which lines the table draws by itself."""
        return {name: self._first(name) not in _NOT_DRAWN for name in (*_SIDES, "insideV", "insideH")}

    def _first(self, name: str) -> str | None:
        kinds = (_border(level.find(f"{W}tblBorders"), name) for level in self.levels)
        return next((kind for kind in kinds if kind is not None), None)


def _border(borders: Element | None, side: str) -> str | None:
    if borders is None:
        return None
    return value(borders, side) or value(borders, _OTHER_NAMES.get(side, side))


def _read_cell(cell: tuple[Element, int, int], row: int, lines: _Lines, sizes: tuple[list[int], list[int]]) -> ReadCell:
    element, column, span = cell
    grid, margins = sizes
    properties = first_child(element, _CELL_PROPERTIES)
    drawn: tuple[bool, ...] = lines.around(row, column, span)
    below = ""
    own = None if properties is None else first_child(properties, _BORDERS)
    if own is not None:
        kinds = [_border(own, side) for side in _SIDES]
        by_table = zip(kinds, drawn, strict=True)
        drawn = tuple(of_table if kind is None else kind not in _NOT_DRAWN for kind, of_table in by_table)
        _, left, _, right = drawn
        below = "" if left or right or kinds[2] in _NOT_DRAWN else kinds[2] or ""
    width = _width(properties, grid, column, span)
    own_margins = None if properties is None else first_child(properties, _MARGINS)
    if own_margins is not None:
        own_sides = [_side_margin(own_margins, side) for side in ("left", "right")]
        margins = [table if own is None else own for own, table in zip(own_sides, margins, strict=True)]
    return ReadCell(element, column, span, width, max(0, width - sum(margins)), any(drawn), below)


def _width(properties: Element | None, grid: list[int], column: int, span: int) -> int:
    """A cell's own width where it has one, else that of its grid columns."""
    given = None if properties is None else first_child(properties, _WIDTH)
    own = twips(given.get(f"{W}w")) if given is not None and given.get(f"{W}type") in (None, "", "dxa") else 0
    return own if own > 0 else sum(grid[column : column + span])


def _margin(levels: list[Element], side: str) -> int:
    for level in levels:
        found = _side_margin(level.find(f"{W}tblCellMar"), side)
        if found is not None:
            return found
    return _WORDS_MARGIN


def _side_margin(margins: Element | None, side: str) -> int | None:
    if margins is None:
        return None
    for name in (side, _OTHER_NAMES[side]):
        if value(margins, name, name="w") is not None:
            return twips(value(margins, name, name="w"))
    return None
