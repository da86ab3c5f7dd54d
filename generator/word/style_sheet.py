"""The paragraph styles of a document, each as text in it comes out."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from generator.word.effective import Formats, format_roots
from generator.word.looks import ParagraphLook, RunLook
from generator.word.markup import attribute, child, children, value
from generator.word.ooxml import W
from generator.word.package import read_parts


class StyleLook(Struct, frozen=True):
    """A paragraph style: its name in Word, how a paragraph in it stands and how its letters come out."""

    name: str
    paragraph: ParagraphLook
    run: RunLook


def style_looks(data: bytes) -> dict[str, StyleLook]:
    """The paragraph styles by id.  Raises ``package.NotDocx``."""
    roots = format_roots(read_parts(data))
    formats = Formats.of_roots(roots)
    found = {}
    for name, style in children(roots["styles"]):
        id_ = attribute(style, "styleId")
        if name == "style" and id_ and attribute(style, "type") in (None, "paragraph"):
            paragraph, run = _specimen(id_)
            shown = value(child(style, "name")) or id_
            found[id_] = StyleLook(shown, formats.paragraph(paragraph), formats.run(run, paragraph))
    return found


def _specimen(style: str) -> tuple[Element, Element]:
    """A paragraph in a style, with a run."""
    paragraph = Element(f"{W}p")
    SubElement(SubElement(paragraph, f"{W}pPr"), f"{W}pStyle", {f"{W}val": style})
    return paragraph, SubElement(paragraph, f"{W}r")
