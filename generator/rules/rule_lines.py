"""The rule under a component: there, apart from the words, solid, of the right length, centred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.decree.components import COMPONENTS, Component
from generator.decree.facts import RuleLine
from generator.decree.head import RULE_APART, RULE_BLACK, RULE_DRAWN, RULE_ONCE
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import mm
from generator.vn.numbers import format_number, format_percent
from generator.word.recognised import Recognised, Rule

_TOLERANCE = Fraction(5, 100)  # text is measured without its font, and Word rounds
_TWO = 2
_DARK = 0x40  # of 0xFF in each colour
_CUTS = Fraction(2, 5)  # of the height of a line: so far above its lower edge it touches the letters
_FAR = Fraction(3, 2)
_LEAST_TOLERANCE = 57  # twips: a millimetre
_SUPERSCRIPT = Fraction(58, 100)  # of its size: how small a superscript may come out, and with it "____"
_HOW = "Chèn > Hình > Đường thẳng (Insert > Shapes > Line), giữ phím Shift khi vẽ cho đường nằm ngang"


def line_verdict(rule: FormatRule, component_id: str, doc: Recognised) -> Verdict:
    """The verdict on the rule under a component; what the file does not tell of it is not judged."""
    component = COMPONENTS[component_id]
    fragments = doc.of(component_id)
    if component.rule is None or component_id not in doc.rules or not fragments:
        return NOT_ASSESSED
    line = doc.rules[component_id]
    if line is None:
        wanted = f"nét liền, dài {_wanted(component.rule)}, cân đối so với dòng chữ"
        return judged(
            [
                rule.finding(
                    fragments[-1].place,
                    f"Dưới {component.name} không có đường kẻ ngang",
                    f"{_HOW}: {wanted}.",
                    component.rule.source,
                )
            ]
        )
    return judged(_findings(rule, component, component.rule, line))


def _findings(rule: FormatRule, component: Component, wanted: RuleLine, line: Rule) -> Iterator[Finding]:
    place, under = line.fragment.place, f"Đường kẻ dưới {component.name}"
    if line.kind == "underline":
        yield rule.finding(
            place, f"{under} là «gạch chân» của chữ, phải là đường kẻ riêng", f"Bỏ gạch chân; {_HOW}.", RULE_APART
        )
    elif line.kind == "characters":
        yield rule.finding(
            place, f"{under} gõ bằng «ký tự gạch», nên vẽ thành đường kẻ", f"Xóa các ký tự ấy; {_HOW}.", RULE_DRAWN
        )
    if not line.solid:
        yield rule.finding(
            place,
            f"{under} là «nét đứt», phải là nét liền",
            "Chọn đường kẻ, rồi Định dạng hình > Đường viền > Gạch nối > Nét liền (Shape Outline > Dashes > Solid).",
            wanted.source,
        )
    if line.strokes > 1:
        yield rule.finding(
            place,
            f"{under} là «nét {'đôi' if line.strokes == _TWO else 'ba'}», phải là một nét",
            "Chọn đường kẻ, rồi Định dạng hình > Đường viền (Shape Outline > Weight > More Lines), chọn kiểu một nét.",
            RULE_ONCE,
        )
    if not _is_dark(line.colour):
        yield rule.finding(
            place,
            f"{under} có màu «#{line.colour}», nên màu đen",
            "Chọn đường kẻ, rồi Định dạng hình > Đường viền (Shape Outline), chọn màu đen.",
            RULE_BLACK,
        )
    yield from _misplaced(rule, wanted, line, under)
    if line.length is not None and line.text_length and not _is_long_enough(wanted, line, line.length):
        share = format_percent(Decimal(100 * line.length) / line.text_length, 0)
        length, text = (format_number(mm(twips), 0) for twips in (line.length, line.text_length))
        yield rule.finding(
            place,
            f"{under} dài «{length} mm», bằng {share} dòng chữ ({text} mm); phải dài {_wanted(wanted)}",
            f"Kéo đầu đường kẻ cho dài {_span(wanted, line.text_length)}.",
            wanted.source,
        )
    if line.centred is False:
        yield rule.finding(
            place,
            f"{under} đang «lệch» so với dòng chữ, phải cân đối",
            "Kéo đường kẻ vào giữa dòng chữ, hoặc chọn Căn chỉnh > Căn giữa (Shape Format > Align > Align Center).",
            wanted.source,
        )


def _misplaced(rule: FormatRule, wanted: RuleLine, line: Rule, under: str) -> Iterator[Finding]:
    """A line above its words, through them, or far below."""
    if line.drop is None or not line.line_height:
        return
    fix = "Kéo đường kẻ xuống sát dưới dòng chữ của nó."
    if line.drop < -line.line_height:
        yield rule.finding(
            line.fragment.place, f"{under} nằm «phía trên» dòng chữ, phải ở phía dưới", fix, wanted.source
        )
    elif line.drop < -line.line_height * _CUTS:
        yield rule.finding(line.fragment.place, f"{under} nằm «đè lên» dòng chữ, phải ở phía dưới", fix, wanted.source)
    elif line.drop > line.line_height * _FAR:
        yield rule.finding(
            line.fragment.place,
            f"{under} nằm «cách {format_number(mm(line.drop), 0)} mm» phía dưới dòng chữ, phải sát dòng chữ",
            "Kéo đường kẻ lên sát dưới dòng chữ của nó.",
            RULE_ONCE,
        )


def _is_dark(colour: str) -> bool:
    """Whether a line passes for black; what is no colour is taken for black."""
    if re.fullmatch("[0-9A-Fa-f]{6}", colour) is None:
        return True
    return all(int(colour[at : at + 2], 16) <= _DARK for at in (0, 2, 4))


def _is_long_enough(wanted: RuleLine, line: Rule, length: int) -> bool:
    """Whether the length is right, or may be for all we know.

    The length of typed characters is known but roughly: how high and how small they are set differs.
    """
    text = line.text_length or 0
    low, high = wanted.shortest * text, wanted.longest * text
    if line.kind == "characters":
        low, high = low * _SUPERSCRIPT, high / _SUPERSCRIPT
    tolerance = max(_TOLERANCE * text, Fraction(_LEAST_TOLERANCE))
    return low - tolerance <= length <= high + tolerance


def _wanted(wanted: RuleLine) -> str:
    if wanted.shortest == wanted.longest == 1:
        return "bằng độ dài dòng chữ"
    if not wanted.shortest:
        return f"không quá {wanted.longest} độ dài dòng chữ"
    return f"từ {wanted.shortest} đến {wanted.longest} độ dài dòng chữ"


def _span(wanted: RuleLine, text: int) -> str:
    low, high = (format_number(mm(int(share * text)), 0) for share in (wanted.shortest, wanted.longest))
    return f"{low} mm" if low == high else f"từ {low} đến {high} mm"
