"""Figures, fractions, rates and parts in running Vietnamese text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vn.figures_in_text import figures, ratios, sentences
from generator.vn.parts_in_text import totals
from generator.vn.rates_in_text import Judgement, computed, judge, rated


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("có 12.850 hộ, đạt 43,5 %.", ["12.850", "43,5"]),
        ("mạng 4G/5G, COVID19, 2G", []),
        ("ngày 15/10/2023", ["15", "10", "2023"]),
        ("đạt 69%.", ["69"]),
    ],
)
def test_figures_stand_alone(words: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures(words)] == texts


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("4551", ["4551"]),
        ("12.850", ["12850", "12.850"]),
        ("1.234.567", ["1234567"]),
        ("43,5", ["43.5"]),
        ("12,850", ["12.850", "12850"]),
        ("59,997,713", ["59997713"]),
        ("43.5", ["43.5"]),
        ("1.234,5", ["1234.5"]),
        ("1,234.5", ["1234.5"]),
        ("1.02.3", []),
        ("1" * 40, []),
    ],
)
def test_every_reading_of_a_figure_the_vietnamese_first(written: str, values: list[str]) -> None:
    (figure,) = figures(written)
    assert list(figure.values) == [Decimal(value) for value in values]


@given(st.text(alphabet="0123456789.,/% aăđhộ\n", max_size=60))
def test_figures_lie_where_they_say(words: str) -> None:
    for figure in figures(words):
        assert words[figure.start : figure.end].startswith(figure.text)
        assert words[figure.start : figure.end].endswith("%") is figure.percent


@pytest.mark.parametrize(
    "words",
    [
        "tháng 12/2025",
        "Đến 12/2025 đạt",
        "ngày 30/6",
        "15/10/2023",
        "81/2022/KH-UBND",
        "81/KH-UBND",
        "Quyết định số 12/2024",
        "xếp hạng 43/63",
        "đứng thứ 5/24",
        "85/100 điểm",
        "24/24 giờ",
        "100% / 5",
    ],
)
def test_dates_numbers_ranks_and_scores_are_no_fractions(words: str) -> None:
    assert ratios(words) == ()


@pytest.mark.parametrize(
    "words", ["34/42", "12,850/ 29.512 hộ", "11/11 chỉ tiêu", "14/20 điểm phát", "34 hộ trên tổng số 42 hộ"]
)
def test_fractions(words: str) -> None:
    assert len(ratios(words)) == 1


def test_a_rate_belongs_to_the_fraction_beside_it() -> None:
    first, second = rated("mức độ 3: 421/592 hồ sơ đạt tỉ lệ 71,1%, mức độ 4: 424/432 đạt tỷ lệ: 98,1%")
    assert (first.ratio.text, first.rate.text) == ("421/592", "71,1")
    assert (second.ratio.text, second.rate.text) == ("424/432", "98,1")


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ("1/8 = 12,5%", Judgement.RIGHT),
        ("1/8 = 13%", Judgement.RIGHT),
        ("1/8 = 12%", Judgement.RIGHT),
        ("2/3 = 66,6%", Judgement.TRUNCATED),
        ("2/3 = 69%", Judgement.WRONG),
        ("3/2 = 66,7%", Judgement.IMPROPER),
        ("12,850/29.512 = 43.5%", Judgement.RIGHT),
        ("3,125/4 = 78,1%", Judgement.RIGHT),
    ],
)
def test_judgements(words: str, judgement: Judgement) -> None:
    (pair,) = rated(words)
    assert judge(pair) is judgement


def test_a_rate_is_rounded_half_up() -> None:
    assert computed(Decimal(1), Decimal(8), 0) == "13%"
    assert computed(Decimal(2526), Decimal(3501), 1) == "72,2%"


def test_sentences_end_at_points_not_within_numbers() -> None:
    words = "Có 12.850 hộ. Đạt 43.5 %\nHết. v.v. và khác"
    assert [words[start:end].strip() for start, end in sentences(words)] == [
        "Có 12.850 hộ.",
        "Đạt 43.5 %",
        "Hết. v.v. và khác",
    ]


def test_a_total_with_its_parts() -> None:
    (found,) = totals("426 tin bài, trong đó huyện 19 tin, UBND các xã 396 tin và 11 Trung tâm VH-TT&DL.")
    assert [part.text for part in found.parts] == ["19", "396", "11"]
    assert found.sums == (426,)
    assert found.complete


@pytest.mark.parametrize(
    "words",
    ["năm 2023, trong đó 5 xã, 6 thị trấn", "hơn 100 hồ sơ, trong đó 60 hồ sơ cấp huyện, 30 cấp xã", "có 5 xã."],
)
def test_years_and_rough_numbers_are_no_totals(words: str) -> None:
    assert list(totals(words)) == []
