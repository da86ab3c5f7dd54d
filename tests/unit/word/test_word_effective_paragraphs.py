from __future__ import annotations

import pytest
from effective_documents import NORMAL, defaults, formats, paragraph_look, style
from hypothesis import given
from hypothesis import strategies as st

from generator.word.looks import Border, ParagraphLook


def test_without_styles_a_paragraph_stands_as_word_has_it() -> None:
    assert paragraph_look(formats()) == ParagraphLook()


def test_the_look_names_the_style_in_effect() -> None:
    found = formats(NORMAL + style("P"))
    assert [paragraph_look(found, styled=name).style for name in ("", "P", "KhongCo")] == ["Normal", "P", "Normal"]


@pytest.mark.parametrize(
    ("written", "align"),
    [
        ("left", "left"),
        ("start", "left"),
        ("right", "right"),
        ("end", "right"),
        ("center", "center"),
        ("both", "both"),
        ("distribute", "both"),
        ("la", "left"),
    ],
)
def test_alignment_in_both_forms_of_the_standard(written: str, align: str) -> None:
    assert paragraph_look(formats(), f'<w:jc w:val="{written}"/>').align == align


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('w:left="720" w:right="360"', (720, 360, 0)),
        ('w:start="720" w:end="360"', (720, 360, 0)),
        ('w:left="2cm"', (1134, 0, 0)),
        ('w:left="-57"', (-57, 0, 0)),
        ('w:firstLine="567"', (0, 0, 567)),
        ('w:left="720" w:hanging="360"', (720, 0, -360)),
        ('w:firstLine="567" w:hanging="360"', (0, 0, -360)),
        ('w:left="x" w:firstLine="99999999999999999999"', (0, 0, 0)),
        ('w:firstLineChars="200"', (0, 0, 560)),
        ('w:firstLineChars="200" w:firstLine="567"', (0, 0, 567)),
        ('w:leftChars="100" w:hangingChars="50"', (280, 0, -140)),
        ('w:firstLineChars="0" w:firstLine="567"', (0, 0, 567)),
    ],
)
def test_indents(written: str, expected: tuple[int, int, int]) -> None:
    found = formats(defaults(r='<w:sz w:val="28"/>'))
    look = paragraph_look(found, f"<w:ind {written}/>")
    assert (look.left, look.right, look.first_line) == expected


def test_every_indent_is_inherited_by_itself() -> None:
    found = formats(style("P", p='<w:ind w:left="720" w:hanging="360"/>'))
    look = paragraph_look(found, '<w:ind w:firstLine="567"/>', styled="P")
    assert (look.left, look.first_line) == (720, 567)


def test_an_indent_in_characters_goes_before_a_length_until_it_is_taken_back() -> None:
    found = formats(style("P", p='<w:ind w:firstLineChars="200" w:firstLine="480"/>'))
    assert paragraph_look(found, '<w:ind w:firstLine="567"/>', styled="P").first_line == 480
    assert paragraph_look(found, '<w:ind w:firstLineChars="0" w:firstLine="567"/>', styled="P").first_line == 567


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('w:before="120" w:after="60"', (120, 60)),
        ('w:before="6pt"', (120, 0)),
        ('w:beforeLines="50"', (120, 0)),
        ('w:beforeLines="50" w:before="156"', (156, 0)),
        ('w:beforeLines="0" w:before="156"', (156, 0)),
        ('w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1"', (280, 280)),
        ('w:before="100" w:beforeAutospacing="0"', (100, 0)),
    ],
)
def test_space_above_and_below(written: str, expected: tuple[int, int]) -> None:
    look = paragraph_look(formats(), f"<w:spacing {written}/>")
    assert (look.before, look.after) == expected


def test_an_old_setting_fixes_automatic_space_and_adds_spaces_up() -> None:
    found = formats(settings="<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>")
    look = paragraph_look(found, '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>')
    assert (look.before, look.after, found.adds_space) == (100, 200, True)
    assert not formats().adds_space


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('w:line="360" w:lineRule="auto"', (360, "auto")),
        ('w:line="360"', (360, "auto")),
        ('w:line="340" w:lineRule="exact"', (340, "exact")),
        ('w:line="17pt" w:lineRule="atLeast"', (340, "atLeast")),
    ],
)
def test_line_spacing(written: str, expected: tuple[int, str]) -> None:
    look = paragraph_look(formats(), f"<w:spacing {written}/>")
    assert (look.line, look.line_rule) == expected


def test_line_spacing_without_a_rule_is_by_lines_whatever_the_style_has() -> None:
    found = formats(style("P", p='<w:spacing w:line="340" w:lineRule="exact" w:after="120"/>'))
    look = paragraph_look(found, '<w:spacing w:line="360"/>', styled="P")
    assert (look.line, look.line_rule, look.after) == (360, "auto", 120)


def test_switches_of_a_paragraph_are_no_toggles() -> None:
    switches = "<w:keepNext/><w:pageBreakBefore/><w:contextualSpacing/>"
    found = formats(defaults(p=switches) + style("P", p=switches))
    look = paragraph_look(found, styled="P")
    assert (look.keep_next, look.page_break_before, look.contextual) == (True, True, True)
    assert not paragraph_look(found, '<w:keepNext w:val="0"/>', styled="P").keep_next


@pytest.mark.parametrize(("written", "level"), [("0", 0), ("8", 8), ("9", None), ("-1", None), ("x", None)])
def test_the_outline_level_comes_from_the_style(written: str, level: int | None) -> None:
    found = formats(style("P", p=f'<w:outlineLvl w:val="{written}"/>'))
    assert paragraph_look(found, styled="P").outline == level


def test_direct_formatting_may_make_body_text_of_a_heading() -> None:
    found = formats(style("P", p='<w:outlineLvl w:val="0"/>'))
    assert paragraph_look(found, '<w:outlineLvl w:val="9"/>', styled="P").outline is None


def test_borders_above_and_below() -> None:
    borders = '<w:pBdr><w:top w:val="nil"/><w:left w:val="single"/><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
    look = paragraph_look(formats(), borders)
    assert (look.above, look.below) == (None, Border("single", 6))


def test_a_border_of_the_style_may_be_taken_away() -> None:
    found = formats(style("P", p='<w:pBdr><w:bottom w:val="double" w:sz="4"/></w:pBdr>'))
    assert paragraph_look(found, styled="P").below == Border("double", 4)
    assert paragraph_look(found, '<w:pBdr><w:bottom w:val="none"/></w:pBdr>', styled="P").below is None


def test_what_a_revision_had_before_says_nothing() -> None:
    changed = '<w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    assert paragraph_look(formats(), changed).align == "left"


LENGTHS = st.none() | st.integers(0, 2000)


@given(default=LENGTHS, base=LENGTHS, own=LENGTHS, direct=LENGTHS)
def test_the_strongest_level_that_speaks_holds(
    default: int | None, base: int | None, own: int | None, direct: int | None
) -> None:
    def after(length: int | None) -> str:
        return "" if length is None else f'<w:spacing w:after="{length}"/>'

    found = formats(defaults(p=after(default)) + style("B", p=after(base)) + style("P", p=after(own), base="B"))
    spoken = [length for length in (direct, own, base, default, 0) if length is not None]
    assert paragraph_look(found, after(direct), styled="P").after == spoken[0]
