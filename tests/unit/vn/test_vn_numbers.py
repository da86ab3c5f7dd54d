"""Numbers as Vietnamese offices write them."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal, Inexact, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.numbers import (
    NumberError,
    format_number,
    format_percent,
    parse_count,
    parse_number,
    parse_percent,
    percentage,
)

NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, places=2)
NUMBER_LIKE = st.text(alphabet="0123456789.,-+%eE \u00a0−٣", max_size=14)


def refusal(parse: Callable[[str], object], text: str) -> NumberError:
    with pytest.raises(NumberError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.420", "3420"),
        ("80,95", "80.95"),
        ("-5", "-5"),
        ("2.092.423.000", "2092423000"),
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("12,850", "12.85"),
        ("05", "5"),
        ("-0", "0"),
        ("  12\n", "12"),
        ("\u00a012\u00a0", "12"),
        ("9" * 30, "9" * 30),
        (f"{'9' * 25},12345", f"{'9' * 25}.12345"),
    ],
)
def test_vietnamese_numbers_are_read_exactly(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_minus_zero_is_zero() -> None:
    assert not parse_number("-0,0").is_signed()


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("43.5", "viết 43,5 (dấu phẩy ngăn phần thập phân)."),
        ("1.23", "viết 1,23 (dấu phẩy ngăn phần thập phân)."),
        ("1.2345", "viết 1,2345 (dấu phẩy ngăn phần thập phân)."),
        ("0.123", "viết 0,123 (dấu phẩy ngăn phần thập phân)."),
        ("-.5", "viết -0,5 (dấu phẩy ngăn phần thập phân)."),
        ("1,234,567", "viết 1.234.567 (dấu chấm ngăn hàng nghìn)."),
        ("1,234.5", "viết 1.234,5 (dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân)."),
        ("1 234 567", "viết 1.234.567 (dấu chấm ngăn hàng nghìn)."),
        ("2\u00a0093", "viết 2.093 (dấu chấm ngăn hàng nghìn)."),
        ("١٢", "viết 12."),
        ("−5", "viết -5."),
        ("- 5", "viết -5."),
        ("+5", "viết 5."),
        ("43,5%", "viết 43,5."),
    ],
)
def test_other_spellings_are_refused_with_the_vietnamese_one(text: str, fix: str) -> None:
    error = refusal(parse_number, text)
    assert error.fix == fix
    assert f"«{' '.join(text.split())}»" in error.problem


def test_a_point_before_three_digits_may_be_either_mark() -> None:
    assert "1234,567" in refusal(parse_number, "1234.567").fix
    assert "1.234.567" in refusal(parse_number, "1234.567").fix


@pytest.mark.parametrize("text", ["", " ", "1e5", "NaN", "Infinity", ">5", "1_000", "14 điểm", "12 34", "-", "½"])
def test_what_is_no_number_is_refused_with_an_example(text: str) -> None:
    error = refusal(parse_number, text)
    assert f"«{text.strip()}»" in error.problem
    assert "ví dụ 3.420 hoặc 80,95" in error.fix


@pytest.mark.parametrize("parse", [parse_number, parse_count, parse_percent])
def test_more_than_thirty_digits_are_refused(parse: Callable[[str], object]) -> None:
    assert "30 chữ số" in refusal(parse, "1" * 31 + "%").problem


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("3.420", 3420), (" 12 ", 12), ("04", 4)])
def test_counts_are_whole_numbers(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["12,5", "43.5", "12,0", "0,850", "1.234,567", "-12,850"])
def test_a_count_has_no_decimals(text: str) -> None:
    assert refusal(parse_count, text).problem == f"«{text}» phải là số nguyên."


def test_a_comma_between_thousands_is_told_from_a_decimal_comma() -> None:
    fix = refusal(parse_count, "12,850").fix
    assert fix.startswith("nếu là mười hai nghìn tám trăm năm mươi thì viết 12.850;")


def test_a_count_is_not_negative() -> None:
    assert "số âm" in refusal(parse_count, "-5").problem


def test_a_count_with_english_thousands_is_refused_with_the_vietnamese_spelling() -> None:
    assert refusal(parse_count, "1,234,567").fix == "viết 1.234.567."


@pytest.mark.parametrize("text", ["", "mười", "5%", "1e5"])
def test_what_is_no_count_is_refused(text: str) -> None:
    error = refusal(parse_count, text)
    assert f"«{text}»" in error.problem
    assert "số nguyên" in error.fix


@pytest.mark.parametrize(
    ("text", "value"), [("82,9%", "82.9"), ("82,9 %", "82.9"), ("100\u00a0%", "100"), ("-1,5%", "-1.5")]
)
def test_percentages_are_read_as_percent(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "problem", "fix"),
    [
        ("82,9", "«82,9» thiếu dấu %.", "viết 82,9%."),
        ("43.5%", "không phải là tỷ lệ phần trăm", "viết 43,5% (dấu phẩy ngăn phần thập phân)."),
        ("cao", "«cao»", "ví dụ 70% hoặc 82,9%."),
        ("%", "«%»", "ví dụ 70% hoặc 82,9%."),
        ("5%%", "«5%%»", "ví dụ 70% hoặc 82,9%."),
        ("", "«»", "ví dụ 70% hoặc 82,9%."),
    ],
)
def test_what_is_no_percentage_is_refused(text: str, problem: str, fix: str) -> None:
    error = refusal(parse_percent, text)
    assert problem in error.problem
    assert error.fix.endswith(fix)


@pytest.mark.parametrize("parse", [parse_number, parse_count, parse_percent])
@given(text=st.text() | NUMBER_LIKE)
def test_any_text_is_read_or_refused(parse: Callable[[str], object], text: str) -> None:
    error = None
    try:
        parse(text)
    except NumberError as caught:
        error = caught
    assert error is None or ("«" in error.problem and error.fix)


@pytest.mark.parametrize("parse", [parse_number, parse_percent])
@given(text=NUMBER_LIKE)
def test_a_proposed_spelling_is_accepted(parse: Callable[[str], object], text: str) -> None:
    fix = ""
    try:
        parse(text)
    except NumberError as error:
        fix = error.fix
    for proposed in re.findall(r"(?:viết|ví dụ|hoặc) (-?[0-9][0-9.,]*%?)[. ]", fix):
        parse(proposed)


def test_a_refusal_travels_between_processes() -> None:
    error = refusal(parse_number, "43.5")
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(copy, NumberError)
    assert (copy.problem, copy.fix, str(copy)) == (error.problem, error.fix, str(error))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("2092423000", None, "2.092.423.000"),
        ("80.95", None, "80,95"),
        ("80.90", None, "80,9"),
        ("100.00", None, "100"),
        ("66.666666", None, "66,67"),
        ("0.125", None, "0,13"),
        ("-0.125", None, "-0,13"),
        ("-0.001", None, "0"),
        ("999.995", None, "1.000"),
        ("1E+6", None, "1.000.000"),
        ("1E-40", None, "0"),
        ("82.515", 1, "82,5"),
        ("82.5", 3, "82,500"),
        ("82.5", 0, "83"),
        ("99.96", 1, "100"),
        ("100", 1, "100"),
        ("-0.04", 1, "0"),
        ("1234.5", 2, "1.234,50"),
    ],
)
def test_numbers_are_printed_the_vietnamese_way(value: str, decimals: int | None, text: str) -> None:
    assert format_number(Decimal(value), decimals) == text


def test_whole_numbers_and_percentages_are_printed_too() -> None:
    assert format_number(-12850) == "-12.850"
    assert format_percent(Decimal("82.5195")) == "82,52%"
    assert format_percent(Decimal("71.114"), 1) == "71,1%"
    assert format_percent(Decimal("100"), 1) == "100%"


@pytest.mark.parametrize(("value", "decimals"), [("NaN", None), ("-Infinity", 1), ("1", -1)])
def test_what_cannot_be_printed_is_refused(value: str, decimals: int | None) -> None:
    with pytest.raises(ValueError, match="cannot show"):
        format_number(Decimal(value), decimals)


@given(NUMBERS)
def test_a_printed_number_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_percent(format_percent(value)) == value


@given(st.integers(min_value=0, max_value=10**30 - 1))
def test_a_printed_count_reads_back(count: int) -> None:
    assert parse_count(format_number(count)) == count


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20),
    st.integers(0, 6),
)
def test_rounding_moves_a_number_by_half_a_step_at_most(value: Decimal, decimals: int) -> None:
    with localcontext() as context:
        context.prec = 400
        moved = abs(parse_number(format_number(value, decimals)) - value)
        assert moved <= Decimal("0.5").scaleb(-decimals)


@given(NUMBERS)
def test_the_callers_decimal_context_does_not_matter(value: Decimal) -> None:
    text = format_number(value, 1)
    share = percentage(value, Decimal(7))
    with localcontext() as context:
        context.prec = 3
        context.rounding = ROUND_DOWN
        context.traps[Inexact] = True
        assert format_number(value, 1) == text
        assert percentage(value, Decimal(7)) == share
        assert parse_number(format_number(value)) == value


def test_a_percentage_is_part_of_whole_times_hundred() -> None:
    assert percentage(Decimal(33), Decimal(800)) == Decimal("4.125")
    assert format_percent(percentage(Decimal(845), Decimal(1024))) == "82,52%"
    assert format_percent(percentage(Decimal(2), Decimal(3))) == "66,67%"


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_a_percentage_is_exact_far_beyond_what_is_printed(part: int, whole: int) -> None:
    share = Fraction(percentage(Decimal(part), Decimal(whole)))
    assert abs(share - Fraction(100 * part, whole)) <= Fraction(100 * part, whole) / 10**27


@pytest.mark.parametrize("part", [0, 5])
def test_there_is_no_percentage_of_zero(part: int) -> None:
    with pytest.raises(ZeroDivisionError):
        percentage(Decimal(part), Decimal(0))
