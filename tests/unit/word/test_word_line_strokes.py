from __future__ import annotations

import pytest
from word_views import NAMESPACES, p, shape, viewed

from generator.word.line_strokes import is_pale
from generator.word.view import Line

SOLID = '<a:ln w="9525"/>'


def line_of(*blocks: str) -> Line:
    (found,) = viewed(*blocks).body[0].lines
    return found


def stroked(inside: str, more: str = "") -> str:
    return p(inside=shape(2000).replace(SOLID, f'<a:ln w="9525"{more}>{inside}</a:ln>'))


def coloured(colour: str) -> str:
    return stroked(f"<a:solidFill>{colour}</a:solidFill>")


def vml(attributes: str, inside: str = "") -> str:
    assert "xmlns:v" in NAMESPACES
    return p(inside=f'<w:r><w:pict><v:line from="0,0" to="100pt,0" {attributes}>{inside}</v:line></w:pict></w:r>')


@pytest.mark.parametrize("colour", ["FFFFFF", "ffffff", "F2F2F2"])
def test_a_line_that_is_not_seen_on_paper_is_none(colour: str) -> None:
    assert viewed(coloured(f'<a:srgbClr val="{colour}"/>')).body[0].lines == ()


def test_a_line_in_the_white_of_the_theme_is_none() -> None:
    assert viewed(coloured('<a:schemeClr val="bg1"/>')).body[0].lines == ()


@pytest.mark.parametrize(
    ("colour", "found"),
    [('<a:srgbClr val="c00000"/>', "C00000"), ('<a:schemeClr val="accent1"/>', "auto"), ("", "auto")],
)
def test_the_colour_of_a_line(colour: str, found: str) -> None:
    assert line_of(coloured(colour)).colour == found


@pytest.mark.parametrize(("compound", "strokes"), [("dbl", 2), ("thickThin", 2), ("tri", 3), ("sng", 1)])
def test_how_many_strokes_a_line_has(compound: str, strokes: int) -> None:
    assert line_of(stroked("", f' cmpd="{compound}"')).strokes == strokes


@pytest.mark.parametrize("colour", ["white", "#fff", "#FFFFFF [3212]", "window"])
def test_a_white_line_of_vml_is_none(colour: str) -> None:
    assert viewed(vml(f'strokecolor="{colour}"')).body[0].lines == ()


def test_a_line_of_vml_has_its_colour_and_its_strokes() -> None:
    found = line_of(vml('strokecolor="#c00000 [3204]"', '<v:stroke linestyle="thinThin"/>'))
    assert (found.colour, found.strokes) == ("C00000", 2)
    assert line_of(vml("")).colour == "auto"


def test_how_far_a_line_lies_below_the_top_of_its_paragraph() -> None:
    place = '<wp:positionV relativeFrom="{}"><wp:posOffset>127000</wp:posOffset></wp:positionV><wp:extent'
    for beside, drop in (("paragraph", 200), ("page", None), ("line", None)):
        drawn = shape(2000).replace("<wp:extent", place.format(beside), 1)
        assert line_of(p(inside=drawn)).drop == drop
    assert line_of(p(inside=shape(2000))).drop is None


@pytest.mark.parametrize("colour", ["auto", "", "FFF", "đỏ", "XYZXYZ", "000000", "FF0000"])
def test_what_is_no_pale_colour(colour: str) -> None:
    assert not is_pale(colour)
