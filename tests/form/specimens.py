"""The specimens of Phụ lục III, each as a document of its own in the package that the decree came in."""

from __future__ import annotations

import copy
import re
from pathlib import Path

from lxml import etree

from generator.word.package import DOCUMENT, Member, read_parts, write_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = "Ghi chú:"  # what the decree explains below a specimen is no part of it

_HEADING = re.compile(r"\s*(?:Mẫu (?P<number>\d\.\d+)|Mẫu văn bản \(được ban hành.*văn bản (?P<make>giấy|điện tử))")


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def specimens(annex: Path) -> dict[str, bytes]:
    """The specimens by number (``1.4``; ``1.3 giấy`` and ``1.3 điện tử`` for what specimen 1.3 is issued with)."""
    parts = read_parts(annex.read_bytes())
    root = etree.fromstring(parts[DOCUMENT])
    body = root.find(f"{W}body")
    assert body is not None
    *blocks, page = body
    found: dict[str, list[etree._Element]] = {}
    name = ""
    for block in blocks:
        heading = _HEADING.match(_text(block)) if block.tag == f"{W}p" else None
        if heading:
            name = heading["number"] or f"1.3 {heading['make']}"
            found[name] = []
        elif name and not _text(block).startswith(NOTES):
            found[name].append(block)
    return {name: _packed(parts, root, [*own, page]) for name, own in found.items()}


def _packed(parts: dict[str, bytes], root: etree._Element, blocks: list[etree._Element]) -> bytes:
    single = copy.deepcopy(root)
    body = single.find(f"{W}body")
    assert body is not None
    body[:] = [copy.deepcopy(block) for block in blocks]
    written = parts | {DOCUMENT: etree.tostring(single, xml_declaration=True, encoding="UTF-8", standalone=True)}
    return write_package(Member.of(part, data) for part, data in written.items())
