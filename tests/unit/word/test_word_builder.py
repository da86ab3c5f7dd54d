"""The built template.  The decree's facts are written out here again, so that a slip in its tables is found."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from openxml_audit import OpenXmlValidator
from word_documents import W, compiled, part, text_of, tree, words
from word_reports import annex, attribute, built, template

from generator.word.builder.choice import Choice, Margins
from generator.word.builder.layout import Layout
from generator.word.builder.template import build_template
from generator.word.drawings import DrawnBrace
from generator.word.geometry import geometry_of
from generator.word.render import render
from generator.word.runs import Runs

# Nghị định 30/2020, Phụ lục I: style, size, bold, italic, capitals, alignment (None where it is not ruled).
LOOKS = [
    ("QuocHieu", 13, True, False, True, "center"),
    ("TieuNgu", 14, True, False, False, "center"),
    ("CoQuanChuQuan", 13, False, False, True, "center"),
    ("CoQuanBanHanh", 13, True, False, True, "center"),
    ("SoKyHieu", 13, False, False, False, "center"),
    ("DiaDanhThoiGian", 14, False, True, False, "center"),
    ("TenLoai", 14, True, False, True, "center"),
    ("TrichYeu", 14, True, False, False, "center"),
    ("KinhGui", 14, False, False, False, None),
    ("KinhGuiNhieu", 14, False, False, False, None),
    ("KinhGuiNoi", 14, False, False, False, None),
    ("Heading1", 14, True, False, True, None),
    ("Heading2", 14, True, False, False, None),
    ("Heading4", 14, False, False, False, None),
    ("NoiDung", 14, False, False, False, "both"),
    ("GachDauDong", 14, False, False, False, "both"),
    ("DanhSoDauDong", 14, False, False, False, "both"),
    ("KetThuc", 14, False, False, False, "both"),
    ("QuyenHanDau", 14, True, False, True, "center"),
    ("QuyenHanChucVu", 14, True, False, True, "center"),
    ("ChucVuKhac", 14, True, False, True, "center"),
    ("HoTen", 14, True, False, False, "center"),
    ("NoiNhanTu", 12, True, True, False, "left"),
    ("NoiNhanDanhSach", 11, False, False, False, "left"),
    ("PhuLucTu", 14, True, False, False, "center"),
    ("PhuLucTieuDe", 14, True, False, True, "center"),
    ("PhuLucKemTheo", 14, False, True, False, "center"),
    ("SoTrang", 14, False, False, False, "center"),
]
BODY = ["NoiDung", "GachDauDong", "CongDauDong", "DanhSoDauDong", "ChiTieuKetQua", "KetThuc"]
A4 = (11906, 16838)


def style(id: str, data: bytes | None = None) -> ET.Element:
    (found,) = tree(data or template(), "word/styles.xml").findall(f"{W}style[@{W}styleId='{id}']")
    return found


# --- the file ---------------------------------------------------------------------------------------------------


def test_the_same_bytes_are_built_every_time() -> None:
    assert build_template() == build_template(Choice()) == template()


@pytest.fixture(scope="module")
def audit() -> OpenXmlValidator:
    return OpenXmlValidator()


WIDEST = Choice(
    Margins(*map(Decimal, (25, 25, 35, 15))),
    indent=Decimal("12.7"),
    spacing_before=Decimal("7.5"),
    line_spacing=Decimal("1.5"),
)
SMALLEST = Choice(quoc_hieu=Decimal(12), tieu_ngu=Decimal(13), dia_danh_thoi_gian=Decimal(13), noi_dung=Decimal(13))


def tables(count: int) -> list[SimpleNamespace]:
    return [annex("doc", 2, 9071).noi_dung[0] for _ in range(count)]


def braced(number: int) -> SimpleNamespace:
    places = tuple(SimpleNamespace(ten=name, dau=";") for name in ("Sở A", "Sở B & C"))
    return SimpleNamespace(ten="Để b/c", dau="", gom=places, ngoac=DrawnBrace(500, 170, number))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(template, id="template"),
        pytest.param(lambda: build_template(WIDEST), id="other choice"),
        pytest.param(lambda: built(), id="no annex"),
        pytest.param(lambda: built(annex("ngang")), id="annex across"),
        pytest.param(lambda: built(annex("doc", 1), annex("ngang", 12), annex("doc", 3, 9071)), id="three annexes"),
        pytest.param(lambda: built(noi_dung=tables(3), noi_nhan=[braced(901), braced(902)]), id="tables and braces"),
    ],
)
def test_an_independent_validator_finds_no_error(
    data: Callable[[], bytes], audit: OpenXmlValidator, tmp_path: Path
) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(data())
    assert [str(error) for error in audit.validate(path).errors] == []


def test_the_validator_would_find_an_error(audit: OpenXmlValidator, tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(render(compiled(words("a")), {}))
    assert audit.validate(path).errors


# --- the decree -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look[0])
def test_a_style_looks_as_the_decree_rules(look: tuple[str, int, bool, bool, bool, str | None]) -> None:
    id, size, bold, italic, caps, align = look
    found = style(id)
    run = found.find(f"{W}rPr")
    assert run is not None
    assert attribute(run, "sz") == attribute(run, "szCs") == str(size * 2)
    for mark, wanted in (("b", bold), ("i", italic), ("caps", caps)):
        assert (run.find(f"{W}{mark}") is not None) is wanted, mark
    assert attribute(run, "color") == "000000"
    assert align is None or attribute(found, "pPr/jc") == align


def test_everything_is_set_in_times_new_roman() -> None:
    styles = tree(template(), "word/styles.xml")
    fonts = list(styles.iter(f"{W}rFonts"))
    assert {name for each in fonts for name in each.attrib.values()} == {"Times New Roman"}
    assert len(fonts) == 1


@pytest.mark.parametrize("id", BODY)
def test_the_body_is_justified_indented_and_spaced(id: str) -> None:
    found = style(id)
    assert attribute(found, "pPr/jc") == "both"
    assert attribute(found, "pPr/ind", "firstLine") == "567"  # 10 mm
    assert attribute(found, "pPr/spacing", "before") == "120"  # 6 pt
    assert (attribute(found, "pPr/spacing", "line"), attribute(found, "pPr/spacing", "lineRule")) == ("240", "auto")


@pytest.mark.parametrize("id", BODY)
def test_another_choice_changes_the_body(id: str) -> None:
    found = style(id, build_template(WIDEST))
    assert attribute(found, "pPr/ind", "firstLine") == "720"  # 12.7 mm
    assert attribute(found, "pPr/spacing", "before") == "150"  # 7.5 pt
    assert attribute(found, "pPr/spacing", "line") == "360"  # one and a half lines


@pytest.mark.parametrize(("id", "size"), [("QuocHieu", 24), ("TieuNgu", 26), ("DiaDanhThoiGian", 26), ("NoiDung", 26)])
def test_the_smaller_sizes_may_be_chosen(id: str, size: int) -> None:
    assert attribute(style(id, build_template(SMALLEST)), "rPr/sz") == str(size)


def test_the_page_is_a4_with_margins_of_20_20_30_20_mm() -> None:
    upright, across, last_upright, last = tree(template()).iter(f"{W}sectPr")
    for section in (upright, across, last_upright, last):
        edges = [attribute(section, "pgMar", side) for side in ("top", "bottom", "left", "right")]
        assert edges == ["1134", "1134", "1701", "1134"]
        size = tuple(int(attribute(section, "pgSz", side) or 0) for side in "wh")
        assert size == (A4[::-1] if section is across else A4)
    assert attribute(across, "pgSz", "orient") == "landscape"


def test_the_margins_may_be_chosen() -> None:
    section = next(tree(build_template(WIDEST)).iter(f"{W}sectPr"))
    assert [attribute(section, "pgMar", side) for side in ("top", "bottom", "left", "right")] == [
        "1417",
        "1417",
        "1984",
        "850",
    ]


@pytest.mark.parametrize(
    "outside",
    [
        {"quoc_hieu": Decimal(11)},
        {"quoc_hieu": Decimal(14)},
        {"tieu_ngu": Decimal(12)},
        {"dia_danh_thoi_gian": Decimal(15)},
        {"noi_dung": Decimal(12)},
        {"noi_dung": Decimal("14.5")},
        {"indent": Decimal(11)},
        {"indent": Decimal(0)},
        {"spacing_before": Decimal("5.9")},
        {"line_spacing": Decimal("0.9")},
        {"line_spacing": Decimal("1.6")},
    ],
)
def test_a_choice_outside_the_decree_is_refused(outside: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match="outside the decree's range"):
        Choice(**outside)  # type: ignore[arg-type]


@pytest.mark.parametrize(("side", "length"), [("top", 19), ("top", 26), ("bottom", 15), ("left", 29), ("right", 21)])
def test_a_margin_outside_the_decree_is_refused(side: str, length: int) -> None:
    with pytest.raises(ValueError, match="outside the decree's range"):
        Margins(**{side: Decimal(length)})


def test_the_page_number_stands_alone_in_the_header_centred() -> None:
    header = tree(template(), "word/header1.xml")
    (number,) = header.iter(f"{W}p")
    assert attribute(number, "pPr/pStyle") == "SoTrang"
    assert [(each.get(f"{W}instr") or "").strip() for each in number.iter(f"{W}fldSimple")] == ["PAGE"]


def test_every_section_starts_at_page_1_and_hides_its_number_there() -> None:
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    for section in tree(built(annex("ngang"), annex("doc"))).iter(f"{W}sectPr"):
        assert section.find(f"{W}titlePg") is not None
        assert attribute(section, "pgNumType", "start") == "1"
        (reference,) = section.findall(f"{W}headerReference")
        assert (reference.get(f"{W}type"), reference.get(relation)) == ("default", "rId10")


def test_the_motto_has_a_rule_as_long_as_its_words() -> None:
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
    extent = next(tree(template()).iter(drawing))
    assert int(extent.get("cx", "0")) == pytest.approx(171.4 * 12700, rel=0.005)  # points to EMU


COLON_FROM = 35 * 1440 / 25.4 + 20 * 14 * 3.570  # twips; 35 mm, then "Kính gửi" in 14 points by the font's own widths
COLON_WIDE = 20 * 14 * 0.278


def test_the_dashes_of_addressees_stand_under_the_colon() -> None:
    assert attribute(style("KinhGuiNhieu"), "pPr/ind", "left") == "1984"
    assert COLON_FROM - 5 <= int(attribute(style("KinhGuiNoi"), "pPr/ind", "left") or 0) < COLON_FROM + COLON_WIDE


def test_addressees_stand_close_together_and_off_the_text() -> None:
    for id in ("KinhGui", "KinhGuiNoi"):
        assert attribute(style(id), "pPr/spacing", "after") == "240"  # 12 pt
    assert style("KinhGuiNoi").find(f"{W}pPr/{W}contextualSpacing") is not None


@pytest.mark.parametrize("choice", [Choice(), WIDEST, SMALLEST], ids=["usual", "widest", "smallest"])
def test_recipients_start_at_the_left_margin(choice: Choice) -> None:
    (close,) = [table for table in tree(build_template(choice)).iter(f"{W}tbl") if "NoiNhanTu" in styles_in(table)]
    indent, margin = (attribute(close, f"tblPr/{name}", "w") for name in ("tblInd", "tblCellMar/left"))
    assert int(indent or 0) + int(margin or 0) == 0


def styles_in(element: ET.Element) -> list[str | None]:
    return [attribute(each, "pPr/pStyle") for each in element.iter(f"{W}p")]


CHAPTER_LOOKS = [("Chuong", False), ("ChuongTieuDe", True)]


@pytest.mark.parametrize(("id", "caps"), CHAPTER_LOOKS)
def test_chapters_stand_in_the_middle_bold_and_go_with_what_follows(id: str, caps: bool) -> None:
    found = style(id, build_template(layout=Layout(articles=True, issuing=True)))
    assert (attribute(found, "pPr/jc"), attribute(found, "rPr/sz")) == ("center", "28")
    assert (found.find(f"{W}rPr/{W}caps") is not None) is caps
    assert found.find(f"{W}rPr/{W}b") is not None
    assert found.find(f"{W}pPr/{W}keepNext") is not None


def test_a_document_that_is_issued_has_both_names_above_it_and_no_number() -> None:
    data = build_template(layout=Layout(articles=True, issuing=True))
    main, own = [styles_in(table) for table in tree(data).iter(f"{W}tbl") if "QuocHieu" in styles_in(table)]
    assert {"SoKyHieu", "DiaDanhThoiGian"} <= {*main}
    assert [id for id in own if id != "TheMay"] == [
        id for id in main if id not in ("TheMay", "SoKyHieu", "DiaDanhThoiGian")
    ]


@pytest.mark.parametrize(("choice", "length"), [(Choice(), 3428), (SMALLEST, 3183)])
def test_the_view_draws_the_line_of_such_a_head_as_long_as_that_of_the_template(choice: Choice, length: int) -> None:
    assert geometry_of(part(build_template(choice))).motto_rule == pytest.approx(length, abs=2)


# --- lists, tables and braces -----------------------------------------------------------------------------------


def tags_below(element: ET.Element) -> list[str]:
    return [each.tag.removeprefix(W) for each in element]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_tables_in_a_row_are_kept_apart(count: int) -> None:
    body = tree(built(noi_dung=tables(count))).find(f"{W}body")
    assert body is not None
    blocks = tags_below(body)[tags_below(body).index("tbl") + 1 :]  # behind the head of the page
    first = blocks.index("tbl")
    assert blocks[first : first + 2 * count] == ["tbl", "p"] * count


def test_a_low_paragraph_stands_between_tables_and_the_closing_words_after_the_last() -> None:
    body = tree(built(noi_dung=tables(2))).find(f"{W}body")
    assert body is not None
    after = [attribute(below, "pPr/pStyle") for table, below in pairwise(body) if table.tag == f"{W}tbl"][1:3]
    assert after == ["KhoangCach", "KetThuc"]


def test_the_items_of_a_numbered_list_show_their_numbers() -> None:
    item = SimpleNamespace(kieu="danh_so", so="a)", chu=Runs.plain("một"))
    (found,) = [each for each in tree(built(noi_dung=[item])).iter(f"{W}p") if text_of(each).startswith("a)")]
    assert (text_of(found), attribute(found, "pPr/pStyle")) == ("a) một", "DanhSoDauDong")


def test_a_brace_stands_between_those_that_it_joins_and_its_note() -> None:
    place = SimpleNamespace(ten="Lưu: VT", dau=".", gom=())
    root = tree(built(noi_nhan=[braced(901), braced(902), place]))
    inner = [table for cell in root.iter(f"{W}tc") for table in cell.findall(f"{W}tbl")]
    assert len(inner) == 2
    for table in inner:
        (row,) = table.findall(f"{W}tr")
        cells = [[text_of(each) for each in cell.iter(f"{W}p")] for cell in row.findall(f"{W}tc")]
        assert cells == [["- Sở A;", "- Sở B & C;"], [""], ["(Để b/c)"]]
        assert attribute(row.findall(f"{W}tc")[2], "tcPr/vAlign") == "center"
    (holder,) = [cell for cell in root.iter(f"{W}tc") if cell.find(f"{W}tbl") is not None]
    assert tags_below(holder) == ["tcPr", "p", "tbl", "p", "tbl", "p", "p"]


def test_the_view_measures_braces_by_the_cells_of_the_template() -> None:
    geometry = geometry_of(part(template()))
    root = tree(built(noi_nhan=[braced(901)]))
    (grid,) = [table.find(f"{W}tblGrid") for cell in root.iter(f"{W}tc") for table in cell.findall(f"{W}tbl")]
    assert grid is not None
    listed, drawn, _ = [int(column.get(f"{W}w", "0")) for column in grid]
    assert (geometry.brace_list, geometry.brace) == (listed, drawn)
    assert (geometry.upright, geometry.across) == (9071, 14003)
