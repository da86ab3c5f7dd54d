"""Forms in which figures stand in other offices' reports: all are found, and what only looks like them is let be."""

from __future__ import annotations

import pytest
from said_figures_of import found, indicator, problems, rules_that_find, table, text

from generator.findings import Severity


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Tiêm cho 412/455 trẻ dưới 1 tuổi, đạt 95,5%.", "90,5%"),
        ("Tiêm cho 412/455 trẻ từ 6 đến 60 tháng tuổi (95,5%).", "90,5%"),
        ("Xét nghiệm 412/455 người ở 12 xã, đạt 95,5%.", "90,5%"),
        ("Tỷ lệ đúng hạn (412/455 trẻ dưới 1 tuổi) là 95,5%.", "90,5%"),
        ("Hồ sơ xong: 450 hồ sơ/500 hồ sơ (95%).", "90%"),
        ("Xong 450 hồ sơ đúng hạn/500 hồ sơ, đạt 95%.", "90%"),
        ("Tiêm đủ cho 412 trẻ/455 trẻ, đạt 95,5%.", "90,5%"),
        ("Chi 1.234,5 triệu đồng/2.000 triệu đồng, đạt 71,7%.", "61,7%"),
        ("Tỷ lệ tiêm là 95,5% (412 trẻ trên 455 trẻ).", "90,5%"),
        ("Khám cho 34 trên 42 người, đạt tỷ lệ 82,95%.", "80,95%"),
        ("Khám cho 34 trong số 42 người, đạt 82,95%.", "80,95%"),
        ("Đạt tỷ lệ 85,3% tương ứng 34/42 hồ sơ.", "81%"),
    ],
)
def test_a_fraction_and_its_rate_in_other_words(words: str, right: str) -> None:
    (problem,) = problems("SL201", text(words))
    assert problem.endswith(f" là {right}.")


@pytest.mark.parametrize(
    "words",
    [
        "Nhiệm kỳ 2020/2025 đạt 95%.",
        "Vụ xuân 2024/2025 đạt 80%.",
        "Theo Công văn 1256/2025 đạt 85%.",
        "Bệnh nhân 120/80 mmHg đạt 90%; huyết áp dưới 140/90, đạt 80%.",
        "Tổ chức 15 lớp trên 12 xã, đạt 100%.",
        "Có 8,5 bác sĩ/10.000 dân, đạt 85%; sinh 112 bé trai/100 bé gái, đạt 90%.",
        "Đứng thứ 12 trong số 27 huyện, đạt 90%; được 8 trên 10 điểm, đạt 95%.",
        "Giảm 30%, tương ứng 45/120 hộ.",
        "Có 34/42 hộ, huy động 15 người, đạt 85%.",
    ],
)
def test_periods_numbers_of_documents_and_densities_are_no_rates(words: str) -> None:
    assert rules_that_find(text(words)) == set()


def test_a_count_that_looks_like_a_year_is_a_count() -> None:
    assert len(problems("SL201", text("Xong 1950/2000 hồ sơ, đạt 95%."))) == 1


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("bình quân 0.8 ngày", "0,8"),
        ("tăng 2.5 điểm", "2,5"),
        ("kinh phí 1.5 tỷ đồng", "1,5"),
        ("rộng 12.45 km2", "12,45"),
        ("thu 12,500 đồng", "12.500"),
        ("thu 12,500 triệu đồng", "12.500"),
    ],
)
def test_english_separators_before_units(words: str, right: str) -> None:
    (finding,) = found("SL204", text(words))
    assert f"iết {right}" in finding.fix
    assert finding.severity is (Severity.HINT if "triệu" in words else Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        "thu 2.500 triệu đồng, rộng 12.345 km2",
        "chi 185,235 triệu đồng và 12,500 triệu đồng",
        "mục 2.5 điểm b, chỉ tiêu 1.5 ngày, phiên bản 2.0",
        "1.5 ngày hội",
        "ngày 30.4 ngày nghỉ, lúc 7.30 giờ, từ 1.7 năm 2025",
    ],
)
def test_thousands_headings_and_dates_with_a_point(words: str) -> None:
    assert problems("SL204", text(words)) == []


@pytest.mark.parametrize(
    ("words", "came"),
    [
        ("Có 120 cán bộ, trong đó nam 70 người, nữ 40 người.", "= 110"),
        ("Có 130 cán bộ, trong đó: 70 nam, 40 nữ.", "= 110"),
        ("Ban hành 09 văn bản, trong đó 04 kế hoạch, 02 quyết định, 02 công văn.", "= 8"),
        ("Đã có 10 trường: 4 mầm non, 3 tiểu học, 2 trung học cơ sở.", "= 9"),
        ("Nhận 1.312 hồ sơ, trong đó đã giải quyết 1.274 hồ sơ, đang giải quyết 83 hồ sơ.", "= 1.357"),
    ],
)
def test_parts_of_people_documents_and_kinds(words: str, came: str) -> None:
    (problem,) = problems("SL401", text(words))
    assert came in problem


@pytest.mark.parametrize(
    "words",
    [
        "Khám 45.210 lượt, trong đó có thẻ bảo hiểm y tế 43.118 lượt, điều trị nội trú 3.204 lượt.",
        "Có 25 đồng chí, trong đó nữ 4 đồng chí, dân tộc 3 đồng chí.",
        "Có 120 giường, gồm 31 bác sĩ, 50 điều dưỡng, 5 hộ lý.",
        "Có 15 trường: 5 mầm non, 6 tiểu học, 4 trung học cơ sở.",
    ],
)
def test_parts_that_overlap_or_are_but_some(words: str) -> None:
    assert problems("SL401", text(words)) == []


def test_a_list_behind_its_leading_word() -> None:
    named = "kế hoạch cải cách; kế hoạch kiểm tra; kế hoạch truyền thông; quyết định kiện toàn"
    assert len(found("SL402", text(f"Ban hành 05 văn bản về cải cách hành chính, gồm: {named}."))) == 1
    assert problems("SL402", text(f"Ban hành 04 văn bản về cải cách hành chính, gồm: {named}.")) == []
    assert problems("SL402", text("Ban hành 05 văn bản, gồm: 03 kế hoạch; 02 quyết định.")) == []
    assert problems("SL402", text("Mở 12 lớp: 5 lớp cho công chức; 7 lớp cho người dân.")) == []


def test_a_claim_is_not_hidden_by_the_total_that_follows_it() -> None:
    rows = [indicator(f"2.{number}", group="Tổ chức bộ máy") for number in (1, 2, 3)]
    others = [indicator(f"1.{number}", group="Thủ tục hành chính") for number in range(1, 6)]
    claim = "Nhóm tổ chức bộ máy đạt {}/{} chỉ tiêu. Tổng số bộ có 8 chỉ tiêu."
    (problem,) = problems("SL304", table(*others, *rows, told=(claim.format(4, 4),)))
    assert "bảng có 3 chỉ tiêu" in problem
    assert problems("SL304", table(*others, *rows, told=(claim.format(3, 3),))) == []
