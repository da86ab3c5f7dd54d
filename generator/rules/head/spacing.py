"""How far one line of the head stands from another, and whether two of them stand level."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.vn.numbers import format_number
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para

_POINT = 20  # twips
_SINGLE = 240
_NEARLY_SINGLE = 276  # Word's own 1,15 for new documents; two lines so far apart look like single spacing
_WIDE = 360
_SEEN = 120  # twips; the decree takes as much for the gap between paragraphs, and more is seen as a gap here


def gap(upper: Para, lower: Para, doc: Recognised) -> int | None:
    """The room between two paragraphs that follow each other in a cell, a box or the page, in twips.

    Where the file does not tell whether Word adds both spaces up, the smaller room.  None where they are apart.
    """
    if not _together(upper, lower) or _between(upper, lower, doc):
        return None
    if upper.look.contextual and lower.look.contextual and upper.look.style == lower.look.style:
        return 0
    after, before = upper.look.after, lower.look.before
    return after + before if doc.view.adds_space else max(after, before)


def blanks_between(upper: Para, lower: Para, doc: Recognised) -> int:
    """How many empty paragraphs, without a line drawn in them, stand between two of one cell, box or page."""
    if not _together(upper, lower):
        return 0
    return sum(para.is_blank and not para.lines for para in _between(upper, lower, doc))


def _between(upper: Para, lower: Para, doc: Recognised) -> list[Para]:
    home = doc.view.margins.get(upper.part, doc.view.body)
    return [para for para in home if upper.number < para.number < lower.number and _same_home(para, upper)]


def apart(upper: Sequence[Fragment], lower: Sequence[Fragment], doc: Recognised) -> str:
    """What parts two components beyond single spacing, in words.

    "" where nothing does, the file does not tell, or one is not there.
    """
    if not upper or not lower:
        return ""
    first, second = upper[-1].para, lower[0].para
    if first is not second and not _together(first, second):
        return ""
    blanks = blanks_between(first, second, doc)
    if blanks:
        return f"{blanks} dòng trống"
    lines = [para.look.line for para in (first, second) if para.look.line_rule == "auto"]
    if lines and (max(lines) >= _WIDE or min(lines) > _NEARLY_SINGLE):
        return f"giãn dòng {format_number(round(Decimal(max(lines)) / _SINGLE, 2).normalize())}"
    room = 0 if first is second else gap(first, second, doc) or 0
    return f"{format_number(Decimal(room) / _POINT, 1)} pt" if room > _SEEN else ""


def brought_together(lines: str) -> str:
    """How to set lines (so named in Vietnamese) at single spacing, nothing between them, in Word."""
    return (
        f"Bôi đen {lines}, mở Trang đầu > Đoạn văn (Home > Paragraph), đặt Trước, Sau (Before, After) 0 pt và Giãn "
        "cách dòng Đơn (Line spacing: Single); xóa dòng trống ở giữa."
    )


def _together(upper: Para, lower: Para) -> bool:
    return upper.part == lower.part and upper.number < lower.number and _same_home(upper, lower)


def _same_home(para: Para, other: Para) -> bool:
    if para.box != other.box or para.section != other.section:
        return False
    if para.cell is None or other.cell is None:
        return para.cell is other.cell
    return (para.cell.table, para.cell.row, para.cell.column) == (other.cell.table, other.cell.row, other.cell.column)


def stand_level(left: Fragment, right: Fragment, doc: Recognised, above: Sequence[Fragment]) -> bool | None:
    """Whether two fragments in cells side by side stand on one line; None where the file does not tell.

    Beside words of other sizes (``above``: what may stand over them in their cells) heights are not known.
    """
    if any("\t" in each.para.text and not each.is_whole for each in above):
        # Blocks set side by side with tabs share their paragraphs.
        free = all(each.para.cell is None and not each.para.boxed for each in (left, right))
        return left.para is right.para if free else None
    one, other = left.para.cell, right.para.cell
    if one is None or other is None or one.table != other.table or one.column == other.column:
        return None
    if one.row != other.row:
        return False
    if any(each.para.cell is not None and each.para.cell.row == one.row for each in above):
        return None
    return _lines_above(left, doc) == _lines_above(right, doc)


def _lines_above(fragment: Fragment, doc: Recognised) -> int:
    home = doc.view.margins.get(fragment.para.part, doc.view.body)
    before = [para for para in home if para.number < fragment.para.number and _same_home(para, fragment.para)]
    text = fragment.para.text
    start = fragment.start + len(fragment.text) - len(fragment.text.lstrip())
    return sum(1 + para.text.count("\n") for para in before) + text[:start].count("\n")
