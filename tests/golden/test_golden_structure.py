"""What a report asks of Word in its XML: heads repeated, rows whole, tables as wide as the text."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from golden_documents import REPORTS, M, W, attribute, length, read_part, sections
from openxml_audit import OpenXmlValidator

HEAD_OVERHANG = 72  # twips by which the head of the first page reaches into each margin

# Annexes of both kinds, tables that follow each other, braces: what the four reports have only here and there.
EVERYTHING = """
kinh_gui: [UBND huyện, Sở A]
noi_dung:
  - muc: Kết quả
    gom:
      - Bảng sau đây.
      - {bang: chi_tieu, cot: [tt, ten, ket_qua]}
      - {bieu_do: chi_tieu, nhom: [chinh_quyen_so], tieu_de: Kết quả}
      - {bang: tu_nhap, cot: [{tieu_de: TT, rong: 10}, {tieu_de: Nội dung, rong: 90}], hang: [[1, Một], Nhóm]}
  - {bang: van_ban_ban_hanh, cot: [tt, trich_yeu, so, ngay]}
noi_nhan:
  - {gom: [UBND tỉnh, Sở A, Văn phòng Ban Chỉ đạo chuyển đổi số tỉnh Thanh Hóa], chu_thich: Để b/c}
  - Sở B
  - {gom: [Sở C, Sở D], chu_thich: Để biết}
  - {gom: [Sở E, Sở G], chu_thich: Để phối hợp}
  - {luu: VT}
phu_luc:
  - {tieu_de: Một, bang: chi_tieu, cot: [tt, ten, ket_qua, danh_gia]}
  - tieu_de: Hai
    kho: doc
    noi_dung:
      - Giới thiệu.
      - {liet_ke: [một, hai], dau: "a)"}
      - {bang: van_ban_ban_hanh, cot: [tt, so]}
      - {bieu_do: nhom, kieu: thanh, tieu_de: Tỷ lệ đạt}
      - {bang: chi_tieu, cot: [tt, ten, don_vi_tinh, chi_tieu, ket_qua, danh_gia, minh_chung, ghi_chu]}
  - {tieu_de: Ba, kho: doc, noi_dung: [Một đoạn.]}
"""


@pytest.fixture(params=[*REPORTS, "everything"])
def built(request: pytest.FixtureRequest, documents: Mapping[str, Path], smallest: Callable[[str], Path]) -> Path:
    """Each of the reports, and one that has everything."""
    return smallest(EVERYTHING) if request.param == "everything" else documents[request.param]


def all_tables(path: Path) -> list[ElementTree.Element]:
    return list(read_part(path).iter(f"{W}tbl"))


def with_head(tables: list[ElementTree.Element]) -> list[ElementTree.Element]:
    return [table for table in tables if table.find(f".//{W}tblHeader") is not None]


def grid(table: ElementTree.Element) -> list[int]:
    columns = table.find(f"{W}tblGrid")
    assert columns is not None
    return [int(column.get(f"{W}w", "0")) for column in columns]


def test_no_row_of_any_table_may_break_over_a_page(built: Path) -> None:
    rows = [row for table in all_tables(built) for row in table.findall(f"{W}tr")]
    assert len(rows) > 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_first_row_of_a_bordered_table_and_no_other_is_repeated_on_every_page(built: Path) -> None:
    tables = all_tables(built)
    bordered = [table for table in tables if table.find(f"{W}tblPr/{W}tblStyle") is not None]
    assert bordered == with_head(tables) != []
    for table in bordered:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert len(heads) > 1


def test_a_bordered_table_is_as_wide_as_the_text_of_its_page(built: Path) -> None:
    found = 0
    for section in sections(built):
        for table in with_head([element for element in section.elements if element.tag == f"{W}tbl"]):
            found += 1
            assert sum(grid(table)) == length(table, "tblPr/tblW") == section.text_width
            assert attribute(table, "tblPr/tblLayout", "type") == "fixed"
    assert found == len(with_head(all_tables(built))) > 0


def test_the_cells_of_every_row_are_as_wide_as_the_columns(built: Path) -> None:
    for table in all_tables(built):
        assert sum(grid(table)) == length(table, "tblPr/tblW")
        for row in table.findall(f"{W}tr"):
            assert [length(cell, "tcPr/tcW") for cell in row.findall(f"{W}tc")] == grid(table)


def test_frames_stay_on_the_page(built: Path) -> None:
    width = sections(built)[0].text_width
    for table in all_tables(built):
        if table not in with_head([table]):
            assert sum(grid(table)) <= width + 2 * HEAD_OVERHANG


def test_tables_do_not_touch_and_no_cell_ends_on_one(built: Path) -> None:
    """Tables that touch are one table in Word; a cell must end on a paragraph (ECMA-376 part 1, 17.4.65)."""
    root = read_part(built)
    holders = [root.find(f"{W}body"), *root.iter(f"{W}tc")]
    for holder in holders:
        assert holder is not None
        kinds = [element.tag for element in holder if element.tag in (f"{W}p", f"{W}tbl")]
        assert (f"{W}tbl", f"{W}tbl") not in pairwise(kinds)
        assert kinds[-1] == f"{W}p"


def test_no_two_drawings_have_one_number(built: Path) -> None:
    with zipfile.ZipFile(built) as package:
        markup = package.read("word/document.xml").decode()
    drawings = re.findall(r'<wp:docPr id="(\d+)"', markup)
    shapes = re.findall(r'<v:(?:line|shape) id="(\w+)"', markup)
    assert len(drawings) == len(shapes) + markup.count("<c:chart ") > 3
    assert [number for number, count in Counter(drawings).items() if count > 1] == []
    assert [name for name, count in Counter(shapes).items() if count > 1] == []


def test_the_report_with_everything_has_all_of_it(smallest: Callable[[str], Path]) -> None:
    path = smallest(EVERYTHING)
    parts = sections(path)
    assert [section.across for section in parts] == [False, True, False, False]
    assert [len(section.tables) for section in parts] == [3, 1, 2, 0]
    with zipfile.ZipFile(path) as package:
        markup = package.read("word/document.xml").decode()
    assert markup.count('prst="rightBrace"') == 3
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_every_formula_of_the_catalogue_is_an_equation(documents: Mapping[str, Path]) -> None:
    equations = list(read_part(documents["camthuy"]).iter(f"{M}oMathPara"))
    assert len(equations) > 20
    for equation in equations:
        assert len(list(equation.iter(f"{M}f"))) == 1
        assert all(part.find(f".//{M}t") is not None for part in equation.iter() if part.tag in (f"{M}num", f"{M}den"))


def test_no_other_report_has_one(documents: Mapping[str, Path]) -> None:
    others = [path for name, path in documents.items() if name != "camthuy"]
    assert [path.name for path in others if read_part(path).find(f".//{M}oMath") is not None] == []
