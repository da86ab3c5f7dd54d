"""«Ủy ban nhân dân» and «UBND»: where the one may stand for the other, and how a name is written either way."""

from __future__ import annotations

import re

from generator.decree.facts import Words, law, specimen
from generator.patterns import regex

DAY_DU = Words("Ủy ban nhân dân", specimen("Phụ lục II, mục IV.1.a"))
VIET_TAT = Words("UBND", law("Phụ lục I, phần I, mục II.2.a"))
"""Common words may be shortened in the name of the superior body; the issuing body has its full official name."""

# The tone stands over either vowel: Ủy, Uỷ.
_FULL = regex(r"\b(?:ủy|uỷ)\s+ban\s+nhân\s+dân\b", re.IGNORECASE)
# Not in a symbol: 43/QĐ-UBND, 12/UBND-VHXH.
_SHORT = regex(r"(?<![\w/-])UBND(?![\w/-])", re.IGNORECASE)


def has_full(text: str) -> bool:
    """Whether a text, NFC, names a committee in full."""
    return _FULL.search(text) is not None


def has_short(text: str) -> bool:
    """Whether a text names a committee by its abbreviation."""
    return _SHORT.search(text) is not None


def in_full(text: str) -> str:
    """The text with every committee named in full, in capitals where the text is."""
    return _SHORT.sub(DAY_DU.upper() if _is_caps(_SHORT.sub("", text)) else str(DAY_DU), text)


def in_short(text: str) -> str:
    """The text, NFC, with every committee named by its abbreviation."""
    return _FULL.sub(str(VIET_TAT), text)


def _is_caps(text: str) -> bool:
    """Whether words in capitals stand there; initials alone tell nothing."""
    return text.isupper()
