"""Pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def table_of(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table; a stroke in a cell, which would end it, is kept from doing so."""
    titles = list(head)
    for cells in (titles, ["---"] * len(titles), *map(list, rows)):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |".replace("|  |", "| |")


def anchor(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown: letters, figures, hyphens and underscores."""
    kept = "".join(ch for ch in heading.lower() if ch.isalnum() or ch in "-_ ")
    return kept.replace(" ", "-")
