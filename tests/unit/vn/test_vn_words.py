"""Numbers in words, read back by a reader that knows nothing of the writer."""

from __future__ import annotations

from decimal import Decimal

import num2words
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.words import in_words

BARE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
WORTH = {word: digit for digit, word in enumerate(BARE)} | {"mốt": 1, "tư": 4, "lăm": 5, "mười": 10}
SCALES = {"nghìn": 10**3, "triệu": 10**6}
WHOLE = st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1)


def number_of(words: str) -> Decimal:
    sign, words = (-1, words.removeprefix("âm ")) if words.startswith("âm ") else (1, words)
    whole, _, fraction = words.partition(" phẩy ")
    digits = digits_of(fraction.split())
    return sign * Decimal(f"{whole_of(whole.split())}.{digits or 0}")


def whole_of(words: list[str]) -> int:
    if "tỷ" in words:
        at = words.index("tỷ")
        return whole_of(words[:at]) * 10**9 + whole_of(words[at + 1 :])
    total = group = last = 0
    for word in words:
        if word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        elif word == "trăm":
            group, last = last * 100, 0
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word != "linh":
            last += WORTH[word]
    return total + group + last


def digits_of(words: list[str]) -> str:
    if all(word in BARE for word in words):
        return "".join(str(BARE.index(word)) for word in words)
    zeros = next(at for at, word in enumerate(words) if word != "không")
    return "0" * zeros + str(whole_of(words[zeros:]))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "không"),
        ("4", "bốn"),
        ("10", "mười"),
        ("14", "mười bốn"),
        ("15", "mười lăm"),
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("24", "hai mươi tư"),
        ("55", "năm mươi lăm"),
        ("100", "một trăm"),
        ("104", "một trăm linh bốn"),
        ("105", "một trăm linh năm"),
        ("111", "một trăm mười một"),
        ("1000", "một nghìn"),
        ("1001", "một nghìn không trăm linh một"),
        ("1005", "một nghìn không trăm linh năm"),
        ("10005", "mười nghìn không trăm linh năm"),
        ("1000005", "một triệu không trăm linh năm"),
        ("1015", "một nghìn không trăm mười lăm"),
        ("1021", "một nghìn không trăm hai mươi mốt"),
        ("1050", "một nghìn không trăm năm mươi"),
        ("2023", "hai nghìn không trăm hai mươi ba"),
        ("2026", "hai nghìn không trăm hai mươi sáu"),
        ("1005000", "một triệu không trăm linh năm nghìn"),
        ("1050000", "một triệu không trăm năm mươi nghìn"),
        ("2092423000", "hai tỷ không trăm chín mươi hai triệu bốn trăm hai mươi ba nghìn"),
        ("274000000", "hai trăm bảy mươi tư triệu"),
        (
            "1234567890123",
            "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn"
            " một trăm hai mươi ba",
        ),
        ("1000000000000005", "một triệu tỷ không trăm linh năm"),
        ("1E+15", "một triệu tỷ"),
        ("1E+16", "mười triệu tỷ"),
        ("-5", "âm năm"),
        ("-1", "âm một"),
        ("-20", "âm hai mươi"),
        ("-21", "âm hai mươi mốt"),
        ("-100", "âm một trăm"),
        ("-1.5", "âm một phẩy năm"),
        ("-0.0", "không"),
        ("0.5", "không phẩy năm"),
        ("80.9", "tám mươi phẩy chín"),
        ("80.90", "tám mươi phẩy chín mươi"),
        ("80.95", "tám mươi phẩy chín mươi lăm"),
        ("1.1", "một phẩy một"),
        ("1.05", "một phẩy không năm"),
        ("0.05", "không phẩy không năm"),
        ("1.005", "một phẩy không không năm"),
        ("99.999", "chín mươi chín phẩy chín trăm chín mươi chín"),
        ("0.005", "không phẩy không không năm"),
        ("3.1416", "ba phẩy một bốn một sáu"),
        ("5.00", "năm"),
    ],
)
def test_numbers_are_read_as_a_person_reads_them(value: str, words: str) -> None:
    assert in_words(Decimal(value)) == words


@given(WHOLE)
def test_words_read_back_as_the_number(number: int) -> None:
    assert number_of(in_words(number)) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_words_read_back_as_the_decimal(number: Decimal) -> None:
    assert number_of(in_words(number)) == number


@given(st.integers(1, 10**15 - 1), st.integers(1, 99))
def test_an_empty_hundred_inside_a_number_is_spoken(thousands: int, rest: int) -> None:
    head, words = in_words(thousands * 1000), in_words(thousands * 1000 + rest)
    linh = "linh " if rest < 10 else ""
    assert words == f"{head} không trăm {linh}{in_words(rest)}"


def test_regional_words_can_be_chosen() -> None:
    assert in_words(24, tu=False) == "hai mươi bốn"
    assert in_words(1005, linh="lẻ", nghin="ngàn") == "một ngàn không trăm lẻ năm"
    assert in_words(3 * 10**9, ty="tỉ") == "ba tỉ"


@pytest.mark.parametrize("value", ["1E+18", "-1E+18", "NaN", "Infinity", "1E-19"])
def test_what_is_too_large_or_too_fine_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        in_words(Decimal(value))


def test_num2words_itself_reads_right() -> None:
    assert num2words.num2words(1005, lang="vi") == "một nghìn không trăm linh năm"
    assert num2words.num2words("1005", lang="vi_VN") == "một nghìn không trăm linh năm"
    assert num2words.num2words(0.1, lang="vi") == "không phẩy một"
    assert num2words.num2words(9007199254740993, lang="vi").endswith("chín trăm chín mươi ba")


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "thứ nhất"), (2, "thứ hai"), (4, "thứ tư"), (5, "thứ năm"), (21, "thứ hai mươi mốt")],
)
def test_num2words_knows_the_order(number: int, words: str) -> None:
    assert num2words.num2words(number, lang="vi", to="ordinal") == words


@pytest.mark.parametrize("number", [0, -1, Decimal("1.5")])
def test_only_whole_numbers_from_one_have_an_order(number: Decimal | int) -> None:
    with pytest.raises(ValueError, match="no ordinal"):
        num2words.num2words(number, lang="vi", to="ordinal")
