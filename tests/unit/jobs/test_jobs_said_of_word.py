"""What a Word file says, whoever made it: passages, tables, indicators, documents, annexes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from made import close, head, package, paragraph, rule, section

from generator.findings import DocxPlace
from generator.jobs.said_of_word import said_of_document
from generator.rules.said import Said, Table
from generator.word.reading import read_view
from generator.word.recognise import recognise

LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
Cell = str | tuple[str, int]


def table(*rows: Sequence[Cell], bold: Sequence[int] = (0,), width: int = 3) -> str:
    """A table with drawn cells; a cell may span columns; a line break in it begins a paragraph."""

    def cell(words: Cell, heavy: bool) -> str:
        text, span = (words, 1) if isinstance(words, str) else words
        weight = "<w:rPr><w:b/></w:rPr>" if heavy else ""
        paras = "".join(f"<w:p><w:r>{weight}<w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        size = f'<w:tcW w:w="{2000 * span}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
        return f"<w:tc><w:tcPr>{size}</w:tcPr>{paras}</w:tc>"

    body = "".join(
        f"<w:tr>{''.join(cell(words, number in bold) for words in row)}</w:tr>" for number, row in enumerate(rows)
    )
    grid = '<w:gridCol w:w="2000"/>' * width
    return f"<w:tbl><w:tblPr><w:tblBorders>{LINES}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def said_by(*content: str, number: str = "Số: 12/BC-UBND") -> Said:
    document = package(
        head(number),
        paragraph("TenLoai", "BÁO CÁO"),
        paragraph("TrichYeu", "Kết quả chuyển đổi số"),
        rule(1900),
        *content,
        paragraph("KetThuc", "Trên đây là báo cáo của Ủy ban nhân dân xã./."),
        close("- Như trên;", "- Lưu: VT."),
        section(),
    )
    return said_of_document(recognise(read_view(document, "tệp.docx")))


def first_table(*content: str) -> Table:
    return said_by(*content).tables[0]


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_passages_by_part_with_their_places() -> None:
    said = said_by(paragraph("Muc", "I. KẾT QUẢ"), paragraph("NoiDung", "Xã có 21 máy."))
    assert [(passage.part, passage.text, passage.heading) for passage in said.passages] == [
        ("dau", "Kết quả chuyển đổi số", False),
        ("noi_dung", "I. KẾT QUẢ", True),
        ("noi_dung", "Xã có 21 máy.", False),
        ("cuoi", "Trên đây là báo cáo của Ủy ban nhân dân xã./.", False),
        ("cuoi", "- Như trên;", False),
        ("cuoi", "- Lưu: VT.", False),
        ("cuoi", "TM. ỦY BAN NHÂN DÂN", False),
        ("cuoi", "CHỦ TỊCH", False),
        ("cuoi", "Lê Quang Thành", False),
    ]
    place = said.passages[2].place
    assert isinstance(place, DocxPlace)
    assert (place.file, place.excerpt) == ("tệp.docx", "Xã có 21 máy.")


@pytest.mark.parametrize(
    ("number", "symbol"), [("Số: 12/BC-UBND", "12/BC-UBND"), ("Số:      /BC-UBND", ""), ("Số: ...../BC-UBND", "")]
)
def test_facts_of_the_document_itself(number: str, symbol: str) -> None:
    said = said_by(number=number)
    assert (said.body, said.symbol) == ("ỦY BAN NHÂN DÂN XÃ HOÀNG KIM", symbol)
    assert said.date is not None
    assert said.date.key() == (2023, 12, 5)


def test_a_table_with_its_head_and_the_places_of_its_lines() -> None:
    found = first_table(table(("TT", "Nội dung", "Kết quả"), ("1", "Thôn có mạng", "7/8\n87,5%")))
    assert found.head == ("TT", "Nội dung", "Kết quả")
    assert cells(found) == [["1", "Thôn có mạng", "7/8\n87,5%"]]
    result = found.rows[0].cells[2]
    places = [result.place_at(0), result.place_at(5)]
    assert [place.excerpt for place in places if isinstance(place, DocxPlace)] == ["7/8", "87,5%"]


def test_a_head_of_two_rows_is_put_together_by_columns() -> None:
    found = first_table(
        table(("TT", ("Số liệu", 2)), ("", "Kế hoạch", "Kết quả"), ("(1)", "(2)", "(3)"), ("1", "8", "7"), bold=(0, 1))
    )
    assert found.head == ("TT", "Số liệu Kế hoạch", "Số liệu Kết quả")
    assert cells(found) == [["1", "8", "7"]]


def test_a_first_row_of_figures_is_no_head() -> None:
    found = first_table(table(("1", "Máy tính", "21"), ("2", "Máy in", "4"), bold=()))
    assert found.head == ()
    assert len(found.rows) == 2


def test_the_heading_of_a_group_is_told_from_rows() -> None:
    found = first_table(
        table(
            ("TT", "Nội dung", "Kết quả"),
            ("I", "Chính quyền số", ""),
            ("1", "Kế hoạch", "Có"),
            (("II. Hạ tầng số", 3),),
            ("1", "Wifi", "14"),
            ("2", "Camera", ""),
            bold=(0, 1),
        )
    )
    assert [row.group for row in found.rows] == [True, False, True, False, False]


def test_indicators_are_known_by_the_heads_of_columns() -> None:
    said = said_by(
        table(
            ("STT", "Tên chỉ tiêu", "ĐVT", "Chỉ tiêu", "Kết quả đạt được", "Đánh giá"),
            ("I", "Chính quyền số", "", "", "", ""),
            ("1.", "Văn bản ký số", "%", "100%", "98%", "Không đạt"),
            ("2.", "Kế hoạch", "", "Có", "Có", "Đạt"),
            bold=(0, 1),
            width=6,
        )
    )
    found = [(x.id, x.name, x.group, x.unit, x.target, x.result, x.verdict) for x in said.indicators]
    assert found == [
        ("1", "Văn bản ký số", "Chính quyền số", "%", "100%", "98%", "Không đạt"),
        ("2", "Kế hoạch", "Chính quyền số", "", "Có", "Có", "Đạt"),
    ]
    place = said.indicators[0].place
    assert isinstance(place, DocxPlace)
    assert place.excerpt == "Văn bản ký số"


def test_numbers_that_start_again_bear_the_number_of_their_group() -> None:
    rows = [("TT", "Các chỉ tiêu", "Kết quả"), ("I", "Một", ""), ("1", "A", "x"), ("II", "Hai", ""), ("1", "B", "y")]
    said = said_by(table(*rows, ("2", "C", "z"), bold=(0, 1, 3)))
    assert [each.id for each in said.indicators] == ["I.1", "II.1", "II.2"]


def test_of_two_columns_called_by_the_word_for_targets_the_first_has_the_names() -> None:
    said = said_by(table(("TT", "Chỉ tiêu", "Mục tiêu", "Kết quả"), ("1", "Thôn có mạng", "80%", "87%"), width=4))
    assert [(each.name, each.target) for each in said.indicators] == [("Thôn có mạng", "80%")]


def test_a_table_without_results_tells_of_no_indicators() -> None:
    assert said_by(table(("TT", "Họ và tên", "Chức vụ"), ("1", "Lê A", "Trưởng thôn"))).indicators == ()


def test_what_tells_of_an_indicator_stands_below_the_heading_with_its_number() -> None:
    said = said_by(
        paragraph("KhoanTen", "1.1. Chỉ tiêu, nội dung 1.1:"),
        paragraph("NoiDung", "- Yêu cầu: 80% số thôn."),
        paragraph("NoiDung", "- Kết quả: 7/8 thôn."),
        paragraph("NoiDung", "Đã nối mạng."),
        paragraph("NoiDung", "Đánh giá chỉ tiêu: đạt."),
        paragraph("KhoanTen", "1.2. Thôn có loa thông minh"),
        paragraph("NoiDung", "- Kết quả: có."),
        table(("TT", "Nội dung", "Kết quả"), ("1.1", "Thôn có mạng", "7/8"), ("1.2", "Thôn có loa thông minh", "Có")),
    )
    assert [[passage.text for passage in each.told] for each in said.indicators] == [
        ["- Kết quả: 7/8 thôn.", "Đã nối mạng."],
        ["- Kết quả: có."],
    ]


def test_documents_listed_line_by_line_and_in_tables() -> None:
    said = said_by(
        paragraph("NoiDung", "- Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã về việc thành lập Ban Chỉ đạo."),
        paragraph("NoiDung", "- Kế hoạch số 81/KH-UBND ngày 06/6/2022 của UBND xã về chuyển đổi số."),
        table(
            ("TT", "Trích yếu", "Số, ký hiệu", "Ngày ban hành"),
            ("1", "V/v rà soát số liệu", "24/UBND-VHTT", "04/01/2024"),
            ("2", "V/v tập huấn", "25/UBND-VHTT", "05/01/2024"),
            width=4,
        ),
    )
    assert [(each.so, each.loai, each.ngay.key()) for each in said.listed][:2] == [
        ("43/QĐ-UBND", "Quyết định", (2022, 5, 13)),
        ("81/KH-UBND", "Kế hoạch", (2022, 6, 6)),
    ]
    assert [(each.so, each.ngay.key(), each.trich_yeu) for each in said.listed][2:] == [
        ("24/UBND-VHTT", (2024, 1, 4), "rà soát số liệu"),
        ("25/UBND-VHTT", (2024, 1, 5), "tập huấn"),
    ]


def test_annexes_with_their_words_and_tables() -> None:
    document = package(
        head("Số: 12/BC-UBND"),
        paragraph("TenLoai", "BÁO CÁO"),
        paragraph("TrichYeu", "Kết quả chuyển đổi số"),
        paragraph("KetThuc", "Trên đây là báo cáo./."),
        close("- Lưu: VT."),
        paragraph("Ke", "", section('<w:type w:val="nextPage"/>')),
        paragraph("PhuLuc", "Phụ lục II"),
        paragraph("TenPhuLuc", "DANH MỤC MÁY MÓC"),
        paragraph("KemTheo", "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023 của UBND xã)"),
        paragraph("NoiDung", "Xã có 21 máy."),
        table(("TT", "Tên máy", "Số lượng"), ("1", "Máy tính", "21")),
        section(),
    )
    said = said_of_document(recognise(read_view(document, "tệp.docx")))
    assert [(annex.number, annex.title) for annex in said.annexes] == [("II", "DANH MỤC MÁY MÓC")]
    assert [passage.text for passage in said.passages if passage.part == "phu_luc"] == [
        "DANH MỤC MÁY MÓC",
        "Xã có 21 máy.",
    ]
    assert [(found.title, cells(found)) for found in said.tables] == [("DANH MỤC MÁY MÓC", [["1", "Máy tính", "21"]])]
