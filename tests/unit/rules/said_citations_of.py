"""Hand-made views for the tests of the rules over citations."""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import DataPlace, Finding
from generator.rules.said import Passage, Row, Said, Table
from generator.rules.said_citations import RULES
from generator.vn.dates import parse_date


def passage(text: str, line: int = 1, part: str = "noi_dung") -> Passage:
    return Passage(text, DataPlace("a.yaml", line, 1), part)


def said(*texts: str, rows: Sequence[Sequence[str]] = (), date: str = "05/12/2023", symbol: str = "") -> Said:
    """A report of UBND xã Bình Minh: a passage on each line, then a table; a row of one cell heads a group."""
    first = len(texts) + 1
    table_rows = tuple(
        Row(tuple(passage(cell, first + index) for cell in row), len(row) == 1) for index, row in enumerate(rows)
    )
    tables = (Table((), table_rows, DataPlace("a.yaml", first, 1)),) if rows else ()
    passages = tuple(passage(text, line) for line, text in enumerate(texts, start=1))
    return Said("a.yaml", passages, tables, date=parse_date(date), body="UBND xã Bình Minh", symbol=symbol)


def findings(view: Said) -> list[Finding]:
    return [finding for module in RULES for finding in module.check(view)]


def found(view: Said, *but: str) -> list[tuple[str, int]]:
    """The findings as rule and line; ``but`` names rules that the test is not about."""
    lines = [(each.rule, each.place.line) for each in findings(view) if isinstance(each.place, DataPlace)]
    return sorted(each for each in lines if each[0] not in but)
