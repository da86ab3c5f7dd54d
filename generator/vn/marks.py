"""The marks that open the lines of a list."""

from __future__ import annotations

# Each hyphen and dash of Unicode that comes from a keyboard or from Word's own corrections, then plus and bullets.
_MARKS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212+*•·▪◦●○■□➢✓")


def list_mark(text: str) -> str:
    """The dash, plus or bullet with which a text begins and the blanks behind it; "" where it begins with none."""
    return text[: len(text) - len(text[1:].lstrip())] if text[:1] in _MARKS else ""


def is_item(text: str) -> bool:
    """Whether a text is a line of a list: such a mark with words behind it."""
    return len(list_mark(text)) not in (0, len(text))
