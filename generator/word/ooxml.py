"""The XML of a .docx: names, safe parsing, and the few value types that every part shares."""

from __future__ import annotations

import re
from itertools import chain
from xml.etree import ElementTree

from generator.patterns import regex
from generator.word.package import NotDocx
from generator.word.units import EMU_PER_TWIP

Element = ElementTree.Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that every Word file gives it

_STRICT = regex(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/(\w+)")
# Only a DTD brings in entities, by which XML explodes; no part of a .docx may have one (ECMA-376 part 2, 8.1.4).
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_DEEPEST = 255  # levels of elements: what lxml and libxml2 take
_DAMAGED = "tệp Word bị hỏng: phần {} không đọc được"
_MEASURE = regex(r"\s*(-?[0-9]*\.?[0-9]+)\s*(pt|pc|pi|in|cm|mm|px)?\s*")
_TWIPS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "px": 15.0}
_FAR = 31_680 * 20  # no length of Word's comes near it; beyond, the file is damaged and the number means nothing


def transitional(content: bytes) -> bytes:
    """A part of the strict form of OOXML under the names of the usual form (ISO/IEC 29500-4)."""
    if b"purl.oclc.org/ooxml" not in content:
        return content

    def usual(found: re.Match[bytes]) -> bytes:
        family, name = found.groups()
        return b"http://schemas.openxmlformats.org/%s/2006/%s" % (family, name)

    return _STRICT.sub(usual, content)


def parse(content: bytes, part: str) -> Element:
    """The root of a part.  Raises ``NotDocx`` for what is no XML, too deep, or holds a DTD."""
    if any(mark in content for mark in _DOCTYPE):
        raise NotDocx(_DAMAGED.format(part))
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotDocx(_DAMAGED.format(part)) from error
    level = [root]
    for _ in range(_DEEPEST):
        level = list(chain.from_iterable(level))
        if not level:
            return root
    raise NotDocx(_DAMAGED.format(part))


def first_child(parent: Element, tag: str) -> Element | None:
    """The first child with that tag."""
    return parent.find(tag)


def value(parent: Element | None, *path: str, name: str = "val") -> str | None:
    """The ``w:`` attribute of the element that a path of ``w:`` names leads to; None where either is missing."""
    found = parent
    for step in path:
        if found is None:
            return None
        found = first_child(found, W + step)
    return None if found is None else found.get(W + name)


def is_on(parent: Element | None, *path: str) -> bool:
    """Whether a switch stands there and is not switched off (ECMA-376 part 1, 17.17.4)."""
    found = parent
    for step in path:
        if found is None:
            return False
        found = first_child(found, W + step)
    return found is not None and found.get(W + "val") not in ("0", "false", "off")


def twips(text: str | None, default: int = 0) -> int:
    """A length of WordprocessingML: twips, or a number with its unit ("1.27cm"); ``default`` for anything else."""
    length = _length(text, 1.0)
    return default if length is None else length


def vml_twips(text: str | None, bare: float = 15.0) -> int | None:
    """A length of VML, in twips; ``bare`` is how many twips a number without unit stands for (a pixel)."""
    return _length(text, bare)


def emu_twips(text: str | None) -> int | None:
    """A length of DrawingML (English Metric Units), in twips."""
    return _length(text, 1 / EMU_PER_TWIP)


def _length(text: str | None, bare: float) -> int | None:
    if text and text.isascii() and text.isdecimal():
        number, unit = text[:40], None
    else:
        found = _MEASURE.fullmatch(text[:40]) if text else None
        if found is None:
            return None
        number, unit = found.groups()
    length = float(number) * (_TWIPS[unit] if unit else bare)
    return round(length) if abs(length) <= _FAR else None


def chosen(alternates: Element) -> Element | None:
    """The one branch of an ``mc:AlternateContent`` that counts: the first choice, else the fallback."""
    choice = alternates.find(f"{MC}Choice")
    return choice if choice is not None else alternates.find(f"{MC}Fallback")
