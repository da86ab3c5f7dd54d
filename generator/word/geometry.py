"""What the data must know of a template's page: how wide the text is, upright and across."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.patterns import regex
from generator.word.units import EMU_PER_TWIP

_SECTION = regex(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SIZE = regex(r"<w:pgSz\b[^>]*/>")
_MARGINS = regex(r"<w:pgMar\b[^>]*/>")
_COLUMN = regex(r'<w:gridCol w:w="(\d+)"')
# The table in which a brace joins recipients: those, the brace, what stands beside it.
_BRACE_TABLE = regex(r"<w:tblGrid>((?:<w:gridCol[^>]*/>){3})</w:tblGrid>(?:(?!</w:tbl>).)*?ngoac", re.DOTALL)
_LOOPED_GRID = regex(r"<w:tblGrid>((?:(?!</w:tblGrid>).)*\{% for (?:(?!</w:tblGrid>).)*)</w:tblGrid>", re.DOTALL)
_ANNEXES = regex(r"\{% for \w+ in phu_luc\b")
_LEAST_SHARE = 4  # data has at least one part in so many of a table
_A4_TEXT, _A4_TEXT_ACROSS, _LEFT_HEAD, _BRACE_LIST, _BRACE = 9071, 14003, 3544, 3037, 130
_MOTTO = regex(r'<wp:extent cx="(\d+)" cy="0"')  # the first line that a template draws stands under the Tiêu ngữ
_MOTTO_RULE = 3428  # under it at 14 points


class Geometry(Struct, frozen=True):
    """Widths in twips: text of an upright page and of a page set across, left cell of the head; recipients that a
    brace joins, the brace, the line under the Tiêu ngữ; columns that a template adds to the tables of the body and of
    annexes."""

    upright: int
    across: int
    left_head: int
    brace_list: int = _BRACE_LIST
    brace: int = _BRACE
    motto_rule: int = _MOTTO_RULE
    fixed_in_body: int = 0
    fixed_in_annexes: int = 0

    def text_width(self, kho: str) -> int:
        """The width of the text on a page ``ngang`` or ``doc``."""
        return self.across if kho == "ngang" else self.upright

    def table_width(self, kho: str, *, annex: bool = False) -> int:
        """The width that the columns of the data have together in a table on such a page."""
        width = self.text_width(kho)
        return max(width - (self.fixed_in_annexes if annex else self.fixed_in_body), width // _LEAST_SHARE)


def _attribute(element: str, name: str) -> int:
    found = re.search(rf'w:{name}="(-?\d+)"', element)
    return int(found.group(1)) if found else 0


def geometry_of(document: str) -> Geometry:
    """Read from the sections of ``word/document.xml``; A4 with usual margins where a section says nothing."""
    upright, across = 0, 0
    for section in _SECTION.findall(document):
        size, margins = _SIZE.search(section), _MARGINS.search(section)
        if not (size and margins):
            continue
        page = _attribute(size.group(), "w")
        width = page - _attribute(margins.group(), "left") - _attribute(margins.group(), "right")
        if page > _attribute(size.group(), "h"):
            across = across or width
        else:
            upright = upright or width
    first = _COLUMN.search(document)
    braced = _BRACE_TABLE.search(document)
    joined, brace = list(map(int, _COLUMN.findall(braced.group(1))))[:2] if braced else (_BRACE_LIST, _BRACE)
    left_head = int(first.group(1)) if first else _LEFT_HEAD
    motto = _MOTTO.search(document)
    motto_rule = int(motto.group(1)) // EMU_PER_TWIP if motto else _MOTTO_RULE
    return Geometry(upright or _A4_TEXT, across or _A4_TEXT_ACROSS, left_head, joined, brace, motto_rule)


def fixed_columns(document: str) -> tuple[int, int]:
    """The widest columns that a hand added to a table of the data, in the body and in annexes; ``document`` is
    prepared: widths of columns of the data are loops in it."""
    annexes = _ANNEXES.search(document)
    end = annexes.start() if annexes else len(document)
    found = [(grid.start() < end, sum(map(int, _COLUMN.findall(grid[1])))) for grid in _LOOPED_GRID.finditer(document)]
    of_body = (width for in_body, width in found if in_body)
    of_annexes = (width for in_body, width in found if not in_body)
    return max(of_body, default=0), max(of_annexes, default=0)
