"""The line of number and symbol of a document, taken apart as it is typed."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.decree.symbols import SoKyHieu, SymbolError, parse_symbol
from generator.decree.wording import SO
from generator.patterns import regex
from generator.rules.looks import as_printed, left_open
from generator.vn.text import nfc
from generator.word.recognised import Recognised

COMPONENT = "so_ky_hieu"
# "Số:", "SỐ", "Số :" and what stands behind; the number ends at the first slash.
_FORM = regex(rf"(?P<word>{SO.removesuffix(':')})(?P<blank>\s*)(?P<colon>:?)(?P<rest>.*)", re.IGNORECASE)
STAND_IN = "01"
"""For a number that is left open, so that the rest can be read."""


class SymbolText(Struct, frozen=True):
    """``number`` and ``symbol`` stand before and after the first slash; ``symbol`` is None without a slash.

    ``colon_apart`` tells of a blank before the colon.

    Blanks at the ends of the line and behind the colon do not count; all others are kept.
    """

    has_colon: bool
    colon_apart: bool
    number: str
    symbol: str | None

    @property
    def is_blank(self) -> bool:
        """Whether the number is left open, as in a draft."""
        return left_open(self.number) or not any(ch.isalnum() for ch in self.number)

    @property
    def is_open(self) -> bool:
        """Whether parts other than the number are still to be filled in."""
        return left_open(self.symbol or "")

    @property
    def whole(self) -> str:
        """Number and symbol, a number standing in for one that is left open."""
        number = STAND_IN if self.is_blank else self.number.strip()
        return f"{number}/{self.symbol}" if self.symbol is not None else number


def read_line(doc: Recognised) -> SymbolText | None:
    """The line of number and symbol; None where there is none or it has another form."""
    text = nfc(" ".join(as_printed(fragment) for fragment in doc.of(COMPONENT)))
    found = _FORM.match(text)
    if found is None:
        return None
    number, slash, symbol = found["rest"].partition("/")
    colon_apart = bool(found["colon"] and found["blank"])
    return SymbolText(bool(found["colon"]), colon_apart, number.lstrip(), symbol if slash else None)


def symbol_of(doc: Recognised) -> SoKyHieu | None:
    """The symbol, None where there is none to be read."""
    line = read_line(doc)
    if line is None or line.is_open:
        return None
    try:
        return parse_symbol(line.whole)
    except SymbolError:
        return None
