"""What each rule over tables, groups and catalogues says, and that its remedy, followed, mends the report."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.findings import Finding
from generator.jobs.build import check

HERE = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(HERE / "nen.yaml", tmp_path)
    shutil.copytree(HERE / "chi_tieu", tmp_path / "chi_tieu")
    return tmp_path


def findings_of(text: str, folder: Path) -> list[Finding]:
    """The findings for the base of the examples with that text over it."""
    path = folder / "xa.yaml"
    path.write_text(f"ke_thua: [nen.yaml]\n{text}", "utf-8")
    try:
        return list(check(path, folder / "chi_tieu", folder).findings)
    except Refused as refused:
        return refused.findings


def table(keys: str) -> str:
    return f"noi_dung:\n  - {{{keys}}}\n"


TWO = """\
chi_tieu:
  - {bo: bo-nho, ket_qua: {"1.1": Có, "1.2": 90%, "2.1": 14 điểm}}
  - {bo: bo-rieng, ket_qua: {"1.1": 60%, K1: 950, K2: Có}}
phu_luc: []
"""
OWN = '  ket_qua: {"1.1": {chu: Có, cot_them: {kho_khan: Thiếu người}}}\n'
LETTERS = "".join(f"      - Dòng {number}\n" for number in range(24))

# What is laid over the base, the rule, part of the problem, part of the remedy, and the file when it is followed.
CASES = [
    ('chi_tieu: {khong_bao_cao: ["2.11"]}\n', "DL501", "không có chỉ tiêu «2.11»", "Có phải ý là «2.1»?",
     'chi_tieu: {bo: bo-lon, khong_bao_cao: ["1.3", "2.2"]}\n'),
    ("chi_tieu: {nhom: {ha_tang: {ten: A}}}\n", "DL502", "nhóm chỉ tiêu «ha_tang»", "«ha_tang_so»",
     "chi_tieu: {nhom: {ha_tang_so: {ten: A}}}\n"),
    (table("bang: chi_tieu, nhom: [ha_tang], cot: [tt]"), "DL502", "«ha_tang»", "chinh_quyen_so, ha_tang_so",
     table("bang: chi_tieu, nhom: [ha_tang_so], cot: [tt]")),
    (f"noi_dung:\n  - liet_ke:\n{LETTERS}    dau: a)\n", "DL503", "24 dòng", "«dau: 1)»",
     f"noi_dung:\n  - liet_ke:\n{LETTERS}    dau: 1)\n"),
    ("phu_luc:\n  - {tieu_de: A, danh_so: [1.], noi_dung: [{muc: A, gom: [{muc: B}]}]}\n", "DL503",
     "nằm ở cấp 2, danh_so của phụ lục chỉ có 1 cấp", "ở danh_so của phụ lục",
     "phu_luc:\n  - {tieu_de: A, danh_so: [1., 1.1.], noi_dung: [{muc: A, gom: [{muc: B}]}]}\n"),
    (TWO + table("bang: chi_tieu, cot: [tt]"), "DL505",
     "Báo cáo dùng 2 bộ chỉ tiêu mà không nêu bảng chỉ tiêu thuộc bộ nào", "«bo: bo-nho»",
     TWO + table("bang: chi_tieu, cot: [tt], bo: bo-nho")),
    (TWO + table("bang: chi_tieu, cot: [tt], bo: bo-nhor"), "DL505", "không dùng bộ chỉ tiêu «bo-nhor»",
     "Có phải ý là «bo-nho»?", TWO + table("bang: chi_tieu, cot: [tt], bo: bo-nho")),
    ("chi_tieu:\nphu_luc: []\n" + table("bang: chi_tieu, cot: [tt], nhom: [a]"), "DL505", "không có mục chi_tieu",
     "Thêm mục chi_tieu", table("bang: chi_tieu, cot: [tt], nhom: [ha_tang_so]")),
    (table("bang: van_ban_ban_hanh, cot: [tt], loc: {nhom: cap_tren}"), "DL506", "Bảng văn bản không có hàng nào",
     'các nhóm đang có: "" (không ghi)), hoặc bỏ bảng này', table("bang: van_ban_ban_hanh, cot: [tt]")),
    (table("danh_sach: van_ban_ban_hanh, loc: {co_quan: UBND huyện, nam: 2023}"), "DL506", "không có dòng nào",
     'các cơ quan đang có: "" (không ghi); các năm đang có: 2022',
     table('danh_sach: van_ban_ban_hanh, loc: {co_quan: "", nam: 2022}')),
    ("van_ban_ban_hanh: []\n" + table("danh_sach: van_ban_ban_hanh"), "DL506", "không có dòng nào",
     "Thêm văn bản vào mục van_ban_ban_hanh", table("danh_sach: van_ban_ban_hanh")),
    (table("bang: van_ban_ban_hanh, cot: [tt], chia_nhom: [{ten: A, loc: {loai: Quyết định}}]"), "DL506",
     "Có 1 văn bản không thuộc nhóm nào nên không được in: Kế hoạch 81/KH-UBND", "bằng «loc» của bảng",
     table("bang: van_ban_ban_hanh, cot: [tt], loc: {loai: Quyết định}, "
           "chia_nhom: [{ten: A, loc: {loai: Quyết định}}]")),
    ('chi_tieu: {bo: bo-lon, ket_qua: {"1.3": 100%}}\n', "DL507", "Còn 1 chỉ tiêu chưa có kết quả: 2.2",
     "«khong_bao_cao»", 'chi_tieu: {bo: bo-lon, khong_bao_cao: ["2.2"], ket_qua: {"1.3": 100%}}\n'),
    ('chi_tieu: {ket_qua: {"1.1": Khá tốt}}\n', "DL509", "«Khá tốt» không so được với chỉ tiêu «Có»",
     "«danh_gia» kèm «ly_do»",
     'chi_tieu: {ket_qua: {"1.1": {chu: Khá tốt, danh_gia: Đạt, ly_do: Huyện nhận}}}\n'),
    (table("bang: chi_tieu, cot: [tt, ket_quar]"), "DL512", "Không có cột «ket_quar»", "Có phải ý là «ket_qua»?",
     table("bang: chi_tieu, cot: [tt, ket_qua]")),
    (table("bang: chi_tieu, cot: [tt, kho_khan]"), "DL512", "Không có cột «kho_khan»", "{cot: kho_khan, tieu_de: …}",
     table("bang: chi_tieu, cot: [tt, {cot: kho_khan, tieu_de: Khó khăn}]")),
    (table("bang: chi_tieu, cot: [{cot: minh_chung_2, tieu_de: A}]"), "DL512", "Không có cột «minh_chung_2»",
     "ghi chữ của nó ở «cot_them»", 'chi_tieu: {ket_qua: {"1.1": {chu: Có, cot_them: {minh_chung_2: Ảnh}}}}\n'
     + table("bang: chi_tieu, cot: [{cot: minh_chung_2, tieu_de: A}]")),
    ("chi_tieu:\n" + OWN + table("bang: chi_tieu, cot: [kho_khan]"), "DL512", "Cột riêng «kho_khan» chưa có tiêu đề",
     "{cot: kho_khan, tieu_de: Khó khăn}",
     "chi_tieu:\n" + OWN + table("bang: chi_tieu, cot: [{cot: kho_khan, tieu_de: Khó khăn}]")),
    (table("bang: chi_tieu, cot: [{tieu_de: Kết quả}]"), "DL512", "Cột «Kết quả» không nói in gì", "Thêm «cot: …»",
     table("bang: chi_tieu, cot: [{tieu_de: Kết quả, cot: ket_qua}]")),
    (table("bang: tu_nhap, cot: [noi_dung], hang: [[a]]"), "DL512", "không có cột «noi_dung»",
     "{tieu_de: Nội dung, rong: 100}", table("bang: tu_nhap, cot: [{tieu_de: Nội dung, rong: 100}], hang: [[a]]")),
    ("chi_tieu:\n" + OWN, "DL513", "Không bảng nào có cột «kho_khan» cho chỉ tiêu", "{cot: kho_khan, tieu_de: …}",
     "chi_tieu:\n" + OWN + table("bang: chi_tieu, cot: [tt, {cot: kho_khan, tieu_de: Khó khăn}]")),
    ("chi_tieu: {nhom: {ha_tang_so: {ghi_chu: Đạt}}}\n", "DL513", "Không bảng nào có cột «ghi_chu» cho chỉ tiêu",
     "Thêm cột «ghi_chu» vào một bảng chỉ tiêu",
     "chi_tieu: {nhom: {ha_tang_so: {ghi_chu: Đạt}}}\n" + table("bang: chi_tieu, cot: [tt, ghi_chu]")),
    ('chi_tieu: {ket_qua: {"2.1": {cot_them: {ghi_chu: A}}}}\n' + table("bang: chi_tieu, cot: [ghi_chu]"), "DL513",
     "«ghi_chu» là tên cột có sẵn", "Ghi «ghi_chu» ngay dưới kết quả",
     'chi_tieu: {ket_qua: {"2.1": {ghi_chu: A}}}\n' + table("bang: chi_tieu, cot: [ghi_chu]")),
    ('chi_tieu: {khong_bao_cao: ["2.1"]}\n', "DL514", "«2.1» có kết quả mà cũng nằm trong", "Bỏ «2.1»",
     "chi_tieu: {khong_bao_cao: []}\n"),
    (table("bang: tu_nhap, cot: [{tieu_de: A}, {tieu_de: B}], hang: [[1, Thôn Đông, thôn Đoài]]"), "DL515",
     "Hàng có 3 ô mà bảng chỉ có 2 cột", "đặt cả ô trong dấu nháy",
     table('bang: tu_nhap, cot: [{tieu_de: A}, {tieu_de: B}], hang: [[1, "Thôn Đông, thôn Đoài"]]')),
    (table("bieu_do: chi_tieu, nhom: [ha_tang_so], tieu_de: A"), "DL517",
     "không có chỉ tiêu nào có kết quả tính theo %", "chọn nhóm khác",
     table("bieu_do: chi_tieu, nhom: [chinh_quyen_so], tieu_de: A")),
    (table("bieu_do: chi_tieu, nhom: [ha_tang], tieu_de: A"), "DL502", "Không có nhóm chỉ tiêu «ha_tang»",
     "Có phải ý là «ha_tang_so»?", table("bieu_do: nhom, nhom: [ha_tang_so], tieu_de: A")),
    (table("bieu_do: nhom, bo: bo-nh, tieu_de: A"), "DL505", "không dùng bộ chỉ tiêu «bo-nh»",
     "Có phải ý là «bo-nho»?", table("bieu_do: nhom, bo: bo-nho, tieu_de: A")),
    (TWO + table("bieu_do: nhom, tieu_de: A"), "DL505", "không nêu biểu đồ thuộc bộ nào", "Thêm «bo: bo-nho»",
     TWO + table("bieu_do: nhom, bo: bo-nho, tieu_de: A")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{case[1]} {case[2]}" for case in CASES])
def test_the_remedy_of_a_rule_mends_the_report(folder: Path, case: tuple[str, ...]) -> None:
    text, rule, problem, fix, mended = case
    (finding,) = findings_of(text, folder)
    assert finding.rule == rule
    assert problem in finding.problem
    assert fix in finding.fix
    assert findings_of(mended, folder) == []


def of_lines(lines: list[str], target: str = "Có") -> str:
    body = "".join(f"        {line}\n" for line in lines)
    return f'chi_tieu:\n  ket_qua:\n    "1.1":\n      muc_tieu: {target}\n      chu: |\n{body}'


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["- Huyện đã gán nhãn", "- 26 xã triển khai"], "- Huyện đã gán nhãn - 26 xã triển khai"),
        (["Rất tốt " * 7 + "rồi."], "Rất tốt " * 7 + "rồi."),  # 60 characters
        (["Rất tốt " * 7 + "rồi nhé."], "Rất tốt " * 7 + "rồi…"),
        (["Rất tốt", "Khá"] * 30, "Rất tốt Khá Rất tốt Khá Rất tốt Khá Rất tốt Khá Rất tốt Khá…"),
    ],
)
def test_a_long_result_is_shown_on_one_short_line(folder: Path, lines: list[str], shown: str) -> None:
    (finding,) = findings_of(of_lines(lines), folder)
    assert finding.rule == "DL509"
    assert finding.problem == f"Chỉ tiêu 1.1: kết quả «{shown}» không so được với chỉ tiêu «Có»."
    assert all(len(words) <= 60 for words in re.findall("«([^»]*)»", finding.problem))


def test_a_long_target_is_shown_on_one_short_line(folder: Path) -> None:
    (finding,) = findings_of(of_lines(["Khá tốt"], target="Ít nhất một huyện " * 5), folder)
    words = re.findall("«([^»]*)»", finding.problem)[1]
    assert len(words) <= 60
    assert words.endswith("…")


@pytest.mark.parametrize("target", ['"*"', '"*1"', '"**"', '"(1)"', '"-"', "—"])
def test_nothing_is_compared_with_a_mark(folder: Path, target: str) -> None:
    assert findings_of(of_lines(["Khá tốt"], target), folder) == []


@pytest.mark.parametrize("target", ["≥ 70%", "70 %", "Có", "Một*"])
def test_what_holds_a_number_or_words_is_compared(folder: Path, target: str) -> None:
    assert [finding.rule for finding in findings_of(of_lines(["Khá tốt"], target), folder)] == ["DL509"]


def test_the_warning_of_missing_results_names_the_catalogue_where_there_are_several(folder: Path) -> None:
    text = TWO.replace('"2.1": 14 điểm', "").replace("K2: Có", "") + "noi_dung: [a]\n"
    assert [(finding.place.line, finding.problem) for finding in findings_of(text, folder)] == [  # type: ignore[union-attr]
        (3, "Còn 1 chỉ tiêu của bộ «bo-nho» chưa có kết quả: 2.1."),
        (4, "Còn 1 chỉ tiêu của bộ «bo-rieng» chưa có kết quả: K2."),
    ]


def test_a_group_that_two_of_three_catalogues_have_is_to_be_named_with_one_of_the_two(folder: Path) -> None:
    third = "  - {bo: bo-ba, ket_qua: {B: Có}}\n"
    shutil.copy(folder / "chi_tieu" / "bo-nho.yaml", folder / "chi_tieu" / "bo-ba.yaml")
    text = (folder / "chi_tieu" / "bo-ba.yaml").read_text("utf-8").split("  - ma: ha_tang_so")[0]
    text = text.replace("chinh_quyen_so", "nong_nghiep_so").replace('"1.1"', "B").split('      - {ma: "1.2"')[0]
    (folder / "chi_tieu" / "bo-ba.yaml").write_text(text, "utf-8")
    report = TWO.replace("chi_tieu:\n", f"chi_tieu:\n{third}") + "noi_dung: [{chi_tieu: chinh_quyen_so}]\n"
    report = report.replace('"1.2": 90%', '"1.2": {gia_tri: 90%, noi_dung: Đã nối mạng.}')
    (finding,) = findings_of(report, folder)
    assert (finding.rule, finding.fix) == ("DL505", "Thêm «bo: bo-nho» (các bộ có thể nêu: bo-nho, bo-rieng).")


def test_a_catalogue_that_the_report_does_not_use_is_told_once(folder: Path) -> None:
    blocks = "noi_dung:\n  - {chi_tieu: kinh_te_so, bo: bo-lon}\n  - {bang: chi_tieu, bo: x, nhom: [y], cot: [tt]}\n"
    assert [finding.rule for finding in findings_of(blocks, folder)] == ["DL505", "DL505"]


def test_a_document_that_two_groups_of_a_table_want_stands_in_the_first(folder: Path) -> None:
    groups = "[{ten: Tất cả, loc: {}}, {ten: Quyết định, loc: {loai: Quyết định}}]"
    (finding,) = findings_of(table(f"bang: van_ban_ban_hanh, cot: [tt], chia_nhom: {groups}"), folder)
    assert (finding.rule, finding.problem) == ("DL506", "Nhóm «Quyết định» của bảng không có văn bản nào.")


def test_columns_of_ones_own_belong_to_the_tables_of_their_kind(folder: Path) -> None:
    text = "chi_tieu:\n" + OWN + table("bang: van_ban_ban_hanh, cot: [tt, {cot: kho_khan, tieu_de: A}]")
    assert [finding.problem for finding in findings_of(text, folder)] == [
        "Không bảng nào có cột «kho_khan» cho chỉ tiêu."
    ]


def test_the_catalogue_may_fill_a_column_of_its_own(folder: Path) -> None:
    column = "{cot: co_quan_bao_cao, tieu_de: Cơ quan}"
    assert findings_of(TWO + table(f"bang: chi_tieu, bo: bo-rieng, cot: [tt, {column}]"), folder) == []
    (finding,) = findings_of(TWO + table("bang: chi_tieu, bo: bo-rieng, cot: [tt, co_quan_bao_cao]"), folder)
    assert finding.problem == "Cột riêng «co_quan_bao_cao» chưa có tiêu đề."
