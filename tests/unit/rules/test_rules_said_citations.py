"""The rules over citations: true faults are found, what only looks like one is let be."""

from __future__ import annotations

import pytest
from said_citations_of import findings, found, said

from generator.findings import DataPlace, FilePlace, Severity
from generator.rules.said import Cited, Passage, Said
from generator.rules.said_citations import RULES
from generator.rules.said_citations.scan import mentions
from generator.vn.dates import parse_date

HUYEN = "của UBND huyện Sông Hồng"
SO = "của Sở Thông tin và Truyền thông"


def test_two_dates_of_one_plan() -> None:
    text = "Kế hoạch số 63/KH-UBND ngày {}/2023 của UBND xã Bình Minh về chuyển đổi số giai đoạn 2022 - 2023."
    (finding,) = findings(said(text.format("27/6"), text.format("27/5")))
    assert finding.rule == "DL601"
    assert "27/5/2023" in finding.problem
    assert "27/6/2023" in finding.problem


@pytest.mark.parametrize(
    "other",
    [
        "Kế hoạch số 63/KH-UBND ngày 27/5/2023 của UBND huyện về hạ tầng số.",
        "Kế hoạch số 63/KH-UBND ngày 15/4/2022 của UBND xã Bình Minh về tuyên truyền chuyển đổi số cho người dân.",
        "Kế hoạch số 63/KH-UBND tháng 6/2023 của UBND xã Bình Minh.",
        "Kế hoạch số 63/KH-UBND.",
        "Kế hoạch số 063/KH-UBND ngày 27 tháng 6 năm 2023.",
        "Quyết định số 63/QĐ-UBND ngày 27/5/2023 của UBND xã Bình Minh về kiện toàn tổ công nghệ số cộng đồng.",
    ],
)
def test_numbers_that_only_look_like_one_document(other: str) -> None:
    text = "Kế hoạch số 63/KH-UBND ngày 27/6/2023 của UBND xã Bình Minh về chuyển đổi số giai đoạn 2022 - 2023."
    assert found(said(text, other)) == []


def test_two_subjects() -> None:
    text = f"Kế hoạch số 37/KH-UBND ngày 21/02/2023 {HUYEN} về "
    apart = said(text + "chuyển đổi số cấp xã năm 2023.", text + "phòng cháy, chữa cháy rừng.")
    near = said(text + "việc tuyên truyền trên địa bàn huyện.", text + "tuyên truyền trên đại bàn huyện.")
    assert [(each.rule, each.severity) for each in findings(apart)] == [("DL602", Severity.WARNING)]
    assert [(each.rule, each.severity) for each in findings(near)] == [("DL602", Severity.HINT)]


@pytest.mark.parametrize(
    "other",
    [
        "V/v chuyển đổi số cấp xã năm 2023 trên địa bàn huyện, xã đã triển khai tới các thôn",
        "về CĐS cấp xã",
        "về việc “Chuyển đổi số cấp xã năm 2023 trên địa bàn huyện”",
        ", xã đã triển khai tới các thôn",
    ],
)
def test_a_subject_cut_short_or_run_on_is_the_same(other: str) -> None:
    text = f"Kế hoạch số 37/KH-UBND ngày 21/02/2023 {HUYEN}"
    assert found(said(f"{text} về chuyển đổi số cấp xã năm 2023 trên địa bàn huyện.", f"{text} {other}.")) == []


def test_two_bodies() -> None:
    text = "Quyết định số 969/QĐ-UBND ngày 18/3/2022 của {} về giao chỉ tiêu chuyển đổi số."
    assert found(said(text.format("UBND tỉnh"), text.format("UBND huyện"))) == [("DL602", 2)]
    assert found(said(text.format("UBND tỉnh"), text.format("UBND tỉnh Thanh Hóa"))) == []
    (hint,) = findings(said(text.format("UBND tỉnh"), text.format("Chủ tịch UBND tỉnh")))
    assert hint.severity is Severity.HINT


@pytest.mark.parametrize(
    "text",
    [
        f"Kế hoạch số 37/KH-UBND ngày 31/4/2023 {HUYEN} về hạ tầng số.",
        f"Kế hoạch số 37/KH-UBND ngày 06/12/2023 {HUYEN} về hạ tầng số.",
        "Thông tư số 02/2023/TT-BTTTT ngày 29/3/2022 của Bộ Thông tin và Truyền thông về báo cáo.",
    ],
)
def test_dates_that_cannot_be(text: str) -> None:
    assert found(said(text)) == [("DL603", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"Kế hoạch số 37/KH-UBND ngày 13/8/2025 {HUYEN} về hạ tầng số.",
        f"Công văn số 37/STTTT-CNTT ngày 13/3/2025 {SO} về hạ tầng số.",
    ],
)
def test_bodies_that_were_no_more(text: str) -> None:
    assert found(said(text, date="05/12/2025")) == [("DL603", 1)]


def test_a_committee_issues_nothing_before_it_is_founded() -> None:
    founding = "Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã về việc thành lập Ban Chỉ đạo chuyển đổi số xã."
    plan = "Kế hoạch số 02/KH-BCĐ ngày {} của Ban Chỉ đạo chuyển đổi số xã về hoạt động năm 2022."
    assert found(said(founding, plan.format("12/5/2022"))) == [("DL603", 2)]
    assert found(said(founding, plan.format("13/5/2022"))) == []


def test_a_sunday_and_an_open_day_of_the_report_are_no_fault() -> None:
    text = f"Kế hoạch số 37/KH-UBND ngày 03/12/2023 {HUYEN} về hạ tầng số."
    assert found(said(text, date="12/2023")) == []


def test_numbers_that_fall() -> None:
    days = [("107", "15/01"), ("641", "19/3"), ("826", "01/4"), ("1108", "23/4"), ("46", "09/5"), ("47", "10/5")]
    rows = [["1", f"Việc {number}", f"Số: {number}/QĐ-UBND", f"Ngày {day}/2023"] for number, day in days]
    assert found(said(rows=rows)) == [("DL604", 5), ("DL604", 6)]


def test_series_are_of_one_office_one_kind_one_year() -> None:
    texts = (
        f"Kế hoạch số 12/KH-UBND ngày 09/5/2023 {HUYEN} về chuyển đổi số cấp xã.",
        "Kế hoạch số 60/KH-UBND ngày 10/4/2023 của UBND tỉnh về hạ tầng số.",
        f"Kế hoạch số 90/KH-UBND ngày 10/4/2022 {HUYEN} về chữ ký số.",
        f"Quyết định số 900/QĐ-UBND ngày 10/4/2023 {HUYEN} về tổ công tác.",
    )
    assert found(said(*texts)) == []


def test_the_office_of_a_number_in_passing_is_not_guessed() -> None:
    texts = ("Thực hiện Kế hoạch số 60/KH-UBND ngày 10/4/2023.", "Thực hiện Kế hoạch số 12/KH-UBND ngày 09/5/2023.")
    assert found(said(*texts), "DL607") == []


@pytest.mark.parametrize(
    ("symbol", "body"), [("KH-UBND", "UBND xã Bình Minh"), ("KH-SKHCN", "Sở Khoa học và Công nghệ")]
)
def test_merged_offices_number_anew_within_2025(symbol: str, body: str) -> None:
    text = "Kế hoạch số {}/" + symbol + " ngày {}/2025 của " + body + " về {}."
    old, new = text.format(90, "10/02", "hạ tầng số cấp xã"), text.format(12, "15/7", "chữ ký số cho người dân")
    assert found(said(old, new, date="05/12/2025")) == []
    again = text.format(12, "10/01", "dịch vụ công trực tuyến")
    assert found(said(again, new, date="05/12/2025")) == []
    assert found(said(old, text.format(12, "15/02", "chữ ký số"), date="05/12/2025")) == [("DL604", 1)]


def test_the_party_numbers_anew_after_a_congress() -> None:
    text = "Nghị quyết số {}-NQ/TU ngày {} của Ban Thường vụ Tỉnh ủy về {}."
    texts = (text.format(105, "10/3/2025", "chuyển đổi số"), text.format("02", "10/11/2025", "khoa học"))
    assert found(said(*texts, date="05/12/2025")) == []


def test_symbol_against_kind() -> None:
    texts = (
        f"Quyết định số 37/KH-UBND ngày 21/02/2023 {HUYEN} về hạ tầng số.",
        "Công văn số 34/CV-BCĐ ngày 06/11/2023 của BCĐ chuyển đổi số huyện về minh chứng.",
        f"Hướng dẫn số 2142/STTTT-CNTT ngày 31/8/2023 {SO} về thẩm định.",
    )
    result = findings(said(*texts))
    assert [each.rule for each in result] == ["DL605"] * 3
    assert [each.severity for each in result] == [Severity.WARNING, Severity.WARNING, Severity.HINT]


def test_a_report_under_the_symbol_of_a_letter() -> None:
    row = ["18", "Báo cáo về tình hình thực hiện Kế hoạch", "Công văn số 30/BCĐ ngày 19/10/2023 của BCĐ huyện"]
    assert found(said(rows=[row])) == [("DL605", 1)]
    row[1] = "V/v báo cáo tình hình thực hiện Kế hoạch"
    assert found(said(rows=[row])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Luật số 52/2019/QH14 ngày 22/11/2019 của Quốc hội về báo cáo.",
        "Quy định số 37-QĐ/TW ngày 25/10/2021 của Trung ương về những điều đảng viên không được làm.",
        "Chương trình hành động số 06-CTr/ĐU ngày 6/3/2023 của Đảng ủy xã về chuyển đổi số.",
        "Nghị quyết số 20/2021/NQ-HĐND ngày 17/7/2021 của HĐND tỉnh về chính sách.",
        f"Giấy mời số 356/GM-UBND ngày 02/10/2023 {HUYEN} về hội nghị.",
    ],
)
def test_laws_and_the_party_have_symbols_of_their_own(text: str) -> None:
    assert found(said(text)) == []


def test_symbol_against_body() -> None:
    text = "Kế hoạch số 44/KH-BCĐ ngày 23/11/2023 của UBND huyện về xếp hạng."
    assert found(said(text, text)) == [("DL606", 1)]


def test_first_mention_incomplete() -> None:
    texts = ("Thực hiện Kế hoạch số 37/KH-UBND ngày 21/02/2023.", "Quyết định số 06 ngày 06/01/2022 của Thủ tướng")
    assert found(said(*texts)) == [("DL607", 1), ("DL607", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh ban hành: Kế hoạch số 98/KH-UBND ngày 20/12/2022 về hạ tầng số; Kế hoạch số 34/KH-UBND ngày "
        "16/5/2022 về kinh tế số.",
        "Theo Nghị định số 42/2022/NĐ-CP.",
        "Đạt 06 quyết định ngày càng nhanh; nhiệm vụ số 06 của đề án",
    ],
)
def test_what_is_told_enough(text: str) -> None:
    assert found(said(text)) == []


def item(number: int, day: str, kind: str = "KH") -> str:
    name = {"KH": "Kế hoạch", "QĐ": "Quyết định"}[kind]
    return f"- {name} số {number}/{kind}-UBND ngày {day}/2023 {HUYEN} về việc thứ {number} của năm."


def test_one_document_astray_in_a_list() -> None:
    texts = (item(1, "10/01"), item(5, "20/02"), item(9, "10/3", "QĐ"), item(12, "27/6"), item(8, "15/3"))
    assert found(said(*texts)) == [("DL608", 5)]


def test_lists_in_another_order() -> None:
    by_kind = (item(1, "10/01"), item(5, "20/02"), item(9, "10/3"), item(2, "10/01", "QĐ"), item(3, "27/02", "QĐ"))
    newest_first = (item(9, "10/3"), item(5, "20/02"), item(3, "10/02"), item(1, "10/01"))
    assert found(said(*by_kind)) == []
    assert found(said(*newest_first)) == []


def test_ids_are_in_order_and_messages_are_sentences() -> None:
    assert [module.RULE.id for module in RULES] == [f"DL60{number}" for number in range(1, 9)]
    bad = said(f"Quyết định số 37/KH-UBND ngày 31/4/2023 {HUYEN} về hạ tầng số.", "Công văn số 3/CV-BCĐ")
    for finding in findings(bad):
        assert finding.problem.endswith(".")
        assert finding.fix.endswith(".")


def test_a_citation_begins_where_it_begins_however_long_the_sentence_before_is() -> None:
    text = f"Đến nay {'rất ' * 20}nhiều hộ, 45 hộ, theo Quyết định số 43/QĐ-UBND ngày 13/5/2022"
    (mention,) = mentions(Passage(text, FilePlace("-")))
    start, end = mention.span
    assert text[start:end] == "Quyết định số 43/QĐ-UBND ngày 13/5/2022"


def test_a_kind_that_lost_the_bar_of_its_letter() -> None:
    view = said("Thực hiện Quyết định số 77/QD-UBND ngày 12/3/2023 của UBND xã về việc C.", "Số 05/HD-UBND; 7/DA.")
    told = [each for each in findings(view) if each.rule == "DL605"]
    assert [(each.problem, each.fix) for each in told] == [
        ("Ký hiệu «77/QD-UBND» viết thiếu dấu: tên loại viết tắt là «QĐ».", "Viết «77/QĐ-UBND».")
    ]


def test_a_number_or_a_date_of_the_list_is_told_at_its_entry() -> None:
    subject, entry = DataPlace("a.yaml", 14, 50), DataPlace("a.yaml", 12, 5)
    date = parse_date("05/12/2023")
    listed = Cited("27/KH-UBND", "Kế hoạch", parse_date("21/7/2023"), "", "về truyền thông", subject, entry)
    other = Cited("19/KH-UBND", "Kế hoạch", parse_date("05/8/2023"), "", "về kiểm tra", DataPlace("a.yaml", 13, 50))
    view = Said("a.yaml", (), listed=(other, listed), date=date, body="UBND xã Bình Minh")
    (told,) = (each for each in findings(view) if each.rule == "DL604")
    assert {told.place, *told.related} == {entry, other.place}
