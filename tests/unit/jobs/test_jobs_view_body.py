from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.data.schema_blocks import KHOI
from generator.jobs.build import Checked
from generator.jobs.view.body import body, closing, marker
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.tables import Columns, Tables

WIDTH = 9071
ReportOf = Callable[..., Checked]


@pytest.mark.parametrize(
    ("style", "number", "parent", "typed"),
    [
        ("I.", 4, "", "IV."),
        ("1.", 4, "II.", "4."),
        ("1.1.", 2, "3.", "3.2."),
        ("1.1.", 2, "", "2."),
        ("a)", 5, "1.", "đ)"),
        ("1)", 5, "a)", "5)"),
    ],
)
def test_the_number_of_a_heading(style: str, number: int, parent: str, typed: str) -> None:
    assert marker(style, number, parent) == typed


def blocks_of(checked: Checked) -> list[KhoiIn]:
    tables = Tables(checked.report, checked.groups, Columns({}, WIDTH))
    return body(checked.report, checked.groups, tables)


def blocks(report_of: ReportOf, parts: str) -> list[str]:
    """Kind, number and words of every block, as "kind|number|words"."""
    return [f"{block.kieu}|{block.so}|{block.chu}" for block in blocks_of(report_of(parts))]


def test_headings_are_numbered_level_by_level_and_afresh_under_each(report_of: ReportOf) -> None:
    parts = """
noi_dung:
  - muc: Một
    gom:
      - muc: Con một
        gom: [{muc: Cháu một}, {muc: Cháu hai}]
      - muc: Con hai
  - Đoạn ở giữa.
  - muc: Hai
    gom: [{muc: Con ba, gom: [{muc: Cháu ba}]}]
"""
    assert blocks(report_of, parts) == [
        "muc|I.|Một",
        "khoan|1.|Con một",
        "diem|a)|Cháu một",
        "diem|b)|Cháu hai",
        "khoan|2.|Con hai",
        "doan||Đoạn ở giữa.",
        "muc|II.|Hai",
        "khoan|1.|Con ba",
        "diem|a)|Cháu ba",
    ]


def test_arabic_numbers_carry_the_number_above_them(report_of: ReportOf) -> None:
    parts = """
trinh_bay: {danh_so: [I., 1., 1.1., 1.1.]}
noi_dung:
  - muc: Một
    gom:
      - muc: Con
      - muc: Con hai
        gom: [{muc: Cháu, gom: [{muc: Chắt}]}]
"""
    assert blocks(report_of, parts) == [
        "muc|I.|Một",
        "khoan|1.|Con",
        "khoan|2.|Con hai",
        "khoan_con|2.1.|Cháu",
        "khoan_con|2.1.1.|Chắt",
    ]


def test_lines_of_a_text_are_paragraphs_of_their_own_kind(report_of: ReportOf) -> None:
    parts = """
noi_dung:
  - |
    Đoạn mở đầu.

    - gạch đầu dòng
    + cộng đầu dòng
      - thụt vào
    -không phải gạch
    - 5 độ
"""
    assert blocks(report_of, parts) == [
        "doan||Đoạn mở đầu.",
        "gach||gạch đầu dòng",
        "cong||cộng đầu dòng",
        "gach||thụt vào",
        "doan||-không phải gạch",
        "gach||5 độ",
    ]


def test_documents_are_listed_in_full_each_with_one_stop(report_of: ReportOf) -> None:
    parts = """
van_ban_ban_hanh:
  - {so: 43/QĐ-UBND, ngay: 13/5/2022, trich_yeu: về việc thành lập Ban Chỉ đạo.}
  - {so: 81/KH-UBND, ngay: 6 tháng 6 năm 2022, co_quan: UBND huyện, trich_yeu: về chuyển đổi số;}
noi_dung:
  - danh_sach: van_ban_ban_hanh
"""
    assert blocks(report_of, parts) == [
        "gach||Quyết định số 43/QĐ-UBND ngày 13/5/2022 về việc thành lập Ban Chỉ đạo.",
        "gach||Kế hoạch số 81/KH-UBND ngày 6 tháng 6 năm 2022 của UBND huyện về chuyển đổi số.",
    ]


def test_a_proposal_is_a_dash_and_its_further_lines_follow(report_of: ReportOf) -> None:
    parts = """
noi_dung:
  - danh_sach: kien_nghi
kien_nghi:
  - |
    Cấp kinh phí:
    + cho xã
    Trước tháng 6.
  - "- Mở lớp tập huấn."
"""
    assert blocks(report_of, parts) == [
        "gach||Cấp kinh phí:",
        "cong||cho xã",
        "doan||Trước tháng 6.",
        "gach||Mở lớp tập huấn.",
    ]


def test_a_group_is_told_indicator_by_indicator_with_what_was_asked_and_what_came_of_it(report_of: ReportOf) -> None:
    parts = """
chi_tieu:
  ket_qua:
    "1.2":
      tu: 7
      mau: 8
      noi_dung: |
        Đã nối mạng {{ ct('1.2').phan_so }} thôn.
        + Thôn còn lại: quý I.
noi_dung:
  - chi_tieu: chinh_quyen_so
"""
    assert blocks(report_of, parts) == [
        "chi_tieu|1.2|Thôn có mạng",
        "yeu_cau||80% số thôn.",
        "ket_qua||Đã nối mạng 7/8 thôn.",
        "cong||Thôn còn lại: quý I.",
        "danh_gia||đạt",
    ]


NUMBERED = """
ten: Bộ đánh số lối khác
can_cu: {so: 8/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về việc giao chỉ tiêu}
nhom:
  - {ma: a, so: "I", ten: Nhóm A, chi_tieu: [{ma: "I.1", so: "1", ten: A1}]}
  - ma: b
    so: "II"
    ten: Nhóm B
    chi_tieu:
      - {ma: "II.1", so: "7", ten: B1}
      - {ma: "II.1b", so: "", ten: B1b}
      - {ma: "II.2", so: "8.", ten: B2}
      - {ma: "II.3", ten: B3}
      - {ma: "9.9", ten: B4}
"""
TOLD = """
chi_tieu:
  - bo: bo-khac
    ket_qua:
      "I.1": {chu: Có, noi_dung: Lời.}
      "II.1": {chu: Có, noi_dung: Lời.}
      "II.1b": {chu: Có, noi_dung: Lời.}
      "II.2": {chu: Có, noi_dung: Lời.}
      "II.3": {chu: Có, noi_dung: Lời.}
      "9.9": {chu: Có, noi_dung: Lời.}
"""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[{chi_tieu: b}]", ["2.7", "doan B1b", "2.8", "2.4", "9.9"]),
        ("[{muc: X, gom: [{chi_tieu: b}]}]", ["2.7", "doan B1b", "2.8", "2.4", "9.9"]),
        ("[{muc: X, gom: [{muc: Y}, {muc: Z, gom: [{chi_tieu: b}]}]}]", ["2.7", "doan B1b", "2.8", "2.4", "9.9"]),
        ("[{muc: X, gom: [{muc: Y, gom: [{chi_tieu: b}]}]}]", ["1.7", "doan B1b", "1.8", "1.4", "9.9"]),
        ("[{chi_tieu: a}]", ["1.1"]),
    ],
)
def test_an_indicator_is_told_under_a_number_that_no_heading_has(
    body: str, told: list[str], report_of: ReportOf
) -> None:
    found = blocks_of(report_of(f"{TOLD}noi_dung: {body}\nphu_luc: []\n", {"bo-khac": NUMBERED}))
    heads = [block for block in found if block.kieu == "chi_tieu" or (block.kieu, str(block.chu)) == ("doan", "B1b")]
    assert [block.so or f"{block.kieu} {block.chu}" for block in heads] == told
    assert all(span.bold for block in heads if not block.so for span in block.chu.spans)


def test_what_all_indicators_are_called_has_the_numbers_of_the_catalogue(report_of: ReportOf) -> None:
    parts = f"{TOLD}trinh_bay: {{ten_chi_tieu: Chỉ tiêu}}\nnoi_dung: [{{chi_tieu: b}}]\nphu_luc: []\n"
    found = blocks_of(report_of(parts, {"bo-khac": NUMBERED}))
    names = [str(block.chu) for block in found if str(block.chu).startswith("Chỉ tiêu")]
    assert names == ["Chỉ tiêu 7:", "Chỉ tiêu II.1b:", "Chỉ tiêu 8.:", "Chỉ tiêu II.3:", "Chỉ tiêu 9.9:"]


def test_an_indicator_of_which_nothing_is_told_stands_in_the_annex_only(report_of: ReportOf) -> None:
    parts = 'chi_tieu: {ket_qua: {"2.1": 14 điểm}}\nnoi_dung: [{chi_tieu: ha_tang_so}]'
    assert blocks(report_of, parts) == []


@pytest.mark.parametrize("typed", ["xem xét", "xem xét.", "xem xét./.", "xem xét ./. ", "xem xét /."])
def test_the_closing_mark_is_left_to_the_template(typed: str, report_of: ReportOf) -> None:
    assert str(closing(report_of(f"ket_thuc: Đề nghị {typed}").report)) == "Đề nghị xem xét"


def test_only_the_last_paragraph_of_a_long_closing_bears_the_closing_mark(report_of: ReportOf) -> None:
    checked = report_of("noi_dung: [Một đoạn.]\nket_thuc: |\n  Trên đây là báo cáo.\n  Đề nghị xem xét./.\n")
    assert str(closing(checked.report)) == "Đề nghị xem xét"
    printed = [str(block.chu) for block in blocks_of(checked)]
    assert printed == ["Một đoạn.", "Trên đây là báo cáo."]


LEADS = {
    "-": ["gach||một", "gach||hai"],
    "+": ["cong||một", "cong||hai"],
    "1.": ["danh_so|1.|một", "danh_so|2.|hai"],
    "1)": ["danh_so|1)|một", "danh_so|2)|hai"],
    "a)": ["danh_so|a)|một", "danh_so|b)|hai"],
    "khong": ["doan||một", "doan||hai"],
}


def test_every_lead_that_the_data_may_ask_for_is_tested() -> None:
    assert set(LEADS) == set(KHOI["dau"]["allowed"])


@pytest.mark.parametrize(("dau", "shown"), LEADS.items())
def test_the_lines_of_a_typed_list_start_with_its_lead(dau: str, shown: list[str], report_of: ReportOf) -> None:
    assert blocks(report_of, f'noi_dung: [{{liet_ke: [một, hai], dau: "{dau}"}}]') == shown


@pytest.mark.parametrize(("dau", "shown"), LEADS.items())
def test_the_lines_of_the_proposals_start_with_the_lead_too(dau: str, shown: list[str], report_of: ReportOf) -> None:
    parts = f'noi_dung: [{{danh_sach: kien_nghi, dau: "{dau}"}}]\nkien_nghi: [một, hai]'
    assert blocks(report_of, parts) == shown


@pytest.mark.parametrize(
    ("dau", "starts"),
    [
        ("-", ["gach|", "gach|"]),
        ("+", ["cong|", "cong|"]),
        ("1.", ["danh_so|1.", "danh_so|2."]),
        ("a)", ["danh_so|a)", "danh_so|b)"]),
        ("khong", ["doan|", "doan|"]),
    ],
)
def test_the_lines_of_listed_documents_start_with_the_lead_too(
    dau: str, starts: list[str], report_of: ReportOf
) -> None:
    shown = blocks(report_of, f'noi_dung: [{{danh_sach: van_ban_ban_hanh, dau: "{dau}"}}]')
    assert [line.rpartition("|")[0] for line in shown] == starts


@pytest.mark.parametrize("typed", ["{liet_ke: [một, hai]}", '{liet_ke: ["- một", "+ hai"]}'])
def test_a_list_has_dashes_unless_told_otherwise_and_never_two(typed: str, report_of: ReportOf) -> None:
    assert blocks(report_of, f"noi_dung: [{typed}]") == LEADS["-"]


def test_each_list_counts_from_one_and_only_the_first_line_of_an_item_is_counted(report_of: ReportOf) -> None:
    parts = """
noi_dung:
  - liet_ke:
      - |
        một
        + ý của một
        thêm
      - hai
    dau: "1)"
  - liet_ke: [lại một]
    dau: "1)"
"""
    assert blocks(report_of, parts) == [
        "danh_so|1)|một",
        "cong||ý của một",
        "doan||thêm",
        "danh_so|2)|hai",
        "danh_so|1)|lại một",
    ]


def test_lists_take_the_documents_of_one_group_or_of_none(report_of: ReportOf) -> None:
    parts = """
van_ban_ban_hanh:
  - {so: 5/KH-BCĐ, ngay: 3/3/2023, trich_yeu: của tỉnh, nhom: cap_tren}
  - {so: 6/KH-UBND, ngay: 4/3/2023, trich_yeu: của xã}
noi_dung:
  - danh_sach: van_ban_ban_hanh
    loc: {nhom: ""}
  - danh_sach: van_ban_ban_hanh
    loc: {nhom: cap_tren}
    dau: "+"
"""
    assert blocks(report_of, parts) == [
        "gach||Kế hoạch số 6/KH-UBND ngày 4/3/2023 của xã.",
        "cong||Kế hoạch số 5/KH-BCĐ ngày 3/3/2023 của tỉnh.",
    ]


def test_a_table_may_stand_in_the_body_among_words(report_of: ReportOf) -> None:
    parts = """
noi_dung:
  - muc: Kết quả
    gom:
      - Bảng sau đây.
      - {bang: chi_tieu, cot: [tt, ten, ket_qua]}
      - {bang: tu_nhap, cot: [{tieu_de: A}], hang: [[một]]}
      - Hết bảng.
"""
    found = blocks_of(report_of(parts))
    assert [block.kieu for block in found] == ["muc", "doan", "bang", "bang", "doan"]
    tables = [block.bang for block in found if block.bang is not None]
    assert [sum(column.rong for column in table.cot) for table in tables] == [WIDTH, WIDTH]
    assert [len(table.hang) for table in tables] == [5, 1]


SECOND_CATALOGUE = """
ten: Bộ thứ hai
can_cu: {so: 8/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về việc ban hành bộ chỉ tiêu thứ hai}
nhom:
  - ma: chinh_quyen_so
    ten: Chính quyền số
    chi_tieu: [{ma: "1.1", ten: Cổng thông tin, yeu_cau: Có cổng., muc_tieu: Có}]
"""


@pytest.mark.parametrize(("bo", "told"), [("bo-nho", "Kế hoạch chuyển đổi số"), ("bo-hai", "Cổng thông tin")])
def test_a_story_is_told_of_the_catalogue_that_is_named(bo: str, told: str, report_of: ReportOf) -> None:
    parts = f"""
chi_tieu:
  - {{bo: bo-nho, ket_qua: {{"1.1": {{chu: Có, noi_dung: Lời.}}}}}}
  - {{bo: bo-hai, ket_qua: {{"1.1": {{chu: Có, noi_dung: Lời.}}}}}}
noi_dung: [{{chi_tieu: chinh_quyen_so, bo: {bo}}}]
phu_luc: [{{tieu_de: Bảng, bang: chi_tieu, bo: bo-nho, cot: [tt]}}]
"""
    (first, *_) = blocks_of(report_of(parts, {"bo-hai": SECOND_CATALOGUE}))
    assert (first.so, str(first.chu)) == ("1.1", told)
