"""The marks that open the lines of a list."""

from __future__ import annotations

from generator.patterns import regex

# Each hyphen and dash of Unicode that comes from a keyboard or from Word's own corrections, then plus and bullets.
_MARKS = "-\u2010-\u2015\u2212+*•·▪◦●○■□➢✓"

LIST_MARK = regex(rf"(?P<mark>[{_MARKS}])\s*")
"""A dash, a plus or a bullet and the blanks behind it, to be matched at the beginning of a line."""
