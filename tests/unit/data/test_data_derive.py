from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from data_models import bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, muc_tieu, nhom, so_lieu
from hypothesis import given
from hypothesis import strategies as st

from generator.data.derive import NhomDanhGia, assess, fraction_text, rate, rate_text, result_text, verdict
from generator.data.model import KetQua
from generator.data.model_catalogue import ChiTieu

COUNTS = st.integers(0, 10**6)
WORDS = st.sampled_from(["Có", "Không", "Chưa có", "Đang làm", "Đạt", "Không đạt", "Khác", "14 lớp"])


# --- rates ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [
        ({"tu": "845", "mau": "1024"}, "82,52%"),
        ({"tu": "845", "mau": "1024", "lam_tron": 1}, "82,5%"),
        ({"tu": "845", "mau": "1024", "lam_tron": 0}, "83%"),
        ({"tu": "421", "mau": "592", "lam_tron": 1}, "71,1%"),
        ({"tu": "1", "mau": "1", "lam_tron": 2}, "100%"),
        ({"tu": "0", "mau": "7"}, "0%"),
        ({"tu": "1", "mau": "3"}, "33,33%"),
        ({"tu": "2", "mau": "3"}, "66,67%"),
        ({"tu": "1", "mau": "800"}, "0,13%"),  # 0,125: half goes up
        ({"tu": "3", "mau": "2"}, "150%"),
        ({"tu": "845", "mau": "1024", "ty_le": "82.9"}, "82,9%"),
        ({"ty_le": "82.9"}, "82,9%"),
        ({"tu": "5", "mau": "0"}, None),
        ({"tu": "5"}, None),
        ({"mau": "5"}, None),
        ({"gia_tri": "5"}, None),
        ({}, None),
    ],
)
def test_a_rate_is_computed_unless_the_office_states_it(given_as: dict[str, Any], shown: str | None) -> None:
    assert rate_text(ket_qua(**given_as)) == shown
    assert rate_text(so_lieu("x", **given_as)) == shown


@given(COUNTS, st.integers(1, 10**6))
def test_the_rate_is_the_share_in_percent(part: int, whole: int) -> None:
    found = rate(ket_qua(tu=part, mau=whole))
    assert found is not None
    assert abs(found * whole - 100 * part) < Decimal("1e-15")


@given(COUNTS, st.integers(1, 10**6), st.integers(0, 6))
def test_a_printed_rate_is_off_by_at_most_half_of_its_last_place(part: int, whole: int, places: int) -> None:
    printed = rate_text(ket_qua(tu=part, mau=whole, lam_tron=places)) or ""
    value = Decimal(printed.removesuffix("%").replace(".", "").replace(",", "."))
    assert abs(value * whole - 100 * part) <= Decimal(5).scaleb(-places - 1) * whole


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [
        ({"tu": "3420", "mau": "4551"}, "3.420/4.551"),
        ({"tu": "0", "mau": "0"}, "0/0"),
        ({"tu": "2.5", "mau": "3"}, "2,5/3"),
        ({"tu": "3"}, None),
        ({}, None),
    ],
)
def test_a_fraction_is_printed_with_points_between_thousands(given_as: dict[str, Any], shown: str | None) -> None:
    assert fraction_text(ket_qua(**given_as)) == shown


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [
        ({"tu": "845", "mau": "1024", "lam_tron": 1}, "82,5%"),
        ({"tu": "845", "mau": "1024", "ty_le": "82.9"}, "82,9%"),
        ({"gia_tri": "14", "don_vi": "điểm"}, "14 điểm"),
        ({"gia_tri": "2000"}, "2.000"),
        ({"gia_tri": "100", "phan_tram": True}, "100%"),
        ({"gia_tri": "82.55", "phan_tram": True, "lam_tron": 1}, "82,6%"),
        ({"chu": "Sử dụng hiệu quả"}, "Sử dụng hiệu quả"),
        ({}, ""),
        ({"tu": "0", "mau": "0"}, ""),
    ],
)
def test_a_result_is_printed_as_the_unit_gave_it(given_as: dict[str, Any], shown: str) -> None:
    assert result_text(chi_tieu(), ket_qua(**given_as)) == shown


def test_no_result_is_printed_as_nothing() -> None:
    assert result_text(chi_tieu(), None) == ""


# --- verdicts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "given_as", "expected"),
    [
        ("70%", {"tu": "7", "mau": "10"}, "Đạt"),
        ("70%", {"tu": "69", "mau": "100"}, "Không đạt"),
        ("70%", {"tu": "6999", "mau": "10000"}, "Không đạt"),
        ("70%", {"gia_tri": "70", "phan_tram": True}, "Đạt"),
        ("70%", {"gia_tri": "69.9", "phan_tram": True}, "Không đạt"),
        ("50", {"gia_tri": "50"}, "Đạt"),
        ("50", {"gia_tri": "49", "don_vi": "máy"}, "Không đạt"),
        ("70%", {"gia_tri": "70"}, "—"),  # a count says nothing of a percentage
        ("50", {"tu": "50", "mau": "100"}, "—"),
        ("50", {"gia_tri": "50", "phan_tram": True}, "—"),
        ("70%", {"tu": "7", "mau": "0"}, "—"),
        ("70%", {}, "—"),
        ("", {"gia_tri": "5"}, "—"),
        ("Có", {"gia_tri": "14", "don_vi": "điểm"}, "Đạt"),
        ("Có", {"gia_tri": "0", "don_vi": "điểm"}, "Không đạt"),
        ("Hiệu quả", {"gia_tri": "14"}, "—"),
    ],
)
def test_a_number_is_held_against_the_target(target: str, given_as: dict[str, Any], expected: str) -> None:
    assert verdict(chi_tieu(target), ket_qua(**given_as)) == expected


@pytest.mark.parametrize(("value", "expected"), [("5", "Đạt"), ("4", "Đạt"), ("5.1", "Không đạt")])
def test_a_target_may_be_a_limit(value: str, expected: str) -> None:
    assert verdict(chi_tieu("5", chieu="giam"), ket_qua(gia_tri=value)) == expected


@pytest.mark.parametrize(
    ("target", "said", "expected"),
    [
        ("Có", "Có", "Đạt"),
        ("Có", "có.", "Đạt"),
        ("Có", "Có kênh Zalo", "Đạt"),
        ("Có", "Có, đang dùng", "Đạt"),
        ("Có", "Có. Đã ban hành", "Đạt"),
        ("Có", "Có; 3 kênh", "Đạt"),
        ("Có", "Có (kênh Zalo)", "Đạt"),
        ("Có", "Cóc", "—"),
        ("Có", "Chưa", "Không đạt"),
        ("Có", "Chưa có", "Không đạt"),
        ("Có", "Không", "Không đạt"),
        ("Có", "Không có kênh", "Không đạt"),
        ("Có", "Đang triển khai", "Đang triển khai"),
        ("Có", "Đang làm", "Đang triển khai"),
        ("Có", "Đạt", "Đạt"),
        ("Có", "Không đạt", "Không đạt"),
        ("Có", "Chưa đạt", "Không đạt"),
        ("Có", "", "—"),
        ("Có", "Khác", "—"),
        ("Có", "Không phát sinh", "—"),
        ("Có", "Chưa phát sinh hồ sơ", "—"),
        ("Không phát sinh", "Không phát sinh", "Đạt"),
        ("", "Đạt", "Đạt"),
        ("", "Sử dụng hiệu quả", "—"),
        ("Không", "Không", "Đạt"),
        ("Không", "Không có vụ nào", "Đạt"),
        ("Không", "Không đạt", "Không đạt"),
        ("Sử dụng hiệu quả", "Sử dụng hiệu quả", "Đạt"),
        ("70%", "Có", "—"),
        ("70%", "Đang thống kê", "Đang triển khai"),
    ],
)
def test_words_are_held_against_the_words_of_the_target(target: str, said: str, expected: str) -> None:
    assert verdict(chi_tieu(target), ket_qua(chu=said)) == expected


@pytest.mark.parametrize("said", ["Đáp ứng", "đáp ứng tốt", "Hoạt động"])
def test_the_catalogue_may_name_words_that_meet_the_target(said: str) -> None:
    indicator = chi_tieu("Cấp độ 3", dat_khi=("Đáp ứng", "Hoạt động"))
    assert verdict(indicator, ket_qua(chu=said)) == "Đạt"
    assert verdict(chi_tieu("Cấp độ 3"), ket_qua(chu=said)) == "—"


@pytest.mark.parametrize("empty", ["", " ", "."])
def test_an_empty_word_of_the_catalogue_meets_nothing(empty: str) -> None:
    assert verdict(chi_tieu("70%", dat_khi=(empty,)), ket_qua(chu="(chưa rõ)")) == "—"


def test_a_stated_rate_is_printed_but_the_verdict_follows_the_fraction() -> None:
    result = ket_qua(tu="69", mau="100", ty_le="70")
    indicator = chi_tieu("70%")
    assert (result_text(indicator, result), verdict(indicator, result)) == ("70%", "Không đạt")


def test_a_verdict_written_by_hand_stands() -> None:
    assert verdict(chi_tieu("70%"), ket_qua(tu="1", mau="100", danh_gia="Đạt", ly_do="…")) == "Đạt"


def test_no_result_leaves_the_verdict_open() -> None:
    assert verdict(chi_tieu("70%"), None) == "—"


@given(COUNTS, COUNTS, st.sampled_from(["tang", "giam"]))
def test_a_number_meets_the_target_in_its_direction_and_fails_it_in_the_other(
    value: int, target: int, way: str
) -> None:
    indicator = chi_tieu(str(target), chieu=way)
    other = chi_tieu(str(target), chieu="giam" if way == "tang" else "tang")
    met = [verdict(each, ket_qua(gia_tri=value)) for each in (indicator, other)]
    assert met == ["Đạt", "Đạt"] if value == target else sorted(met) == ["Không đạt", "Đạt"]


# --- groups -----------------------------------------------------------------------------------------------------


def assessed(*pairs: tuple[ChiTieu, KetQua | None]) -> NhomDanhGia:
    indicators = tuple(indicator for indicator, _ in pairs)
    results = tuple(result for _, result in pairs if result is not None)
    (group,) = assess(bao_cao(chi_tieu=(ket_qua_bo(bo_chi_tieu(nhom(*indicators)), *results),)))
    return group


def test_indicators_are_joined_with_their_results_by_id() -> None:
    group = assessed(
        (chi_tieu("70%", "1.1"), ket_qua("1.1", tu="7", mau="10")),
        (chi_tieu("70%", "1.10"), ket_qua("1.10", tu="1", mau="10")),
        (chi_tieu("70%", "1.2"), None),
    )
    assert [(each.chi_tieu.ma, each.danh_gia) for each in group.chi_tieu] == [
        ("1.1", "Đạt"),
        ("1.10", "Không đạt"),
        ("1.2", "—"),
    ]
    assert group.chi_tieu[2].ket_qua is None


def test_a_report_without_a_catalogue_has_no_groups() -> None:
    assert assess(bao_cao(chi_tieu=())) == ()


@given(st.lists(st.none() | WORDS, min_size=1, max_size=12))
def test_every_indicator_of_a_group_is_counted_once(said: list[str | None]) -> None:
    group = assessed(
        *(
            (chi_tieu("Có", str(n)), None if words is None else ket_qua(str(n), chu=words))
            for n, words in enumerate(said)
        )
    )
    counts = [group.dem(each) for each in ("Đạt", "Không đạt", "Đang triển khai", "—")]
    assert sum(counts) == group.tong == len(said)
    assert group.dat == counts[0]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["Có", "Có"], "Đạt"),
        (["Có", "Không"], "Không đạt"),
        (["Có", "Đang làm"], "Đang triển khai"),
        (["Không", "Đang làm"], "Không đạt"),
        (["Có", ""], "—"),
        (["Đang làm", ""], "Đang triển khai"),
    ],
)
def test_a_group_is_met_when_all_its_indicators_are(said: list[str], expected: str) -> None:
    pairs = [(chi_tieu("Có", str(n)), ket_qua(str(n), chu=words)) for n, words in enumerate(said)]
    assert assessed(*pairs).danh_gia == expected


def test_targets_are_what_the_test_takes_them_for() -> None:
    assert [(each.gia_tri, each.phan_tram) for each in map(muc_tieu, ("70%", "50", "Có", ""))] == [
        (Decimal(70), True),
        (Decimal(50), False),
        (None, False),
        (None, False),
    ]
