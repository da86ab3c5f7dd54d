"""The rules over figures: what each finds, and what it leaves alone."""

from __future__ import annotations

import pytest
from said_figures_of import cell, found, indicator, place, problems, rules_that_find, table, text

from generator.findings import Severity
from generator.rules.said import Indicator, Passage, Said


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Có 2/3 trường là trường tiểu học đang thực hiện, đạt tỷ lệ 69%.", "67%"),
        ("Số cán bộ: 112.510/113.634 = 9,01%", "99,01%"),
        ("34/42 đạt tỷ lệ 90,95%", "80,95%"),
        ("12,850/ 29.512 hộ đạt 53.5 %", "43,5%"),
        ("22/22 = 90 %", "100%"),
        ("Có 34 hộ trên tổng số 42 hộ, đạt 90%.", "81%"),
        ("Tỷ lệ đạt 90% (34/42 hộ).", "81%"),
        ("Tỷ lệ hài lòng: 660/665 người (99,3%)", "99,2%"),
        ("78/261= 39,9", "29,9%"),
    ],
)
def test_a_wrong_rate_is_found_with_the_right_one(words: str, right: str) -> None:
    (finding,) = found("SL201", text(words))
    assert f"là {right}." in finding.problem
    assert right in finding.fix


@pytest.mark.parametrize(
    "words",
    [
        "34/42 đạt tỷ lệ 80,95%",
        "12,850/ 29.512 hộ đạt 43.5 %",
        "22/22 = 100 %",
        "421/592 hồ sơ đạt tỉ lệ 71,1%, mức độ 4: 424/432 đạt tỷ lệ: 98,1%",
        "1/8 = 12,5% và 1/8 = 13% và 1/8 = 12,50%",
        "đến tháng 12/2025 đạt 80%",
        "ngày 15/10/2023 đạt 100%",
        "Quyết định số 12/2024 đạt 30%",
        "xếp hạng 43/63, đạt 71%",
        "đạt 85/100 điểm, đạt 90%",
        "20/26 xã đạt 100% tiêu chí",
        "17/17 xã có tỷ lệ hộ dùng mạng đạt 85%",
        "34/42 hộ, tăng 5% so với năm trước",
        "34/42 hộ (mục tiêu 60%)",
        "34/42 hộ, đạt 95% kế hoạch",
        "34/42 hộ. Đạt 95%.",
        "phủ đến 26/26 xã với 149 thôn, do đó 90% hộ dân có mạng",
        "Có 17/17 xã; 90% lãnh đạo có chữ ký số",
    ],
)
def test_right_rates_and_what_is_no_ratio_are_left_alone(words: str) -> None:
    assert problems("SL201", text(words)) == []
    assert problems("SL202", text(words)) == []


def test_a_rate_cut_off_is_told_from_a_wrong_one() -> None:
    said = text("2.526/3.501 = 72,1%", "2/17 = 11,7 %")
    assert problems("SL201", said) == []
    assert [finding.fix for finding in found("SL202", said)] == ["Ghi 72,2%.", "Ghi 11,8%."]


def test_tables_are_judged_apart_from_the_text() -> None:
    said = cell("112.510/113.634 = 9,01%")
    assert len(found("SL305", said)) == 1
    assert found("SL201", said) == []
    assert len(found("SL202", cell("2/17 = 11,7 %"))) == 1


def test_where_no_table_is_known_the_results_are_judged() -> None:
    assert len(found("SL305", table(indicator("1", result="2/3 = 69%")))) == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("42/34 hộ đạt tỷ lệ 80,95%", "đặt ngược"),
        ("59,997,713/ 82,878 = 72,4 %", "1.000 lần"),
        ("Sóng phủ 9/8 thôn.", "lớn hơn mẫu số."),
        ("Có 17/15 xã, thị trấn ký số.", "lớn hơn mẫu số."),
    ],
)
def test_a_numerator_above_its_denominator(words: str, reason: str) -> None:
    (problem,) = problems("SL203", text(words))
    assert reason in problem
    assert problems("SL201", text(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "đến ngày 30/6 các xã",
        "phục vụ 24/7",
        "tốc độ 100/50 Mbps",
        "8/8 thôn",
        "Ngày 30/4 và 1/5",
        "từ 15/8 xã tổ chức",
    ],
)
def test_dates_and_other_pairs_are_no_fractions(words: str) -> None:
    assert problems("SL203", text(words)) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("đạt 43.5 %", "43,5%"),
        ("có 53,126,221 tài khoản", "53.126.221"),
        ("có 12,850 hộ", "12.850"),
        ("là 12,850/29.512", "12.850"),
        ("giá trị 1,234.5 triệu đồng", "1.234,5"),
    ],
)
def test_english_separators(words: str, right: str) -> None:
    (finding,) = found("SL204", text(words))
    assert f"Viết {right} " in finding.fix


@pytest.mark.parametrize(
    "words",
    ["Mục 3.2 có 12.850 hộ, 43,5%", "phiên bản 2.0", "thời đại 4.0", "dài 12,850 km", "ngày 15.3.2024", "mức độ 3,4"],
)
def test_vietnamese_figures_and_numbers_of_sections(words: str) -> None:
    assert problems("SL204", text(words)) == []


@pytest.mark.parametrize(
    ("target", "result", "verdict", "right"),
    [
        ("80%", "87,5%", "Không đạt", "Đạt"),
        ("80%", "22/42 = 52,4%", "Đạt", "Không đạt"),
        ("trên 80%", "75%", "Đạt", "Không đạt"),
        ("ít nhất 10 điểm", "14 điểm", "Chưa đạt", "Đạt"),
        ("không quá 5%", "7%", "Đạt", "Không đạt"),
        ("≥ 60%", "43.5%", "Đạt", "Không đạt"),
    ],
)
def test_a_verdict_against_the_figures(target: str, result: str, verdict: str, right: str) -> None:
    (finding,) = found("SL301", table(indicator("1", target=target, result=result, verdict=verdict)))
    assert f"«{right}»" in finding.problem


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("80%", "87,5%", "Đạt"),
        ("80%", "14 điểm", "Không đạt"),
        ("30%", "trên 28%", "Không đạt"),
        ("Có", "Có", "Đạt"),
        ("50%", "Chưa đạt 100% (Trên 83%)", "Không đạt"),
        ("80%", "87,5%", ""),
        ("300 xã", "2/17 = 11,7%", "Không đạt"),
    ],
)
def test_what_agrees_or_cannot_be_compared(target: str, result: str, verdict: str) -> None:
    assert found("SL301", table(indicator("1", target=target, result=result, verdict=verdict))) == []


def test_a_verdict_against_the_words_of_the_result() -> None:
    assert len(found("SL301", table(indicator("1", target="80%", result="Chưa đạt", verdict="Đạt")))) == 1


@pytest.mark.parametrize(
    ("unit", "target", "result", "severity"),
    [
        ("%", "50", "53%", Severity.WARNING),
        ("%", "70%", "Có", Severity.WARNING),
        ("%", "70%", "425", Severity.WARNING),
        ("%", "70%", "Đạt", Severity.HINT),
        ("Văn bản", "100%", "Có", Severity.HINT),
        ("", "300 xã", "2/17 = 11,7 %", Severity.WARNING),
        ("", "10 điểm", "Có", Severity.WARNING),
        ("%", "70%", "7 thôn", Severity.WARNING),
        ("Điểm", "10", "90%", Severity.WARNING),
    ],
)
def test_a_result_of_the_wrong_kind(unit: str, target: str, result: str, severity: Severity) -> None:
    (finding,) = found("SL302", table(indicator("1", unit=unit, target=target, result=result)))
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("unit", "target", "result"),
    [("%", "70%", "82,9%"), ("%", "70%", ""), ("", "10 điểm", "14 điểm"), ("Hệ thống", "Có", "Có"), ("%", "70%", "0")],
)
def test_a_result_of_the_right_kind(unit: str, target: str, result: str) -> None:
    assert found("SL302", table(indicator("1", unit=unit, target=target, result=result))) == []


@pytest.mark.parametrize(
    "words", ["đạt tỉ lệ trên 100%", "Trên 100% doanh nghiệp", "có 120% hộ", "Tăng cường ký số, đạt 105%"]
)
def test_more_than_the_whole(words: str) -> None:
    assert len(found("SL303", text(words))) == 1


@pytest.mark.parametrize("words", ["đạt 100%", "tăng 150% so với năm trước", "đạt 120% kế hoạch", "không vượt 100%"])
def test_growth_and_plans_may_exceed_a_hundred(words: str) -> None:
    assert found("SL303", text(words)) == []


def _catalogue(*told: str) -> Said:
    rows = [indicator(f"1.{n}", group="Chính quyền số", verdict="Đạt" if n > 1 else "Không đạt") for n in range(1, 12)]
    rows += [indicator(f"2.{n}", group="Kinh tế số", verdict="Đạt") for n in range(1, 7)]
    rows += [indicator("2.6b", group="Kinh tế số", verdict="Đạt")]
    return table(*rows, told=told)


@pytest.mark.parametrize(
    "told",
    [
        ("Chính quyền số: gồm 12 chỉ tiêu",),
        ("Nhóm phát triển KTS: 05 chỉ tiêu", "Kinh tế số: gồm 5 chỉ tiêu"),
        ("* Đánh giá: 11/11 chỉ tiêu, nội dung về Chính quyền số: đạt",),
        ("# 1. Kết quả về chính quyền số", "- Chỉ tiêu đạt: 11/11 chỉ tiêu, đạt 100%"),
        ("- Kinh tế số: 06 chỉ tiêu;", "- Chính quyền số: 11 chỉ tiêu.", "Tổng số: 18 chỉ tiêu."),
        ("Tổng số: 19 chỉ tiêu.",),
    ],
)
def test_claims_that_the_table_belies(told: tuple[str, ...]) -> None:
    assert len(found("SL304", _catalogue(*told))) == 1


@pytest.mark.parametrize(
    "told",
    [
        ("Chính quyền số: gồm 11 chỉ tiêu", "Kinh tế số: gồm 06 chỉ tiêu", "Tổng số: 17 chỉ tiêu"),
        ("Kinh tế số: gồm 07 chỉ tiêu",),
        ("* Đánh giá: 10/11 chỉ tiêu, nội dung về Chính quyền số: đạt",),
        ("Chính quyền số còn 3 chỉ tiêu chưa đạt",),
        ("Xã đã hoàn thành 15 tiêu chí nông thôn mới",),
    ],
)
def test_claims_that_the_table_bears_out(told: tuple[str, ...]) -> None:
    assert problems("SL304", _catalogue(*told)) == []


@pytest.mark.parametrize(
    ("words", "came"),
    [
        ("426 tin bài, trong đó huyện 19 tin, UBND các xã 369 tin và 11 Trung tâm", "399"),
        ("đăng tải 486 thủ tục. Trong đó cấp huyện 323; cấp xã 254 TTHC.", "577"),
        ("486 thủ tục: cấp huyện 323; cấp xã 254", "577"),
        ("có 42 doanh nghiệp, tổ chức. Trong đó có: 28 doanh nghiệp, 16 tổ chức khác", "44"),
        ("ban hành 25 văn bản, gồm 5 kế hoạch, 12 quyết định và 7 công văn", "24"),
        ("tổ chức 12 hội nghị (trực tuyến 5 hội nghị, trực tiếp 8 hội nghị)", "13"),
        ("Tổng số 1.250 hồ sơ, trong đó đúng hạn 1.000 hồ sơ, quá hạn 240 hồ sơ", "1.240"),
    ],
)
def test_parts_that_do_not_come_to_their_total(words: str, came: str) -> None:
    (problem,) = problems("SL401", text(words))
    assert f"= {came}, " in problem


@pytest.mark.parametrize(
    "words",
    [
        "426 tin bài, trong đó huyện 19 tin, UBND các xã 396 tin và 11 Trung tâm",
        "625 lượt tin. Trong đó có 87 tin trên hệ thống cấp huyện và 538 tin trên hệ thống của 17 UBND xã",
        "182 dịch vụ công, trong đó có 12 dịch vụ mức độ 3 và 28 dịch vụ mức độ 4",
        "14 sản phẩm, trong đó 11 sản phẩm OCOP đạt 03 sao, 03 sản phẩm vietgap",
        "39 nhà trạm, đường cáp quang: 750.000 Km, 2400 cột",
        "30 cán bộ, trong đó 20 đại học và 25 đảng viên",
        "Xã có 5 thôn: thôn 1, thôn 2, thôn 3",
        "Năm 2023, trong đó quý I có 5 hội nghị, quý II có 6 hội nghị",
        "khoảng 100 hồ sơ, trong đó cấp huyện 60, cấp xã 30",
    ],
)
def test_parts_that_do_or_need_not(words: str) -> None:
    assert problems("SL401", text(words)) == []


@pytest.mark.parametrize(
    "told",
    [
        ("Xã đã ban hành 05 văn bản:", "- Một;", "- Hai;", "- Ba;", "- Bốn."),
        ("gồm 4 đơn vị: Vĩnh Thịnh, Vĩnh Lộc và Vĩnh Tiến.",),
        ("Có 3 nội dung: rà soát hạ tầng; mua sắm máy tính.",),
    ],
)
def test_a_list_shorter_than_stated(told: tuple[str, ...]) -> None:
    assert len(found("SL402", text(*told))) == 1


@pytest.mark.parametrize(
    "told",
    [
        ("Xã đã ban hành 02 văn bản:", "- Một;", "- Hai.", "Đoạn sau."),
        ("Xã đã ban hành 05 văn bản:", "- Một;", "- Hai và một số văn bản khác."),
        ("gồm 4 đơn vị: Vĩnh Thịnh, Thị trấn Vĩnh Lộc, xã Ninh Khang, xã Vĩnh Tiến.",),
        ("Có 4 đơn vị: Vĩnh Thịnh, Vĩnh Lộc...",),
        ("Theo Điều 2 nội dung: mở lớp, tập huấn",),
        ("Có 3 phòng: máy tính, máy in",),
        (
            "Có 6 nội dung: "
            + "; ".join(["rà soát hạ tầng của từng thôn, từng trường và từng trạm y tế trong xã " * 2] * 6),
        ),
    ],
)
def test_lists_that_fit_or_are_open(told: tuple[str, ...]) -> None:
    assert problems("SL402", text(*told)) == []


_ACCOUNT = "Tỷ lệ dân số trưởng thành có tài khoản dịch vụ công trực tuyến"


def test_text_and_annex_with_two_values() -> None:
    row = indicator("36", f"{_ACCOUNT} trên 60%", result="Đạt trên 70%")
    other = indicator("33", "Tỷ lệ dân số trưởng thành có tài khoản định danh điện tử trên 30%", result="Đạt trên 60%")
    (finding,) = found("SL501", table(row, other, told=(f"+ {_ACCOUNT} trên 60%.",)))
    assert "chỉ tiêu 36" in finding.problem
    assert finding.related == (place(100),)
    assert found("SL501", table(row, other, told=(f"+ {_ACCOUNT} trên 70%.",))) == []


def test_a_goal_is_no_second_value() -> None:
    row = indicator("36", _ACCOUNT, result="70%")
    for told in (f"Mục tiêu: {_ACCOUNT} đạt 90%.", f"- Yêu cầu: {_ACCOUNT} 60%.", f"Phấn đấu {_ACCOUNT} đạt 90%."):
        assert found("SL501", table(row, told=(told,))) == []
    assert found("SL501", table(row, told=("# III. Phương hướng, nhiệm vụ", f"- {_ACCOUNT} đạt 90%."))) == []


def test_one_value_rounded_twice_is_one_value() -> None:
    assert found("SL501", table(indicator("36", _ACCOUNT, result="70,26%"), told=(f"{_ACCOUNT} đạt 70,3%.",))) == []


def test_equal_and_above_are_a_hint() -> None:
    (finding,) = found("SL501", table(indicator("36", _ACCOUNT, result="trên 50%"), told=(f"{_ACCOUNT} đạt 50%.",)))
    assert finding.severity is Severity.HINT


def test_a_rate_that_belies_a_verdict() -> None:
    row = indicator("36", _ACCOUNT, target="65%", result="Đạt")
    assert len(found("SL501", table(row, told=(f"{_ACCOUNT} đạt khoảng 52%.",)))) == 1
    assert found("SL501", table(row, told=(f"{_ACCOUNT} đạt khoảng 64%.",))) == []


def test_the_story_of_an_indicator_against_its_value() -> None:
    told = (Passage("mức độ 3: 421/592 hồ sơ đạt tỉ lệ 71,1%, mức độ 4: 424/432 đạt tỷ lệ: 98,1%", place(1)),)
    row = Indicator("1.6", "Hồ sơ", "", "%", "70%", "82,9%", "Đạt", place(100), told)
    (finding,) = found("SL501", Said("tệp.docx", told, indicators=(row,)))
    assert "82,5%" in finding.problem
    right = Indicator("1.6", "Hồ sơ", "", "%", "70%", "82,5%", "Đạt", place(100), told)
    assert found("SL501", Said("tệp.docx", told, indicators=(right,))) == []


@pytest.mark.parametrize(
    "told",
    [
        ("Trên địa bàn xã Hoàng Kim có 42 doanh nghiệp, tổ chức.", "Trên địa bàn xã có 28 doanh nghiệp, tổ chức."),
        ("Tổng số máy in là: 317 máy.", "- Tổng số máy in: 318 máy."),
        (f"{_ACCOUNT} đạt 60%.", f"- {_ACCOUNT} là 70%."),
        (
            "Tỷ lệ doanh nghiệp thanh toán không dùng tiền mặt qua kênh điện tử 74/261 = 28,4%",
            "Số doanh nghiệp thanh toán không dùng tiền mặt qua kênh điện tử 548 doanh nghiệp.",
        ),
    ],
)
def test_one_quantity_with_two_values_in_the_text(told: tuple[str, ...]) -> None:
    assert len(found("SL502", text(*told))) == 1


@pytest.mark.parametrize(
    "told",
    [
        ("Trên địa bàn xã có 42 doanh nghiệp.", "Trên địa bàn huyện có 128 doanh nghiệp."),
        ("Tổng số hồ sơ tiếp nhận mức độ 3, là: 2389 hồ sơ", "Tổng số hồ sơ tiếp nhận mức độ 4, là: 1289 hồ sơ"),
        (f"{_ACCOUNT} đạt 60%.", f"Mục tiêu: {_ACCOUNT} đạt 70%."),
        (f"{_ACCOUNT} đạt 60,26%.", f"{_ACCOUNT} đạt 60,3%."),
    ],
)
def test_two_quantities_or_one_value(told: tuple[str, ...]) -> None:
    assert problems("SL502", text(*told)) == []


def test_a_clean_document_gives_nothing() -> None:
    said = text("Đã có 34/42 doanh nghiệp, đạt 80,95%.", "426 tin bài, trong đó huyện 19, xã 396 và 11 tin của Đài.")
    assert rules_that_find(said) == set()
