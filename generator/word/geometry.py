"""What the data must know of a template's page: how wide the text is, upright and across."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.patterns import regex

_SECTION = regex(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SIZE = regex(r"<w:pgSz\b[^>]*/>")
_MARGINS = regex(r"<w:pgMar\b[^>]*/>")
_COLUMN = regex(r'<w:gridCol w:w="(\d+)"')
# The table in which a brace joins recipients: those, the brace, what stands beside it.
_BRACE_TABLE = regex(r"<w:tblGrid>((?:<w:gridCol[^>]*/>){3})</w:tblGrid>(?:(?!</w:tbl>).)*?ngoac", re.DOTALL)
_A4_TEXT, _A4_TEXT_ACROSS, _LEFT_HEAD, _BRACE_LIST, _BRACE = 9071, 14003, 3544, 2980, 130


class Geometry(Struct, frozen=True):
    """Widths in twips: text of an upright page and of a page set across, left cell of the head; recipients that a
    brace joins, the brace."""

    upright: int
    across: int
    left_head: int
    brace_list: int = _BRACE_LIST
    brace: int = _BRACE

    def text_width(self, kho: str) -> int:
        """The width of the text on a page ``ngang`` or ``doc``."""
        return self.across if kho == "ngang" else self.upright


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
    return Geometry(upright or _A4_TEXT, across or _A4_TEXT_ACROSS, left_head, joined, brace)
