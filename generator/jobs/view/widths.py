"""How wide the columns of a table are, and which of them are too narrow for what they hold.

Widths are twips.  Words are measured as the cells of the template print them, at 12 points.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.patterns import regex
from generator.word.metrics import text_width

CELL_SIZE, CELL_MARGINS = 12, 190  # points; both sides of a cell and its borders
_LONGEST_WORD, _MEASURED = 15, 3
_BREAK = regex(r"(?<=\w[-–])(?=\w)")  # inside a word a line may end after a hyphen


class Tight(Struct, frozen=True):
    """A column too narrow for what it holds.

    ``words`` are those that Word tears apart, the longest first; ``formula`` tells that one is printed as plain words.
    """

    heading: str
    words: tuple[str, ...]
    formula: bool


def shares(wished: Sequence[Decimal], width: int, least: Sequence[int]) -> list[int]:
    """The width shared out as wished, no column below its least; all give way where they have no room together."""
    held = dict[int, int]()
    if sum(least) > width:
        least = [taken * width // sum(least) for taken in least]
    while True:
        free = [index for index in range(len(wished)) if index not in held]
        room, total = width - sum(held.values()), sum((wished[index] for index in free), Decimal(0))
        tight = {index: least[index] for index in free if room * wished[index] < least[index] * total}
        if not tight:
            break
        held |= tight
    found = [held.get(index) or int(room * wish / total) for index, wish in enumerate(wished)]
    found[found.index(max(found))] += width - sum(found)
    return found


def least_widths(headings: Sequence[str], cells: Sequence[Collection[str]], width: int) -> list[int]:
    """What the longest word of each column takes; where that is more than the ``width``, words may end at a hyphen."""
    whole = [_taken(heading.split(), words) for heading, words in zip(headings, cells, strict=True)]
    if sum(whole) <= width:
        return whole
    return [
        _taken(parts(heading.split()), set(parts(filter(_stays_whole, words))))
        for heading, words in zip(headings, cells, strict=True)
    ]


def _taken(heading: Iterable[str], cells: Collection[str]) -> int:
    """The width of a cell in which the heading's words and the longest of the others stand each on one line."""
    # Of words of one length always the same are measured: a set has another order in every process.
    longest = sorted(filter(_stays_whole, cells), key=_by_length)[-_MEASURED:]
    return max((_room(word, bold=True) for word in (*heading, *longest)), default=CELL_MARGINS)


def torn(words: Iterable[tuple[str, bool]], width: int) -> tuple[str, ...]:
    """Of the words, each with whether it is bold, those that find no room on a line of a cell, the longest first."""
    wide = {
        word
        for word, bold in set(words)
        if _stays_whole(word) and any(_room(part, bold=bold) > width for part in parts([word]))
    }
    return tuple(sorted(wide, key=_by_length, reverse=True))


def parts(words: Iterable[str]) -> list[str]:
    """The words cut where a line may end inside them."""
    return [part for word in words for part in _BREAK.split(word)]


def _stays_whole(word: str) -> bool:
    """Whether a word ought not to be torn; links and the like may be."""
    return len(word) <= _LONGEST_WORD


def _room(word: str, *, bold: bool) -> int:
    return text_width(word, CELL_SIZE, bold=bold) + CELL_MARGINS


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word
