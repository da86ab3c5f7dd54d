"""Edits of a text that leave all else as it is, to the character."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Edit(Struct, frozen=True, order=True):
    """The characters from ``start`` to ``end`` become ``new``; nothing is lost where the two are the same place."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits; those at one place come in their order.  Raises ``ValueError`` where two overlap."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at:
            raise ValueError(f"two edits overlap at {edit.start}")
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join((*pieces, text[at:]))


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its line break."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def indentation(text: str, index: int) -> str:
    """The blanks that the line of a character begins with."""
    start = line_start(text, index)
    line = text[start : line_end(text, index)]
    return line[: len(line) - len(line.lstrip(" "))]


def lines_out(text: str, start: int, end: int) -> Edit:
    """The lines that the characters from ``start`` to ``end`` lie on, taken out whole."""
    return Edit(line_start(text, start), min(line_end(text, end) + 1, len(text)), "")


def own_line(text: str, index: int, words: str) -> Edit:
    """``words`` on a line of their own above the line of a character, set in as that line is."""
    start = line_start(text, index)
    return Edit(start, start, f"{indentation(text, index)}{words}\n")
