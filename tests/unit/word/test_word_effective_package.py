from __future__ import annotations

import time
from decimal import Decimal

import pytest
from effective_documents import NORMAL, element, formats, paragraph, paragraph_look, run_look, style
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.effective import Formats

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


def styles_part(size: int, namespace: str = _W) -> bytes:
    styled = f'<w:style w:default="1" w:styleId="N"><w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
    return f'<w:styles xmlns:w="{namespace}">{styled}</w:styles>'.encode()


def relationship(target: str, mode: str = "") -> bytes:
    inner = f'<Relationship Id="rId1" Type="{_KIND}" Target="{target}" {mode}/>'
    return f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'.encode()


@pytest.mark.parametrize("target", ["kieu.xml", "/word/kieu.xml", "../word/kieu.xml"])
def test_styles_are_found_by_the_document_s_relationships(target: str) -> None:
    parts = {
        "word/_rels/document.xml.rels": relationship(target),
        "word/kieu.xml": styles_part(28),
        "word/styles.xml": styles_part(40),
    }
    assert run_look(Formats.of(parts)).size == Decimal(14)


@pytest.mark.parametrize(
    "rels", [b"", b"<hong", relationship("khong-co.xml"), relationship("kieu.xml", 'TargetMode="External"')]
)
def test_without_a_usable_relationship_the_usual_name_holds(rels: bytes) -> None:
    parts = {"word/_rels/document.xml.rels": rels, "word/kieu.xml": styles_part(40), "word/styles.xml": styles_part(28)}
    assert run_look(Formats.of(parts)).size == Decimal(14)


@pytest.mark.parametrize("damaged", [b"", b"<w:styles", b"\xff\xfe\x00", b"<a/>", b"<!DOCTYPE a><a/>"])
def test_a_damaged_part_falls_back_to_what_word_itself_has(damaged: bytes) -> None:
    names = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/settings.xml")
    look = run_look(Formats.of(dict.fromkeys(names, damaged)))
    assert (look.font, look.size) == ("Times New Roman", Decimal(10))


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
    '</w:numPr><w:ind w:left="1" w:firstLineChars="1"/><w:spacing w:before="1" w:line="1" w:lineRule="auto"/>'
    '<w:outlineLvl w:val="1"/><w:jc w:val="both"/><w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr></w:pPr>'
    '<w:rPr><w:rFonts w:asciiTheme="x"/><w:sz w:val="1"/><w:color w:val="x" w:themeColor="x" w:themeTint="x"/>'
    '<w:shd w:val="x" w:fill="x"/><w:b w:val="x"/><w:u w:val="x"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="x" w:format="x"/>'
    '<w:lvlRestart w:val="0"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="x"/></w:tblPr><w:tr><w:trPr><w:gridBefore w:val="1"/>'
    '</w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr></w:tbl>'
)
_ANYTHING = st.one_of(
    st.integers().map(str),
    st.sampled_from(["", "-1", "9" * 5000, "pct" + "9" * 5000, "٣", "1e9", "%9", "N", "T", "FFFFFF", "custom", "1"]),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=8
    ),
)


@given(st.data())
def test_nothing_that_an_attribute_may_say_is_too_much(data: st.DataObject) -> None:
    roots = {
        "word/styles.xml": element(f"<w:styles>{_STYLES}</w:styles>"),
        "word/numbering.xml": element(f"<w:numbering>{_NUMBERING}</w:numbering>"),
    }
    tbl = element(_TABLE)
    for root in (*roots.values(), tbl):
        holders = [(each, name) for each in root.iter() for name in each.attrib]
        for each, name in data.draw(st.lists(st.sampled_from(holders), max_size=4)):
            each.set(name, data.draw(_ANYTHING))
    found = Formats.of({name: etree.tostring(root) for name, root in roots.items()})
    inside = found.table(tbl).at(0, 0)
    p = paragraph()
    assert len(found.marker(p)) < 5100
    assert found.run(p[1], p, inside).size > 0
    assert found.paragraph(p, inside).line_rule in ("auto", "exact", "atLeast")


def test_the_strict_form_of_the_standard_reads_alike() -> None:
    assert run_look(Formats.of({"word/styles.xml": styles_part(28, _STRICT)})).size == Decimal(14)


def test_bare_elements_have_the_look_of_the_default_style() -> None:
    found = formats(NORMAL)
    p = element("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    assert found.paragraph(p).style == "Normal"
    assert found.run(p[0], p).size == Decimal(10)
    assert found.marker(p) == ""


def test_equal_formatting_is_worked_out_once() -> None:
    found = formats(style("P", p='<w:jc w:val="both"/>'))
    assert paragraph_look(found, styled="P") is paragraph_look(found, styled="P")
    assert run_look(found, "<w:b/>", styled="P") is run_look(found, "<w:b/>", styled="P")
    assert run_look(found, "<w:b/>", styled="P") is not run_look(found, "<w:i/>", styled="P")


def seconds_for(pages: int) -> float:
    one = (
        '<w:p><w:pPr><w:pStyle w:val="P"/><w:spacing w:after="{}"/></w:pPr>'
        + '<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>chữ</w:t></w:r>' * 3
        + "</w:p>"
    )
    body = element("<w:body>" + "".join(one.format(number % 50) for number in range(pages * 30)) + "</w:body>")
    found = formats(style("P", p='<w:jc w:val="both"/>'))
    began = time.process_time()
    for p in body:
        found.paragraph(p)
        found.marker(p)
        for r in p[1:]:
            found.run(r, p)
    return time.process_time() - began


def test_ten_times_the_pages_take_about_ten_times_as_long() -> None:
    few, many = (min(seconds_for(pages) for _ in range(3)) for pages in (30, 300))
    assert many < 25 * few
