"""How the decree numbers parts, clauses and documents."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
# "Theo thứ tự bảng chữ cái tiếng Việt": the letters with a breve, a circumflex or a horn are not used.
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def roman(n: int) -> str:
    """The Roman numeral of a part or a heading; raises ``ValueError`` outside 1–3999."""
    if not 1 <= n <= _LARGEST_ROMAN:
        raise ValueError(f"no Roman numeral for {n}, only for 1 to {_LARGEST_ROMAN}")
    written = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        written += sign * count
    return written


def letter(n: int) -> str:
    """The letter of the ``n``-th point: 1 is a, 5 is đ, 23 is y; raises ``ValueError`` outside 1–23.

    The decree knows no letter after y, and more than 23 points under one clause are a fault of the text.
    """
    if not 1 <= n <= len(_LETTERS):
        raise ValueError(f"no letter for point {n}, the alphabet has {len(_LETTERS)}")
    return _LETTERS[n - 1]


def two_digits(n: int) -> str:
    """The number with a leading zero when below 10: "04"; raises ``ValueError`` when negative."""
    if n < 0:
        raise ValueError(f"no leading zero for the negative number {n}")
    return f"{n:02d}"
