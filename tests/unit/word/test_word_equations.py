from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from word_documents import M, W, text_of, texts, words
from word_reports import whole

from generator.word.builder.xml import NAMESPACES
from generator.word.equations import Equation
from generator.word.metrics import text_width

WORD = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyộữĐS0159&<>\"'%;(),/-", min_size=1, max_size=8)
PHRASE = st.lists(WORD, min_size=1, max_size=25).map(" ".join)
SIZES = st.sampled_from([11, 12, Decimal("12.5"), 14])
EQUATIONS = st.builds(
    Equation,
    left=st.lists(WORD, min_size=1, max_size=8).map(" ".join),
    numerator=PHRASE,
    denominator=PHRASE,
    factor=st.sampled_from(["100%", "1.000"]),
    width=st.integers(200, 12000),
    size=SIZES,
)
SHORT = Equation("Tỷ lệ", "Số hồ sơ trực tuyến", "Tổng số hồ sơ", "100%", 6600, 12)
SHOWN = "Tỷ lệ = Số hồ sơ trực tuyến Tổng số hồ sơ × 100%"
LONG = Equation(
    "Tỷ lệ",
    "Số hồ sơ thủ tục hành chính do Sở TT&TT tiếp nhận và giải quyết trực tuyến trong kỳ",
    "Tổng số hồ sơ thủ tục hành chính đã tiếp nhận trong kỳ",
    "100%",
    3800,
    12,
)
LONG_LEFT = replace(LONG, left="Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản thanh toán", width=6600)
LONG_WORD = replace(LONG_LEFT, denominator="Tổng số thuêbaođiệnthoạidiđộngtrảtrước")


def parsed(equation: Equation) -> ET.Element:
    return ET.fromstring(f"<w:p {NAMESPACES}>{equation.xml()}</w:p>")


def is_drawn(equation: Equation) -> bool:
    return parsed(equation).find(f"{M}oMathPara") is not None


def lines(element: ET.Element) -> list[str]:
    """The lines that stand one under the other in a part of an equation."""
    rows = list(element.iter(f"{M}mr"))
    return [text_of(row) for row in rows] or [text_of(element)]


def part(equation: Equation, name: str) -> list[str]:
    (found,) = parsed(equation).iter(f"{M}{name}")
    return lines(found)


def drawn_width(equation: Equation) -> int:
    """The lengths of what stands side by side in an equation."""

    def longest(texts: list[str]) -> int:
        return max(text_width(text, equation.size) for text in texts)

    total = 0
    for child in parsed(equation).find(f"{M}oMathPara/{M}oMath") or ():
        parts = [child] if child.tag != f"{M}f" else [*child.iter(f"{M}num"), *child.iter(f"{M}den")]
        total += max(longest(lines(each)) for each in parts)
    return total


@given(EQUATIONS)
@example(SHORT)
@example(LONG)
def test_all_words_come_out_in_order_and_apart(equation: Equation) -> None:
    if is_drawn(equation):
        shown = f"{equation.left} = {equation.numerator} {equation.denominator} × {equation.factor}"
    else:
        shown = str(equation)
    assert text_of(parsed(equation)).split() == shown.split()


@given(EQUATIONS)
@example(SHORT)
@example(LONG)
def test_a_drawn_equation_is_never_wider_than_its_width(equation: Equation) -> None:
    assert drawn_width(equation) <= equation.width


def single_words_go(equation: Equation) -> bool:
    texts = (equation.left, equation.numerator, equation.denominator)
    left, *terms = (max(text_width(word, equation.size) for word in text.split()) for text in texts)
    signs = text_width(f" =  × {equation.factor}", equation.size)
    free = int(equation.size * 20 * 2)  # two letters' height are room enough beside the fraction
    return left + max(terms) + signs + free <= equation.width


@given(EQUATIONS)
def test_an_equation_is_drawn_where_its_single_words_go(equation: Equation) -> None:
    assert is_drawn(equation) or not single_words_go(equation)


@pytest.mark.parametrize("equation", [SHORT, LONG, LONG_LEFT, LONG_WORD])
def test_an_equation_goes_into_a_column_of_any_width(equation: Equation) -> None:
    drawn = []
    for width in range(200, 14000, 100):
        narrowed = replace(equation, width=width)
        assert drawn_width(narrowed) <= width
        assert is_drawn(narrowed) or not single_words_go(narrowed)
        drawn.append(is_drawn(narrowed))
    assert drawn == sorted(drawn)  # from some width on, always


def test_what_goes_on_one_line_stands_on_one() -> None:
    assert [line.strip() for line in part(SHORT, "num") + part(SHORT, "den")] == [
        "Số hồ sơ trực tuyến",
        "Tổng số hồ sơ",
    ]
    assert not list(parsed(SHORT).iter(f"{M}m"))


def test_a_long_phrase_is_broken_into_even_lines_that_are_centred() -> None:
    found = part(LONG, "num")
    assert len(found) > 2
    assert min(map(len, found)) * 2 > max(map(len, found))
    assert {each.get(f"{M}val") for each in parsed(LONG).iter(f"{M}mcJc")} == {"center"}


def test_a_long_left_side_leaves_most_of_the_width_to_the_fraction() -> None:
    left, *_ = parsed(LONG_LEFT).find(f"{M}oMathPara/{M}oMath") or ()
    assert len(lines(left)) > 1
    assert max(text_width(line, 12) for line in lines(left)) < LONG_LEFT.width / 3


def test_an_equation_without_room_for_a_word_is_a_line_of_words() -> None:
    narrow = Equation("Tỷ lệ", "Số hồ sơ", "Tổng số", "100%", 1000, 12)
    assert not is_drawn(narrow)
    assert text_of(parsed(narrow)) == str(narrow) == "Tỷ lệ = (Số hồ sơ) / (Tổng số) × 100%"


def test_the_words_are_normal_text_in_times_new_roman() -> None:
    for run in parsed(LONG).iter(f"{M}r"):
        assert run.find(f"{M}rPr/{M}nor") is not None
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert set(fonts.attrib.values()) == {"Times New Roman"}


def test_the_size_is_that_of_the_style() -> None:
    assert not list(parsed(LONG).iter(f"{W}sz"))


def test_an_equation_stands_to_the_left_in_a_paragraph_of_its_own() -> None:
    (sides,) = parsed(SHORT).findall(f"{M}oMathPara/{M}oMathParaPr/{M}jc")
    assert sides.get(f"{M}val") == "left"


def test_a_template_prints_an_equation_or_its_words() -> None:
    found = texts(whole(words("{{r ct }}", "Cách tính: {{ ct }}."), ct=SHORT))
    assert found[0].split() == SHOWN.split()
    assert found[1] == "Cách tính: Tỷ lệ = (Số hồ sơ trực tuyến) / (Tổng số hồ sơ) × 100%."


@pytest.mark.parametrize("equation", [SHORT, LONG, Equation("a", "&<b>\"'", "c", "100%", 100, 12)])
def test_an_independent_validator_finds_no_error(equation: Equation, tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(whole(words("{{r ct }}"), ct=equation))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
