"""The lines of the head: which is whose, where it lies, and what may stand in for it."""

from __future__ import annotations

import pytest
from word_views import BODY, CLOSE, DATE, LEFT, NUMBER, QUOC_HIEU, RIGHT, TIEU_NGU, TITLE, centre, p, recognised, shape

from generator.word.recognised import Recognised, Rule

LINE = centre(inside=shape(3427))
NAMES = centre(QUOC_HIEU, "b") + centre(TIEU_NGU, "b")


def cells(left: str, right: str, borders: str = "", below: str = "") -> str:
    """The head as a table, with these borders on the cell of Quốc hiệu, or on the one below it."""

    def cell(width: int, content: str, own: str) -> str:
        drawn = f"<w:tcBorders>{own}</w:tcBorders>" if own else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{drawn}</w:tcPr>{content}</w:tc>'

    first = f"<w:tr>{cell(3500, left, '')}{cell(5500, right, borders)}</w:tr>"
    second = f"<w:tr>{cell(3500, NUMBER, '')}{cell(5500, DATE, below)}</w:tr>"
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="3500"/><w:gridCol w:w="5500"/></w:tblGrid>{first}{second}</w:tbl>'


def side(name: str, kind: str = "single") -> str:
    return f'<w:{name} w:val="{kind}" w:sz="4"/>'


def found_in(head: str) -> Recognised:
    return recognised(head, TITLE, BODY, CLOSE)


def rule_of(head: str, component: str = "tieu_ngu") -> Rule:
    rule = found_in(head).rules[component]
    assert rule is not None
    return rule


def at(drop: int, length: int = 3427) -> str:
    """A line so many twips below the top of its paragraph."""
    place = f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop * 635}</wp:posOffset></wp:positionV>'
    return shape(length).replace("<wp:extent", f"{place}<wp:extent", 1)


@pytest.mark.parametrize(("kind", "solid", "strokes"), [("single", True, 1), ("double", True, 2), ("dashed", False, 1)])
def test_the_lower_border_of_a_cell_is_a_line_as_long_as_the_cell(kind: str, solid: bool, strokes: int) -> None:
    rule = rule_of(cells(LEFT, NAMES, side("bottom", kind)))
    assert (rule.kind, rule.length, rule.solid, rule.strokes) == ("border", 5500, solid, strokes)


@pytest.mark.parametrize(
    "borders",
    [
        {"borders": "".join(map(side, ("top", "bottom", "left", "right")))},
        {"borders": side("left")},
        {"below": side("top")},
    ],
)
def test_borders_that_may_stand_in_for_the_line_leave_it_unknown(borders: dict[str, str]) -> None:
    found = found_in(cells(LEFT, NAMES, **borders))
    assert "tieu_ngu" not in found.rules
    assert found.rules["co_quan_ban_hanh"] is not None


def test_without_border_and_without_drawing_there_is_no_line() -> None:
    assert found_in(cells(LEFT, NAMES)).rules["tieu_ngu"] is None


def test_a_line_in_the_next_paragraph_is_measured_from_the_words() -> None:
    assert rule_of(cells(LEFT, NAMES + centre(inside=at(60)))).drop == 60
    assert rule_of(cells(LEFT, NAMES + centre(inside=at(-400)))).drop == -400


def test_a_line_in_the_paragraph_of_its_words_is_measured_from_their_lower_edge() -> None:
    rule = rule_of(cells(LEFT, centre(QUOC_HIEU, "b") + centre(TIEU_NGU, "b", at(340))))
    assert rule.drop == 340 - rule.line_height
    two_lines = rule_of(cells(centre("ỦY BAN NHÂN DÂN\nXÃ HOÀNG KIM", "b", at(660, 900)), RIGHT), "co_quan_ban_hanh")
    assert two_lines.drop == 660 - 2 * two_lines.line_height


def test_where_a_line_lies_is_not_known_in_other_paragraphs() -> None:
    assert rule_of(cells(LEFT, NAMES + p() + centre(inside=at(60)))).drop is None
    assert rule_of(cells(LEFT, centre(QUOC_HIEU, "b", at(600)) + centre(TIEU_NGU, "b"))).drop is None


def test_where_a_line_lies_is_not_known_in_another_row_or_below_a_gap() -> None:
    lower_row = cells(LEFT, NAMES).replace(DATE, DATE.replace("</w:p>", f"{at(-500)}</w:p>"))
    assert rule_of(lower_row).drop is None
    gap = centre(inside=at(-200)).replace("<w:pPr>", '<w:pPr><w:spacing w:before="400"/>')
    assert rule_of(cells(LEFT, NAMES + gap)).drop is None


def test_the_line_under_the_motto_goes_before_one_under_the_name() -> None:
    found = found_in(cells(LEFT, centre(QUOC_HIEU, "b", shape(2000)) + centre(TIEU_NGU, "b") + LINE))
    assert found.above_motto is not None
    assert found.above_motto.text == QUOC_HIEU
    rule = found.rules["tieu_ngu"]
    assert rule is not None
    assert rule.length == 3427


@pytest.mark.parametrize(
    "right",
    [RIGHT, centre(QUOC_HIEU, "b", shape(3427)) + centre(TIEU_NGU, "b"), NAMES],
    ids=["usual", "moved down", "none"],
)
def test_a_single_line_is_that_of_the_motto(right: str) -> None:
    assert found_in(cells(LEFT, right)).above_motto is None


def test_a_border_under_the_name() -> None:
    name = centre(QUOC_HIEU, "b").replace("<w:pPr>", f"<w:pPr><w:pBdr>{side('bottom')}</w:pBdr>")
    found = found_in(cells(LEFT, name + centre(TIEU_NGU, "b") + LINE))
    assert found.above_motto is not None


@pytest.mark.parametrize(
    "right",
    [
        centre("CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", "b") + centre(TIEU_NGU, "b") + LINE,
        centre("CỘNG HÒA XÃ HỘI", "b") + centre("CHỦ NGHĨA VIỆT NAM", "b") + centre(TIEU_NGU, "b") + LINE,
        centre(f"CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n{TIEU_NGU}", "b") + LINE,
    ],
    ids=["line break", "paragraphs", "one paragraph"],
)
def test_a_name_in_two_lines_is_found_whole(right: str) -> None:
    found = found_in(cells(LEFT, right))
    written = " ".join(" ".join(each.text.split()) for each in found.of("quoc_hieu"))
    assert written == QUOC_HIEU
    assert [each.text for each in found.of("tieu_ngu")] == [TIEU_NGU]
    assert [" ".join(each.text.split()) for each in found.of("co_quan_ban_hanh")] == ["ỦY BAN NHÂN DÂN", "XÃ HOÀNG KIM"]


def test_a_misspelt_name_keeps_its_block_apart() -> None:
    right = centre("CỘNG HÒA XÃ HỘI CHỦ NGHĨ VIỆT NAM", "b") + centre(TIEU_NGU, "b") + LINE
    found = found_in(cells(LEFT, right))
    assert [each.text for each in found.of("quoc_hieu")] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨ VIỆT NAM"]
    assert all(rule is not None for rule in found.rules.values())
