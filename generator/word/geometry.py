"""What the data must know of a template's page: how wide the text is, upright and across."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
_FIRST_COLUMN = re.compile(r'<w:gridCol w:w="(\d+)"')
_A4_TEXT, _A4_TEXT_ACROSS, _LEFT_HEAD = 9071, 14003, 3544


@dataclass(frozen=True)
class Geometry:
    """Widths in twips: text of an upright page, text of a page set across, left cell of the head."""

    upright: int
    across: int
    left_head: int

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
    first = _FIRST_COLUMN.search(document)
    return Geometry(upright or _A4_TEXT, across or _A4_TEXT_ACROSS, int(first.group(1)) if first else _LEFT_HEAD)
