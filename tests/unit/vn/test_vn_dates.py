"""Dates as Vietnamese offices write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.dates import DateError, VnDate, long_date, parse_date, short_date

DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31))
DATE_LIKE = st.text(alphabet="0123456789/-. ngàythán", max_size=24)


def refusal(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "date", "written"),
    [
        ("13/5/2022", VnDate(2022, 5, 13), "13/5/2022"),
        ("05/12/2023", VnDate(2023, 12, 5), "05/12/2023"),
        ("ngày 13/5/2022", VnDate(2022, 5, 13), "13/5/2022"),
        ("5/2022", VnDate(2022, 5), "5/2022"),
        ("tháng 5/2022", VnDate(2022, 5), "tháng 5/2022"),
        ("2022", VnDate(2022), "2022"),
        ("13 tháng 5 năm 2022", VnDate(2022, 5, 13), "13 tháng 5 năm 2022"),
        ("ngày 13 tháng 5 năm 2022", VnDate(2022, 5, 13), "13 tháng 5 năm 2022"),
        ("  Ngày\u00a013  tháng 5\nnăm 2022 ", VnDate(2022, 5, 13), "13 tháng 5 năm 2022"),
        ("nga\u0300y 13 tha\u0301ng 5 na\u0306m 2022", VnDate(2022, 5, 13), "13 tháng 5 năm 2022"),
        ("ngày      tháng 12 năm 2023", VnDate(2023, 12), "tháng 12 năm 2023"),
        ("tháng 5 năm 2022", VnDate(2022, 5), "tháng 5 năm 2022"),
        ("năm 2022", VnDate(2022), "năm 2022"),
        ("29/02/2024", VnDate(2024, 2, 29), "29/02/2024"),
    ],
)
def test_dates_are_read_in_figures_and_in_words(text: str, date: VnDate, written: str) -> None:
    read = parse_date(text)
    assert read == date
    assert read.written == written


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("13-5-2022", "viết 13/5/2022 (ngày/tháng/năm)."),
        ("13.5.2022", "viết 13/5/2022 (ngày/tháng/năm)."),
        ("13 / 5 / 2022", "viết 13/5/2022 (ngày/tháng/năm)."),
        ("2023-12-05", "viết 05/12/2023 (ngày/tháng/năm)."),
        ("2023/12/05", "viết 05/12/2023 (ngày/tháng/năm)."),
        ("13/5/22", "viết 13/5/2022 (ngày/tháng/năm)."),
        ("13/5/98", "viết 13/5/1998 (ngày/tháng/năm)."),
        ("5-2022", "viết 5/2022 (tháng/năm)."),
        ("2022-05", "viết 5/2022 (tháng/năm)."),
    ],
)
def test_other_spellings_are_refused_with_the_vietnamese_one(text: str, fix: str) -> None:
    error = refusal(text)
    assert error.problem == f"«{text}» không phải là ngày viết theo lối Việt Nam."
    assert error.fix == fix


@pytest.mark.parametrize(
    ("text", "reason", "fix"),
    [
        ("31/2/2023", "tháng 2 năm 2023 chỉ có 28 ngày", "từ 1 đến 28"),
        ("30/2/2024", "tháng 2 năm 2024 chỉ có 29 ngày", "từ 1 đến 29"),
        ("31 tháng 4 năm 2023", "tháng 4 năm 2023 chỉ có 30 ngày", "từ 1 đến 30"),
        ("2023-02-31", "tháng 2 năm 2023 chỉ có 28 ngày", "từ 1 đến 28"),
        ("0/5/2023", "không có ngày 0", "từ 1 đến 31"),
        ("13/2023", "không có tháng 13", "từ 1 đến 12"),
        ("0/2023", "không có tháng 0", "từ 1 đến 12"),
        ("13/13/2023", "không có tháng 13", "từ 1 đến 12"),
        ("2/30/2023", "không có tháng 30", "từ 1 đến 12"),
        ("12/31/2023", "không có tháng 31", "nếu là ngày 31 tháng 12 thì viết 31/12/2023"),
        ("1899", "năm 1899 nằm ngoài khoảng 1900–2100", "từ 1900 đến 2100"),
        ("1/1/2101", "năm 2101 nằm ngoài khoảng 1900–2100", "từ 1900 đến 2100"),
    ],
)
def test_impossible_dates_are_refused_with_the_reason(text: str, reason: str, fix: str) -> None:
    error = refusal(text)
    assert error.problem == f"«{text}»: {reason}."
    assert fix in error.fix


@pytest.mark.parametrize("text", ["", "hôm nay", "12", "٢٠٢٢", "1/2/3/2022", "13 tháng 5", "2023-12-05T00:00"])
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    error = refusal(text)
    assert f"«{text}»" in error.problem
    assert "ví dụ 13/5/2022" in error.fix


@given(st.text() | DATE_LIKE)
def test_any_text_is_read_or_refused(text: str) -> None:
    error = None
    try:
        parse_date(text)
    except DateError as caught:
        error = caught
    assert error is None or ("«" in error.problem and error.fix)


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        (VnDate(2023, 12, 5), "ngày 05 tháng 12 năm 2023", "05/12/2023"),
        (VnDate(2023, 5, 5), "ngày 05 tháng 5 năm 2023", "05/5/2023"),
        (VnDate(2023, 1, 10), "ngày 10 tháng 01 năm 2023", "10/01/2023"),
        (VnDate(2023, 2, 1), "ngày 01 tháng 02 năm 2023", "01/02/2023"),
        (VnDate(2020, 3, 9), "ngày 09 tháng 3 năm 2020", "09/3/2020"),
        (VnDate(2023, 10, 31), "ngày 31 tháng 10 năm 2023", "31/10/2023"),
        (VnDate(2023, 12), "ngày      tháng 12 năm 2023", "12/2023"),
        (VnDate(2023, 5), "ngày      tháng 5 năm 2023", "5/2023"),
        (VnDate(2023), "ngày      tháng      năm 2023", "2023"),
    ],
)
def test_dates_are_printed_with_the_zeros_of_the_decree(date: VnDate, long: str, short: str) -> None:
    assert long_date(date) == long
    assert short_date(date) == short


def test_the_room_for_an_open_day_can_be_chosen() -> None:
    assert long_date(VnDate(2023, 12), blank="… ") == "ngày … tháng 12 năm 2023"


@given(DAYS)
def test_a_printed_date_reads_back(day: datetime.date) -> None:
    full, month, year = VnDate(day.year, day.month, day.day), VnDate(day.year, day.month), VnDate(day.year)
    for date in (full, month, year):
        assert parse_date(short_date(date)) == date
    for date in (full, month):
        assert parse_date(long_date(date)) == date


@given(DAYS, DAYS)
def test_keys_stand_in_the_order_of_the_calendar(one: datetime.date, other: datetime.date) -> None:
    keys = [VnDate(day.year, day.month, day.day).key() for day in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)


def test_an_open_part_comes_first() -> None:
    dates = [VnDate(2023, 1, 1), VnDate(2023, 1), VnDate(2023)]
    assert sorted(dates, key=VnDate.key) == dates[::-1]


def test_how_a_date_was_typed_does_not_make_it_another_date() -> None:
    assert len({parse_date("13/5/2022"), parse_date("ngày 13 tháng 5 năm 2022")}) == 1


@pytest.mark.parametrize(("month", "day"), [(None, 1), (13, None), (0, 1), (2, 30), (4, 31), (1, 0)])
def test_an_impossible_date_cannot_be_built(month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"không có|chỉ có"):
        VnDate(2023, month, day)
