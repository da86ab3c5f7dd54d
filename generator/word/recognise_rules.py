"""The rule under a component: drawn, as a border, as underlined words, or typed as a line of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.word.metrics import text_width, wrapped_lines
from generator.word.recognise_lines import cut, is_rule_text, is_solid_rule, lines_of
from generator.word.recognised import Fragment, Rule
from generator.word.view import Line, Para

_NO_BORDER = ("nil", "none")
_SOLID_BORDERS = ("single", "thick")
_NEAR_MIDDLE = 113  # twips: two millimetres; nobody sees less
_RAISED_SIZE = Decimal("0.62")  # superscript beside its nominal size, about, in Word and LibreOffice
_FALLBACK_SIZE = Decimal(14)


def lines_below(last: Fragment, following: Iterable[Para]) -> list[Line]:
    """The lines anchored in the last paragraph of a component and in those after it."""
    return [*last.para.lines, *(line for para in following for line in para.lines)]


def find_rule(component: Sequence[Fragment], following: Sequence[Para], drawn: Sequence[Line]) -> Rule | None:
    """The rule under a component, None where there is none.

    ``following`` are the paragraphs after it in its cell or column, up to the next that has words; ``drawn`` are
    the lines that are known to belong to it.
    """
    last = component[-1]
    return _shape(last, drawn) or _characters(last, following) or _border(last, following) or _underline(last)


def _shape(last: Fragment, lines: Sequence[Line]) -> Rule | None:
    if not lines:
        return None
    line = lines[0]
    centred = None if line.offset is None else abs(line.offset) <= _NEAR_MIDDLE
    return Rule("shape", last, line.length, text_length(last), line.dash in ("solid", ""), centred)


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
        if border is not None and border.kind not in _NO_BORDER:
            length = para.room - para.look.left - para.look.right if para.room else None
            centred = abs(para.look.left - para.look.right) <= 2 * _NEAR_MIDDLE if para.room else None
            fragment = Fragment.whole(para)
            return Rule("border", fragment, length, text_length(last), border.kind in _SOLID_BORDERS, centred)
    return None


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
