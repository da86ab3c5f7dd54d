"""Tables as a template prints them: what their columns show, how cells are dressed, groups, typed rows."""

from __future__ import annotations

import pytest
from full_tables import RESULTS, SHOWN_FORMULA, TableOf, column, plain_rows, rows, words

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.word.runs import Runs, Span

# --- what the columns show ----------------------------------------------------------------------------------------

INDICATORS: dict[str, list[list[str]]] = {
    "tt": [["1"], ["2"], [""], ["2.1"]],
    "ten": [["Kế hoạch chuyển đổi số"], ["Thôn có mạng"], ["Trong đó ở vùng cao"], ["Điểm phát sóng"]],
    "don_vi_tinh": [["Văn bản"], ["%"], [""], ["Điểm"]],
    "chi_tieu": [["Có"], ["80%"], [""], ["10"]],
    "ket_qua": [["Có"], ["87,5%"], [""], ["- 10 điểm của xã", "- 4 điểm của doanh nghiệp"]],
    "ket_qua_day_du": [["Có"], ["7/8 = 87,5%"], [""], ["- 10 điểm của xã", "- 4 điểm của doanh nghiệp"]],
    "phan_so": [[""], ["7/8"], [""], [""]],
    "ky_truoc": [[""], ["75%"], [""], ["9 điểm"]],
    "tang_giam": [[""], ["+12,5"], [""], [""]],
    "so_voi_muc_tieu": [[""], ["+7,5"], [""], [""]],
    "danh_gia": [["Đạt"], ["Đạt"], ["—"], ["—"]],
    "minh_chung": [[""], ["https://a", "https://b"], [""], [""]],
    "ghi_chu": [[""], ["- Theo Kế hoạch số 100", "- Không tính thôn mới", "số mới"], [""], [""]],
    "cong_thuc": [
        [""],
        ["Công thức:", SHOWN_FORMULA],
        [""],
        [
            "Cấp tỉnh:",
            "Số điểm = (Số điểm phát) / (Số thôn) × 1.000",
            "Cấp xã:",
            "Tỷ lệ = (Số điểm phát của xã) / (Số thôn của xã) × 1.000",
        ],
    ],
}
ISSUED: dict[str, list[str]] = {
    "tt": ["1", "2", "3", "4"],
    "trich_yeu": ["về chuyển đổi số", "của xã", "báo cáo quý I", "về tập huấn"],
    "so": ["5/KH-BCĐ", "6/KH-UBND", "7/BC-UBND", "8/UBND-VP"],
    "ngay": ["03/03/2023", "4 tháng 3 năm 2023", "5/3/2023", "6/3/2023"],
    "loai": ["Kế hoạch", "Kế hoạch", "Báo cáo", "Công văn"],
    "co_quan": ["BCĐ tỉnh", "", "", ""],
    "van_ban": [
        "Kế hoạch số 5/KH-BCĐ ngày 03/03/2023 của BCĐ tỉnh",
        "Kế hoạch số 6/KH-UBND ngày 4 tháng 3 năm 2023",
        "Báo cáo số 7/BC-UBND ngày 5/3/2023",
        "Công văn số 8/UBND-VP ngày 6/3/2023",
    ],
}


def test_every_column_that_the_program_knows_is_tested() -> None:
    assert set(INDICATORS) == set(INDICATOR_COLUMNS)
    assert set(ISSUED) == set(DOCUMENT_COLUMNS)


@pytest.mark.parametrize(("name", "shown"), INDICATORS.items())
def test_a_column_of_indicators_shows(name: str, shown: list[list[str]], table_of: TableOf) -> None:
    assert column(table_of(f"{{bang: chi_tieu, cot: [{name}]}}")) == shown


@pytest.mark.parametrize(("name", "shown"), ISSUED.items())
def test_a_column_of_documents_shows(name: str, shown: list[str], table_of: TableOf) -> None:
    assert column(table_of(f"{{bang: van_ban_ban_hanh, cot: [{name}]}}")) == [[line] for line in shown]


def test_the_previous_period_stands_beside_this_one(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [tt, ky_truoc, ket_qua]}")
    assert [row[1:] for row in rows(table)[2:3]] == [["75%", "87,5%"]]


def test_a_column_of_ones_own_takes_the_results_words_before_the_catalogues(table_of: TableOf) -> None:
    table = table_of(
        "{bang: chi_tieu, cot: [{cot: kho_khan, tieu_de: Khó khăn}, {cot: co_quan_bao_cao, tieu_de: Cơ quan}]}"
    )
    assert [cell.tieu_de for cell in table.cot] == ["Khó khăn", "Cơ quan"]
    assert column(table, 0) == [[""], ["thiếu vốn"], [""], [""]]
    assert column(table, 1) == [[""], ["Sở A"], [""], [""]]
    without = RESULTS.replace("        cot_them: {kho_khan: thiếu vốn}\n", "")
    table = table_of("{bang: chi_tieu, cot: [{cot: kho_khan, tieu_de: Khó khăn}]}", without)
    assert column(table)[1] == ["theo bộ"]


def test_documents_have_columns_of_ones_own_too(table_of: TableOf) -> None:
    table = table_of("{bang: van_ban_ban_hanh, cot: [{cot: nguoi_giu, tieu_de: Người giữ}]}")
    assert column(table) == [[""], ["Ông An"], [""], [""]]


def test_an_indicator_that_need_not_be_reported_is_printed_blank(table_of: TableOf) -> None:
    table = table_of(
        "{bang: chi_tieu, cot: [ten, ket_qua, danh_gia]}",
        f"{RESULTS}    khong_bao_cao: [1.2b]\n",
    )
    assert rows(table)[3] == ["Trong đó ở vùng cao", "", ""]


def test_a_target_set_for_the_unit_alone_is_the_one_that_is_shown(table_of: TableOf) -> None:
    own = RESULTS.replace("lam_tron: 1\n", "lam_tron: 1\n        muc_tieu: 90%\n")
    table = table_of("{bang: chi_tieu, cot: [chi_tieu, danh_gia]}", own)
    assert rows(table)[2] == ["90%", "Không đạt"]


def test_stars_in_plain_cells_stay_and_typed_words_are_emphasised(table_of: TableOf) -> None:
    own = RESULTS.replace("ghi_chu: số mới", "ghi_chu: số *mới*")
    assert column(table_of("{bang: chi_tieu, cot: [ghi_chu]}", own))[1][-1] == "số *mới*"
    subject = plain_rows(table_of("{bang: van_ban_ban_hanh, cot: [trich_yeu]}"))[0].o[0].dong
    assert subject == (Runs((Span("về "), Span("chuyển đổi", italic=True), Span(" số"))),)


# --- how a cell is dressed ----------------------------------------------------------------------------------------


def test_several_sources_of_a_column_stand_one_below_the_other(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [{cot: [ket_qua_day_du, phan_so, ghi_chu], tieu_de: Kết quả}]}")
    assert column(table)[:2] == [
        ["Có"],
        ["7/8 = 87,5%", "7/8", "- Theo Kế hoạch số 100", "- Không tính thôn mới", "số mới"],
    ]


def test_stacked_documents_leave_no_gap_where_one_of_the_sources_is_empty(table_of: TableOf) -> None:
    table = table_of("{bang: van_ban_ban_hanh, cot: [{cot: [so, co_quan, ngay], tieu_de: Văn bản}]}")
    assert column(table)[:2] == [["5/KH-BCĐ", "BCĐ tỉnh", "03/03/2023"], ["6/KH-UBND", "4 tháng 3 năm 2023"]]


def test_words_before_and_after_stand_at_the_ends_of_the_cell_and_not_in_an_empty_one(table_of: TableOf) -> None:
    table = table_of('{bang: chi_tieu, cot: [{cot: minh_chung, truoc: "Xem ", sau: " (bản giấy)"}]}')
    assert column(table) == [[""], ["Xem https://a", "https://b (bản giấy)"], [""], [""]]
    table = table_of('{bang: van_ban_ban_hanh, cot: [{cot: so, truoc: "Số: "}, {cot: ngay, truoc: "Ngày ", sau: .}]}')
    assert rows(table)[0] == ["Số: 5/KH-BCĐ", "Ngày 03/03/2023."]


def test_words_before_and_after_join_emphasised_words_too(table_of: TableOf) -> None:
    table = table_of('{bang: van_ban_ban_hanh, cot: [{cot: trich_yeu, truoc: "V/v ", sau: ";"}]}')
    assert column(table)[0] == ["V/v về chuyển đổi số;"]
    (line,) = plain_rows(table)[0].o[0].dong
    assert isinstance(line, Runs)
    assert [span.text for span in line.spans if span.italic] == ["chuyển đổi"]


def test_words_after_a_formula_stand_on_a_line_of_their_own(table_of: TableOf) -> None:
    table = table_of('{bang: chi_tieu, cot: [{cot: cong_thuc, truoc: "(a) ", sau: "(b)"}]}')
    assert column(table)[1] == ["(a) Công thức:", SHOWN_FORMULA, "(b)"]


@pytest.mark.parametrize(
    ("kieu", "bold", "italic"), [("thuong", False, False), ("dam", True, False), ("nghieng", False, True)]
)
def test_a_column_has_its_kind_of_letter(kieu: str, bold: bool, italic: bool, table_of: TableOf) -> None:
    for block in (
        f"{{bang: chi_tieu, cot: [{{cot: ten, kieu: {kieu}}}]}}",
        f"{{bang: van_ban_ban_hanh, cot: [{{cot: so, kieu: {kieu}}}]}}",
        f"{{bang: tu_nhap, cot: [{{tieu_de: A, kieu: {kieu}}}], hang: [[một], [hai]]}}",
    ):
        for row in plain_rows(table_of(block)):
            for line in row.o[0].dong:
                assert isinstance(line, Runs)
                assert {(span.bold, span.italic) for span in line.spans if span.text} == {(bold, italic)}


def test_emphasis_that_was_typed_stays_in_a_bold_column(table_of: TableOf) -> None:
    table = table_of("{bang: van_ban_ban_hanh, cot: [{cot: trich_yeu, kieu: dam}]}")
    assert plain_rows(table)[0].o[0].dong == (
        Runs((Span("về ", True), Span("chuyển đổi", True, True), Span(" số", True))),
    )


def test_a_column_stands_where_the_report_says_else_where_the_template_does(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [tt, ten, {cot: ten, can: giua}, {cot: tt, can: trai}, ky_truoc]}")
    assert [cell.can for cell in table.cot] == ["giua", "trai", "giua", "trai", "trai"]
    assert all([cell.can for cell in row.o] == [cell.can for cell in table.cot] for row in table.hang)


def test_a_heading_is_the_reports_else_the_templates_else_the_programs(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [{cot: ten, tieu_de: Các chỉ tiêu}, ket_qua, ky_truoc]}")
    assert [cell.tieu_de for cell in table.cot] == ["Các chỉ tiêu", "KET_QUA", "Kết quả kỳ trước"]


# --- groups and numbers -------------------------------------------------------------------------------------------


def test_the_table_holds_every_indicator_under_its_group(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [tt, ten, ket_qua, danh_gia]}")
    assert rows(table) == [
        ["I", "Chính quyền số", "", ""],
        ["1", "Kế hoạch chuyển đổi số", "Có", "Đạt"],
        ["2", "Thôn có mạng", "87,5%", "Đạt"],
        ["", "Trong đó ở vùng cao", "", "—"],
        ["II", "Hạ tầng số", "", ""],
        ["2.1", "Điểm phát sóng", "- 10 điểm của xã / - 4 điểm của doanh nghiệp", "—"],
    ]
    assert [row.nhom for row in table.hang] == [True, False, False, False, True, False]


def test_a_table_may_show_some_groups_only_in_the_order_of_the_catalogue(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, nhom: [ha_tang_so], cot: [tt, ten]}")
    assert rows(table) == [["II", "Hạ tầng số"], ["2.1", "Điểm phát sóng"]]
    table = table_of("{bang: chi_tieu, nhom: [ha_tang_so, chinh_quyen_so], cot: [tt, ten]}")
    assert [row[0] for row in rows(table)] == ["I", "1", "2", "", "II", "2.1"]


def test_a_table_shows_the_catalogue_that_is_named(table_of: TableOf) -> None:
    both = """
chi_tieu:
  - {bo: bo-du, ket_qua: {"1.1": Có}}
  - {bo: bo-nho, ket_qua: {"2.1": 14 điểm}}
noi_dung: [Một đoạn.]
"""
    table = table_of("{bang: chi_tieu, bo: bo-nho, cot: [tt, ten, ket_qua]}", both)
    assert rows(table)[-2:] == [["2", "Hạ tầng số", ""], ["2.1", "Điểm phát sóng", "14 điểm"]]
    assert len(table.hang) == 5


def test_the_row_of_a_group_prints_what_the_data_has_for_it(table_of: TableOf) -> None:
    block = "{bang: chi_tieu, cot: [tt, ten, {cot: [ghi_chu, kho_khan], tieu_de: Ghi chú}]}"
    groups = [row for row in table_of(block).hang if row.nhom]
    assert [[words(cell) for cell in row.o] for row in groups] == [
        [["I"], ["Chính quyền số"], [""]],
        [["II"], ["Hạ tầng số"], ["Nguồn: UBND xã Bình Minh", "thiếu điện"]],
    ]


def test_a_group_may_have_another_number_in_its_row(table_of: TableOf) -> None:
    own = RESULTS.replace("ha_tang_so: {", "ha_tang_so: {tt: Thêm, ")
    groups = [row.o[0] for row in table_of("{bang: chi_tieu, cot: [tt, ten, ghi_chu]}", own).hang if row.nhom]
    assert [words(cell) for cell in groups] == [["I"], ["Thêm"]]


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ("[tt, ten, ket_qua]", ["I", "Chính quyền số", ""]),
        ("[ket_qua, ten, tt]", ["", "Chính quyền số", "I"]),
        ("[{cot: [tt, ten], tieu_de: Chỉ tiêu}, ket_qua]", ["I / Chính quyền số", ""]),
        ("[ket_qua, minh_chung]", ["", "Chính quyền số"]),
        ("[tt, ket_qua, danh_gia]", ["I", "Chính quyền số", ""]),
        ("[{cot: tt, can: trai}, ket_qua]", ["I", "Chính quyền số"]),
        ("[ket_qua, danh_gia]", ["Chính quyền số", ""]),
        ("[tt]", ["I / Chính quyền số"]),
    ],
)
def test_a_group_has_its_number_and_its_name_whatever_the_columns(
    columns: str, shown: list[str], table_of: TableOf
) -> None:
    assert rows(table_of(f"{{bang: chi_tieu, cot: {columns}}}"))[0] == shown


SPLIT = """
  {bang: van_ban_ban_hanh, cot: [tt, trich_yeu, so], stt: %s, chia_nhom: [
    {ten: Kế hoạch, loc: {loai: Kế hoạch}}, {ten: "*Báo cáo*", loc: {loai: Báo cáo}},
    {ten: Các văn bản khác, loc: {loai: Công văn}}]}
"""


@pytest.mark.parametrize(
    ("stt", "numbers"),
    [("theo_nhom", ["I", "1", "2", "II", "1", "III", "1"]), ("lien_tuc", ["I", "1", "2", "II", "3", "III", "4"])],
)
def test_documents_in_groups_are_numbered_in_each_or_throughout(
    stt: str, numbers: list[str], table_of: TableOf
) -> None:
    table = table_of(SPLIT % stt)
    assert [row[0] for row in rows(table)] == numbers
    assert [row[1] for row in rows(table)] == [
        "Kế hoạch",
        "về chuyển đổi số",
        "của xã",
        "Báo cáo",
        "báo cáo quý I",
        "Các văn bản khác",
        "về tập huấn",
    ]
    assert [row.nhom for row in table.hang] == [True, False, False, True, False, True, False]


def test_groups_of_documents_start_again_unless_told_otherwise(table_of: TableOf) -> None:
    assert rows(table_of(SPLIT.replace("stt: %s, ", ""))) == rows(table_of(SPLIT % "theo_nhom"))


def test_a_filter_of_the_table_holds_in_its_groups_too(table_of: TableOf) -> None:
    block = SPLIT.replace("stt: %s", 'loc: {nhom: ""}')
    assert [row[2] for row in rows(table_of(block))] == ["", "6/KH-UBND", "", "7/BC-UBND", "", "8/UBND-VP"]
    one = table_of("{bang: van_ban_ban_hanh, loc: {nhom: cap_tren}, cot: [tt, so]}")
    assert rows(one) == [["1", "5/KH-BCĐ"]]


# --- typed rows ---------------------------------------------------------------------------------------------------

TYPED = """
  {bang: tu_nhap, cot: [{tieu_de: TT, rong: 10, can: giua}, {tieu_de: Nội dung, rong: 100}, {tieu_de: Số}], hang: [
    [1, "Xã **{{ don_vi.viet_tat }}**", 12], [2, "hai\\ndòng"], Một nhóm, [3, "", cuối]]}
"""


def test_typed_rows_are_printed_as_they_were_typed(table_of: TableOf) -> None:
    table = table_of(TYPED)
    assert [cell.tieu_de for cell in table.cot] == ["TT", "Nội dung", "Số"]
    assert [cell.can for cell in table.cot] == ["giua", "trai", "trai"]
    assert rows(table) == [
        ["1", "Xã UBND xã Bình Minh", "12"],
        ["2", "hai / dòng", ""],
        ["", "Một nhóm", ""],
        ["3", "", "cuối"],
    ]
    assert [row.nhom for row in table.hang] == [False, False, True, False]
    assert table.hang[0].o[1].dong == (Runs((Span("Xã "), Span("UBND xã Bình Minh", bold=True))),)


def test_a_typed_column_is_dressed_like_any_other(table_of: TableOf) -> None:
    table = table_of('{bang: tu_nhap, cot: [{tieu_de: A, truoc: "(", sau: ")"}], hang: [[một], [""]]}')
    assert column(table) == [["(một)"], [""]]
