"""Text as characters."""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.text import (
    character_name,
    fold,
    forbidden_character,
    nfc,
    quoted,
    sentence_start,
    squeeze,
)


def test_decomposed_letters_become_one_character() -> None:
    assert nfc("đa\u0323t chuẩn".replace("ẩ", "a\u0302\u0309")) == "đạt chuẩn"


@pytest.mark.parametrize(
    "ch",
    [
        *("\x00", "\x08", "\x0b", "\x0c", "\r", "\x1f", "\x7f", "\x80", "\x85", "\x9f"),
        *("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\ud800", "\udfff"),
    ],
)
def test_characters_that_word_cannot_hold_are_found_where_they_stand(ch: str) -> None:
    assert forbidden_character(f"báo{ch} cáo{ch}") == 3


@pytest.mark.parametrize("text", ["", "Báo cáo\tsố\n12", "vui 😀👩‍👩‍👧", "«\u00a0»", "\ufffd", "x\u200by"])
def test_ordinary_text_has_no_forbidden_character(text: str) -> None:
    assert forbidden_character(text) is None


@given(st.text())
def test_text_without_forbidden_character_survives_xml(text: str) -> None:
    if forbidden_character(text) is None:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert (ET.fromstring(f"<t>{escaped}</t>").text or "") == text


def test_characters_are_named_by_four_hexadecimal_digits() -> None:
    assert [character_name(ch) for ch in ("\x0b", "\u2028", "😀")] == ["U+000B", "U+2028", "U+1F600"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đang triển khai", "dang trien khai"),
        ("Ủy ban nhân dân xã Hoàng Kim", "uy ban nhan dan xa hoang kim"),
        ("THƯ ĐIỆN TỬ", "thu dien tu"),
        ("Ðạt", "dat"),
        ("số_liệu 12", "so_lieu 12"),
    ],
)
def test_folding_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_squeezing_leaves_single_spaces() -> None:
    assert squeeze("  Ủy ban\u00a0 nhân\n\tdân \n") == "Ủy ban nhân dân"


@given(st.text())
def test_squeezed_text_is_one_line_without_double_blanks(text: str) -> None:
    squeezed = squeeze(text)
    assert squeezed.split() == text.split()
    assert "  " not in squeezed
    assert squeezed == squeezed.strip()


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("đạt 100%, UBND xã", "Đạt 100%, UBND xã"),
        ("“ứng dụng” tốt", "“Ứng dụng” tốt"),
        ("**về việc** lập", "**Về việc** lập"),
        ("- một việc", "- Một việc"),
        ("12 xã đạt", "12 xã đạt"),
        ("Đã xong", "Đã xong"),
        ("…", "…"),
        ("", ""),
    ],
)
def test_only_the_first_letter_of_a_sentence_is_raised(text: str, start: str) -> None:
    assert sentence_start(text) == start


def test_quoting_shows_a_text_on_one_line_and_names_what_cannot_be_shown() -> None:
    assert quoted("43.5") == "«43.5»"
    assert quoted("một\nhai\x0b") == "«một hai[U+000B]»"


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_quoted_text_is_short_and_safe_to_print(text: str, times: int) -> None:
    shown = quoted(text * times)
    assert len(shown) <= 63
    assert forbidden_character(shown) is None
    assert "\n" not in shown


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert quoted("a" * 61) == f"«{'a' * 60}…»"
    assert quoted("a" * 60) == f"«{'a' * 60}»"
