"""Where tags stand that are easily passed over: in drawings, in controls of Word's, in tables without a looped head."""

from __future__ import annotations

import pytest
from word_documents import docx, table, words

from generator.word.builder.xml import NAMESPACES, w
from generator.word.package import DOCUMENT, read_parts
from generator.word.prepare import prepare
from generator.word.render import compile_template, render

ROWS = [{"o": [{"chu": "a", "rong": 900}, {"chu": "b", "rong": 300}]}]
SHAPE = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{{ x }}"/></v:shape>'


def made(data: bytes) -> dict[str, bytes]:
    prepared, findings = prepare(data, "mau.docx")
    assert prepared is not None, findings
    return read_parts(render(compile_template(prepared), {"x": "chữ & số", "hang": ROWS}))


def test_a_tag_in_letters_that_are_drawn_is_printed_though_the_header_has_no_other() -> None:
    header = f"<w:hdr {NAMESPACES}>{w('p', w('r', w('pict', SHAPE)))}</w:hdr>"
    parts = made(docx(words("chữ"), parts={"word/header1.xml": header}))
    assert 'string="chữ &amp; số"' in parts["word/header1.xml"].decode()


@pytest.mark.parametrize("part", ["word/charts/chart1.xml", "word/diagrams/data1.xml", "docProps/app.xml"])
def test_a_tag_where_none_is_printed_is_told(part: str) -> None:
    prepared, (told,) = prepare(docx(words("chữ"), parts={part: "<a><t>Theo {{ x }}</t></a>"}), "mau.docx")
    assert prepared is None
    assert told.rule == "MB102"
    assert "{{ x }}" in str(told.place)
    assert "khung chữ" in told.fix


def test_a_control_that_word_fills_from_elsewhere_shows_what_is_printed() -> None:
    bound = '<w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr>'
    control = w("sdt", bound, w("sdtContent", w("r", "<w:t>{{ x }}</w:t>")))
    document = made(docx(w("p", control)))[DOCUMENT].decode()
    assert "chữ &amp; số" in document
    assert "dataBinding" not in document


def test_a_table_whose_heads_are_typed_prints_the_cells_of_its_rows() -> None:
    rows = table(
        ["Nội dung", "", "Kết quả"],
        ["{%tr for hang in hang %}", "", ""],
        ["{%tc for o in hang.o %}", "{{ o.chu }}", "{%tc endfor %}"],
        ["{%tr endfor %}", "", ""],
    )
    document = made(docx(rows))[DOCUMENT].decode()
    assert document.count("Nội dung") == document.count("Kết quả") == 1
    assert ">a<" in document
    assert ">b<" in document


def hidden(tag: str, part: str = "") -> str:
    return w("p", part, w("r", w("rPr", w("vanish")), f"<w:t>{tag}</w:t>"))


@pytest.mark.parametrize(
    "body",
    [
        hidden("{{ x }}"),
        words("chữ") + w("p", w("r", w("rPr", w("vanish")), "<w:t>{{ </w:t>"), w("r", "<w:t>x }}</w:t>")),
    ],
)
def test_a_tag_in_hidden_letters_is_told(body: str) -> None:
    prepared, (told,) = prepare(docx(body), "mau.docx")
    assert prepared is None
    assert (told.rule, "chữ ẩn" in told.problem, "Hidden" in told.fix) == ("MB102", True, True)


def test_a_tag_hidden_by_the_style_that_a_style_is_based_on_is_told() -> None:
    base = w("style", w("rPr", w("vanish")), type="paragraph", styleId="An")
    style = w("style", w("basedOn", val="An"), type="paragraph", styleId="Kieu")
    body = w("p", w("pPr", w("pStyle", val="Kieu")), w("r", "<w:t>{{ x }}</w:t>"))
    data = docx(body, parts={"word/styles.xml": f"<w:styles {NAMESPACES}>{base}{style}</w:styles>"})
    prepared, (told,) = prepare(data, "mau.docx")
    assert prepared is None
    assert "chữ ẩn" in told.problem


def test_a_line_of_the_machine_may_be_hidden() -> None:
    body = hidden("{%p if x %}") + words("{{ x }}") + hidden("{%p endif %}")
    assert "chữ &amp; số" in made(docx(body))[DOCUMENT].decode()
