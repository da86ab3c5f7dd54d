from __future__ import annotations

import pytest
from word_views import centre, p, shape, table, viewed

from generator.word.view import Line


def lines(block: str) -> list[Line]:
    return [line for para in viewed(block).body for line in para.lines]


def vml(attributes: str, inner: str = "") -> str:
    return centre(inside=f"<w:r><w:pict>{attributes.replace('/>', '>')}{inner}</v:{_name(attributes)}></w:pict></w:r>")


def _name(element: str) -> str:
    return element[3:].split(" ", 1)[0]


def test_a_drawn_line_has_its_length_and_counts_once() -> None:
    assert lines(centre(inside=shape(1500))) == [Line(1500, 15, "solid", 0)]


def test_a_box_is_no_line() -> None:
    assert lines(centre(inside=shape(1500, height=700))) == []


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1500 - 9071) // 2), (2404140, 2404140 // 635 + (1500 - 9071) // 2)]
)
def test_a_line_moved_by_hand_is_so_far_from_the_middle(offset: int, expected: int) -> None:
    (line,) = lines(p(inside=shape(1500, position=f"<wp:posOffset>{offset}</wp:posOffset>")))
    assert line.offset is not None
    assert abs(line.offset - expected) <= 1


def test_the_middle_is_that_of_the_cell() -> None:
    (line,) = lines(table((centre(inside=shape(1000, position="<wp:align>left</wp:align>")), p())))
    assert line.offset == -(3500 - 216 - 1000) // 2


def test_a_line_without_column_has_no_known_place() -> None:
    moved = shape(1500).replace('relativeFrom="column"', 'relativeFrom="page"')
    assert lines(p(inside=moved)) == [Line(1500, 15, "solid", None)]


def test_dashes_are_told() -> None:
    dashed = shape(1500).replace('<a:ln w="9525"/>', '<a:ln w="19050"><a:prstDash val="sysDash"/></a:ln>')
    assert lines(centre(inside=dashed)) == [Line(1500, 30, "sysDash", 0)]


def test_a_line_that_is_not_drawn_is_none() -> None:
    assert lines(centre(inside=shape(1500).replace('<a:ln w="9525"/>', "<a:ln><a:noFill/></a:ln>"))) == []


@pytest.mark.parametrize(
    "element",
    [
        '<v:line style="position:absolute;mso-position-horizontal:center" from="0,3pt" to="75pt,3pt"/>',
        '<v:shape type="#_x0000_t32" style="position:absolute;margin-left:189.275pt;width:75pt;height:.05pt"/>',
        '<v:rect style="width:75pt;height:1.5pt" o:hralign="center" o:hr="t" stroked="f"/>',
    ],
)
def test_the_lines_of_old_word(element: str) -> None:
    (line,) = lines(vml(element))
    assert line.length == 1500
    assert line.offset is not None
    assert abs(line.offset) <= 1


def test_a_horizontal_rule_without_width_fills_its_column() -> None:
    (line,) = lines(vml('<v:rect style="width:0;height:1.5pt" o:hr="t" stroked="f"/>'))
    assert (line.length, line.offset) == (9071, 0)


def test_dashes_of_old_word() -> None:
    (line,) = lines(vml('<v:line from="0,0" to="75pt,0"/>', '<v:stroke dashstyle="dash"/>'))
    assert line.dash == "dash"


def test_a_line_in_a_group_is_as_long_as_the_group_makes_it() -> None:
    group = (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:extent cx="1270000" cy="635"/><a:graphic><a:graphicData>'
        '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="1270000" cy="635"/><a:chOff x="0" y="0"/><a:chExt cx="635000" cy="635"/>'
        '</a:xfrm></wpg:grpSpPr><wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="635000" cy="0"/></a:xfrm>'
        "</wps:spPr></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    assert lines(centre(inside=group)) == [Line(2000, 15, "solid", 0)]
