"""Tables that are too narrow for what stands in them: told at the table, with the columns and the way out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from full_tables import ACROSS, UPRIGHT, TableOf
from hypothesis import given
from hypothesis import strategies as st
from test_jobs_view_widths import blocks

from generator.data.model_blocks import Bang
from generator.findings import DataPlace, Finding, Severity
from generator.jobs import cramped
from generator.jobs.build import Checked, Wished, build
from generator.jobs.init import lay_out
from generator.jobs.rule_pages import all_pages, page
from generator.jobs.view.tables import Columns, Tables
from generator.jobs.view.widths import CELL_MARGINS, least_widths, parts, torn
from generator.word.equations import Equation
from generator.word.metrics import text_width

EXAMPLES = Path(__file__).parents[2] / "rules"
MANY = ", ".join(["tt, ten, don_vi_tinh, chi_tieu, ket_qua, danh_gia, minh_chung, ghi_chu"] * 2)
FORMULA = """\
ten: Bộ có công thức
can_cu: {so: 8/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về việc giao chỉ tiêu}
nhom:
  - ma: a
    ten: Nhóm A
    chi_tieu:
      - ma: "1.1"
        ten: Thôn có mạng
        cong_thuc: {tu: Số thôn có mạng Internet băng rộng cáp quang, mau: Tổng số thôn}
"""
TABLE = "  - bang: tu_nhap\n    cot: [{columns}]\n    hang: [[{cells}]]\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    shutil.copy(EXAMPLES / "nen.yaml", tmp_path / "inputs" / "nen.yaml")
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", tmp_path / "templates" / "chi_tieu")
    (tmp_path / "templates" / "chi_tieu" / "bo-cong-thuc.yaml").write_text(FORMULA, "utf-8")
    return tmp_path


def told(office: Path, parts: str) -> list[Finding]:
    """What the build of the smallest report with the parts laid over it says of its tables."""
    (office / "inputs" / "xa.yaml").write_text(f"ke_thua: [nen.yaml]\n{parts}", "utf-8")
    findings = build("xa", office, wished=Wished(force=True)).findings
    return [finding for finding in findings if finding.rule == "DL516"]


def typed(count: int, heading: str = "Nghiêng", cell: str = "") -> str:
    columns = ", ".join([f"{{tieu_de: {heading}}}"] * count)
    return TABLE.format(columns=columns, cells=", ".join([f'"{cell}"'] * count))


def test_an_upright_annex_with_too_many_columns_is_told_at_its_table(office: Path) -> None:
    annex = f"phu_luc:\n  - tieu_de: A\n    kho: doc\n    bang: chi_tieu\n    cot: [{MANY}]\n"
    (finding,) = told(office, annex)
    assert finding.severity is Severity.WARNING
    assert finding.place == DataPlace("inputs/xa.yaml", 3, 5, "phu_luc[1]")
    assert finding.problem.startswith("Bảng 16 cột chỉ rộng 160 mm, có từ bị ngắt giữa chừng ở: cột «")
    assert finding.problem.endswith(" cột nữa.")
    assert finding.fix.startswith("Ghi «kho: ngang» ở phụ lục này, bớt cột hoặc xếp chồng mấy cột vào một ô, hoặc viết")
    assert told(office, annex.replace("doc", "ngang")) == []


def test_a_table_of_the_body_is_sent_to_an_annex(office: Path) -> None:
    (finding,) = told(office, "noi_dung:\n" + typed(16))
    assert (finding.place.path, finding.place.line) == ("noi_dung[1]", 3)  # type: ignore[union-attr]
    assert "cột «Nghiêng» (từ «Nghiêng»); cột" in finding.problem
    assert "; và 13 cột nữa." in finding.problem
    assert finding.fix.startswith("Chuyển bảng vào một phụ lục khổ ngang, bớt cột")
    assert told(office, "noi_dung:\n" + typed(8)) == []


def test_an_annex_set_across_has_no_wider_page_to_go_to(office: Path) -> None:
    (finding,) = told(office, "phu_luc:\n  - tieu_de: A\n    noi_dung:\n    " + typed(24).replace("\n", "\n    "))
    assert finding.place.path == "phu_luc[1].noi_dung[1]"  # type: ignore[union-attr]
    assert finding.problem.startswith("Bảng 24 cột chỉ rộng 247 mm,")
    assert finding.fix.startswith("Bớt cột hoặc xếp chồng")


def test_words_in_cells_count_as_those_of_headings(office: Path) -> None:
    (finding,) = told(office, "noi_dung:\n" + typed(16, heading="A", cell="nghiêng"))
    assert "(từ «nghiêng»)" in finding.problem


def test_a_word_may_be_parted_at_its_hyphen_and_a_link_anywhere(office: Path) -> None:
    assert told(office, "noi_dung:\n" + typed(9, heading="A", cell="nghiên-cứu")) == []
    assert told(office, "noi_dung:\n" + typed(12, heading="A", cell="https://xa-hoang-kim.gov.vn")) == []


def formula(width: int) -> str:
    return (
        'chi_tieu:\n  - {bo: bo-cong-thuc, ket_qua: {"1.1": {tu: 1, mau: 2}}}\nnoi_dung: [A]\n'
        "phu_luc:\n  - tieu_de: A\n    kho: doc\n    bang: chi_tieu\n"
        f"    cot: [tt, ten, ket_qua, {{cot: cong_thuc, tieu_de: Cách tính, rong: {width}}}]\n"
    )


def test_a_formula_that_finds_no_room_is_told(office: Path) -> None:
    (finding,) = told(office, formula(10))
    assert finding.problem == "Cột «Cách tính» không đủ rộng cho công thức, nên có công thức in thành một dòng chữ."
    assert finding.fix == "Tăng «rong» của cột ấy, ghi «kho: ngang» ở phụ lục này, hoặc bớt cột."
    assert told(office, formula(60)) == []


def test_what_is_told_comes_with_the_other_findings_in_their_order(office: Path) -> None:
    parts = "noi_dung:\n" + typed(16) + "  - danh_sach: kien_nghi\n"
    (office / "inputs" / "xa.yaml").write_text(f"ke_thua: [nen.yaml]\n{parts}", "utf-8")
    found = [finding.rule for finding in build("xa", office).findings if finding.rule in ("DL506", "DL516")]
    assert found == ["DL516", "DL506"]


def test_the_rule_has_its_page_among_those_over_the_data() -> None:
    found = page("dl516")
    assert found is not None
    assert (found.title, found.severity, found.source) == (cramped.RULE.title, Severity.WARNING, None)
    ids = [each.id for each in all_pages() if each.id.startswith("DL5")]
    assert ids == sorted(ids)
    assert "DL516" in ids


@given(block=blocks(), width=st.sampled_from([UPRIGHT, ACROSS]))
def test_a_table_without_a_word_said_of_it_has_no_column_narrower_than_its_words(
    block: Bang, width: int, full_report: Checked
) -> None:
    table = Tables(full_report.report, full_report.groups, Columns({}, width)).table(block)
    tight = {column.heading for column in table.chat}
    for index, column in enumerate(table.cot):
        if column.tieu_de in tight:
            continue
        for word in parts(column.tieu_de.split()):
            if len(word) <= 15:
                assert text_width(word, 12, bold=True) + CELL_MARGINS <= column.rong + 1
        pieces = [piece for row in table.hang for piece in row.o[index].dong]
        assert all(piece.fits for piece in pieces if isinstance(piece, Equation))


def test_words_are_parted_at_hyphens_only_where_there_is_no_room_for_them_whole() -> None:
    headings, cells = ["A", "B"], [{"12/QĐ-UBND"}, {"xã"}]
    whole = least_widths(headings, cells, 9000)
    assert whole[0] == text_width("12/QĐ-UBND", 12, bold=True) + CELL_MARGINS
    assert least_widths(headings, cells, sum(whole)) == whole
    parted = least_widths(headings, cells, sum(whole) - 1)
    assert parted[0] == text_width("12/QĐ-", 12, bold=True) + CELL_MARGINS
    assert parted[1] == whole[1]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("12/QĐ-UBND", ["12/QĐ-", "UBND"]),
        ("2022–2025", ["2022–", "2025"]),
        ("-5", ["-5"]),
        ("a-", ["a-"]),
        ("--", ["--"]),
        ("xã", ["xã"]),
    ],
)
def test_a_line_may_end_after_a_hyphen_between_letters(word: str, found: list[str]) -> None:
    assert parts([word]) == found


def test_bold_words_are_wider_and_the_longest_torn_word_is_named_first() -> None:
    room = text_width("nghiêng", 12) + CELL_MARGINS
    assert torn([("nghiêng", False)], room) == ()
    assert torn([("nghiêng", True), ("cứu-hộ", True), ("đường", False)], room) == ("nghiêng",)
    assert torn([("đường", True), ("nghiêng", False)], 300) == ("nghiêng", "đường")


def test_a_column_of_links_may_be_narrow(table_of: TableOf) -> None:
    table = table_of("{bang: chi_tieu, cot: [tt, {cot: minh_chung, rong: 1}]}", width=UPRIGHT)
    assert table.chat == ()
