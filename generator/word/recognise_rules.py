"""The rule under a component: drawn, as a border, as underlined words, or typed as a line of characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from generator.word.looks import Border
from generator.word.metrics import line_height, text_width, wrapped_lines
from generator.word.recognise_lines import cut, is_rule_text, is_solid_rule, lines_of
from generator.word.recognised import Fragment, Rule
from generator.word.view import Line, Para

_NO_BORDER = ("nil", "none")
_SOLID_BORDERS = ("single", "thick")
_NEAR_MIDDLE = 113  # twips: two millimetres; nobody sees less
_RAISED_SIZE = Decimal("0.62")  # superscript beside its nominal size, about, in Word and LibreOffice
_FALLBACK_SIZE = Decimal(14)
_SMALL_SPACE = 120  # twips; whether Word counts the space before a paragraph to its top is not in the file
_SINGLE = 240
_UNSURE = 0.05  # of the room: what our measure of letters may be wrong by
_CELL_STROKES = {"double": 2, "triple": 3}


def lines_below(last: Fragment, following: Sequence[Para]) -> list[Line]:
    """The lines anchored in the last paragraph of a component and in those after it, as ``find_rule`` takes them."""
    return [below_words(line, para, last, following) for para in (last.para, *following) for line in para.lines]


def find_rule(component: Sequence[Fragment], following: Sequence[Para], drawn: Sequence[Line]) -> Rule | None:
    """The rule under a component, None where there is none.

    ``following`` are the paragraphs after it in its cell or column, up to the next that has words; ``drawn`` are
    the lines that are known to belong to it, their ``drop`` counted from its lower edge (``below_words``).
    """
    last = component[-1]
    return _shape(last, drawn) or _characters(last, following) or _border(last, following) or _underline(last)


def _shape(last: Fragment, lines: Sequence[Line]) -> Rule | None:
    if not lines:
        return None
    line = lines[0]
    centred = None if line.offset is None else abs(line.offset) <= _NEAR_MIDDLE
    return Rule(
        "shape",
        last,
        line.length,
        text_length(last),
        line.dash in ("solid", ""),
        centred,
        line.drop,
        line_height(_size_of(last)),
        line.colour,
        line.strokes,
    )


def below_words(line: Line, home: Para, last: Fragment, following: Sequence[Para]) -> Line:
    """A drawn line with its ``drop`` counted from the lower edge of the words; None where the file does not tell.

    ``home`` is the paragraph that it hangs in: that of the words, or one after them.
    """
    drop = None
    if line.drop is None or home.look.before > _SMALL_SPACE or not _in_one_cell(home, last.para):
        return replace(line, drop=None)
    if home is last.para:
        height = _height(last)
        drop = None if height is None else line.drop - height
    elif following and home is following[0]:
        drop = line.drop + last.para.look.after + home.look.before
    return replace(line, drop=drop)


def _in_one_cell(para: Para, other: Para) -> bool:
    """Whether two paragraphs follow each other without the height of a row between them."""
    if para.cell is None or other.cell is None:
        return para.cell is other.cell
    return para.cell.table == other.cell.table and (para.cell.row, para.cell.column) == (
        other.cell.row,
        other.cell.column,
    )


def _height(last: Fragment) -> int | None:
    """How far the words reach below the top of their paragraph; None where they may break otherwise than we think."""
    look, room = last.para.look, last.para.room
    lines, tighter, wider = (
        sum(
            len(_wrapped(replace(line, para=replace(last.para, room=int(room * share)))))
            for line in lines_of(last.para)
        )
        for share in (1, 1 - _UNSURE, 1 + _UNSURE)
    )
    if room <= 0 or tighter != wider:
        return None
    each = look.line if look.line_rule == "exact" else line_height(_size_of(last))
    return lines * (each * look.line // _SINGLE if look.line_rule == "auto" else each)


def _size_of(fragment: Fragment) -> Decimal:
    return max((each.look.size for each in fragment.stretches if not each.look.raised), default=_FALLBACK_SIZE)


def _characters(last: Fragment, following: Sequence[Para]) -> Rule | None:
    own = cut(last.para, last.end, len(last.para.text))
    candidates = [*([own] if own is not None else []), *(line for para in following for line in lines_of(para))]
    for found in candidates:
        if not is_rule_text(found.text):
            return None
        return characters_rule(found, last)
    return None


def characters_rule(rule: Fragment, last: Fragment) -> Rule:
    """The rule that a line of characters is, under a component that ends with ``last``."""
    centred = True if rule.is_whole and rule.para.look.align == "center" else None
    return Rule("characters", rule, _printed(rule), text_length(last), is_solid_rule(rule.text), centred)


def _border(last: Fragment, following: Sequence[Para]) -> Rule | None:
    sides = [(last.para, last.para.look.below)]
    for para in following:
        sides.append((para, para.look.above))
        if not para.is_blank:
            break
        sides.append((para, para.look.below))
    for para, border in sides:
        if border is not None and is_border(border):
            length = para.room - para.look.left - para.look.right if para.room else None
            centred = abs(para.look.left - para.look.right) <= 2 * _NEAR_MIDDLE if para.room else None
            fragment = Fragment.whole(para)
            return _of_border(border.kind, Rule("border", fragment, length, text_length(last), centred=centred))
    return _cell_border(last, following)


def is_border(border: Border | None) -> bool:
    """Whether a border is drawn."""
    return border is not None and border.kind not in _NO_BORDER


def _of_border(kind: str, rule: Rule) -> Rule:
    strokes = _CELL_STROKES.get(kind, 1)
    return replace(rule, solid=kind in _SOLID_BORDERS or strokes > 1, strokes=strokes)


def _cell_border(last: Fragment, following: Sequence[Para]) -> Rule | None:
    """The lower border of the cell that the words close."""
    cell = last.para.cell
    closes = not any(para.cell == cell and not para.is_blank for para in following)
    if cell is None or not cell.below or not closes:
        return None
    centred = last.para.look.align == "center" or None
    return _of_border(cell.below, Rule("border", last, cell.width or None, text_length(last), centred=centred))


def _underline(last: Fragment) -> Rule | None:
    line = list(_lines_within(last))[-1]
    under = [each for each in line.stretches if each.look.underline]
    if not under:
        return None
    length = sum(text_width(each.text.strip(), each.look.size, bold=each.look.bold) for each in under)
    return Rule("underline", line, length, text_length(last), True, last.para.look.align == "center" or None)


def _lines_within(fragment: Fragment) -> Iterator[Fragment]:
    start = fragment.start
    for text in fragment.text.split("\n"):
        line = cut(fragment.para, start, start + len(text))
        if line is not None:
            yield line
        start += len(text) + 1


def text_length(fragment: Fragment) -> int | None:
    """Length in twips of the last printed line of a fragment, as it wraps in its column.

    A last line of a word or two counts as half the longest: no rule of its share would be seen.
    """
    lengths = [length for line in _lines_within(fragment) for length in _wrapped(line)]
    return max(lengths[-1], max(lengths) // 2) if lengths else None


def _wrapped(line: Fragment) -> list[int]:
    width, para = _printed(line), line.para
    room = para.room - para.look.left - para.look.right
    if room <= 0 or width <= room:
        return [width]
    stretches = [each for each in line.stretches if not each.look.raised]
    look = stretches[0].look if stretches else None
    size, bold = (look.size, look.bold) if look else (_FALLBACK_SIZE, False)
    wrapped = wrapped_lines("".join(_as_printed(line)), size, room, bold=bold)
    return [text_width(each, size, bold=bold) for each in wrapped]


def _as_printed(fragment: Fragment) -> Iterator[str]:
    for each in fragment.stretches:
        if not each.look.raised:
            yield each.text.upper() if each.look.caps else each.text


def _printed(fragment: Fragment) -> int:
    """The length of a fragment on one line."""
    width, at = 0, 0
    for each in fragment.para.stretches:
        text = each.text[max(fragment.start - at, 0) : max(fragment.end - at, 0)]
        at += len(each.text)
        printed = text.upper() if each.look.caps else text
        if each.look.raised:
            if is_rule_text(fragment.text):
                width += text_width(printed, each.look.size * _RAISED_SIZE, bold=each.look.bold)
        else:
            width += text_width(printed, each.look.size, bold=each.look.bold)
    return width
