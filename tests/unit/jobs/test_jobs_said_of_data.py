"""What a data file will say: the words as printed, each with its place in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from full_tables import CATALOGUE, DOCUMENTS, KNOWN, RESULTS, SHOWN_FORMULA

from generator.data.kind import load_kind
from generator.findings import DataPlace
from generator.jobs.build import Checked, make
from generator.jobs.said_of_data import said_of_report
from generator.jobs.said_of_word import said_of_document
from generator.rules.said import Passage, Said
from generator.word.reading import read_view
from generator.word.recognise import recognise

ROOT = Path(__file__).parents[3]
KIND = load_kind(ROOT / "templates" / "docx" / "bao_cao" / "mo_ta.yaml", "mo_ta.yaml")
ReportOf = Callable[..., Checked]


def said_by(checked: Checked) -> Said:
    return said_of_report(checked.report, checked.groups, KIND.cot)


def lines_of(said: Said, part: str) -> list[str]:
    return [passage.text for passage in said.passages if passage.part == part]


def line(place: object) -> int:
    assert isinstance(place, DataPlace)
    return place.line


def test_the_smallest_report_is_said_as_it_is_printed(report_of: ReportOf) -> None:
    said = said_by(report_of())
    assert lines_of(said, "dau") == ["Kết quả chuyển đổi số năm 2023"]
    assert lines_of(said, "noi_dung") == [
        "I. Kết quả",
        "Xã có 21 máy.",
        "- Quyết định số 43/QĐ-UBND ngày 13/5/2022 về việc thành lập Ban Chỉ đạo chuyển đổi số.",
        "1.2. Thôn có mạng",
        "- Yêu cầu: 80% số thôn.",
        "- Kết quả: Đã nối mạng cho 7 trong 8 thôn.",
        "Đánh giá chỉ tiêu: đạt.",
        "II. Kiến nghị",
        "Cấp thêm kinh phí.",
    ]
    assert lines_of(said, "cuoi") == [
        "Trên đây là báo cáo, đề nghị UBND huyện xem xét./.",
        "UBND huyện (b/c)",
        "VT",
        "Ủy ban nhân dân",
        "Chủ tịch",
        "Nguyễn Văn An",
    ]
    assert lines_of(said, "phu_luc") == ["Chi tiết tự đánh giá"]
    assert [passage.text for passage in said.passages if passage.heading] == [
        "Kết quả chuyển đổi số năm 2023",
        "I. Kết quả",
        "1.2. Thôn có mạng",
        "II. Kiến nghị",
        "Chi tiết tự đánh giá",
    ]


def test_facts_of_the_report_itself(report_of: ReportOf) -> None:
    said = said_by(report_of())
    assert (said.body, said.symbol) == ("Ủy ban nhân dân xã Bình Minh", "12/BC-UBND")
    assert (said.date and said.date.key(), said.period_end and said.period_end.key()) == ((2023, 12, 5), (2023, 11, 30))
    assert said_by(report_of("van_ban: {loai: BC, so: 5, ngay: 12/2023, trich_yeu: Kết quả}\n")).symbol == "05/BC-UBND"
    draft = said_by(report_of('van_ban: {loai: BC, so: "", ngay: 12/2023, trich_yeu: Kết quả}\n'))
    assert draft.symbol == ""


def test_words_of_the_head_and_the_close_stand_where_they_were_typed(report_of: ReportOf) -> None:
    parts = """kinh_gui:
  - Sở Một
  - Sở Hai
noi_nhan:
  - Như trên;
  - ten: Sở Ba;
    dong_duoi: (báo cáo)
  - gom:
      - Sở Bốn
      - Sở Năm
    chu_thich: để b/c
  - luu: VT
nguoi_ky:
  quyen_han: TM
  tap_the: Ủy ban nhân dân
  chuc_vu: Chủ tịch
  ho_ten: |
    Nguyễn Văn An
"""
    said = said_by(report_of(parts))
    start = next(line(passage.place) for passage in said.passages if passage.text == "Sở Một")
    found = {passage.text: line(passage.place) - start for passage in said.passages if passage.part in ("dau", "cuoi")}
    assert [found[f"Sở {name}"] for name in ("Một", "Hai", "Ba", "Bốn", "Năm")] == [0, 1, 4, 7, 8]
    assert [found[text] for text in ("Như trên", "(báo cáo)", "để b/c", "VT")] == [3, 5, 9, 10]
    assert [found[text] for text in ("Ủy ban nhân dân", "Chủ tịch", "Nguyễn Văn An")] == [13, 14, 16]
    assert all(isinstance(passage.place, DataPlace) and passage.place.path for passage in said.passages)


def test_emphasis_is_taken_off_and_stars_stay(report_of: ReportOf) -> None:
    parts = 'noi_dung: ["Đã có **21** máy, *mới* 3 \\\\* 2 máy."]\n'
    assert lines_of(said_by(report_of(parts)), "noi_dung") == ["Đã có 21 máy, mới 3 * 2 máy."]


def test_every_line_of_a_text_has_its_own_place(report_of: ReportOf) -> None:
    parts = "noi_dung:\n  - |\n    Dòng một.\n\n    - Dòng ba.\n    + Dòng bốn.\n"
    body = [passage for passage in said_by(report_of(parts)).passages if passage.part == "noi_dung"]
    assert [(passage.text, line(passage.place)) for passage in body] == [
        ("Dòng một.", 4),
        ("- Dòng ba.", 6),
        ("+ Dòng bốn.", 7),
    ]


def test_a_title_of_two_lines_is_one_passage_with_two_places(report_of: ReportOf) -> None:
    said = said_by(report_of("phu_luc:\n  - tieu_de: |\n      Dòng một\n      dòng hai\n    noi_dung: [Lời.]\n"))
    title = next(passage for passage in said.passages if passage.part == "phu_luc")
    assert title.text == "Dòng một\ndòng hai"
    assert (line(title.place_at(0)), line(title.place_at(len(title.text) - 1))) == (4, 5)
    assert [annex.title for annex in said.annexes] == ["Dòng một dòng hai"]


def test_tables_say_the_head_and_the_cells_that_are_printed(report_of: ReportOf) -> None:
    (table,) = said_by(report_of()).tables
    assert table.head == ("TT", "Tên chỉ tiêu", "Kết quả", "Đánh giá")
    assert table.title == "Chi tiết tự đánh giá"
    assert [(row.group, [cell.text for cell in row.cells]) for row in table.rows] == [
        (True, ["1", "Chính quyền số", "", ""]),
        (False, ["1.1", "Kế hoạch chuyển đổi số", "Có", "Đạt"]),
        (False, ["1.2", "Thôn có mạng", "87,5%", "Đạt"]),
        (True, ["2", "Hạ tầng số", "", ""]),
        (False, ["2.1", "Điểm phát sóng", "14 điểm", "Đạt"]),
    ]


def test_cells_that_show_the_period_before_are_not_judged_again(report_of: ReportOf) -> None:
    parts = "phu_luc: [{tieu_de: So sánh, bang: chi_tieu, cot: [ten, ky_truoc, ket_qua]}]\n"
    checked = report_of(f"{RESULTS}{DOCUMENTS}{parts}", {"bo-du": CATALOGUE})
    (table,) = said_of_report(checked.report, checked.groups, KNOWN).tables
    assert [row.cells[1].text for row in table.rows] == [""] * len(table.rows)
    assert any(row.cells[2].text for row in table.rows)
    shown = "phu_luc: [{tieu_de: So sánh, bang: chi_tieu, cot: [ten, {cot: [ky_truoc, ket_qua]}]}]\n"
    checked = report_of(f"{RESULTS}{DOCUMENTS}{shown}", {"bo-du": CATALOGUE})
    (table,) = said_of_report(checked.report, checked.groups, KNOWN).tables
    assert any("75%" in row.cells[1].text for row in table.rows)


def test_a_typed_cell_has_a_place_for_each_of_its_lines(report_of: ReportOf) -> None:
    parts = """phu_luc:
  - tieu_de: Bảng
    noi_dung:
      - bang: tu_nhap
        cot: [{tieu_de: Xã}, {tieu_de: Việc}]
        hang:
          - - Bình Minh
            - |
              **Việc** một
              Việc hai
"""
    (table,) = said_by(report_of(parts)).tables
    xa, viec = table.rows[0].cells
    assert (xa.text, viec.text) == ("Bình Minh", "Việc một\nViệc hai")
    assert (line(xa.place), line(viec.place_at(0)), line(viec.place_at(12))) == (8, 10, 11)


def test_a_formula_is_said_in_words(report_of: ReportOf) -> None:
    parts = "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [ten, cong_thuc]}]\n"
    checked = report_of(f"{RESULTS}{DOCUMENTS}{parts}", {"bo-du": CATALOGUE})
    (table,) = said_of_report(checked.report, checked.groups, KNOWN).tables
    assert any(SHOWN_FORMULA in cell.text for row in table.rows for cell in row.cells)


def test_indicators_as_they_are_printed(report_of: ReportOf) -> None:
    said = said_by(report_of())
    assert [
        (each.id, each.name, each.group, each.unit, each.target, each.result, each.verdict, each.catalogue)
        for each in said.indicators
    ] == [
        ("1.1", "Kế hoạch chuyển đổi số", "Chính quyền số", "Văn bản", "Có", "Có", "Đạt", "bo-nho"),
        ("1.2", "Thôn có mạng", "Chính quyền số", "%", "80%", "87,5%", "Đạt", "bo-nho"),
        ("2.1", "Điểm phát sóng", "Hạ tầng số", "Điểm", "10", "14 điểm", "Đạt", "bo-nho"),
    ]


def test_a_result_is_said_with_its_fraction_where_a_table_prints_it(report_of: ReportOf) -> None:
    parts = "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [ten, ket_qua_day_du]}]\n"
    assert said_by(report_of(parts)).indicators[1].result == "7/8 = 87,5%"


def test_what_tells_of_an_indicator_are_passages_of_the_body(report_of: ReportOf) -> None:
    said = said_by(report_of())
    assert [[passage.text for passage in each.told] for each in said.indicators] == [
        [],
        ["- Kết quả: Đã nối mạng cho 7 trong 8 thôn."],
        # Its group's story is printed nowhere.
        [],
    ]
    assert set(said.indicators[1].told) <= set(said.passages)


def test_listed_documents_stand_where_the_lines_that_print_them_stand(report_of: ReportOf) -> None:
    said = said_by(report_of())
    assert [(each.so, each.loai, each.ngay.key(), each.trich_yeu) for each in said.listed] == [
        ("43/QĐ-UBND", "Quyết định", (2022, 5, 13), "về việc thành lập Ban Chỉ đạo chuyển đổi số"),
        ("81/KH-UBND", "Kế hoạch", (2022, 6, 6), "về chuyển đổi số giai đoạn 2022 - 2025"),
    ]
    assert said.listed[0].place == next(passage.place for passage in said.passages if "43/QĐ" in passage.text)
    assert [each.entry for each in said.listed] == [each.place for each in report_of().report.van_ban_ban_hanh]


def test_annexes_are_numbered_as_they_are_printed(report_of: ReportOf) -> None:
    two = "phu_luc: [{tieu_de: Một, noi_dung: [A.]}, {tieu_de: Hai, noi_dung: [B.]}]\n"
    assert [annex.number for annex in said_by(report_of()).annexes] == [""]
    assert [annex.number for annex in said_by(report_of(two)).annexes] == ["I", "II"]


@pytest.mark.parametrize("name", ["hoangkim", "camthuy", "vinhloc", "yendinh"])
def test_the_finished_document_says_what_the_data_says(name: str) -> None:
    """The words judged in the data and the words judged in the Word file are one."""
    data, checked = make(ROOT / "inputs" / f"{name}.yaml", ROOT)
    ours, theirs = said_by(checked), said_of_document(recognise(read_view(data, name)))

    def body(said: Said) -> list[Passage]:
        return [passage for passage in said.passages if passage.part in ("noi_dung", "phu_luc")]

    assert [passage.text for passage in body(ours)] == [passage.text for passage in body(theirs)]
    assert [passage.heading for passage in body(ours)] == [passage.heading for passage in body(theirs)]
    assert [(table.head, table.title) for table in ours.tables] == [
        (table.head, table.title) for table in theirs.tables
    ]
    for one, other in zip(ours.tables, theirs.tables, strict=True):
        assert [row.group for row in one.rows] == [row.group for row in other.rows]
        # A formula is words there, and an equation here.
        cells = [cell.text for row in one.rows for cell in row.cells]
        found = [cell.text for row in other.rows for cell in row.cells]
        assert [words for words in cells if " × " not in words] == [words for words in found if " × " not in words]
    for mine, other_ in zip(ours.indicators, theirs.indicators, strict=True):
        assert (mine.name, mine.group, mine.unit) == (other_.name, other_.group, other_.unit)
        assert mine.result == other_.result
        assert other_.target in (mine.target, "")  # not every table has a column for targets
        assert [passage.text for passage in mine.told] == [passage.text for passage in other_.told]
    assert [(annex.number, annex.title) for annex in ours.annexes] == [
        (annex.number, annex.title) for annex in theirs.annexes
    ]
