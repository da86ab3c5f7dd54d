"""Roman numerals, letters and padded numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.numerals import letter, roman, two_digits


def value_of(numeral: str) -> int:
    """The classical rule, read from the right: a sign smaller than the one after it is taken away."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = largest = 0
    for sign in reversed(numeral):
        total += worth[sign] if worth[sign] >= largest else -worth[sign]
        largest = max(largest, worth[sign])
    return total


@pytest.mark.parametrize(
    ("n", "numeral"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")],
)
def test_parts_are_numbered_in_roman(n: int, numeral: str) -> None:
    assert roman(n) == numeral


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back(n: int) -> None:
    assert value_of(roman(n)) == n


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_numeral_outside_its_range(n: int) -> None:
    with pytest.raises(ValueError, match=f"for {n},"):
        roman(n)


def test_points_follow_the_vietnamese_alphabet() -> None:
    letters = "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert " ".join(letter(n) for n in range(1, 24)) == letters


@pytest.mark.parametrize("n", [0, 24, -1])
def test_there_is_no_letter_outside_the_alphabet(n: int) -> None:
    with pytest.raises(ValueError, match=f"point {n},"):
        letter(n)


def test_numbers_below_ten_take_a_leading_zero() -> None:
    assert [two_digits(n) for n in (0, 4, 9, 10, 123)] == ["00", "04", "09", "10", "123"]


def test_a_negative_number_takes_no_leading_zero() -> None:
    with pytest.raises(ValueError, match="-4"):
        two_digits(-4)
