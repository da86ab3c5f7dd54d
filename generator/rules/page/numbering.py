"""Where a document shows its page numbers, and whether it is surely longer than a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.rules.looks import left_open
from generator.word.metrics import line_height, text_width
from generator.word.recognised import Recognised
from generator.word.view import Para, Section, View

PAGE = "PAGE"
FIRST = "first"
_EVEN = "even"
_CONDITION = "IF"  # a field that may hide the number: what it comes to is not known


def in_use(parts: Mapping[str, str], section: Section, view: View) -> dict[str, str]:
    """The headers, or footers, of a section that come to be printed, by type."""
    idle = {kind for kind, used in ((FIRST, section.title_page), (_EVEN, view.even_and_odd)) if not used}
    return {kind: part for kind, part in parts.items() if kind not in idle}


def shows_number(part: str | None, view: View) -> bool:
    """Whether a header or footer holds the number of the page."""
    return any(where == part and PAGE in kinds for (where, _), kinds in view.fields.items())


def is_conditional(part: str | None, view: View) -> bool:
    """Whether a header or footer holds a field that may or may not print."""
    return any(where == part and _CONDITION in kinds for (where, _), kinds in view.fields.items())


def numbers_of(parts: Iterable[str], view: View) -> Iterator[Para]:
    """The paragraphs of these parts that hold the number of the page, each once."""
    for part in dict.fromkeys(parts):
        for para in view.margins.get(part, ()):
            if PAGE in view.fields.get((part, para.number), ()):
                yield para


def first_page_part(parts: Mapping[str, str], section: Section) -> str | None:
    """The header, or footer, that the first page of a section shows."""
    return parts.get(FIRST if section.title_page else "default")


def is_surely_long(doc: Recognised, sections: frozenset[int]) -> bool:
    """Whether these sections are more than a page, counted low: single spacing, no gaps, no tables."""
    words = [para for para in doc.view.body if para.section in sections and not para.is_blank and not para.boxed]
    if any(para.breaks_page or para.look.page_break_before for para in words[1:]):
        return True
    height = sum(_least_height(para) for para in words if para.cell is None)
    room = max((s.height - s.top - s.bottom for s in doc.view.sections if s.number in sections), default=0)
    return height > room > 0


def _least_height(para: Para) -> int:
    size = min((stretch.look.size for stretch in para.stretches if stretch.text.strip()), default=None)
    width = para.room - para.look.left - para.look.right
    if size is None or width <= 0 or left_open(para.text):
        return 0
    length = sum(text_width(s.text, s.look.size, bold=s.look.bold) for s in para.stretches)
    return max(1, length // width) * line_height(size)
