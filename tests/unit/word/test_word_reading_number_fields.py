from __future__ import annotations

import pytest
from word_views import NAMESPACES, PAGE, RELATIONS, p, package

from generator.word.reading import read_view

SIMPLE = '<w:p><w:fldSimple w:instr="{}"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
LONG = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
HEADER = "word/header7.xml"


@pytest.mark.parametrize("make", [SIMPLE, LONG])
@pytest.mark.parametrize(
    ("code", "formats"),
    [
        (" PAGE ", ()),
        (r"PAGE \* roman", ("roman",)),
        (r" PAGE  \*Arabic \* MERGEFORMAT", ("Arabic", "MERGEFORMAT")),
        (r"NUMPAGES \* roman", ()),
    ],
)
def test_the_figures_that_a_page_number_is_asked_in(make: str, code: str, formats: tuple[str, ...]) -> None:
    page = PAGE.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId7"/>')
    parts = {
        RELATIONS: '<Relationships><Relationship Id="rId7" Type="header" Target="header7.xml"/></Relationships>',
        HEADER: f"<w:hdr {NAMESPACES}>{make.format(code)}</w:hdr>",
    }
    view = read_view(package(p("Chữ") + page, parts), "thu.docx")
    assert view.formats.get((HEADER, 1), ()) == formats


@pytest.mark.parametrize(
    ("inside", "spread", "width"),
    [('<w:spacing w:val="-10"/><w:w w:val="90"/>', -10, 90), ("", 0, 100), ('<w:spacing w:val="2pt"/>', 40, 100)],
)
def test_letters_pressed_and_spread(inside: str, spread: int, width: int) -> None:
    text = f"<w:p><w:r><w:rPr>{inside}</w:rPr><w:t>Chữ</w:t></w:r></w:p>"
    look = read_view(package(text + PAGE), "thu.docx").body[0].stretches[0].look
    assert (look.spread, look.width) == (spread, width)
