"""What reviewers leave in a template: comments, and changes that nobody has accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.findings import EXCERPT, DocxPlace
from generator.patterns import regex
from generator.word.ooxml import W, parse
from generator.word.package import CONTENT_TYPES, PAGES

_NAMES = r"(?:comments\w*|people)"
_PARTS = regex(rf"word/(?:{_NAMES}\.xml|_rels/{_NAMES}\.xml\.rels)")
_LISTED = regex(rf'<(?:Relationship|Override)\b[^>]*\s(?:Target|PartName)="[^"]*\b{_NAMES}\.xml"[^>]*/>'.encode())
_ANCHOR = regex(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*/>")
_CHANGES = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange"),
        "tcPrChange",
    )
)


def without_comments(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """A package without its comments: notes of those who work on a template are no part of what it prints."""
    if not any(map(_PARTS.fullmatch, parts)):
        return dict(parts)
    return {name: _uncommented(name, content) for name, content in parts.items() if not _PARTS.fullmatch(name)}


def _uncommented(name: str, content: bytes) -> bytes:
    if name == CONTENT_TYPES or name.endswith(".rels"):
        return _LISTED.sub(b"", content)
    return _ANCHOR.sub(b"", content) if PAGES.fullmatch(name) else content


def pending_changes(parts: Mapping[str, bytes], file: str) -> Iterator[DocxPlace]:
    """The paragraphs that hold tracked changes, each once.  Raises ``NotDocx`` for a part that is damaged."""
    for name in sorted(filter(PAGES.fullmatch, parts)):
        number, told, words = 0, 0, ""
        for element in parse(parts[name], name).iter():
            if element.tag == f"{W}p":
                number += 1
                words = " ".join("".join(each for each in element.itertext()).split())[:EXCERPT]
            elif element.tag in _CHANGES and number != told:
                told = number
                yield DocxPlace(file, name, number, words)
