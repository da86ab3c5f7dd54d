"""Automatic numbers (ECMA-376 part 1, 17.9): what a level says, and the count that a document runs up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from generator.patterns import regex
from generator.word.markup import attribute, child, children, local_name, switched_on, value, whole
from generator.word.ooxml import Element
from generator.word.paragraph_format import ParagraphFormat, paragraph_format

LEVELS = 9
_MOST_LETTERS = 780  # Word repeats the letter thirty times at most
_MOST_ROMAN = 32_767
_MOST_DIGITS = 9
_PLACE = regex(r"%([1-9])")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
# The bullets that Word's menus offer, by their place in the fonts Symbol and Wingdings; any other comes out as «•».
_SYMBOLS = {"\uf02d": "-", "\uf0a7": "▪", "\uf0a8": "□", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0e0": "→"}
_BULLET = "•"


class Level(Struct, frozen=True):
    """A level of a list.  ``restart`` is None for the usual restart, 0 for none, else the 1-based level that restarts
    it; ``digits`` pads a number with noughts; ``style`` is the paragraph style tied to the level."""

    start: int = 0
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    digits: int = 1
    picture: bool = False
    style: str = ""
    paragraph: ParagraphFormat = field(default_factory=lambda: ParagraphFormat())


class List(Struct, frozen=True):
    """A ``w:num``: the abstract list it names and counts in, its levels with its own changes, the starts it forces."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def start_of(self, level: int) -> int:
        found = self.levels.get(level)
        return self.starts.get(level, found.start if found else 0)


def _kind(element: Element) -> tuple[str, int]:
    """The form of the number and how many digits it has at least; newer forms stand in ``mc:AlternateContent``."""
    found = [each for each in element.iter("*") if local_name(each) == "numFmt"]
    for each in found:
        if value(each) == "custom":
            first = (attribute(each, "format") or "").partition(",")[0].strip()
            if first.isdecimal():
                return "decimal", min(len(first), _MOST_DIGITS)
    kind = next((value(each) for each in reversed(found) if value(each) != "custom"), None) or "decimal"
    return ("decimal", 2) if kind == "decimalZero" else (kind, 1)


def _level(element: Element) -> Level:
    kind, digits = _kind(element)
    return Level(
        start=whole(value(child(element, "start"))) or 0,
        kind=kind,
        text=value(child(element, "lvlText")) or "",
        restart=whole(value(child(element, "lvlRestart"))),
        legal=switched_on(child(element, "isLgl")),
        digits=digits,
        picture=child(element, "lvlPicBulletId") is not None,
        style=value(child(element, "pStyle")) or "",
        paragraph=paragraph_format(child(element, "pPr")),
    )


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for name, each in children(element):
        number = whole(attribute(each, "ilvl"))
        if name == "lvl" and number is not None and 0 <= number < LEVELS:
            found[number] = _level(each)
    return found


class Numbering(Struct, frozen=True):
    """All lists of a document by ``w:numId``."""

    lists: Mapping[int, List] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, style_numbers: Mapping[str, int]) -> Numbering:
        """Reads the numbering part; ``style_numbers`` are the ``w:numId`` of the numbering styles (17.7.7)."""
        abstracts = {
            attribute(each, "abstractNumId") or "": each for name, each in children(root) if name == "abstractNum"
        }
        numbers: dict[int, Element] = {}
        for name, each in children(root):
            number = whole(attribute(each, "numId"))
            if name == "num" and number:
                numbers.setdefault(number, each)
        levels = {name: _levels(element) for name, element in abstracts.items()}

        def holder_of(number: Element) -> str:
            """The abstract list that holds the levels: its own, or that of the numbering style it stands for."""
            seen: set[str] = set()
            while True:
                name = value(child(number, "abstractNumId")) or ""
                linked = style_numbers.get(value(child(abstracts.get(name), "numStyleLink")) or "")
                if name in seen or linked not in numbers:
                    return name
                seen.add(name)
                number = numbers[linked]

        return cls({key: _list(element, levels.get(holder_of(element), {})) for key, element in numbers.items()})

    def level_of_style(self, number: int, styles: Iterable[str]) -> int | None:
        """The level tied to one of these paragraph styles, asked in their order (17.9.23)."""
        found = self.lists.get(number)
        tied = {level.style: index for index, level in found.levels.items() if level.style} if found else {}
        return next((tied[style] for style in styles if style in tied), None)

    def level(self, number: int, index: int) -> Level | None:
        found = self.lists.get(number)
        return found.levels.get(index) if found else None


def _list(number: Element, levels: Mapping[int, Level]) -> List:
    own = dict(levels)
    starts: dict[int, int] = {}
    for name, override in children(number):
        index = whole(attribute(override, "ilvl"))
        if name != "lvlOverride" or index is None or not 0 <= index < LEVELS:
            continue
        changed, start = child(override, "lvl"), whole(value(child(override, "startOverride")))
        if changed is not None:
            # Word leaves a restart of such a change unread.
            own[index] = replace(_level(changed), restart=levels[index].restart if index in levels else None)
        if start is not None:
            starts[index] = start
    return List(value(child(number, "abstractNumId")) or "", own, starts)


def roman(number: int) -> str:
    """A Roman numeral in capitals, "" for what has none."""
    if not 0 < number <= _MOST_ROMAN:
        return ""
    letters = []
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        letters.append(sign * count)
    return "".join(letters)


def letters(number: int) -> str:
    """a … z, then aa, bb … zz, aaa (17.18.59, lowerLetter), "" for what has none."""
    if not 0 < number <= _MOST_LETTERS:
        return ""
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)


def _written(number: int, level: Level, as_decimal: bool) -> str:
    kind = level.kind
    if kind in ("none", "bullet"):
        return ""
    if not as_decimal:
        if kind in ("upperRoman", "lowerRoman"):
            return roman(number) if kind == "upperRoman" else roman(number).lower()
        if kind in ("upperLetter", "lowerLetter"):
            return letters(number).upper() if kind == "upperLetter" else letters(number)
        if kind == "decimalEnclosedCircle" and 0 < number <= 20:
            return chr(ord("①") + number - 1)
        if kind == "numberInDash":
            return f"- {number} -"
    return str(number).zfill(level.digits)


class Counter:
    """The count of one story: numbers run on in an abstract list, whichever ``w:num`` of it a paragraph names."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, number: int, index: int) -> str:
        """The marker of the next paragraph on that level, "" where the list or its level is missing."""
        found = self._numbering.lists.get(number)
        level = found.levels.get(index) if found else None
        if found is None or level is None:
            return ""
        values = self._values.setdefault(found.abstract, {})
        forced = index in found.starts and (number, index) not in self._begun
        self._begun.add((number, index))
        for above in range(index):
            # Word takes a level that was skipped for used: after a first 1.1 the next number above it is 2.
            values.setdefault(above, found.start_of(above))
        values[index] = found.start_of(index) if forced or index not in values else values[index] + 1
        for deeper in [each for each in values if each > index]:
            if _restarts(found.levels.get(deeper), deeper, index):
                del values[deeper]
        return _marker(found, level, index, values)


def _restarts(level: Level | None, deeper: int, used: int) -> bool:
    """Whether a level counts afresh after a higher one was used (17.9.10); Word heeds those above the one named too."""
    if level is None or level.restart is None or level.restart > deeper:
        return True
    return used < level.restart


def _marker(found: List, level: Level, index: int, values: Mapping[int, int]) -> str:
    if level.kind == "bullet":
        sign = level.text or (_BULLET if level.picture else "")
        return "".join(_SYMBOLS.get(char, _BULLET if "\uf000" <= char <= "\uf0ff" else char) for char in sign)

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        named = found.levels.get(place)
        if place > index or named is None:
            return ""
        return _written(values[place], named, level.legal and place < index)

    return _PLACE.sub(number, level.text)
