"""Properties in WordprocessingML: walking over them, and the values that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.patterns import regex
from generator.word.ooxml import Element, W, first_child, parse, transitional
from generator.word.package import NotDocx

_PARAGRAPH_PROPERTIES = f"{W}pPr"
_MOST_DIGITS = 9
_OFF = frozenset({"0", "false", "off"})
_INTEGER = regex(r"\s*([+-]?[0-9]{1,9})\s*")
_MEASURE = regex(r"\s*([+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|pc|pi|in|cm|mm)?\s*")
_POINTS_PER_UNIT = {
    "pt": Decimal(1),
    "pc": Decimal(12),
    "pi": Decimal(12),
    "in": Decimal(72),
    "cm": Decimal(72) / Decimal("2.54"),
    "mm": Decimal(72) / Decimal("25.4"),
}


Signature = tuple[tuple[str | tuple[str, str], ...], ...]


def root_of(data: bytes | None, name: str) -> Element | None:
    """The root of a part, None for one that is missing or damaged."""
    try:
        return parse(transitional(data), name) if data else None
    except NotDocx:
        return None


def local_name(element: Element) -> str:
    """The name of an element of WordprocessingML ("rPr"), "" for one of another vocabulary."""
    tag = str(element.tag)
    return tag[len(W) :] if tag.startswith(W) else ""


def children(element: Element | None) -> Iterator[tuple[str, Element]]:
    """The children that are WordprocessingML, each with its name."""
    if element is not None:
        for each in element:
            name = local_name(each)
            if name:
                yield name, each


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, then its first child of the next name, and so on; None where one is missing."""
    for step in path:
        if element is None:
            return None
        element = first_child(element, W + step)
    return element


def properties_of(paragraph: Element) -> Element | None:
    """The ``w:pPr`` of a paragraph, which stands before all else (17.3.1.26)."""
    for first in paragraph:
        return first if first.tag == _PARAGRAPH_PROPERTIES else None
    return None


def attribute(element: Element | None, name: str) -> str | None:
    """A ``w:`` attribute."""
    return None if element is None else element.get(W + name)


def value(element: Element | None) -> str | None:
    """``w:val``."""
    return attribute(element, "val")


def is_on(text: str | None) -> bool:
    """An on-or-off value (ECMA-376 part 1, 22.9.2.7): on where the attribute is left out."""
    return text is None or text.strip().lower() not in _OFF


def switched_on(element: Element | None) -> bool:
    """Whether a switch stands there and is on."""
    return element is not None and is_on(value(element))


def whole(text: str | None) -> int | None:
    """A whole number, None for anything else."""
    if not text:
        return None
    if _is_plain(text):
        return int(text)
    found = _INTEGER.fullmatch(text)
    return int(found.group(1)) if found else None


def _is_plain(text: str) -> bool:
    """Whether a number is nothing but figures, as nearly all are."""
    return text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS


def measure(text: str | None, per_point: int) -> Decimal | None:
    """A length counted in fractions of a point ("240"), or with its unit ("12pt"; ECMA-376 part 1, 22.9.2.15)."""
    if not text:
        return None
    if _is_plain(text):
        return Decimal(text)
    found = _MEASURE.fullmatch(text)
    if not found:
        return None
    number, unit = found.groups()
    return Decimal(number) * _POINTS_PER_UNIT[unit] * per_point if unit else Decimal(number)


def twips(text: str | None) -> int | None:
    """A length in twentieths of a point."""
    length = measure(text, 20)
    return None if length is None else int(length.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def signature(element: Element | None) -> Signature:
    """What an element and everything in it say, as a key: equal for equal formatting."""
    if element is None:
        return ()
    return tuple([(each.tag, *each.items()) for each in element.iter()])
