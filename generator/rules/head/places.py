"""In which column of the table at the top, or at the bottom, a component stands."""

from __future__ import annotations

from generator.word.recognised import Recognised


def column(doc: Recognised, component: str) -> tuple[int, int] | None:
    """The table and the column of a component; None where it is not there or stands in no table."""
    fragments = doc.of(component)
    cell = fragments[0].para.cell if fragments else None
    return (cell.table, cell.column) if cell is not None and cell.columns > 1 else None


def stands_right_of(doc: Recognised, one: str, other: str) -> bool:
    """Whether one component stands in a column to the right of the other, in one table."""
    first, second = column(doc, one), column(doc, other)
    return first is not None and second is not None and first[0] == second[0] and first[1] > second[1]


def strayed(doc: Recognised, component: str) -> bool:
    """Whether number or date stands in the column of the other block, so that its look is that of the other."""
    own, other = {"so_ky_hieu": ("co_quan_ban_hanh", "quoc_hieu")}.get(component, ("quoc_hieu", "co_quan_ban_hanh"))
    at = column(doc, component)
    return at is not None and at == column(doc, other) != column(doc, own)
