from __future__ import annotations

from decimal import Decimal

import pytest
from effective_documents import NORMAL, defaults, formats, paragraph, run_look, style
from hypothesis import given
from hypothesis import strategies as st

from generator.word.table_styles import TableContext

TOGGLES = {
    "b": "bold",
    "i": "italic",
    "caps": "caps",
    "smallCaps": "small_caps",
    "strike": "strike",
    "vanish": "hidden",
}
SAID = st.sampled_from([None, False, True])


def said(name: str, switch: bool | None) -> str:
    return {None: "", False: f'<w:{name} w:val="0"/>', True: f"<w:{name}/>"}[switch]


@pytest.mark.parametrize("name", TOGGLES)
@given(levels=st.tuples(SAID, SAID, SAID, SAID, SAID))
def test_a_toggle_is_on_where_an_odd_number_of_styles_has_it_on_and_direct_formatting_is_absolute(
    name: str, levels: tuple[bool | None, ...]
) -> None:
    default, table, para, char, direct = levels
    found = formats(
        defaults(r=said(name, default))
        + style("T", r=said(name, table), kind="table")
        + style("P", r=said(name, para))
        + style("C", r=said(name, char), kind="character")
    )
    look = run_look(found, f'<w:rStyle w:val="C"/>{said(name, direct)}', styled="P", table=TableContext("T"))
    spoken = [level for level in (table, para, char) if level is not None]
    if direct is not None:
        expected = direct
    elif not spoken:
        expected = bool(default)
    else:
        expected = sum(spoken) % 2 == 1 or (bool(default) and len(spoken) > 1)
    assert getattr(look, TOGGLES[name]) is expected


@given(st.lists(SAID, min_size=1, max_size=6))
def test_within_a_chain_of_styles_the_last_that_speaks_holds(chain: list[bool | None]) -> None:
    styles = "".join(
        style(f"S{index}", r=said("b", switch), base=f"S{index - 1}" if index else "")
        for index, switch in enumerate(chain)
    )
    spoken = [switch for switch in chain if switch is not None]
    assert run_look(formats(styles), styled=f"S{len(chain) - 1}").bold is (spoken[-1] if spoken else False)


@pytest.mark.parametrize(("text", "on"), [("true", True), ("on", True), ("1", True), ("off", False), ("false", False)])
def test_a_switch_is_written_in_several_ways(text: str, on: bool) -> None:
    assert run_look(formats(), f'<w:i w:val="{text}"/>').italic is on


def test_without_styles_letters_are_those_of_word_itself() -> None:
    look = run_look(formats())
    assert (look.font, look.size, look.colour, look.shade) == ("Times New Roman", Decimal(10), "auto", "")


@pytest.mark.parametrize(("written", "size"), [("27", "13.5"), ("28", "14"), ("14pt", "14"), ("0", "10"), ("x", "10")])
def test_a_size_is_in_half_points(written: str, size: str) -> None:
    assert run_look(formats(), f'<w:sz w:val="{written}"/>').size == Decimal(size)


def test_the_default_style_holds_for_a_paragraph_that_names_none_and_one_that_names_a_missing_one() -> None:
    found = formats('<w:style w:default="1" w:styleId="Thuong"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>')
    assert run_look(found).size == run_look(found, styled="KhongCo").size == Decimal(14)


def test_where_no_style_is_marked_as_default_word_takes_the_one_named_normal() -> None:
    found = formats('<w:style w:styleId="A"><w:name w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>')
    assert run_look(found).size == Decimal(14)


def test_of_several_default_styles_the_last_holds() -> None:
    first, last = (
        f'<w:style w:default="1" w:styleId="{name}"><w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
        for name, size in (("A", 20), ("B", 28))
    )
    assert run_look(formats(first + last)).size == Decimal(14)


@pytest.mark.parametrize("kind", ["character", "table", "numbering"])
def test_a_paragraph_takes_nothing_from_a_style_of_another_kind(kind: str) -> None:
    found = formats(NORMAL + style("X", r='<w:sz w:val="40"/>', kind=kind))
    assert run_look(found, styled="X").size == Decimal(10)


def test_a_run_takes_nothing_from_a_paragraph_style_nor_from_one_that_is_missing() -> None:
    found = formats(style("P", r="<w:b/>"))
    assert not run_look(found, '<w:rStyle w:val="P"/>').bold
    assert not run_look(found, '<w:rStyle w:val="KhongCo"/>').bold


def test_a_style_takes_nothing_from_a_base_of_another_kind() -> None:
    found = formats(style("C", r="<w:b/>", kind="character") + style("P", r="<w:i/>", base="C"))
    look = run_look(found, styled="P")
    assert (look.bold, look.italic) == (False, True)


def test_styles_based_on_one_another_in_a_circle_end() -> None:
    found = formats(style("A", r="<w:b/>", base="B") + style("B", r="<w:i/>", base="A"))
    look = run_look(found, styled="A")
    assert (look.bold, look.italic) == (True, True)


def test_a_style_linked_to_another_takes_nothing_from_it() -> None:
    linked = '<w:style w:type="paragraph" w:styleId="P"><w:link w:val="C"/></w:style>'
    assert not run_look(formats(linked + style("C", r="<w:b/>", kind="character")), styled="P").bold


def test_latent_styles_say_nothing() -> None:
    latent = (
        '<w:latentStyles><w:lsdException w:name="heading 1"><w:rPr><w:b/></w:rPr></w:lsdException></w:latentStyles>'
    )
    assert not run_look(formats(latent + NORMAL)).bold


def test_other_vocabularies_inside_run_properties_say_nothing() -> None:
    alternate = "<mc:AlternateContent><mc:Choice><w:b/></mc:Choice></mc:AlternateContent><b/>"
    assert not run_look(formats(), alternate).bold


def test_what_a_revision_had_before_says_nothing() -> None:
    assert not run_look(formats(), "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>").bold


def test_the_mark_of_a_paragraph_does_not_format_its_words() -> None:
    p = paragraph(direct="<w:rPr><w:b/></w:rPr>")
    assert not formats().run(p[1], p).bold


FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Calibri" w:cs="Tahoma"/>'


@pytest.mark.parametrize(
    ("text", "font"), [("Kinh", "Arial"), ("12.5%", "Arial"), ("Kính", "Calibri"), ("đ", "Calibri")]
)
def test_plain_letters_and_accented_ones_have_fonts_of_their_own(text: str, font: str) -> None:
    assert run_look(formats(), FONTS, text=text).font == font


def test_words_are_cut_where_the_font_changes() -> None:
    p = paragraph(run=FONTS)
    pieces = formats().runs("Bộ Y tế", p[1], p)
    assert [(text, look.font) for text, look in pieces] == [
        ("B", "Arial"),
        ("ộ ", "Calibri"),
        ("Y t", "Arial"),
        ("ế", "Calibri"),
    ]


def test_words_in_one_font_are_one_piece_and_no_words_none() -> None:
    p = paragraph()
    assert [text for text, _ in formats().runs("Bộ Y tế", p[1], p)] == ["Bộ Y tế"]
    assert formats().runs("", p[1], p) == ()


@given(st.text())
def test_the_pieces_of_words_joined_are_the_words(text: str) -> None:
    p = paragraph(run=FONTS)
    assert "".join(piece for piece, _ in formats().runs(text, p[1], p)) == text


@pytest.mark.parametrize("mark", ["<w:rtl/>", "<w:cs/>"])
def test_complex_script_has_font_size_weight_and_slant_of_its_own(mark: str) -> None:
    look = run_look(formats(), f'{FONTS}<w:bCs/><w:i/><w:sz w:val="28"/><w:szCs w:val="26"/>{mark}')
    assert (look.font, look.size, look.bold, look.italic) == ("Tahoma", Decimal(13), True, False)


THEME = """<a:themeElements><a:clrScheme>
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="1f497d"/></a:dk2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme>
<a:fontScheme>
<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>
<a:font script="Arab" typeface="Arial"/><a:font script="Jpan" typeface="MS Gothic"/></a:majorFont>
<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="SimSun"/><a:cs typeface=""/></a:minorFont>
</a:fontScheme></a:themeElements>"""


@pytest.mark.parametrize(
    ("reference", "font"),
    [
        ("minorHAnsi", "Calibri"),
        ("majorAscii", "Cambria"),
        ("minorEastAsia", "SimSun"),
        ("majorBidi", "Arial"),
        ("minorBidi", "Times New Roman"),
        ("majorEastAsia", "Times New Roman"),
    ],
)
def test_a_font_of_the_theme_goes_before_a_name(reference: str, font: str) -> None:
    found = formats(theme=THEME, settings='<w:themeFontLang w:val="vi-VN" w:bidi="ar-SA"/>')
    fonts = f'<w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma" w:asciiTheme="{reference}" w:hAnsiTheme="{reference}"/>'
    assert run_look(found, fonts).font == font


def test_a_name_given_above_a_font_of_the_theme_holds() -> None:
    found = formats(defaults(r='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'), theme=THEME)
    assert run_look(found).font == "Calibri"
    assert run_look(found, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>').font == "Arial"


def test_without_the_theme_the_name_holds_and_without_a_name_word_has_times() -> None:
    assert run_look(formats(), '<w:rFonts w:hAnsi="Arial" w:hAnsiTheme="minorHAnsi"/>').font == "Arial"
    assert run_look(formats(), '<w:rFonts w:hAnsiTheme="minorHAnsi"/>').font == "Times New Roman"


@pytest.mark.parametrize(
    ("markup", "colour"),
    [
        ('w:val="auto"', "auto"),
        ('w:val="ff0000"', "FF0000"),
        ('w:val="do"', "auto"),
        ('w:val="FF0000" w:themeColor="text1"', "000000"),
        ('w:val="FF0000" w:themeColor="background1"', "FFFFFF"),
        ('w:val="FF0000" w:themeColor="text2"', "1F497D"),
        ('w:val="FF0000" w:themeColor="accent1"', "4F81BD"),
        ('w:val="FF0000" w:themeColor="accent6"', "FF0000"),
    ],
)
def test_a_colour_of_the_theme_goes_before_the_one_written(markup: str, colour: str) -> None:
    assert run_look(formats(theme=THEME), f"<w:color {markup}/>").colour == colour


@pytest.mark.parametrize(
    ("markup", "as_word_has_it"),
    [
        ('w:themeColor="accent1" w:themeShade="BF"', "365F91"),
        ('w:themeColor="accent1" w:themeTint="99"', "95B3D7"),
        ('w:themeColor="text1" w:themeTint="80"', "7F7F7F"),
        ('w:themeColor="background1" w:themeShade="A6"', "A6A6A6"),
        ('w:themeColor="text1" w:themeShade="BF"', "000000"),
        ('w:themeColor="text2" w:themeShade="x"', "1F497D"),
    ],
)
def test_a_colour_of_the_theme_is_made_lighter_or_darker(markup: str, as_word_has_it: str) -> None:
    colour = run_look(formats(theme=THEME), f"<w:color {markup}/>").colour
    pairs = [(int(colour[at : at + 2], 16), int(as_word_has_it[at : at + 2], 16)) for at in (0, 2, 4)]
    assert all(abs(ours - words) <= 1 for ours, words in pairs), colour


def test_the_settings_may_exchange_text_and_background() -> None:
    found = formats(theme=THEME, settings='<w:clrSchemeMapping w:t1="light1" w:bg1="dark1"/>')
    assert run_look(found, '<w:color w:themeColor="text1"/>').colour == "FFFFFF"


@pytest.mark.parametrize(
    ("markup", "underline"),
    [('w:val="single"', True), ('w:val="words"', True), ('w:val="none"', False), ('w:color="FF0000"', False)],
)
def test_an_underline_has_a_kind(markup: str, underline: bool) -> None:
    assert run_look(formats(), f"<w:u {markup}/>").underline is underline


def test_double_strike_is_strike() -> None:
    assert run_look(formats(), "<w:dstrike/>").strike


@pytest.mark.parametrize(
    ("markup", "shade"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', ""),
        ('<w:shd w:val="clear" w:color="auto" w:fill="ffff00"/>', "FFFF00"),
        ('<w:shd w:val="nil" w:fill="FFFF00"/>', ""),
        ('<w:shd w:val="solid" w:color="C00000" w:fill="auto"/>', "C00000"),
        ('<w:shd w:val="pct15" w:color="auto" w:fill="FFFFFF"/>', "D9D9D9"),
        ('<w:shd w:val="clear" w:fill="FF0000" w:themeFill="background1"/>', "FFFFFF"),
        ('<w:highlight w:val="yellow"/>', "FFFF00"),
        ('<w:highlight w:val="none"/>', ""),
        ('<w:shd w:val="clear" w:fill="FF0000"/><w:highlight w:val="green"/>', "00FF00"),
    ],
)
def test_what_lies_behind_the_letters(markup: str, shade: str) -> None:
    assert run_look(formats(theme=THEME), markup).shade == shade
