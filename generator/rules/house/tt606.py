"""TT606: the space between lines that the office has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.data.house import QuyCach
from generator.findings import Finding
from generator.rules.body.prose import stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen, told_once
from generator.rules.looks import speaks
from generator.vn.numbers import format_number
from generator.word.metrics import line_height
from generator.word.recognised import Recognised
from generator.word.view import Para

RULE = FormatRule(
    "TT606",
    "Khoảng cách giữa các dòng theo cơ quan chọn",
    "Nghị định cho chọn từ dòng đơn đến 1,5 dòng; đoạn dán từ nơi khác thường mang theo giãn dòng của nơi ấy.",
    chosen("gian_dong"),
)

_LINE = 240
_POINT = 20  # twips
_ROUNDING = Decimal("0.01")  # lines
# Spacing in points is compared with the height of a line, which is the font's and not in the file.
_HEIGHT_TOLERANCE = 20  # twips


def check(doc: Recognised, style: QuyCach) -> Verdict:
    paragraphs = [para for para in doc.content if stands_free(para) and not para.is_blank]
    return judged(told_once(_findings(paragraphs, style.gian_dong))) if paragraphs else NOT_ASSESSED


def _findings(paragraphs: list[Para], wanted: Decimal) -> Iterator[Finding]:
    right = f"{format_number(wanted)} dòng"
    for para in paragraphs:
        shown = _other(para, wanted)
        if shown:
            yield RULE.finding(
                para.place,
                f"Khoảng cách giữa các dòng là «{shown}», cơ quan chọn {right}",
                "Bôi đen các đoạn này, chọn Trang đầu > Giãn cách dòng và đoạn > Tùy chọn giãn cách dòng "
                f"(Home > Line and Paragraph Spacing), chọn Nhiều (Multiple) và gõ {format_number(wanted)}.",
            )


def _other(para: Para, wanted: Decimal) -> str:
    """The spacing as it is shown, if it is not the one wanted."""
    look = para.look
    if look.line_rule == "auto":
        lines = Decimal(look.line) / _LINE
        return "" if abs(lines - wanted) <= _ROUNDING else f"{format_number(lines)} dòng"
    single = max((line_height(part.look.size) for part in para.stretches if speaks(part)), default=0)
    # "At least" so much, where a line is higher anyway, is single spacing.
    length = max(look.line, single) if look.line_rule == "atLeast" else look.line
    if not single or abs(length - single * wanted) <= _HEIGHT_TOLERANCE:
        return ""
    how = "ít nhất" if look.line_rule == "atLeast" else "chính xác"
    return f"{how} {format_number(Decimal(look.line) / _POINT)} pt"
