"""TT101: the paper is A4."""

from __future__ import annotations

from decimal import Decimal

from generator.decree.page import PAPER
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import mm
from generator.rules.page.sections import place_of, runs_of
from generator.vn.numbers import format_number
from generator.word.recognised import Recognised
from generator.word.view import Section

RULE = FormatRule(
    "TT101",
    f"Khổ giấy {PAPER.name}",
    "Word cài ngoài Việt Nam thường đặt sẵn khổ Letter; in ra thì lệch lề, ngắt trang khác đi.",
    PAPER.source,
)

_TOLERANCE = Decimal("0.5")  # mm; Word rounds
_A4 = f"{format_number(PAPER.width)} × {format_number(PAPER.height)} mm"


def check(doc: Recognised) -> Verdict:
    if not doc.view.sections:
        return NOT_ASSESSED
    return judged(
        RULE.finding(
            place_of(section, doc),
            f"Khổ giấy là «{found}», phải là {PAPER.name} {_A4}",
            f"Chọn Bố trí > Kích cỡ > {PAPER.name} (Layout > Size).",
        )
        for section, found in runs_of(doc.view.sections, _other_size)
    )


def _other_size(section: Section) -> str | None:
    """The size in words where it is not A4, upright or lying."""
    found = sorted((mm(section.width), mm(section.height)))
    wanted = sorted((PAPER.width, PAPER.height))
    if all(abs(is_ - must) <= _TOLERANCE for is_, must in zip(found, wanted, strict=True)):
        return None
    return " × ".join(format_number(side, 0) for side in (mm(section.width), mm(section.height))) + " mm"
