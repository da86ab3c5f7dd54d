"""How long and how high a line of text is in Times New Roman, without opening a font.

All in thousandths of the size.  Letters with Vietnamese marks are as wide as the letter without them; only the
horned ơ and ư have widths of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.word.units import TWIPS_PER_POINT

_REGULAR = {
    180: "'",
    200: "|",
    250: " ,.\u00a0",
    278: "ijlt/:;\\",
    333: "frI!()-[]`‘’",
    389: "sJ",
    408: '"',
    444: "acez?“”",
    469: "^",
    480: "{}",
    500: "bdghknopquvxy0123456789#$*_đ–",
    529: "ơ",
    541: "~",
    542: "ư",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "wADGHKNOQUVXYĐƠ",
    776: "Ư",
    778: "m&",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "…",
}
_BOLD = {
    220: "|",
    250: " ,.\u00a0",
    278: "il'/\\",
    333: "fjt!()-:;[]`‘’",
    389: "sI",
    394: "{}",
    444: "cerz",
    500: "agovxyJ0123456789#$*?_–“”",
    520: "~",
    554: "ơ",
    555: '"',
    556: "bdhknpquSđ",
    570: "+<=>",
    581: "^",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "wACDNRUVXYĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "m&",
    930: "@",
    944: "M",
    1000: "W%…",
}
_LINE_HEIGHT = 1150  # ascent, descent and gap together
_MOST_BALANCED = 40  # words; no name is longer, and evening out takes the square of them
_UNKNOWN = 600  # an emoji or a foreign letter: about an average capital
_BLANK = 250
_MOST_KNOWN = 4096  # characters, words; a document has two hundred of the ones, a thousand of the others
_LONGEST_WORD = 30
_HORN = "\u031b"


def _by_character(table: Mapping[int, str]) -> Mapping[str, int]:
    return MappingProxyType({char: width for width, chars in table.items() for char in chars})


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def _without_marks(text: str) -> str:
    bare = "".join(
        char for char in unicodedata.normalize("NFD", text) if char == _HORN or not unicodedata.combining(char)
    )
    return unicodedata.normalize("NFC", bare)


class _Advances(dict[str, int]):
    """The width of each character, worked out when first met."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        super().__init__(widths)
        self._widths = widths

    def __missing__(self, char: str) -> int:
        width = sum(self._widths.get(letter, _UNKNOWN) for letter in _without_marks(char))
        if len(self) < _MOST_KNOWN:
            self[char] = width
        return width


class _Lengths(dict[str, int]):
    """The length of each word, worked out when first met: the words of a document come again and again."""

    def __init__(self, advances: _Advances) -> None:
        super().__init__()
        self._advances = advances

    def __missing__(self, word: str) -> int:
        length = sum(map(self._advances.__getitem__, unicodedata.normalize("NFC", word)))
        if len(self) < _MOST_KNOWN and len(word) <= _LONGEST_WORD:
            self[word] = length
        return length


_LENGTHS = {bold: _Lengths(_Advances(widths)) for bold, widths in _WIDTHS.items()}


def text_width(text: str, size: Decimal | int, *, bold: bool = False) -> int:
    """Length in twips of one line of ``text`` at ``size`` points."""
    words = text.split(" ")
    thousandths = sum(map(_LENGTHS[bold].__getitem__, words)) + _BLANK * (len(words) - 1)
    return round(thousandths * Decimal(size) * TWIPS_PER_POINT / 1000)


def line_height(size: Decimal | int) -> int:
    """Height in twips of one line at ``size`` points in single spacing; spacing by lines multiplies it."""
    return round(_LINE_HEIGHT * Decimal(size) * TWIPS_PER_POINT / 1000)


def wrapped_lines(text: str, size: Decimal | int, width: int, *, bold: bool = False) -> list[str]:
    """The text on lines of ``width`` twips as Word fills them, each with as many words as go."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced_lines(text: str, size: Decimal | int, width: int, *, bold: bool = False) -> list[str]:
    """The text on as few lines of ``width`` twips as can be, the lines as even as can be.

    A single word wider than that stands on a line of its own.
    """
    words = text.split()
    if len(words) > _MOST_BALANCED:
        return wrapped_lines(text, size, width, bold=bold)

    def measure(first: int, last: int) -> int:
        return text_width(" ".join(words[first:last]), size, bold=bold)

    # best[n] = (number of lines, longest line, where the last line begins) for the first n words
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(words) + 1):
        choices = [
            (best[start][0] + 1, max(best[start][1], measure(start, end)), start)
            for start in range(end)
            if start == end - 1 or measure(start, end) <= width
        ]
        best.append(min(choices))
    lines: list[str] = []
    end = len(words)
    while end:
        start = best[end][2]
        lines.insert(0, " ".join(words[start:end]))
        end = start
    return lines
