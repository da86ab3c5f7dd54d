"""Suggestions for unknown words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.suggest import closest
from generator.vn.text import fold

KEYS = ["don_vi", "dia_danh", "noi_nhan", "nguoi_ky", "trich_yeu", "van_ban", "van_ban_ban_hanh", "phu_luc"]
WORDS = st.text(alphabet="abdđnợi_- ", max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("noi_nhan", "noi_nhan"),
        ("Nơi nhận", "noi_nhan"),
        ("noinhan", "noi_nhan"),
        ("noi-nhận", "noi_nhan"),
        ("nguoi_ki", "nguoi_ky"),
        ("trich yêu", "trich_yeu"),
        ("địa danh", "dia_danh"),
        ("van_ban_banhanh", "van_ban_ban_hanh"),
        ("phu_lụcc", "phu_luc"),
    ],
)
def test_the_key_that_was_meant_is_found(typed: str, meant: str) -> None:
    assert closest(typed, KEYS) == meant


@pytest.mark.parametrize("typed", ["", "___", "xyz", "ghi_chu", "ket_qua", "ket_thuc_bao_cao_nam_2023", "q" * 10_000])
def test_nothing_is_proposed_when_nothing_is_near(typed: str) -> None:
    assert closest(typed, KEYS) is None


def test_candidates_are_given_back_as_they_are() -> None:
    assert closest("bao cao", ["Báo cáo", "Tờ trình"]) == "Báo cáo"


@pytest.mark.parametrize("candidates", [["muc_b", "muc_a"], ["muc_a", "muc_b"]])
def test_of_equally_near_candidates_the_first_of_the_alphabet_is_taken(candidates: list[str]) -> None:
    assert closest("muc_c", candidates) == "muc_a"


def test_without_candidates_there_is_no_proposal() -> None:
    assert closest("noi_nhan", []) is None


@given(WORDS, st.lists(WORDS, max_size=6))
def test_the_order_of_the_candidates_does_not_matter(word: str, candidates: list[str]) -> None:
    assert closest(word, candidates) == closest(word, reversed(candidates))


@given(st.text(), st.lists(st.text(), max_size=6))
def test_only_candidates_are_proposed(word: str, candidates: list[str]) -> None:
    assert closest(word, candidates) in [None, *candidates]


@given(WORDS.filter(lambda word: word.strip("_- ")), st.lists(WORDS, max_size=6))
def test_a_known_word_is_nearest_to_itself(word: str, others: list[str]) -> None:
    found = closest(word, [*others, word])
    assert found is not None
    assert letters(found) == letters(word)


def letters(word: str) -> list[str]:
    """The parts of a word without accents, case and separators."""
    return fold(word).replace("_", " ").replace("-", " ").split()
