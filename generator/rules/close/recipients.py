"""The list of recipients, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.decree.wording import LUU, NOI_NHAN_MARKS
from generator.patterns import regex
from generator.vn.marks import list_mark
from generator.vn.text import squeeze
from generator.word.recognised import Fragment, Recognised

_CLOSED = (NOI_NHAN_MARKS.after, NOI_NHAN_MARKS.after_last)
# The typist's initials and the number of copies (Phụ lục I, phần I, mục III.3) stand below the list.
_COPIES = regex(r"[^\W\d_]{1,4}\.?\s*\(?\d{1,4}\)?\.?")
_STORED = regex(rf"{LUU}(?!\w)", re.IGNORECASE)


class Recipient(Struct):
    """One item: its words without the dash, the dash ("" for none), where it begins and ends.

    ``column`` parts lists that stand side by side; ``braced`` is True for an item that a brace joins with others,
    whose mark stands beside the brace.
    """

    first: Fragment
    dash: str
    lines: list[str]
    column: tuple[int, int] | None
    braced: bool
    last: Fragment

    @property
    def text(self) -> str:
        return squeeze(" ".join(self.lines))

    @property
    def is_stored(self) -> bool:
        """Whether it is "Lưu: VT, …"."""
        return _STORED.match(self.text) is not None


def recipients(doc: Recognised) -> list[Recipient]:
    """The items in order; a line without a dash goes on with the item above it, unless that was closed."""
    found: list[Recipient] = []
    braces = _brace_tables(doc)
    for fragment, line in _lines(doc):
        cell = fragment.para.cell
        is_braced = cell is not None and cell.table in braces
        # The words beside a brace are about all that it joins.
        if is_braced and cell is not None and cell.column > 0:
            continue
        dash = list_mark(line)
        marker = list_mark(fragment.para.marker) if fragment.start == 0 else ""
        column = (cell.table, cell.column) if cell is not None and not is_braced else None
        above = found[-1] if found else None
        if above is not None and above.is_stored and _COPIES.fullmatch(line):
            continue
        if above is not None and not dash and not marker and _goes_on(above, line, column):
            above.lines.append(line)
            above.last = fragment
            continue
        found.append(Recipient(fragment, (dash or marker)[:1], [line[len(dash) :]], column, is_braced, fragment))
    return found


def _lines(doc: Recognised) -> Iterator[tuple[Fragment, str]]:
    for fragment in doc.of("noi_nhan_danh_sach"):
        for line in fragment.text.split("\n"):
            text = squeeze(line)
            if any(ch not in "-;., " for ch in text):
                yield fragment, text


def _brace_tables(doc: Recognised) -> set[int]:
    """The tables in which a brace joins recipients: inside the cell of "Nơi nhận:", or with words beside items."""
    home = max((part.para.cell.depth for part in doc.of("noi_nhan_tu") if part.para.cell), default=0)
    columns: dict[int, set[int]] = {}
    found = set()
    for fragment in doc.of("noi_nhan_danh_sach"):
        cell = fragment.para.cell
        if cell is None:
            continue
        if cell.depth > max(home, 1):
            found.add(cell.table)
        if not list_mark(squeeze(fragment.text)):
            columns.setdefault(cell.table, set()).add(cell.column)
    return found | {table for table, beside in columns.items() if home == 0 and min(beside) > 0}


def _goes_on(above: Recipient, line: str, column: tuple[int, int] | None) -> bool:
    if above.column != column:
        return False
    return line.startswith("(") or line[0].islower() or not above.lines[-1].endswith(_CLOSED)
