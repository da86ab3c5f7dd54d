"""Results as they are printed and judged: formulas, targets of one's own, last period, lines, what is not reported."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from data_models import PLACE, bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, muc_tieu, nhom, text
from hypothesis import given
from hypothesis import strategies as st

from generator.data.derive import assess, does_not_apply, full_result_text, is_mark, rate_text, result_text, verdict
from generator.data.model import KhongBaoCao, ONhom
from generator.data.model_catalogue import ChiTieu, CongThuc

COUNTS = st.integers(0, 10**6)
VERDICTS = ("Đạt", "Không đạt", "Đang triển khai", "—")
OF_A_HUNDRED = CongThuc("Công thức tính:", "Tỷ lệ", "Số hộ có mạng", "Tổng số hộ")
OF_A_THOUSAND = CongThuc("Công thức tính:", "Số máy", "Số máy", "Số dân", "1.000", Decimal(1000), phan_tram=False)


def computed(target: str, formula: CongThuc, **more: Any) -> ChiTieu:
    """An indicator with a target and a formula."""
    return chi_tieu(target, cong_thuc=(formula,), **more)


# --- formulas ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "given_as", "shown"),
    [
        (OF_A_HUNDRED, {"tu": "29512", "mau": "29512"}, "100%"),
        (OF_A_HUNDRED, {"tu": "78", "mau": "261", "lam_tron": 1}, "29,9%"),
        (OF_A_THOUSAND, {"tu": "78", "mau": "261"}, "298,85"),
        (OF_A_THOUSAND, {"tu": "78", "mau": "261", "lam_tron": 0}, "299"),
        (OF_A_THOUSAND, {"tu": "78", "mau": "261", "don_vi": "máy"}, "298,85 máy"),
        (OF_A_THOUSAND, {"tu": "1", "mau": "1000"}, "1"),
        (OF_A_THOUSAND, {"tu": "1", "mau": "0"}, ""),
        (OF_A_THOUSAND, {"gia_tri": "5"}, "5"),
        (OF_A_THOUSAND, {"chu": "Có"}, "Có"),
    ],
)
def test_a_fraction_is_multiplied_as_the_formula_of_its_indicator_says(
    formula: CongThuc, given_as: dict[str, Any], shown: str
) -> None:
    assert result_text(computed("", formula), ket_qua(**given_as)) == shown


@pytest.mark.parametrize(
    ("target", "formula", "given_as", "expected"),
    [
        ("70%", OF_A_HUNDRED, {"tu": "7", "mau": "10"}, "Đạt"),
        ("70%", OF_A_HUNDRED, {"tu": "69", "mau": "100"}, "Không đạt"),
        ("300", OF_A_THOUSAND, {"tu": "3", "mau": "10"}, "Đạt"),
        ("300", OF_A_THOUSAND, {"tu": "299", "mau": "1000"}, "Không đạt"),
        ("70%", OF_A_THOUSAND, {"tu": "7", "mau": "10"}, "—"),  # so many per thousand are no percentage
        ("300", OF_A_HUNDRED, {"tu": "3", "mau": "10"}, "—"),
        ("Có", OF_A_THOUSAND, {"tu": "1", "mau": "10"}, "Đạt"),
        ("Có", OF_A_THOUSAND, {"tu": "0", "mau": "10"}, "Không đạt"),
    ],
)
def test_what_the_formula_gives_is_held_against_the_target(
    target: str, formula: CongThuc, given_as: dict[str, Any], expected: str
) -> None:
    assert verdict(computed(target, formula), ket_qua(**given_as)) == expected


@given(COUNTS, st.integers(1, 10**6))
def test_the_usual_formula_gives_what_no_formula_gives(part: int, whole: int) -> None:
    result, plain, formal = ket_qua(tu=part, mau=whole), chi_tieu("70%"), computed("70%", OF_A_HUNDRED)
    assert result_text(formal, result) == result_text(plain, result) == rate_text(result)
    assert verdict(formal, result) == verdict(plain, result)


@given(COUNTS, st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_rate_per_thousand_meets_a_target_when_the_fraction_times_a_thousand_does(
    part: int, whole: int, target: int
) -> None:
    met = part * 1000 >= target * whole
    found = verdict(computed(str(target), OF_A_THOUSAND), ket_qua(tu=part, mau=whole))
    assert found == ("Đạt" if met else "Không đạt")


@pytest.mark.parametrize(
    ("given_as", "shown"),
    [
        ({"tu": "78", "mau": "261", "lam_tron": 1}, "78/261 = 29,9%"),
        ({"tu": "112510", "mau": "113634", "ty_le": "9.01"}, "112.510/113.634 = 9,01%"),
        ({"tu": "0", "mau": "39"}, "0/39 = 0%"),
        ({"tu": "5", "mau": "0"}, "5/0"),
        ({"gia_tri": "14", "don_vi": "điểm"}, "14 điểm"),
        ({"chu": "Có"}, "Có"),
        ({}, ""),
    ],
)
def test_a_result_may_be_shown_with_its_fraction(given_as: dict[str, Any], shown: str) -> None:
    assert full_result_text(chi_tieu(), ket_qua(**given_as)) == shown


def test_no_result_has_no_fraction_either() -> None:
    assert full_result_text(chi_tieu(), None) == ""


# --- words of several lines -------------------------------------------------------------------------------------


def test_a_result_in_words_keeps_its_lines() -> None:
    lines = "- Tại UBND huyện đã được gán nhãn\n- 26 xã đang triển khai"
    assert result_text(chi_tieu("Có"), ket_qua(chu=lines)) == lines


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("- Có hệ thống\n- Đang mở rộng", "Đạt"),
        ("- Đang triển khai\n- Đã có ở huyện", "Đang triển khai"),
        ("+ Chưa có", "Không đạt"),
        ("- Không phát sinh", "—"),
        ("- Hệ thống đã có", "—"),
    ],
)
def test_the_first_line_of_a_result_is_judged_without_its_dash(said: str, expected: str) -> None:
    assert verdict(chi_tieu("Có"), ket_qua(chu=said)) == expected


@pytest.mark.parametrize("said", ["Không phát sinh", "- không phát sinh.", "Chưa phát sinh hồ sơ"])
def test_what_did_not_come_up_is_told_with_and_without_a_dash(said: str) -> None:
    assert does_not_apply(said)


# --- marks in the place of a target -----------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["*", "*1", "* 1", "**", "(1)", "(*)", "(*2)", "-", "—", "…", ""])
def test_a_mark_is_no_target_that_a_result_could_meet(mark: str) -> None:
    target = muc_tieu(mark)
    assert is_mark(target)
    indicator = chi_tieu(mark)
    assert verdict(indicator, ket_qua(chu=mark)) == "—"
    assert verdict(indicator, ket_qua(gia_tri="5")) == "—"
    assert verdict(indicator, ket_qua(chu="Đạt")) == "Đạt"
    assert verdict(indicator, ket_qua(chu="Chưa đạt")) == "Không đạt"


@pytest.mark.parametrize("target", ["70%", "50", "Có", "Sản phẩm*", "≥ 70%", "2/3", "300 xã"])
def test_numbers_and_words_are_no_marks(target: str) -> None:
    assert not is_mark(muc_tieu(target))


# --- a target of the unit's own ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "result", "expected"),
    [
        ("50%", {"tu": "6", "mau": "10"}, "Đạt"),
        ("65%", {"tu": "6", "mau": "10"}, "Không đạt"),
        ("Triển khai sử dụng", {"chu": "Triển khai sử dụng từ tháng 3"}, "Đạt"),
        ("*", {"tu": "6", "mau": "10"}, "—"),
    ],
)
def test_a_target_of_the_units_own_is_printed_and_judged_by_instead_of_the_catalogues(
    own: str, result: dict[str, Any], expected: str
) -> None:
    part = ket_qua_bo(bo_chi_tieu(nhom(chi_tieu("60%", "1.1"))), ket_qua("1.1", muc_tieu=muc_tieu(own), **result))
    ((assessed,),) = (group.chi_tieu for group in assess(bao_cao(chi_tieu=(part,))))
    assert (assessed.chi_tieu.muc_tieu.chu, assessed.danh_gia) == (own, expected)


def test_the_direction_of_the_catalogue_stays_with_a_target_of_the_units_own() -> None:
    indicator = chi_tieu("5", "1.1", chieu="giam")
    part = ket_qua_bo(bo_chi_tieu(nhom(indicator)), ket_qua("1.1", gia_tri="3", muc_tieu=muc_tieu("2")))
    ((assessed,),) = (group.chi_tieu for group in assess(bao_cao(chi_tieu=(part,))))
    assert assessed.danh_gia == "Không đạt"


# --- last period ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ({"gia_tri": "80", "phan_tram": True}, "80%"),
        ({"gia_tri": "14", "don_vi": "điểm"}, "14 điểm"),
        ({"chu": "Có"}, "Có"),
        ({"tu": "1", "mau": "2"}, "50%"),
        ({"tu": "2", "mau": "3", "lam_tron": 0}, "67%"),
        ({}, ""),
    ],
)
def test_last_periods_result_is_printed_as_a_result_and_judges_nothing(before: dict[str, Any], shown: str) -> None:
    part = ket_qua_bo(bo_chi_tieu(nhom(chi_tieu("60%", "1.1"))), ket_qua("1.1", ky_truoc=ket_qua("1.1", **before)))
    ((assessed,),) = (group.chi_tieu for group in assess(bao_cao(chi_tieu=(part,))))
    assert (assessed.ky_truoc, assessed.chu, assessed.danh_gia) == (shown, "", "—")


def test_last_period_follows_the_formula_too() -> None:
    indicator = computed("300", OF_A_THOUSAND, ma="1.1")
    part = ket_qua_bo(bo_chi_tieu(nhom(indicator)), ket_qua("1.1", ky_truoc=ket_qua("1.1", tu="1", mau="4")))
    ((assessed,),) = (group.chi_tieu for group in assess(bao_cao(chi_tieu=(part,))))
    assert assessed.ky_truoc == "250"


def test_an_indicator_without_a_result_had_none_last_period() -> None:
    part = ket_qua_bo(bo_chi_tieu(nhom(chi_tieu("60%", "1.1"))))
    ((assessed,),) = (group.chi_tieu for group in assess(bao_cao(chi_tieu=(part,))))
    assert assessed.ky_truoc == ""


# --- what the unit need not report ------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(["Có", "Chưa", "Đang làm", "Khác"]), st.booleans()), min_size=1, max_size=12))
def test_what_need_not_be_reported_is_in_no_count(said: list[tuple[str, bool]]) -> None:
    indicators = [chi_tieu("Có", str(number)) for number in range(len(said))]
    results = [ket_qua(str(number), chu=words) for number, (words, _) in enumerate(said)]
    spared = tuple(KhongBaoCao(str(number), PLACE) for number, (_, spare) in enumerate(said) if spare)
    part = ket_qua_bo(bo_chi_tieu(nhom(*indicators)), *results, khong_bao_cao=spared)
    (group,) = assess(bao_cao(chi_tieu=(part,)))
    assert [each.phai_bao_cao for each in group.chi_tieu] == [not spare for _, spare in said]
    assert group.tong == len(said) - len(spared) == sum(map(group.dem, VERDICTS))
    assert group.dat == sum(words == "Có" and not spare for words, spare in said)


def test_a_group_of_which_nothing_is_reported_is_open() -> None:
    part = ket_qua_bo(bo_chi_tieu(nhom(chi_tieu("Có", "1.1"))), khong_bao_cao=(KhongBaoCao("1.1", PLACE),))
    (group,) = assess(bao_cao(chi_tieu=(part,)))
    assert (group.tong, group.dat, group.danh_gia) == (0, 0, "—")


# --- several catalogues, cells of groups ------------------------------------------------------------------------


def test_each_catalogue_is_joined_with_its_own_results() -> None:
    first = ket_qua_bo(
        bo_chi_tieu(nhom(chi_tieu("Có", "1.1")), ma="huyen"),
        ket_qua("1.1", chu="Có"),
    )
    second = ket_qua_bo(
        bo_chi_tieu(nhom(chi_tieu("Có", "1.1"), chi_tieu("Có", "1.2")), ma="xa"),
        ket_qua("1.1", chu="Chưa"),
        khong_bao_cao=(KhongBaoCao("1.2", PLACE),),
    )
    groups = assess(bao_cao(chi_tieu=(first, second)))
    assert [(group.bo, group.nhom.ma, group.tong, group.dat) for group in groups] == [
        ("huyen", "chinh_quyen_so", 1, 1),
        ("xa", "chinh_quyen_so", 1, 0),
    ]


def test_the_row_of_a_group_has_the_cells_that_were_written_for_it() -> None:
    cells = (
        ONhom("chinh_quyen_so", "ghi_chu", text("Đạt hết")),
        ONhom("xa_hoi_so", "ghi_chu", text("Còn một")),
        ONhom("chinh_quyen_so", "kho_khan", text("Thiếu người")),
    )
    catalogue = bo_chi_tieu(nhom(chi_tieu("Có", "1.1")), nhom(chi_tieu("Có", "2.1"), ma="xa_hoi_so"))
    first, second = assess(bao_cao(chi_tieu=(ket_qua_bo(catalogue, o_nhom=cells),)))
    assert {column: words.raw for column, words in first.o.items()} == {
        "ghi_chu": "Đạt hết",
        "kho_khan": "Thiếu người",
    }
    assert {column: words.raw for column, words in second.o.items()} == {"ghi_chu": "Còn một"}
