"""The head of a document as two blocks side by side: its lines, cut where the second block begins, and their sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.patterns import regex
from generator.word.recognise_lines import PrintedLine, cut, is_stamp, lines_of, stops_before
from generator.word.recognise_names import motto_at, nation_at
from generator.word.recognise_words import DATE, SHORT_DATE, SO_KY_HIEU
from generator.word.recognised import Fragment
from generator.word.view import Para

LONG = 160  # letters; no line of the head is as long
_GAP = regex(r"\t\s*|\s{3,}")
LEFT, RIGHT, EITHER = "left", "right", "either"


class Segment(Struct, frozen=True):
    """A piece of a line of the head, and the block it stands in.

    ``broken`` is True for a line of a Quốc hiệu that takes two.
    """

    line: PrintedLine
    side: str
    broken: bool = False

    @property
    def words(self) -> str:
        return self.line.words


def read_segments(paras: Sequence[Para], end: int, name: Para | None) -> list[Segment]:
    """The lines of the first paragraphs, up to ``end``, cut into blocks; ``name`` holds the Quốc hiệu."""
    found: list[Segment] = []
    tabbed = [] if name is None else [line for line in lines_of(name) if len(columns(line)) > 1]
    with_tabs = bool(tabbed)
    stops = stops_before(columns(tabbed[0])[0]) if tabbed else 0
    for index in range(end):
        para = paras[index]
        for line in lines_of(para):
            if is_stamp(line.text):
                continue
            pieces = columns(line, wide=with_tabs and para.cell is None)
            for number, piece in enumerate(pieces):
                side = side_of(para, name)
                if len(pieces) > 1:
                    side = LEFT if number == 0 else RIGHT
                elif with_tabs and para.cell is None:
                    side = RIGHT if stops_before(piece) > stops else LEFT
                found.append(Segment(PrintedLine(index, piece), side))
    return _with_broken_name(found)


def _with_broken_name(segments: list[Segment]) -> list[Segment]:
    """The segments, two lines of one block marked where only together they are the Quốc hiệu."""
    if any(nation_at(each.words) is not None for each in segments):
        return segments
    for at, first in enumerate(segments):
        second = next((each for each in segments[at + 1 : at + 4] if each.side == first.side), None)
        if second is not None and nation_at(f"{first.words} {second.words}") is not None:
            return [replace(each, broken=each in (first, second)) for each in segments]
    return segments


def columns(line: Fragment, wide: bool = False) -> list[Fragment]:
    """A line cut where its second block begins: at words only that block has, or (``wide``) at any wide gap."""
    start = _second_block(line)
    if start is None and wide:
        text = line.text.rstrip()
        gap = _GAP.search(text, len(text) - len(text.lstrip()))
        start = gap.end() if gap and not SO_KY_HIEU.match(text.lstrip()) else None
    if not start:
        return [line]
    at = line.start + start
    return [piece for piece in (cut(line.para, line.start, at), cut(line.para, at, line.end)) if piece is not None]


def _second_block(line: Fragment) -> int | None:
    for find in (nation_at, motto_at):
        start = find(line.text)
        if start is not None:
            return start
    gaps = [found.end() for found in _GAP.finditer(line.text)]
    return next((gap for gap in gaps if gap and is_date(line.text[gap:])), None)


def is_date(text: str) -> bool:
    """Whether a text ends with a date, the name of a place perhaps before it."""
    found = DATE.search(text) or SHORT_DATE.search(text)
    # The name of the place may stand before it, a sentence may not; nor may the gap fall between "ngày" and "tháng".
    return found is not None and found.start() <= LONG // 2 and "\t" not in text.strip()


def side_of(para: Para, name: Para | None) -> str:
    """The block in which a paragraph stands, as seen from the one that holds the Quốc hiệu."""
    if name is None or para is name:
        return RIGHT if name is not None else EITHER
    if para.box or name.box:
        if para.box == name.box:
            return RIGHT
        # A box beside a table is no block of the head: it holds the stamp of a digital signature, or "DỰ THẢO".
        return EITHER if para.box and name.cell else LEFT
    if para.cell is None or name.cell is None:
        return EITHER
    if para.cell.table != name.cell.table:
        return LEFT if para.cell.column == 0 else RIGHT
    if para.cell.columns == 1:
        return EITHER
    return RIGHT if para.cell.column >= name.cell.column > 0 or para.cell.column == name.cell.column else LEFT
