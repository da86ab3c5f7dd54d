"""The marks that open the lines of a list."""

from __future__ import annotations

import pytest

from generator.vn.marks import is_item, list_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("- Sở Nội vụ", "- "),
        ("–Sở Nội vụ", "–"),
        ("\u2022\u00a0\tSở Nội vụ", "\u2022\u00a0\t"),
        ("-- Sở Nội vụ", "-"),
        ("+", "+"),
        (" - Sở Nội vụ", ""),
        ("a) Sở Nội vụ", ""),
        ("", ""),
    ],
)
def test_the_mark_is_told_with_the_blanks_behind_it(text: str, mark: str) -> None:
    assert list_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "is_one"), [("- Sở", True), ("-Sở", True), ("- ", False), ("-", False), ("Sở", False)]
)
def test_an_item_has_words_behind_its_mark(text: str, is_one: bool) -> None:
    assert is_item(text) is is_one
