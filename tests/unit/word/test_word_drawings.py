from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from word_documents import text_of, words
from word_reports import whole

from generator.word.builder.xml import NAMESPACES
from generator.word.drawings import DrawnBrace, DrawnLine
from generator.word.pieces import Piece

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIECES = [DrawnLine(length=1440, number=7), DrawnBrace(height=759, width=130, number=7)]


def parsed(piece: Piece) -> ET.Element:
    return ET.fromstring(f"<w:p {NAMESPACES}>{piece.xml()}</w:p>")


def extent(piece: Piece) -> tuple[int, int]:
    (found,) = parsed(piece).iter(f"{WP}extent")
    return int(found.get("cx", "")), int(found.get("cy", ""))


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_a_drawing_has_a_number_of_its_own_and_no_words(piece: Piece) -> None:
    assert str(piece) == text_of(parsed(piece)) == ""
    assert [each.get("id") for each in parsed(piece).iter(f"{WP}docPr")] == ["7"]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_a_drawing_is_a_thin_black_line(piece: Piece) -> None:
    (line,) = parsed(piece).iter(f"{A}ln")
    assert line.get("w") == "9525"  # 3/4 point in EMU
    assert [each.get("val") for each in line.iter(f"{A}srgbClr")] == ["000000"]
    assert 'strokecolor="black" strokeweight=".75pt"' in piece.xml()


def test_a_line_is_as_long_as_it_is_given() -> None:
    assert extent(DrawnLine(1440, 7)) == (914400, 0)  # 1440 twips are an inch, an inch is 914400 EMU
    assert 'to="72pt,3pt"' in DrawnLine(1440, 7).xml()


def test_a_brace_is_as_large_as_it_is_given_and_starts_where_its_cell_does() -> None:
    brace = DrawnBrace(height=1440, width=144, number=7)
    assert extent(brace) == (91440, 914400)
    assert "width:7.2pt;height:72pt" in brace.xml()
    assert [each.text for each in parsed(brace).iter(f"{WP}posOffset")] == ["0", "0"]


def test_a_brace_opens_to_the_left_and_is_not_filled() -> None:
    shape = parsed(DrawnBrace(759, 130, 7))
    assert [each.get("prst") for each in shape.iter(f"{A}prstGeom")] == ["rightBrace"]
    assert len(list(shape.iter(f"{A}noFill"))) == 1


@given(st.integers(0, 20000), st.integers(0, 2000))
def test_the_bends_of_a_brace_meet_its_point_in_the_middle_at_most(height: int, width: int) -> None:
    guides = re.findall(r'fmla="val (-?\d+)"', DrawnBrace(height, width, 7).xml())
    bends, point = map(int, guides)
    assert point == 50_000
    # The preset bends over adj1 of the shorter side; four bends share the height.
    assert 0 <= 4 * bends * min(width, height) <= 100_000 * height + 4 * min(width, height)


def test_an_independent_validator_finds_no_error_in_a_document_of_drawings(tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    lines = [DrawnLine(1440, 701), DrawnBrace(759, 130, 702)]
    path.write_bytes(whole(words("{{r net[0] }}", "{{r net[1] }}"), net=lines))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
