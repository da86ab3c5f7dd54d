"""The rule under a component: there, apart from the words, solid, of the right length, centred."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.decree.components import COMPONENTS, Component
from generator.decree.facts import RuleLine
from generator.decree.head import RULE_APART, RULE_DRAWN
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import mm
from generator.vn.numbers import format_number, format_percent
from generator.word.recognised import Recognised, Rule

_TOLERANCE = Fraction(5, 100)  # text is measured without its font, and Word rounds
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
