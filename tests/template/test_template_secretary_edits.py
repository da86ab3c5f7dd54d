"""Edits that secretaries make in a template: the document is right, or the message says what to do; no word is lost."""

from __future__ import annotations

import base64
import io

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree
from secretary_edits import (
    Edit,
    Office,
    all_of,
    at,
    block,
    body,
    edited,
    holding,
    number_of,
    paragraph,
    paragraphs,
    place_of,
    position,
    refused,
    runs,
    style,
    words_of,
)

from generator.findings import DataPlace, Severity
from generator.word.package import read_parts

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


# Looks


def test_a_style_of_another_size_and_spacing_is_that_of_every_paragraph_of_its_kind(right) -> None:
    def edit(opened: Opened) -> None:
        style(opened, "KinhGui").font.size = style(opened, "KinhGuiNhieu").font.size = Pt(13)
        style(opened, "NoiDung").paragraph_format.line_spacing = 1.3

    styles = etree.fromstring(read_parts(right(edited(edit)))["word/styles.xml"])
    found = {each.get(qn("w:styleId")): each for each in styles.iter(qn("w:style"))}
    assert found["KinhGuiNhieu"].find(f".//{qn('w:sz')}").get(qn("w:val")) == "26"
    assert found["NoiDung"].find(f".//{qn('w:spacing')}").get(qn("w:line")) == "312"


@pytest.mark.parametrize(
    ("change", "rule", "mend"),
    [
        (lambda opened: setattr(style(opened, "NoiDung").font, "name", "Arial"), "TT104", "Times New Roman"),
        (lambda opened: setattr(style(opened, "NoiDung").font, "size", Pt(13)), "TT314", "14"),
        (lambda opened: opened.tables[0].cell(1, 0).merge(opened.tables[0].cell(1, 1)), "TT222", "cột"),
        (
            lambda opened: runs(at(opened, "so_ky_hieu"), "{{ van_ban.", "so_ky_hieu }}", bold=(0,)),
            "TT207",
            "bỏ nút Đậm",
        ),
    ],
    ids=["phông", "cỡ chữ", "gộp ô đầu trang", "nửa thẻ số ký hiệu đậm"],
)
def test_a_look_that_the_decree_forbids_is_told_with_its_mend(
    office: Office, change: Edit, rule: str, mend: str
) -> None:
    data = edited(change)
    (told,) = (each for each in office.told(data) if each.severity is Severity.ERROR)
    assert (told.rule, mend in told.fix) == (rule, True)
    assert {each.rule for each in refused(office, data)} == {rule}


def test_half_a_tag_in_bold_prints_the_whole_value(right) -> None:
    def edit(opened: Opened) -> None:
        runs(at(opened, "{{r ket_thuc"), "{{r ket", "_thuc }}", "./.", bold=(1,))
        runs(at(opened, "{%p for khoi in noi_dung"), "{%p for ", "khoi in", " noi_dung %}", bold=(1,))

    right(edited(edit))


# Moved, added, taken away


def test_a_moved_block_is_printed_where_it_stands_now(right, plain: bytes) -> None:
    document = right(edited(moved_addressees))
    assert position(plain, "Kính gửi") > position(plain, "Kết quả thực hiện chuyển đổi số năm 2024")
    assert position(document, "Kính gửi") < position(document, "Kết quả thực hiện chuyển đổi số năm 2024")


def moved_addressees(opened: Opened) -> None:
    for each in block(opened, "kinh_gui|length", "endif"):
        at(opened, "van_ban.ten_loai").addprevious(each)


def test_a_tag_moved_out_of_its_loop_is_told_at_its_paragraph(office: Office) -> None:
    def edit(opened: Opened) -> None:
        specimen = next(each for each in all_of(opened) if words_of(each) == "{{r khoi.chu }}")
        at(opened, "{%p for khoi in noi_dung").addprevious(specimen)

    data = edited(edit)
    place = ("word/document.xml", number_of(data, "{{r khoi.chu }}"))
    (told,) = (each for each in office.told(data) if each.rule == "MB201")
    assert place_of(told) == place
    assert place in {place_of(each) for each in refused(office, data)}


def test_a_fixed_sentence_is_printed_as_typed(right) -> None:
    sentence = "Rất mong nhận được sự quan tâm chỉ đạo của cấp trên."
    document = right(edited(lambda opened: at(opened, "ket_thuc").addprevious(paragraph(sentence))))
    assert paragraphs(document)[position(document, "Trên đây là báo cáo") - 1] == sentence


def test_words_beside_the_tag_of_a_closing_are_printed_after_it(right) -> None:
    data = edited(lambda opened: runs(at(opened, "ket_thuc"), "{{r ket_thuc }}, kính mong cấp trên xem xét./."))
    assert any(each.endswith(", kính mong cấp trên xem xét./.") for each in paragraphs(right(data)))


def test_a_sentence_typed_beside_the_tag_of_a_loop_is_told_and_not_dropped(office: Office) -> None:
    data = edited(
        lambda opened: runs(at(opened, "{%p for khoi in noi_dung"), "{%p for khoi in noi_dung %}", " Câu gõ nhầm chỗ.")
    )
    (fault,) = refused(office, data)
    assert (fault.rule, place_of(fault)) == ("MB208", ("word/document.xml", number_of(data, "Câu gõ nhầm chỗ.")))
    assert "«Câu gõ nhầm chỗ.», sẽ không in ra" in fault.problem
    assert "chuyển chữ ấy sang đoạn khác" in fault.fix
    assert fault in office.told(data)


def test_a_deleted_block_of_which_there_are_data_is_told(office: Office) -> None:
    def edit(opened: Opened) -> None:
        for each in block(opened, "kinh_gui|length", "endif"):
            each.getparent().remove(each)

    (fault,) = refused(office, edited(edit))
    assert fault.rule == "MB105"
    assert "kính gửi" in fault.problem
    assert "Chép phần ấy từ mẫu gốc" in fault.fix
    assert {"MB105", "MB202"} <= {each.rule for each in office.told(edited(edit))}


def test_a_deleted_specimen_whose_numbers_would_be_lost_is_told(office: Office) -> None:
    def edit(opened: Opened) -> None:
        tag = at(opened, "kieu == 'muc'")
        tag.getnext().getparent().remove(tag.getnext())
        tag.getparent().remove(tag)

    (fault,) = refused(office, edited(edit))
    assert fault.rule == "MB105"
    assert "«I.», «II.», «III.» sẽ mất" in fault.problem
    assert "MB207" in {each.rule for each in office.told(edited(edit))}


# Header, table, page


def test_a_logo_and_words_in_the_header_go_into_the_document(right) -> None:
    def edit(opened: Opened) -> None:
        header = opened.sections[0].header
        header.paragraphs[0].insert_paragraph_before().add_run().add_picture(io.BytesIO(DOT), width=300_000)
        header.add_paragraph("LƯU HÀNH NỘI BỘ")

    document = right(edited(edit))
    parts = read_parts(document)
    assert parts["word/media/image1.png"] == DOT
    assert b"media/image1.png" in parts["word/_rels/header1.xml.rels"]
    assert "LƯU HÀNH NỘI BỘ" in paragraphs(document)


def test_a_third_column_of_signatures_is_printed(right) -> None:
    def edit(opened: Opened) -> None:
        column = holding(opened, "Nơi nhận:").add_column(Pt(100))
        column.cells[0].paragraphs[0].text = "XÁC NHẬN CỦA ĐẢNG ỦY"

    assert "XÁC NHẬN CỦA ĐẢNG ỦY" in paragraphs(right(edited(edit)))


def test_a_wider_column_of_recipients_stays_as_wide_as_drawn(right) -> None:
    def edit(opened: Opened) -> None:
        for cell, twips in zip(holding(opened, "Nơi nhận:").rows[0].cells, (4500, 4571), strict=True):
            cell.width = Pt(twips / 20)

    table = next(
        each for each in body(right(edited(edit))).iter(qn("w:tbl")) if "Nơi nhận:" in "".join(each.itertext())
    )
    assert [each.get(qn("w:w")) for each in table.iterfind("w:tr/w:tc/w:tcPr/w:tcW", table.nsmap)] == ["4500", "4571"]


def test_a_column_added_to_the_tables_stands_beside_those_of_the_data_within_the_page(right, plain: bytes) -> None:
    def edit(opened: Opened) -> None:
        for table in opened.element.body.iter(qn("w:tbl")):
            for row in table.findall(qn("w:tr")):
                cells = row.findall(qn("w:tc"))
                if "{%tc for" in "".join(row.itertext()):
                    is_head = "cot.tieu_de" in "".join(row.itertext())
                    cells[-1].addnext(_plain_cell("Ghi chú" if is_head else "", "BangDau" if is_head else "BangO"))

    document = right(edited(edit))
    before, after = (_tables_of_data(each) for each in (plain, document))
    assert len(after) == len(before) == 3
    for old, new in zip(before, after, strict=True):
        widths = [int(each.get(qn("w:w"))) for each in new.iter(qn("w:gridCol"))]
        assert widths[-1] == 1500
        assert len(widths) == len(old.findall(f".//{qn('w:gridCol')}")) + 1
        assert _width(old) - len(widths) <= sum(widths) <= _width(old) == _width(new)
        rows = [row.findall(qn("w:tc")) for row in new.findall(qn("w:tr"))]
        assert {"".join(rows[0][-1].itertext())} == {"Ghi chú"}


def _plain_cell(words: str, style_: str) -> etree._Element:
    inner = f'<w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style_}"/></w:pPr>'
    return parse_xml(f"<w:tc {nsdecls('w')}>{inner}<w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")


def _tables_of_data(document: bytes) -> list[etree._Element]:
    return [each for each in body(document).iter(qn("w:tbl")) if each.find(f".//{qn('w:tblHeader')}") is not None]


def _width(table: etree._Element) -> int:
    return int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w")))


def test_merged_cells_of_a_loop_are_told(office: Office) -> None:
    def edit(opened: Opened) -> None:
        table = holding(opened, "cot in khoi.bang.cot")
        table.cell(0, 0).merge(table.cell(0, 2))

    faults = refused(office, edited(edit))
    assert {each.rule for each in faults} == {"MB208"}
    assert any("hai ô riêng của cùng một hàng" in each.fix for each in faults)


def test_an_annex_turned_in_the_template_is_turned_in_the_document(right, plain: bytes) -> None:
    def edit(opened: Opened) -> None:
        size = list(opened.element.body.iter(qn("w:pgSz")))[2]
        for name, value in (("w", "16838"), ("h", "11906"), ("orient", "landscape")):
            size.set(qn(f"w:{name}"), value)

    def turned(document: bytes) -> list[bool]:
        return [each.get(qn("w:orient")) == "landscape" for each in body(document).iter(qn("w:pgSz"))]

    assert turned(plain)[-1] is False
    assert turned(right(edited(edit)))[-1] is True


# Tags taken out of the middle of what is printed


def without(tag: str, nth: int) -> bytes:
    """The template with one tag rubbed out of the n-th paragraph that holds it."""

    def edit(opened: Opened) -> None:
        where = at(opened, tag, nth)
        runs(where, words_of(where).replace(tag, "").strip())

    return edited(edit)


@pytest.mark.parametrize(
    ("tag", "nth", "rule"),
    [
        ("{{r khoi.chu }}", 0, "MB207"),
        ("{{ khoi.so }}", 2, "MB207"),
        ("{{ cot.tieu_de }}", 0, "MB207"),
        ("{{r pl.tieu_de }}", 0, "MB202"),
        ("{{ don_vi.cap_tren }}", 0, "MB202"),
    ],
)
def test_a_tag_rubbed_out_of_a_specimen_is_told(office: Office, tag: str, nth: int, rule: str) -> None:
    assert rule in {each.rule for each in office.told(without(tag, nth)) if each.severity is not Severity.HINT}


def test_a_build_tells_of_a_number_whose_tag_is_gone(office: Office) -> None:
    (fault,) = refused(office, without("{{ khoi.so }}", 2))
    assert fault.rule == "MB105"
    assert "«noi_dung[].so»" in fault.problem
    assert all(isinstance(each, DataPlace) for each in fault.related)


@pytest.mark.parametrize(
    ("tag", "nth", "rule", "branch"),
    [
        ("{{ noi.ten }}", 0, "MB202", "{%p if kinh_gui|length == 1 %}"),
        ("{{r dong }}", 1, "MB207", "{%p if o.can == 'giua' %}"),
        ("{{r dong }}", 3, "MB207", "{%p if o.can == 'giua' %}"),
    ],
)
def test_a_branch_that_prints_nothing_is_told_at_its_condition(
    office: Office, tag: str, nth: int, rule: str, branch: str
) -> None:
    data = without(tag, nth)
    (told,) = (each for each in office.told(data) if each.rule == rule)
    assert f"khi điều kiện «{branch}» không đúng" in told.problem
    part, number = place_of(told)
    assert branch in words_of(all_of(Document(io.BytesIO(data)))[number - 1])
    (fault,) = refused(office, data)
    assert (fault.rule, place_of(fault)) == ("MB105", (part, number))
