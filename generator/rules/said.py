"""What a document says, as words and tables, whoever made it: a data file that will be printed, or a Word file.

The rules over figures, citations and words look at this and at nothing else, so they judge both alike.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from msgspec import Struct

from generator.data.successions import NO_SUCCESSIONS, BangThayDoi
from generator.findings import Place
from generator.vn.dates import VnDate


class Passage(Struct, frozen=True, dict=True):
    """Words in one piece: a paragraph, a list's item, a cell; NFC unless it was typed otherwise, lines as "\\n".

    ``place`` is where it starts; ``lines`` the place of each of its lines where the file tells.  ``part`` says what it
    belongs to: "dau" (subject, addressees), "noi_dung", "cuoi" (closing, recipients, signature), "phu_luc".
    """

    text: str
    place: Place
    part: str = "noi_dung"
    lines: tuple[Place, ...] = ()
    heading: bool = False

    def place_at(self, offset: int) -> Place:
        """The place of a character, to the line."""
        if not self.lines:
            return self.place
        line = bisect_left(self._breaks, offset)
        return self.lines[line] if line < len(self.lines) else self.place

    @cached_property
    def _breaks(self) -> list[int]:
        """Where lines end."""
        return [index for index, letter in enumerate(self.text) if letter == "\n"]


class Row(Struct, frozen=True):
    """A row of a table: its cells from left to right; ``group`` for the heading of a group."""

    cells: tuple[Passage, ...]
    group: bool = False


class Table(Struct, frozen=True):
    """A table: the words of its head, its rows, the title of the annex that it stands in (empty in the body)."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    place: Place
    title: str = ""


class Indicator(Struct, frozen=True):
    """One indicator as a report states it; texts as printed, empty where nothing is said.

    ``group`` is the group's name; ``unit`` its unit of measure, ``target`` and ``result`` as printed, ``verdict``
    likewise; ``told`` the passages that tell of it in the text.  ``catalogue`` tells catalogues apart where a report
    has several, which may use one id twice.
    """

    id: str
    name: str
    group: str
    unit: str
    target: str
    result: str
    verdict: str
    place: Place
    told: tuple[Passage, ...] = ()
    catalogue: str = ""


class Cited(Struct, frozen=True):
    """A document that the report lists as issued: number and symbol as printed, kind, date, body and subject.

    ``place`` is that of what is printed for it, ``entry`` where its number and date stand.
    """

    so: str
    loai: str
    ngay: VnDate
    co_quan: str
    trich_yeu: str
    place: Place
    entry: Place | None = None


class AnnexHeading(Struct, frozen=True):
    """An annex: its number as printed ("II", "01", empty for none) and its title."""

    number: str
    title: str
    place: Place


class Said(Struct, frozen=True, eq=False, dict=True):
    """Everything that the rules may judge; itself a key for what rules work out of it once and share.

    ``passages`` are the words outside tables in reading order, ``tables`` the tables in order.  ``date`` is the
    document's own date, ``body`` its issuing body, ``symbol`` its number and symbol ("12/BC-UBND"), empty where
    unknown.  ``letterhead`` is the top of the first page: governing body, issuing body, symbol; ``successions`` tells
    which names have lapsed.  ``loose`` has the words that the file has with letters and marks apart, by paragraph; the
    reader of Word files has composed them everywhere else.
    """

    file: str
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    listed: tuple[Cited, ...] = ()
    annexes: tuple[AnnexHeading, ...] = ()
    date: VnDate | None = None
    body: str = ""
    symbol: str = ""
    period_end: VnDate | None = None
    letterhead: tuple[Passage, ...] = ()
    loose: tuple[Passage, ...] = ()
    successions: BangThayDoi = NO_SUCCESSIONS

    @cached_property
    def everything(self) -> tuple[Passage, ...]:
        """All words: passages, then the cells of the tables; none that is blank."""
        cells = (cell for table in self.tables for row in table.rows for cell in row.cells)
        return tuple(passage for passage in (*self.passages, *cells) if passage.text.strip())
