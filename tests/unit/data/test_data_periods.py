"""Periods: their months, what comes next, what is left out between two, and how commands and reports name them."""

from __future__ import annotations

import datetime

import pytest
from data_models import PLACE
from hypothesis import given
from hypothesis import strategies as st

from generator.data.comparison import NotComparable
from generator.data.model import Ky
from generator.data.periods import HALF, MONTH, QUARTER, YEAR, Period, PeriodError, between, compared_with, period_name

NUMBERS = {YEAR: 1, HALF: 2, QUARTER: 4, MONTH: 12}


@st.composite
def periods(draw: st.DrawFn) -> Period:
    kind = draw(st.sampled_from(sorted(NUMBERS)))
    return Period(kind, draw(st.integers(1950, 2050)), draw(st.integers(1, NUMBERS[kind])))


@pytest.mark.parametrize(
    ("typed", "name", "start", "end"),
    [
        ("2024", "năm 2024", (1, 1), (12, 31)),
        ("N1/2024", "6 tháng đầu năm 2024", (1, 1), (6, 30)),
        ("n2/2024", "6 tháng cuối năm 2024", (7, 1), (12, 31)),
        ("Q3/2024", "quý III năm 2024", (7, 1), (9, 30)),
        (" t2/2024 ", "tháng 2 năm 2024", (2, 1), (2, 29)),
    ],
)
def test_a_period_is_read_as_commands_name_it(
    typed: str, name: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    period = Period.parse(typed)
    assert period.name == name
    assert (period.start, period.end) == (datetime.date(2024, *start), datetime.date(2024, *end))


@pytest.mark.parametrize("typed", ["", "24", "N3/2024", "Q5/2024", "T13/2024", "T0/2024", "X1/2024", "2024/1", "3024"])
def test_what_is_no_period_is_refused_with_the_forms_that_are(typed: str) -> None:
    with pytest.raises(PeriodError) as refused:
        Period.parse(typed)
    assert f"«{typed}»" in refused.value.problem
    assert "Q3/2024" in refused.value.fix


@given(periods())
def test_a_period_is_read_back_as_it_is_typed(period: Period) -> None:
    assert Period.parse(period.typed) == period


@given(periods())
def test_the_next_period_begins_where_this_one_ends(period: Period) -> None:
    after = period.next()
    assert after.follows(period)
    assert after.previous() == period
    assert after.months == period.months
    assert between(period, after) == ()


@given(periods(), st.integers(1, 9))
def test_what_is_left_out_between_two_periods_of_a_kind_is_all_that_lies_between(period: Period, steps: int) -> None:
    chain = [period]
    for _ in range(steps):
        chain.append(chain[-1].next())
    assert between(chain[0], chain[-1]) == tuple(chain[1:-1])


@pytest.mark.parametrize(
    ("before", "after", "left_out"),
    [
        ("2023", "Q3/2024", ["Q1/2024", "Q2/2024"]),
        ("N1/2022", "2024", ["N2/2022", "N1/2023", "N2/2023"]),
        ("N1/2024", "2024", []),
        ("2024", "N1/2024", []),
        ("Q4/2023", "T1/2024", []),
    ],
)
def test_between_periods_of_two_kinds_the_shorter_ones_are_told(before: str, after: str, left_out: list[str]) -> None:
    assert [each.typed for each in between(Period.parse(before), Period.parse(after))] == left_out


def test_a_report_names_its_period_and_the_same_part_of_the_year_before() -> None:
    before = Ky(2023, PLACE, quy=3)
    assert period_name(Ky(2024, PLACE, thang=7)) == "tháng 7 năm 2024"
    assert compared_with(Ky(2024, PLACE, quy=3, truoc=before)) == "cùng kỳ năm 2023"
    assert compared_with(Ky(2023, PLACE, quy=4, truoc=before)) == "quý III năm 2023"
    assert compared_with(Ky(2024, PLACE, truoc=Ky(2023, PLACE))) == "năm 2023"
    with pytest.raises(NotComparable):
        compared_with(Ky(2024, PLACE))


def test_a_year_has_no_fifth_quarter() -> None:
    with pytest.raises(ValueError, match="quy 5"):
        Period(QUARTER, 2024, 5)
