from __future__ import annotations

import pytest
from effective_documents import NORMAL, formats, paragraph, paragraph_look, style
from hypothesis import given
from hypothesis import strategies as st

from generator.word.effective import Formats
from generator.word.numbering import letters, roman


def level(index: int, text: str, kind: str = "decimal", *, more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(*levels: str, name: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, name: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{overrides}</w:num>'


def override(index: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{index}">{inner}</w:lvlOverride>'


def of(number: int, index: int | None = 0) -> str:
    ilvl = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>'


def markers(found: Formats, *places: tuple[int, int]) -> list[str]:
    """The markers of paragraphs in turn, each a list and a level."""
    return [found.marker(paragraph(direct=of(number, index))) for number, index in places]


OUTLINE = (level(0, "%1.", "upperRoman"), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))


def outline(*overrides: str, second: str = "") -> Formats:
    return formats(numbering=abstract(*OUTLINE) + num(1, overrides="".join(overrides)) + second)


@pytest.mark.parametrize(
    ("kind", "first_three"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("upperRoman", ["I", "II", "III"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("decimalEnclosedCircle", ["①", "②", "③"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -"]),
        ("none", ["", "", ""]),
    ],
)
def test_forms_of_numbers(kind: str, first_three: list[str]) -> None:
    found = formats(numbering=abstract(level(0, "(%1)", kind)) + num(1))
    assert markers(found, *[(1, 0)] * 3) == [f"({each})" for each in first_three]


def test_a_custom_form_pads_with_noughts() -> None:
    alternate = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    custom = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{alternate}<w:lvlText w:val="%1"/></w:lvl>'
    assert markers(formats(numbering=abstract(custom) + num(1)), (1, 0), (1, 0)) == ["009", "010"]


def test_levels_count_and_deeper_ones_begin_afresh() -> None:
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert markers(outline(), *places) == ["I.", "I.1", "a)", "b)", "I.2", "a)", "II.", "II.1"]


def test_a_level_above_that_was_skipped_shows_its_start_and_counts_as_used() -> None:
    assert markers(outline(), (1, 1), (1, 1), (1, 0), (1, 1)) == ["I.1", "I.2", "II.", "II.1"]


def test_a_story_counts_by_itself() -> None:
    found = outline()
    stories = ["", "", "box", "margins", "box", ""]
    assert [found.marker(paragraph(direct=of(1)), story) for story in stories] == [
        "I.",
        "II.",
        "I.",
        "I.",
        "II.",
        "III.",
    ]


@pytest.mark.parametrize(("kind", "marker"), [("decimal", "2.1."), ("decimalZero", "2.01."), ("lowerLetter", "2.a.")])
def test_a_legal_level_writes_the_numbers_above_it_in_digits_and_its_own_as_it_is(kind: str, marker: str) -> None:
    found = formats(numbering=abstract(OUTLINE[0], level(1, "%1.%2.", kind, more="<w:isLgl/>")) + num(1))
    assert markers(found, (1, 0), (1, 0), (1, 1)) == ["I.", "II.", marker]


@pytest.mark.parametrize(("restart", "last"), [(None, "1"), (0, "2"), (1, "2"), (2, "1"), (5, "1")])
def test_a_level_may_say_what_restarts_it(restart: int | None, last: str) -> None:
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    found = formats(numbering=abstract(level(0, "%1"), level(1, "%2"), level(2, "%3", more=more)) + num(1))
    assert markers(found, (1, 0), (1, 1), (1, 2), (1, 1), (1, 2))[-1] == last


def test_a_restart_named_above_is_heeded_from_there_upwards() -> None:
    more = '<w:lvlRestart w:val="2"/>'
    found = formats(numbering=abstract(level(0, "%1"), level(1, "%2"), level(2, "%3", more=more)) + num(1))
    assert markers(found, (1, 0), (1, 2), (1, 0), (1, 2))[-1] == "1"


def test_lists_of_one_abstract_list_count_on_together() -> None:
    assert markers(outline(second=num(2)), (1, 0), (2, 0), (1, 0)) == ["I.", "II.", "III."]


def test_lists_of_two_abstract_lists_count_by_themselves() -> None:
    found = formats(numbering=abstract(level(0, "%1.")) + abstract(level(0, "%1)"), name=1) + num(1) + num(2, 1))
    assert markers(found, (1, 0), (2, 0), (1, 0), (2, 0)) == ["1.", "1)", "2.", "2)"]


def test_a_list_may_begin_afresh_once() -> None:
    second = num(2, overrides=override(0, '<w:startOverride w:val="5"/>'))
    found = outline(second=second)
    assert markers(found, (1, 0), (2, 0), (2, 0), (1, 0)) == ["I.", "V.", "VI.", "VII."]


def test_a_forced_start_holds_whenever_its_level_begins_afresh() -> None:
    found = outline(override(1, '<w:startOverride w:val="3"/>'))
    assert markers(found, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["I.", "I.3", "I.4", "II.", "II.3"]


def test_a_list_may_change_a_level() -> None:
    found = outline(override(0, level(0, "Phần %1", "upperLetter")))
    assert markers(found, (1, 0), (1, 0), (1, 1)) == ["Phần A", "Phần B", "B.1"]


def test_a_changed_level_keeps_the_restart_that_it_had() -> None:
    changed = override(1, level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    found = formats(numbering=abstract(level(0, "%1"), level(1, "%2")) + num(1, overrides=changed))
    assert markers(found, (1, 0), (1, 1), (1, 0), (1, 1))[-1] == "1"


def test_a_level_without_start_begins_at_nought() -> None:
    found = formats(numbering=abstract(level(0, "%1.", start=None)) + num(1))
    assert markers(found, (1, 0), (1, 0)) == ["0.", "1."]


@pytest.mark.parametrize(
    ("text", "marker"),
    [("\uf0b7", "•"), ("-", "-"), ("\uf02d", "-"), ("+", "+"), ("o", "o"), ("\uf0d8", "➢"), ("\uf0e9", "•")],
)
def test_bullets_come_out_as_signs_that_can_be_read(text: str, marker: str) -> None:
    assert markers(formats(numbering=abstract(level(0, text, "bullet")) + num(1)), (1, 0)) == [marker]


def test_a_picture_is_a_bullet() -> None:
    found = formats(numbering=abstract(level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>')) + num(1))
    assert markers(found, (1, 0)) == ["•"]


@pytest.mark.parametrize("place", [(7, 0), (1, 5), (1, 9), (1, -1), (0, 0)])
def test_a_missing_list_or_level_has_no_marker_and_counts_nothing(place: tuple[int, int]) -> None:
    assert markers(outline(), (1, 0), place, (1, 0)) == ["I.", "", "II."]


def test_a_number_of_a_deeper_level_is_left_out() -> None:
    assert markers(formats(numbering=abstract(level(0, "%1.%2"), level(1, "%2")) + num(1)), (1, 0)) == ["1."]


def test_without_numbering_there_is_no_marker() -> None:
    assert markers(formats(), (1, 0)) == [""]
    assert formats().marker(paragraph()) == ""


LINKED = abstract(
    level(0, "%1.", "upperRoman", more='<w:pStyle w:val="H1"/><w:pPr><w:ind w:left="100" w:firstLine="7"/></w:pPr>'),
    level(1, "%2.", more='<w:pStyle w:val="H2"/><w:pPr><w:ind w:left="200" w:firstLine="8"/></w:pPr>'),
) + num(1)
HEADINGS = (
    NORMAL
    + style("H1", p=f'{of(1, None)}<w:outlineLvl w:val="0"/>')
    + style("H2", p=f'{of(1, 5)}<w:ind w:left="222"/>')
    + style("H2con", base="H2")
)


def test_a_style_is_numbered_on_the_level_tied_to_it_whatever_level_it_names() -> None:
    found = formats(HEADINGS, numbering=LINKED)
    assert [found.marker(paragraph(each)) for each in ("H1", "H2", "H2con", "H1", "H2")] == [
        "I.",
        "1.",
        "2.",
        "II.",
        "1.",
    ]


def test_the_indents_of_the_list_stand_below_those_of_the_style_that_names_it() -> None:
    found = formats(HEADINGS, numbering=LINKED)
    indents = [
        (look.left, look.first_line) for look in (paragraph_look(found, styled=each) for each in ("H1", "H2", "H2con"))
    ]
    assert indents == [(100, 7), (222, 8), (222, 8)]


def test_a_list_named_directly_goes_before_the_style_and_direct_indents_before_the_list() -> None:
    found = formats(HEADINGS, numbering=LINKED)
    look = paragraph_look(found, of(1, 0), styled="H2")
    assert (look.left, look.first_line) == (100, 7)
    look = paragraph_look(found, f'{of(1, 0)}<w:ind w:left="333"/>', styled="H2")
    assert (look.left, look.first_line) == (333, 7)


def test_a_paragraph_may_take_another_level_of_its_style_s_list() -> None:
    found = formats(HEADINGS, numbering=LINKED)
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert [found.marker(paragraph(*each)) for each in (("H1", ""), ("H1", deeper), ("H1", ""))] == ["I.", "1.", "II."]


def test_numbering_may_be_taken_away_with_its_indents() -> None:
    found = formats(HEADINGS, numbering=LINKED)
    assert found.marker(paragraph("H2", of(0))) == ""
    look = paragraph_look(found, of(0), styled="H2")
    assert (look.left, look.first_line) == (222, 0)


def test_a_list_without_tied_styles_takes_the_level_that_the_style_names() -> None:
    found = formats(style("P", p=of(1, 1)), numbering=abstract(*OUTLINE) + num(1))
    assert [found.marker(paragraph("P")) for _ in range(2)] == ["I.1", "I.2"]


def test_a_list_may_stand_for_a_numbering_style() -> None:
    styles = f'<w:style w:type="numbering" w:styleId="N"><w:pPr>{of(2, None)}</w:pPr></w:style>'
    link = abstract(name=0, more='<w:numStyleLink w:val="N"/>')
    held = abstract(level(0, "%1)"), name=1, more='<w:styleLink w:val="N"/>')
    found = formats(styles, numbering=link + held + num(1, 0) + num(2, 1))
    assert markers(found, (1, 0), (1, 0), (2, 0)) == ["1)", "2)", "1)"]


def test_a_numbering_style_that_leads_back_to_itself_ends() -> None:
    styles = f'<w:style w:type="numbering" w:styleId="N"><w:pPr>{of(1, None)}</w:pPr></w:style>'
    found = formats(styles, numbering=abstract(more='<w:numStyleLink w:val="N"/>') + num(1))
    assert markers(found, (1, 0)) == [""]


@given(st.lists(st.integers(0, 2), max_size=30))
def test_numbers_on_a_level_run_without_gap_until_a_higher_level_comes(levels: list[int]) -> None:
    found = formats(numbering=abstract(*(level(index, f"%{index + 1}") for index in range(3))) + num(1))
    counts = [0, 0, 0]
    for index, marker in zip(levels, markers(found, *((1, index) for index in levels)), strict=True):
        counts = [max(count, 1) if above < index else count for above, count in enumerate(counts)]
        counts[index] += 1
        counts[index + 1 :] = [0] * (2 - index)
        assert marker == str(counts[index])


@given(st.integers(1, 3999))
def test_a_roman_numeral_adds_up_to_its_number(number: int) -> None:
    worth = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[sign] for sign in roman(number)]
    total = sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))
    assert total == number


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa"), (0, ""), (781, "")]
)
def test_letters_repeat_after_the_last(number: int, expected: str) -> None:
    assert letters(number) == expected


@pytest.mark.parametrize("number", [0, -1, 40_000])
def test_what_has_no_roman_numeral_has_no_number(number: int) -> None:
    assert roman(number) == ""
