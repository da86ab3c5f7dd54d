from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.metrics import line_height, text_width

LINES = st.text(alphabet=st.sampled_from("aăâbcdđeêgmnoôơpqrstuưvxyàáạểộữĂÂĐÊƠƯW 0123456789.,:-()"), max_size=40)
SIZES = st.integers(8, 30)


# Widths measured from the advance widths of the font's own tables.
@pytest.mark.parametrize(
    ("text", "size", "bold", "points"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, "271.2"),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, "171.4"),
        ("0123456789", 10, False, "50"),
        ("0123456789", 10, True, "50"),
        ("WWWW", 25, True, "100"),
        ("", 14, False, "0"),
    ],
)
def test_known_lines_have_the_length_they_have_in_print(text: str, size: int, bold: bool, points: str) -> None:
    assert text_width(text, size, bold=bold) == pytest.approx(float(points) * 20, abs=6)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("áàảãạăắằẳẵặâấầẩẫậ", "a"),
        ("éèẻẽẹêếềểễệ", "e"),
        ("óòỏõọôốồổỗộ", "o"),
        ("úùủũụ", "u"),
        ("íìỉĩị", "i"),
        ("ýỳỷỹỵ", "y"),
        ("ớờởỡợ", "ơ"),
        ("ứừửữự", "ư"),
        ("ỚỜỞỠỢ", "Ơ"),
        ("ỨỪỬỮỰ", "Ư"),
        ("ÁẮẦÂĂ", "A"),
        ("đ", "d"),
    ],
)
def test_marks_do_not_make_a_letter_wider(marked: str, bare: str, bold: bool) -> None:
    assert {text_width(letter, 1000, bold=bold) for letter in marked} == {text_width(bare, 1000, bold=bold)}


def test_the_horned_letters_are_wider_than_those_without_horn() -> None:
    for horned, bare in ("ơo", "ưu", "ƯU"):
        assert text_width(horned, 14) > text_width(bare, 14)


@given(LINES)
def test_letters_and_marks_typed_apart_are_as_wide_as_joined_ones(text: str) -> None:
    assert text_width(unicodedata.normalize("NFD", text), 14) == text_width(text, 14)


@given(LINES, LINES, SIZES, st.booleans())
def test_two_lines_joined_are_as_long_as_both(one: str, two: str, size: int, bold: bool) -> None:
    both = text_width(one, size, bold=bold) + text_width(two, size, bold=bold)
    assert abs(text_width(one + two, size, bold=bold) - both) <= 1


@given(LINES, SIZES, st.booleans())
def test_length_grows_with_the_size(text: str, size: int, bold: bool) -> None:
    assert abs(text_width(text, size * 2, bold=bold) - 2 * text_width(text, size, bold=bold)) <= 1
    assert abs(2 * text_width(text, Decimal(size) / 2, bold=bold) - text_width(text, size, bold=bold)) <= 1


@given(st.text(max_size=20))
def test_any_text_has_a_length(text: str) -> None:
    assert text_width(text, 14) >= 0


# Measured in print: lines of single spacing are 1.15 times the size apart.
@pytest.mark.parametrize(("size", "points"), [(11, "12.65"), (14, "16.1"), (Decimal("12.5"), "14.375")])
def test_lines_of_single_spacing_are_as_high_as_in_print(size: int, points: str) -> None:
    assert line_height(size) == pytest.approx(float(points) * 20, abs=1)
