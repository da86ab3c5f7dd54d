"""TT603: the margins that the office has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.data.house import Le, QuyCach
from generator.decree.page import Side
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.house.house_rule import chosen
from generator.rules.page.sections import place_of, runs_of
from generator.rules.page.tt103 import margins
from generator.vn.numbers import format_number
from generator.vn.text import sentence_start
from generator.word.recognised import Recognised
from generator.word.view import Section

RULE = FormatRule(
    "TT603",
    "Lề trang theo cơ quan chọn",
    "Chỉ xét trang dọc: trang ngang thường giữ lề đóng gáy ở cạnh khác, Nghị định không nói rõ.",
    chosen("le"),
)

_TOLERANCE = Decimal("0.5")  # mm; Word rounds


def check(doc: Recognised, style: QuyCach) -> Verdict:
    upright = [section for section in doc.view.sections if section.width <= section.height]
    return judged(_findings(doc, upright, style.le)) if upright else NOT_ASSESSED


def _findings(doc: Recognised, upright: list[Section], edges: Le) -> Iterator[Finding]:
    wanted = {Side.TOP: edges.tren, Side.BOTTOM: edges.duoi, Side.LEFT: edges.trai, Side.RIGHT: edges.phai}
    for side, length in wanted.items():

        def other(section: Section, side: Side = side, length: Decimal = length) -> Decimal | None:
            found = margins(section)[side]
            return found if abs(found - length) > _TOLERANCE else None

        for section, found in runs_of(upright, other):
            shown, right = format_number(found, 1), format_number(length)
            yield RULE.finding(
                place_of(section, doc),
                f"{sentence_start(side.value)} là «{shown} mm», cơ quan chọn {right} mm",
                f"Chọn Bố trí > Lề > Lề tùy chỉnh (Layout > Margins), đặt {side.value} {right} mm.",
            )
