"""What an office changed in a template, told in words: paragraphs, tables, headers and footers."""

from __future__ import annotations

import copy

import pytest
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Pt
from secretary_edits import SHIPPED, Edit, at, block, edited, holding, words_of

from generator.jobs.template_diff import MARGINS, TABLES, TEXT, changes


def told(edit: Edit, part: str) -> list[str]:
    return [each.words for each in changes(SHIPPED, edited(edit)) if each.part == part]


def set_width(element, width: int) -> None:  # type: ignore[no-untyped-def]
    element.set(qn("w:w"), str(width))


def wider(opened: Opened) -> None:
    table = holding(opened, "Nơi nhận:")._tbl
    widths = [5000, 4071]
    for column, width in zip(table.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        set_width(column, width)
    for row in table.findall(qn("w:tr")):
        for cell, width in zip(row.findall(qn("w:tc")), widths, strict=True):
            set_width(cell.tcPr.find(qn("w:tcW")), width)


def signing_column(opened: Opened) -> None:
    holding(opened, "Nơi nhận:").add_column(Pt(100)).cells[0].paragraphs[0].text = "XÁC NHẬN"


def notes_column(opened: Opened) -> None:
    """A column «Ghi chú» after those of the data."""
    table = next(each._tbl for each in opened.tables if "tieu_de" in "".join(each._tbl.itertext()))
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        if len(cells) > 1:
            cell = copy.deepcopy(cells[-1])
            for text in cell.iter(qn("w:t")):
                text.text = "Ghi chú" if row is table.find(qn("w:tr")) else ""
            set_width(cell.tcPr.find(qn("w:tcW")), 1701)
            cells[-1].addnext(cell)


def no_left_column(opened: Opened) -> None:
    table = holding(opened, "CỘNG HÒA")._tbl
    for row in table.findall(qn("w:tr")):
        row.remove(row.findall(qn("w:tc"))[0])
    table.tblGrid.remove(table.tblGrid.findall(qn("w:gridCol"))[0])


def no_second_row(opened: Opened) -> None:
    table = holding(opened, "CỘNG HÒA")._tbl
    table.remove(table.findall(qn("w:tr"))[1])


def no_head(opened: Opened) -> None:
    table = holding(opened, "CỘNG HÒA")._tbl
    table.getparent().remove(table)


def new_table(opened: Opened) -> None:
    table = opened.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Họ tên"
    at(opened, "{{r ket_thuc").addprevious(table._tbl)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (wider, ["Bảng 3 (có «Nơi nhận:»): cột 1 rộng 73,3 mm → 88,2 mm; cột 2 rộng 87,7 mm → 71,8 mm."]),
        (signing_column, ["Bảng 3 (có «Nơi nhận:»): thêm cột 3 («XÁC NHẬN»), rộng 35,3 mm."]),
        (notes_column, ["Bảng 2 (có «Ghi chú»): thêm cột 4 («Ghi chú»), rộng 30 mm."]),
        (
            no_left_column,
            ["Bảng 1 (có «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»): bỏ cột 1 của mẫu gốc («{{ don_vi.cap_tren }}»)."],
        ),
        (no_second_row, ["Bảng 1 (có «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»): 1 hàng (mẫu gốc 2)."]),
        (no_head, ["Bỏ bảng 1 của mẫu gốc (có «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»)."]),
        (new_table, ["Thêm bảng 3 (có «TT»)."]),
    ],
)
def test_changes_of_tables_are_told(edit: Edit, words: list[str]) -> None:
    assert told(edit, TABLES) == words


def test_blank_paragraphs_that_come_with_a_column_are_not_told() -> None:
    assert [each.split(": ")[1] for each in told(notes_column, TEXT)] == ["«Ghi chú»."]


def without(first: str, last: str) -> Edit:
    def edit(opened: Opened) -> None:
        for each in block(opened, first, last):
            each.getparent().remove(each)

    return edit


def test_a_deleted_paragraph_is_told_with_its_words() -> None:
    def edit(opened: Opened) -> None:
        ending = at(opened, "{{r ket_thuc")
        ending.getparent().remove(ending)

    (words,) = told(edit, TEXT)
    assert words.startswith("Bỏ đoạn ")
    assert words.endswith(" của mẫu gốc: «{{r ket_thuc }}./.».")


def test_neighbours_that_were_deleted_are_told_together() -> None:
    (words,) = told(without("{%p if kinh_gui|length", "{%p endif"), TEXT)
    assert words == (
        "Bỏ các đoạn 14 đến 21 của mẫu gốc: «{%p if kinh_gui|length == 1 %}», "
        "«Kính gửi: {{ kinh_gui[0].ten }}{{ kinh_gui[0].dau }}», …, «{%p endif %}»."
    )


def test_a_deleted_drawn_line_is_told() -> None:
    def edit(opened: Opened) -> None:
        table = holding(opened, "CỘNG HÒA")._tbl
        for run in {next(each.iterancestors(qn("w:r"))) for each in table.iter(qn("w:drawing"))}:
            run.getparent().remove(run)

    assert any("[đường kẻ]" in each for each in told(edit, TEXT))


@pytest.mark.parametrize(
    ("size", "italic", "words"),
    [(16, None, "cỡ chữ 14 → 16."), (None, True, "thêm in nghiêng."), (16, True, "cỡ chữ 14 → 16; thêm in nghiêng.")],
)
def test_letters_set_otherwise_by_hand_are_told(size: int | None, italic: bool | None, words: str) -> None:
    def edit(opened: Opened) -> None:
        (title,) = (each for each in opened.paragraphs if "{{ van_ban.ten_loai }}" in words_of(each._p))
        for run in title.runs:
            run.font.size, run.italic = Pt(size) if size else None, italic

    (found,) = told(edit, TEXT)
    assert found.endswith(f"«{{{{ van_ban.ten_loai }}}}»: {words}")


def header(opened: Opened) -> None:
    opened.sections[0].header.paragraphs[0].add_run(" - LƯU HÀNH NỘI BỘ")


def footer(opened: Opened) -> None:
    opened.sections[0].footer.is_linked_to_previous = False
    opened.sections[0].footer.paragraphs[0].text = "Lưu hành nội bộ"


def last_footer(opened: Opened) -> None:
    opened.sections[-1].footer.is_linked_to_previous = False
    opened.sections[-1].footer.paragraphs[0].text = "Phụ lục"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (header, "Đầu trang (mọi trang): «[số trang]» → «[số trang] - LƯU HÀNH NỘI BỘ»."),
        (footer, "Chân trang (mọi trang): trống → «Lưu hành nội bộ»."),
        (last_footer, "Chân trang (mọi trang, phần trang 4): trống → «Phụ lục»."),
    ],
)
def test_changed_headers_and_footers_are_told(edit: Edit, words: str) -> None:
    assert words in told(edit, MARGINS)


def test_a_template_that_nobody_edited_has_no_changes() -> None:
    assert list(changes(SHIPPED, SHIPPED)) == []
    assert list(changes(SHIPPED, edited())) == []
