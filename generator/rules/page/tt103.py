"""TT103: the margins of every section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.decree.facts import Range
from generator.decree.page import MARGINS, MARGINS_SOURCE, Side
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, mm
from generator.rules.page.sections import place_of, runs_of
from generator.vn.numbers import format_number
from generator.vn.text import sentence_start
from generator.word.recognised import Recognised
from generator.word.view import Section

RULE = FormatRule(
    "TT103",
    "Lề trang trong khoảng cho phép",
    "Lề hẹp thì mất chữ khi đóng tập, lề rộng thì tốn giấy; bản in ở mọi cơ quan giống nhau.",
    MARGINS_SOURCE,
)

_TOLERANCE = Decimal("0.5")  # mm; Word rounds
_ENGLISH = {Side.TOP: "Top", Side.BOTTOM: "Bottom", Side.LEFT: "Left", Side.RIGHT: "Right"}
# An upright sheet turned so that its bound edge, the left one, comes to be at the top.
_TURNED = {Side.TOP: Side.LEFT, Side.RIGHT: Side.TOP, Side.BOTTOM: Side.RIGHT, Side.LEFT: Side.BOTTOM}


def check(doc: Recognised) -> Verdict:
    if not doc.view.sections:
        return NOT_ASSESSED
    return judged(finding for side in Side for finding in _of_side(side, doc))


def _of_side(side: Side, doc: Recognised) -> Iterator[Finding]:
    def outside(section: Section) -> Decimal | None:
        length = margins(section)[side]
        return None if _is_turned_right(section) or _fits(length, MARGINS[side]) else length

    for section, found in runs_of(doc.view.sections, outside):
        allowed = bounds(MARGINS[side], " mm")
        gutter = format_number(mm(section.gutter), 1) if side is Side.LEFT and section.gutter else ""
        yield RULE.finding(
            place_of(section, doc),
            f"{sentence_start(side.value)} là «{format_number(found, 1)} mm»"
            + (f" kể cả {gutter} mm gáy đóng (Gutter)" if gutter else "")
            + f", phải {allowed}",
            f"Chọn Bố trí > Lề > Lề tùy chỉnh (Layout > Margins), đặt {side.value} ({_ENGLISH[side]}) {allowed}"
            + (", gáy đóng (Gutter) 0." if gutter else "."),
        )


def margins(section: Section) -> Mapping[Side, Decimal]:
    """The margins in mm."""
    return {
        Side.TOP: mm(section.top),
        Side.BOTTOM: mm(section.bottom),
        Side.LEFT: mm(section.left),
        Side.RIGHT: mm(section.right),
    }


def _is_turned_right(section: Section) -> bool:
    """Whether a lying sheet has the margins that it would have upright."""
    if section.width <= section.height:
        return False
    found = margins(section)
    return all(_fits(found[side], MARGINS[_TURNED[side]]) for side in Side)


def _fits(length: Decimal, allowed: Range) -> bool:
    return allowed.low - _TOLERANCE <= length <= allowed.high + _TOLERANCE
