"""What a ``w:pPr`` says of a paragraph (ECMA-376 part 1, 17.3.1), and what comes out of it; lengths in twips."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from generator.word.looks import Border, ParagraphLook
from generator.word.markup import attribute, child, children, is_on, twips, value, whole
from generator.word.ooxml import Element

# 17.18.44: everything that spreads the words over the line is "both".
_ALIGNS = {
    "left": "left",
    "start": "left",
    "numTab": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
}
_LINE_RULES = {"auto": "auto", "exact": "exact", "atLeast": "atLeast", "at-least": "atLeast"}
_BODY_TEXT = 9  # 17.3.1.20: the outline level of what is no heading
_LINE = 240

# «Auto» space (17.3.1.33): what a web page has above and below a paragraph, 14 pt in Word; 5 and 10 pt in documents
# with doNotUseHTMLParagraphAutoSpacing.
AUTO_SPACE = (280, 280)
FIXED_AUTO_SPACE = (100, 200)

# Hundredths of a character or of a line, and the twips given beside them.
Counted = tuple[int, int | None]


class ParagraphFormat(TypedDict, total=False):
    """What one level says; a name that is missing leaves what the levels below say."""

    align: str
    left: int
    right: int
    first_line: int
    left_chars: Counted | None
    right_chars: Counted | None
    first_chars: Counted | None
    before: int
    after: int
    before_lines: Counted | None
    after_lines: Counted | None
    before_auto: bool
    after_auto: bool
    line: int
    line_rule: str
    contextual: bool
    keep_next: bool
    page_break_before: bool
    outline: int
    above: Border | None
    below: Border | None
    num_id: int
    num_level: int


_SWITCHES = {"contextualSpacing": "contextual", "keepNext": "keep_next", "pageBreakBefore": "page_break_before"}


def paragraph_format(ppr: Element | None) -> ParagraphFormat:
    """Reads a ``w:pPr``."""
    found: ParagraphFormat = {}
    for name, element in children(ppr):
        if name in _SWITCHES:
            found[_SWITCHES[name]] = is_on(value(element))  # type: ignore[literal-required]
        elif name == "jc":
            align = _ALIGNS.get(value(element) or "")
            if align:
                found["align"] = align
        elif name == "ind":
            _read_indents(element, found)
        elif name == "spacing":
            _read_spacing(element, found)
        elif name == "outlineLvl":
            level = whole(value(element))
            if level is not None:
                found["outline"] = level
        elif name == "pBdr":
            _read_borders(element, found)
        elif name == "numPr":
            _read_numbering(element, found)
    return found


def _counted(text: str | None, length: int | None) -> Counted | None:
    count = whole(text)
    return (count, length) if count else None


def _read_indents(element: Element, found: ParagraphFormat) -> None:
    # The names of the strict form and of the transitional one (17.3.1.12).
    for side, other, key in (("start", "left", "left"), ("end", "right", "right")):
        length = twips(attribute(element, side) or attribute(element, other))
        if length is not None:
            found[key] = length  # type: ignore[literal-required]
        chars = attribute(element, f"{side}Chars") or attribute(element, f"{other}Chars")
        if chars is not None:
            found[f"{key}_chars"] = _counted(chars, length)  # type: ignore[literal-required]
    first, hanging = twips(attribute(element, "firstLine")), twips(attribute(element, "hanging"))
    if hanging is not None:
        found["first_line"] = -hanging
    elif first is not None:
        found["first_line"] = first
    first_chars, hanging_chars = attribute(element, "firstLineChars"), attribute(element, "hangingChars")
    if hanging_chars is not None:
        counted = _counted(hanging_chars, None if hanging is None else -hanging)
        found["first_chars"] = counted and (-counted[0], counted[1])
    elif first_chars is not None:
        found["first_chars"] = _counted(first_chars, first)


def _read_spacing(element: Element, found: ParagraphFormat) -> None:
    for side in ("before", "after"):
        length = twips(attribute(element, side))
        if length is not None:
            found[side] = length
        lines = attribute(element, f"{side}Lines")
        if lines is not None:
            found[f"{side}_lines"] = _counted(lines, length)  # type: ignore[literal-required]
        auto = attribute(element, f"{side}Autospacing")
        if auto is not None:
            found[f"{side}_auto"] = is_on(auto)  # type: ignore[literal-required]
    line, rule = twips(attribute(element, "line")), attribute(element, "lineRule")
    if line is not None:
        found["line"] = line
    if line is not None or rule is not None:
        found["line_rule"] = _LINE_RULES.get(rule or "auto", "auto")


def _read_borders(element: Element, found: ParagraphFormat) -> None:
    for name, border in children(element):
        key = {"top": "above", "bottom": "below"}.get(name)
        if key:
            kind = value(border)
            drawn = None if kind in (None, "none", "nil") else Border(str(kind), whole(attribute(border, "sz")) or 0)
            found[key] = drawn  # type: ignore[literal-required]


def _read_numbering(element: Element, found: ParagraphFormat) -> None:
    number, level = whole(value(child(element, "numId"))), whole(value(child(element, "ilvl")))
    if number is not None:
        found["num_id"] = number
    if level is not None:
        found["num_level"] = level


def _indent(length: int, counted: Counted | None, size: Decimal) -> int:
    if counted is None:
        return length
    count, given = counted
    return round(count * size * 20 / 100) if given is None else given


def _space(length: int, counted: Counted | None, auto: int | None) -> int:
    if auto is not None:
        return auto
    if counted is None:
        return length
    count, given = counted
    return round(count * _LINE / 100) if given is None else given


def look_of(effective: ParagraphFormat, style: str, size: Decimal, auto_space: tuple[int, int]) -> ParagraphLook:
    """How the paragraph stands; ``size`` is that of its letters in points, for indents counted in characters."""
    outline = effective.get("outline", _BODY_TEXT)
    return ParagraphLook(
        style=style,
        align=effective.get("align", "left"),
        left=_indent(effective.get("left", 0), effective.get("left_chars"), size),
        right=_indent(effective.get("right", 0), effective.get("right_chars"), size),
        first_line=_indent(effective.get("first_line", 0), effective.get("first_chars"), size),
        before=_space(
            effective.get("before", 0),
            effective.get("before_lines"),
            auto_space[0] if effective.get("before_auto") else None,
        ),
        after=_space(
            effective.get("after", 0),
            effective.get("after_lines"),
            auto_space[1] if effective.get("after_auto") else None,
        ),
        contextual=effective.get("contextual", False),
        line=effective.get("line", _LINE),
        line_rule=effective.get("line_rule", "auto"),
        keep_next=effective.get("keep_next", False),
        page_break_before=effective.get("page_break_before", False),
        outline=outline if 0 <= outline < _BODY_TEXT else None,
        above=effective.get("above"),
        below=effective.get("below"),
    )
