from __future__ import annotations

import unicodedata

import pytest
from word_views import NAMESPACES, PAGE, RELATIONS, centre, p, package, run, shape, table, viewed

from generator.word.package import NotDocx
from generator.word.reading import read_view
from generator.word.view import View


def words(view: View) -> list[str]:
    return [para.text for para in view.body]


def test_words_are_those_that_word_prints_of_the_final_text() -> None:
    view = viewed(
        "<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>"
        "<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    assert words(view) == ["thêmmớiliên kếtô nhập"]


def test_special_characters_are_read_as_they_are_seen() -> None:
    view = viewed(
        "<w:p><w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/>"
        '<w:t>d</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    assert words(view) == ["12-ab\tc\nd≥✓"]


def test_blanks_at_the_ends_of_a_text_count_only_where_it_says_so() -> None:
    view = viewed('<w:p><w:r><w:t> a </w:t><w:t xml:space="preserve"> b </w:t></w:r></w:p>')
    assert words(view) == ["a b "]


def test_decomposed_letters_are_composed_even_across_runs() -> None:
    decomposed = unicodedata.normalize("NFD", "Hạnh phúc")
    view = viewed(p(inside=run(decomposed[:3]) + run(decomposed[3:], "b")), p(inside=run("a", "b") + run("\u0301b")))
    assert words(view) == ["Hạnh phúc", "áb"]
    assert all("".join(s.text for s in para.stretches) == para.text for para in view.body)


def test_runs_of_one_look_are_one_stretch() -> None:
    (para,) = viewed(p(inside=run("a") + run("b") + run("c", "b"))).body
    assert [(stretch.text, stretch.look.bold) for stretch in para.stretches] == [("ab", False), ("c", True)]


def test_a_field_shows_its_result_and_not_its_code() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
        '<w:r><w:t>giấu</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    view = viewed(
        f"<w:p>{code}</w:p>", '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
    )
    assert words(view) == ["2", "9"]
    assert view.fields == {("word/document.xml", 1): ("PAGE",), ("word/document.xml", 2): ("NUMPAGES",)}


def test_numbers_count_every_paragraph_of_the_file_shown_or_not() -> None:
    view = viewed(p("trước"), p("neo", inside=shape(2000, p("trong khung"), height=500)), p("sau"))
    # The twin of the text box for old readers is number 4 and is not shown.
    assert [(para.number, para.text) for para in view.body] == [
        (1, "trước"),
        (2, "neo"),
        (3, "trong khung"),
        (5, "sau"),
    ]
    assert [para.boxed for para in view.body] == [False, False, True, False]


def test_a_text_box_of_old_word_is_read_too() -> None:
    box = (
        '<w:r><w:pict><v:shape style="width:100pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{p('trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    view = viewed(p("neo", inside=box))
    assert words(view) == ["neo", "trong khung"]
    assert view.body[1].room == 2000 - 288


def test_cells_know_their_place_also_in_nested_tables() -> None:
    inner = table((p("trong"),), widths=(1000,), drawn=True)
    view = viewed(table((p("a"), inner + p()), (p("b"), p("c"))))
    places = {para.text: para.cell for para in view.body if para.text}
    outer, nested = places["c"], places["trong"]
    assert outer is not None
    assert nested is not None
    assert (outer.table, outer.row, outer.column, outer.columns, outer.width) == (0, 1, 1, 2, 5500)
    assert (nested.table, nested.depth, nested.bordered, outer.bordered) == (1, 2, True, False)


def test_borders_of_a_table_style_count_unless_the_cell_takes_them_away() -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="table" w:styleId="Luoi"><w:tblPr><w:tblBorders>'
        '<w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/>'
        "</w:tblBorders></w:tblPr></w:style></w:styles>"
    )
    nil = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))
    view = viewed(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
        f"<w:tr><w:tc>{p('có')}</w:tc></w:tr></w:tbl>"
        '<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
        f"<w:tr><w:tc><w:tcPr><w:tcBorders>{nil}</w:tcBorders></w:tcPr>{p('không')}</w:tc></w:tr></w:tbl>",
        parts={"word/styles.xml": styles},
    )
    assert {para.text: para.cell.bordered for para in view.body if para.cell} == {"có": True, "không": False}


def test_a_page_break_goes_with_the_next_words() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    view = viewed(p("một", inside=page), p(), p("hai"), p(inside=page + run("ba")), p(inside=page), p("bốn"))
    assert [para.text for para in view.body if para.breaks_page] == ["hai", "ba", "bốn"]


def test_a_section_begins_a_page_unless_it_is_continuous() -> None:
    def end(more: str) -> str:
        return p("hết", more=PAGE.replace("<w:pgSz", f"{more}<w:pgSz"))

    view = viewed(end(""), p("trang mới"))
    assert [(para.section, para.breaks_page) for para in view.body] == [(0, False), (1, True)]
    continuous = read_view(
        package(end("") + p("liền trang") + PAGE.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')), "x.docx"
    )
    assert [para.breaks_page for para in continuous.body] == [False, False]


def test_sections_inherit_headers_and_their_paragraphs_are_read() -> None:
    reference = '<w:headerReference w:type="default" r:id="rId1"/>'
    first = PAGE.replace("<w:pgSz", f"{reference}<w:titlePg/><w:pgSz")
    parts = {
        RELATIONS: '<Relationships><Relationship Id="rId1" Target="header1.xml"/></Relationships>',
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{centre('2')}</w:hdr>",
    }
    view = viewed(p("hết", more=first), p("sau"), parts=parts)
    assert [section.headers for section in view.sections] == [{"default": "word/header1.xml"}] * 2
    assert [section.title_page for section in view.sections] == [True, False]
    assert [(para.part, para.text, para.look.align) for para in view.margins["word/header1.xml"]] == [
        ("word/header1.xml", "2", "center")
    ]
    assert view.sections[0].text_width == 11906 - 1701 - 1134


def test_a_framed_page_number_stands_where_its_frame_stands() -> None:
    (para,) = viewed(p("2", more='<w:framePr w:xAlign="center"/>')).body
    assert para.look.align == "center"


def test_a_paragraph_deleted_with_its_mark_is_not_there() -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    assert [para.number for para in viewed(p("một"), gone, p("hai")).body] == [1, 3]


def test_lowered_letters_and_the_width_of_letters_are_told() -> None:
    inside = run("CO") + '<w:r><w:rPr><w:vertAlign w:val="subscript"/><w:w w:val="66"/></w:rPr><w:t>2</w:t></w:r>'
    para = viewed(p(inside=inside)).body[0]
    assert [(each.look.lowered, each.look.raised, each.look.width) for each in para.stretches] == [
        (False, False, 100),
        (True, False, 66),
    ]


def test_raised_letters_are_told_apart() -> None:
    (para,) = viewed(p(inside=run("CHỦ QUẢN") + run("1", "^"))).body
    assert [stretch.look.raised for stretch in para.stretches] == [False, True]


def test_the_strict_form_of_ooxml_is_read_like_the_usual_one() -> None:
    usual = package(p("chữ") + PAGE)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f"<w:document {NAMESPACES}><w:body>{p('chữ')}{PAGE}</w:body></w:document>"
    document = document.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict.decode())
    data = package("", {"word/document.xml": document})
    assert [s.look for para in read_view(data, "x").body for s in para.stretches] == [
        s.look for para in read_view(usual, "x").body for s in para.stretches
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc cũ hoặc tệp Word có mật khẩu"),
        (b"{\\rtf1 }", ".rtf"),
        (b"%PDF-1.7", "không phải là tệp Word"),
        (b"", "không phải là tệp Word"),
        (package("", {"word/document.xml": "<w:document"}), "bị hỏng"),
        (package("", {"word/document.xml": "<a/>"}), "không có nội dung"),
        (package("<w:tbl><w:tr><w:tc>" * 10_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 10_000), "bị hỏng"),
    ],
)
def test_what_is_no_docx_is_said_in_vietnamese(data: bytes, problem: str) -> None:
    with pytest.raises(NotDocx, match=problem):
        read_view(data, "x.docx")


def test_an_entity_of_a_dtd_is_never_opened() -> None:
    document = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, write_package

    data = write_package([Member.of(CONTENT_TYPES, b"<Types/>"), Member.of(DOCUMENT, document.encode("utf-16"))])
    with pytest.raises(NotDocx):
        read_view(data, "x.docx")


def test_fifty_nested_tables_are_still_read() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 50 + p("đáy") + "</w:tc></w:tr></w:tbl>" * 50
    (para,) = viewed(nested).body
    assert para.cell is not None
    assert para.cell.depth == 50
