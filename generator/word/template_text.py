"""The tags of a template's parts, found in its paragraphs as docxtpl will find them, each with where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from generator.findings import DocxPlace
from generator.patterns import regex
from generator.word.ooxml import MC, Element, W, chosen, parse
from generator.word.package import CORE_PROPERTIES, DOCUMENT
from generator.word.prepare import is_rendered
from generator.word.tags import pairs
from generator.word.template_view import Level, Tag

EXCERPT = 80
_BEFORE_TAG = 30
_TAG = regex(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = regex(r"\{[{%#](?P<level>tr|tc|p|r)?(?P<gap>(?(level)\s|))(?P<code>.*?)[-+]?[}%#]\}", re.DOTALL)
_TEXT = frozenset({"t", "instrText", "delText"})
_BLANKS = "\u00a0\u2007\u202f\u2002\u2003\u2009"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_QUOTES = {**dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‘’‚‛′", "'")}
_LIKENESS = {**dict.fromkeys(_BLANKS, " "), **dict.fromkeys(_UNSEEN, ""), **_QUOTES}
_PLAIN = str.maketrans(_LIKENESS)


class _Paragraph(Struct):
    """A paragraph as it is read: its letters, each with the frame (link, field, change …) that holds its run."""

    number: int
    table: int = 0
    row: int = 0
    cell: int = 0
    letters: list[str] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(self.letters)


class PartTags(Struct, frozen=True):
    """The tags of one part; ``broken`` are its paragraphs whose braces do not pair."""

    name: str
    tags: tuple[Tag, ...]
    broken: tuple[DocxPlace, ...]


def read_tags(parts: dict[str, bytes], file: str) -> Iterator[PartTags]:
    """The parts that may hold tags, the document first.  Raises ``NotDocx`` for one that is damaged."""
    for name in sorted(filter(is_rendered, parts), key=lambda name: (name != DOCUMENT, name)):
        root = parse(parts[name], name)
        paragraphs = _properties(root) if name == CORE_PROPERTIES else _Reader().read(root)
        broken = [each for each in paragraphs if not pairs(each.words)]
        places = tuple(_place(file, name, each, each.words.strip()) for each in broken)
        yield PartTags(name, tuple(_with_beside(_tags(file, name, paragraphs), paragraphs)), places)


def _properties(root: Element) -> list[_Paragraph]:
    return [_Paragraph(0, letters=list(each.text or ""), frames=[0] * len(each.text or "")) for each in root]


class _Reader:
    """Walks a part in the order of the file."""

    def __init__(self) -> None:
        self._found: list[_Paragraph] = []
        self._open = [_Paragraph(0)]
        self._count = 0
        self._numbers: defaultdict[str, int] = defaultdict(int)
        self._inside = {"tbl": 0, "tr": 0, "tc": 0}

    def read(self, root: Element) -> list[_Paragraph]:
        self._element(root, 0)
        return self._found

    def _element(self, element: Element, frame: int) -> None:
        name = str(element.tag).rpartition("}")[2]
        if element.tag == f"{W}p":
            self._paragraph(element)
        elif name in _TEXT:
            text = element.text or ""
            self._open[-1].letters += text
            self._open[-1].frames += [frame] * len(text)
        elif element.tag == f"{MC}AlternateContent":
            self._alternatives(element, frame)
        elif element.tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
            self._nested(element, name, frame)
        else:
            for child in element:
                self._element(child, id(element) if name not in ("r", "p") else frame)

    def _alternatives(self, element: Element, frame: int) -> None:
        """One of the twins of a drawing; Word writes the other from it, so its tags are the same."""
        taken = chosen(element)
        for branch in element:
            if branch is taken:
                self._element(branch, frame)
            else:
                self._count += sum(1 for _ in branch.iter(f"{W}p"))

    def _nested(self, element: Element, name: str, frame: int) -> None:
        before = dict(self._inside)
        self._numbers[name] += 1
        self._inside[name] = self._numbers[name]
        for child in element:
            self._element(child, frame)
        self._inside = before

    def _paragraph(self, element: Element) -> None:
        self._count += 1
        inside = self._inside
        paragraph = _Paragraph(self._count, inside["tbl"], inside["tr"], inside["tc"])
        self._found.append(paragraph)
        self._open.append(paragraph)
        for child in element:
            self._element(child, id(element))
        self._open.pop()


def _tags(file: str, part: str, paragraphs: list[_Paragraph]) -> Iterator[Tag]:
    for paragraph in paragraphs:
        words = paragraph.words
        for found in _TAG.finditer(words):
            tag = _tag(found.group(), _place(file, part, paragraph, words[max(found.start() - _BEFORE_TAG, 0) :]))
            torn = paragraph.frames[found.start()] != paragraph.frames[found.end() - 1]
            if tag is not None:
                yield replace(tag, torn=torn, table=paragraph.table, row=paragraph.row, cell=paragraph.cell)


def _tag(text: str, place: DocxPlace) -> Tag | None:
    """What a tag says; None for a comment.

    Blanks and quotes of other kinds are read as the plain ones that were meant: what is odd is told once, and not as
    a fault of syntax as well.
    """
    inside = _INSIDE.fullmatch(text.translate(_PLAIN))
    if inside is None or text.startswith("{#"):
        return None
    odd = tuple(dict.fromkeys(letter for letter in text if letter in _LIKENESS))
    code = inside["code"].lstrip("-+").strip()
    return Tag(place, text, code, text.startswith("{{"), Level(inside["level"] or ""), odd=odd)


def _place(file: str, part: str, paragraph: _Paragraph, words: str) -> DocxPlace:
    return DocxPlace(file, part, paragraph.number, " ".join(words.split())[:EXCERPT])


def _with_beside(tags: Iterator[Tag], paragraphs: list[_Paragraph]) -> Iterator[Tag]:
    """The tags with the words that would be lost with them."""
    beside: dict[tuple[Level, int], list[str]] = defaultdict(list)
    for each in paragraphs:
        words = " ".join(_TAG.sub(" ", each.words).split())
        if words:
            beside[Level.PARAGRAPH, each.number].append(words)
            beside[Level.CELL, each.cell].append(words)
            beside[Level.ROW, each.row].append(words)
    for tag in tags:
        number = {Level.PARAGRAPH: tag.place.paragraph, Level.CELL: tag.cell, Level.ROW: tag.row}.get(tag.level, 0)
        yield replace(tag, beside=" ".join(beside[tag.level, number]) if number else "")
