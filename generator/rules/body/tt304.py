"""The space between lines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.decree.page import BODY
from generator.findings import Finding
from generator.rules.body.prose import gathered, stands_free
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import speaks
from generator.vn.numbers import format_number
from generator.word.metrics import line_height
from generator.word.recognised import Recognised
from generator.word.view import Para

_LINE = 240
_POINT = 20  # twips
_ROUNDING = Decimal("0.01")  # lines
# Spacing in points is compared with the height of a line, which is the font's and not in the file.
_HEIGHT_TOLERANCE = 20  # twips
_ALLOWED = f"từ {format_number(BODY.line_spacing.low)} đến {format_number(BODY.line_spacing.high)} dòng"
_FIX = (
    "Bôi đen các đoạn này, chọn Trang đầu > Giãn cách dòng và đoạn (Home > Line and Paragraph Spacing), "
    f"đặt {_ALLOWED}."
)

RULE = FormatRule(
    "TT304",
    f"Khoảng cách giữa các dòng {_ALLOWED}",
    "Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines; dòng khít hơn thì dấu tiếng Việt bị cắt.",
    BODY.source,
)


def check(doc: Recognised) -> Verdict:
    paragraphs = [para for para in doc.content if stands_free(para) and not para.is_blank]
    return judged(gathered(_findings(paragraphs))) if paragraphs else NOT_ASSESSED


def _findings(paragraphs: list[Para]) -> Iterator[Finding]:
    for para in paragraphs:
        shown = _fault(para)
        if shown:
            problem = f"Khoảng cách giữa các dòng là «{shown}», phải {_ALLOWED}"
            yield RULE.finding(para.place, problem, _FIX)


def _fault(para: Para) -> str:
    """The spacing as it is shown, if it is not allowed."""
    look = para.look
    if look.line_rule == "auto":
        lines = Decimal(look.line) / _LINE
        low, high = BODY.line_spacing.low - _ROUNDING, BODY.line_spacing.high + _ROUNDING
        return "" if low <= lines <= high else f"{format_number(lines)} dòng"
    single = max((line_height(part.look.size) for part in para.stretches if speaks(part)), default=0)
    if not single:
        return ""
    too_tight = look.line_rule == "exact" and look.line < single * BODY.line_spacing.low - _HEIGHT_TOLERANCE
    too_wide = look.line > single * BODY.line_spacing.high + _HEIGHT_TOLERANCE
    if not (too_tight or too_wide):
        return ""
    how = "chính xác" if look.line_rule == "exact" else "ít nhất"
    return f"{how} {format_number(Decimal(look.line) / _POINT)} pt"
