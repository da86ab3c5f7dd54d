"""TT604: the indent of the first line that the office has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.data.house import QuyCach
from generator.findings import Finding
from generator.rules.body.prose import INDENTED, fragments_of
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen, told_once
from generator.rules.looks import mm
from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised

RULE = FormatRule(
    "TT604",
    "Dòng đầu của đoạn lùi vào theo cơ quan chọn",
    "Nghị định cho chọn 1 cm hoặc 1,27 cm; lẫn cả hai trong một văn bản thì các đoạn so le. Đoạn lùi cả khối vào sâu "
    "hơn là danh sách con hay đoạn trích, không xét.",
    chosen("thut_dau_dong"),
)

_TOLERANCE = Decimal("0.05")  # cm; Word rounds


def check(doc: Recognised, style: QuyCach) -> Verdict:
    fragments = [
        each
        for each in fragments_of(doc, INDENTED)
        if each.para.look.align in ("left", "both") and not _is_deeper_block(each, style.thut_dau_dong)
    ]
    return judged(told_once(_findings(fragments, style.thut_dau_dong))) if fragments else NOT_ASSESSED


def _start(fragment: Fragment) -> Decimal:
    """Where the first line begins, in cm; where a number hangs, its own place is the start."""
    look = fragment.para.look
    return mm(look.left + look.first_line) / 10


def _is_deeper_block(fragment: Fragment, wanted: Decimal) -> bool:
    return fragment.para.look.left > 0 and _start(fragment) > wanted + _TOLERANCE


def _findings(fragments: list[Fragment], wanted: Decimal) -> Iterator[Finding]:
    right = f"{format_number(wanted)} cm"
    for fragment in fragments:
        start = _start(fragment)
        if abs(start - wanted) > _TOLERANCE:
            yield RULE.finding(
                fragment.place,
                f"Chữ đầu dòng lùi vào «{format_number(start)} cm», cơ quan chọn {right}",
                "Bôi đen các đoạn này, chọn Trang đầu > Đoạn văn > Đặc biệt: Dòng đầu tiên "
                f"(Home > Paragraph > Special: First line), gõ {right}.",
            )
