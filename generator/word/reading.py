"""A .docx read into a ``View``: every paragraph in reading order, with its words, its look and its place.

Seen is what Word prints of the final text: inserted words, not deleted ones; the results of fields, not their codes;
one of the two twins of a drawing; nothing that is hidden.  Notes at the foot of a page are not read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from generator.word.effective import Formats, format_roots
from generator.word.looks import ParagraphLook
from generator.word.markup import attribute, child, properties_of, switched_on
from generator.word.ooxml import MC, Element, W, chosen, first_child, parse, transitional
from generator.word.package import DOCUMENT, NotDocx, read_parts
from generator.word.reading_sections import PageSetup, header_room, read_sections
from generator.word.reading_tables import TableStyles, read_table
from generator.word.reading_text import DEEPEST, OpenFields, Surroundings, TooDeep, Words, WordsReader
from generator.word.table_styles import TableContext
from generator.word.view import Cell, Para, View

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_PART = 50 * 1024 * 1024  # bytes of XML; a thousand pages are about twenty megabytes
# A tag takes some two hundred bytes of memory when it is read, a paragraph a thousand.
_MAX_TAGS, _MAX_PARAGRAPHS = 3_000_000, 100_000
_TOO_LARGE = "tệp giải nén ra quá lớn"
_RELATIONS = "word/_rels/document.xml.rels"
_PARAGRAPH, _TABLE, _SECTION = W + "p", W + "tbl", W + "sectPr"
_BLOCK_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_FRAME_ALIGN = {"center": "center", "right": "right", "outside": "right", "left": "left", "inside": "left"}


def read_view(data: bytes, name: str) -> View:
    """The document as it is seen; ``name`` is how messages call the file.

    Raises ``package.NotDocx`` for what cannot be read as a .docx.
    """
    parts = _readable_parts(data)
    document = parse(parts[DOCUMENT], DOCUMENT)
    body = document.find(f"{W}body")
    if body is None:
        raise NotDocx("tệp Word bị hỏng: văn bản không có nội dung")
    roots = format_roots(parts)
    shared = _Shared(name, Formats.of_roots(roots), TableStyles.of(roots["styles"]))
    setups = read_sections(document, _header_parts(parts))
    try:
        main = _PartReader(shared, DOCUMENT, document, setups)
        main.read(body)
        margins, fields, formats = _read_margins(shared, parts, setups)
    except (TooDeep, RecursionError) as error:
        raise NotDocx("tệp Word lồng bảng hoặc khung vào nhau quá sâu") from error
    fields |= main.fields_by_place()
    even_and_odd = switched_on(child(roots["settings"], "evenAndOddHeaders"))
    sections = tuple(setup.section for setup in setups)
    adds_space = shared.formats.adds_space
    return View(name, tuple(main.paragraphs), sections, margins, fields, even_and_odd, adds_space, formats)


def _readable_parts(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise NotDocx("tệp .doc cũ hoặc tệp Word có mật khẩu, không phải .docx")
    if data.startswith(b"{\\rtf"):
        raise NotDocx("tệp .rtf, không phải .docx")
    parts = read_parts(data)
    pages = [content for name, content in parts.items() if name.endswith(".xml")]
    if any(len(content) > _MAX_PART or content.count(b"<") > _MAX_TAGS for content in pages):
        raise NotDocx(_TOO_LARGE)
    return {name: transitional(content) if name.endswith(".xml") else content for name, content in parts.items()}


def _header_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The parts that the document refers to, by the id of the relation; only those that are there."""
    if _RELATIONS not in parts:
        return {}
    found = {}
    for relation in parse(parts[_RELATIONS], _RELATIONS):
        target = posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
        if target in parts and relation.get("TargetMode") != "External":
            found[relation.get("Id", "")] = target
    return found


_Fields = dict[tuple[str, int], tuple[str, ...]]


def _read_margins(
    shared: _Shared, parts: Mapping[str, bytes], setups: list[PageSetup]
) -> tuple[dict[str, tuple[Para, ...]], _Fields, _Fields]:
    """The paragraphs of headers and footers in use, by part, their fields and the figures those are asked in."""
    margins: dict[str, tuple[Para, ...]] = {}
    fields: _Fields = {}
    formats: _Fields = {}
    for setup in setups:
        for part in (*setup.section.headers.values(), *setup.section.footers.values()):
            if part in margins:
                continue
            root = parse(parts[part], part)
            reader = _PartReader(shared, part, root, [header_room(setup)])
            reader.read(root)
            margins[part] = tuple(reader.paragraphs)
            fields |= reader.fields_by_place()
            formats |= reader.formats_by_place()
    return margins, fields, formats


class _Shared(Struct, frozen=True):
    """What all parts of one document share."""

    file: str
    formats: Formats
    tables: TableStyles


class _Place(Struct, frozen=True):
    """Where blocks stand: their table's cell and style, their text box, their width (0: that of the page's column)."""

    cell: Cell | None = None
    context: TableContext | None = None
    box: int = 0
    room: int = 0


class _PartReader:
    """Reads one part into ``paragraphs``."""

    def __init__(self, shared: _Shared, part: str, root: Element, setups: list[PageSetup]) -> None:
        self.shared, self.part, self.root, self.setups = shared, part, root, setups
        self.paragraphs: list[Para] = []
        # Every w:p start tag counts, also in branches that are not shown: so a number leads to its place in the file.
        self._numbers = {
            p: number for number, p in enumerate(islice(self.root.iter(_PARAGRAPH), _MAX_PARAGRAPHS + 1), 1)
        }
        if len(self._numbers) > _MAX_PARAGRAPHS:
            raise NotDocx(_TOO_LARGE)
        self._fields = OpenFields()
        self._section = self._tables = self._boxes = self._depth = 0
        self._begins_page = False

    def read(self, parent: Element) -> None:
        self._blocks(parent, _Place())

    def fields_by_place(self) -> _Fields:
        return {(self.part, number): tuple(kinds) for number, kinds in self._fields.kinds.items()}

    def formats_by_place(self) -> _Fields:
        return {(self.part, number): tuple(found) for number, found in self._fields.formats.items()}

    def _inside(self, read: Callable[[Element, _Place], None], element: Element, place: _Place) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        read(element, place)
        self._depth -= 1

    def _blocks(self, parent: Element, place: _Place) -> None:
        for block in parent:
            tag = block.tag
            if tag == _PARAGRAPH:
                self._paragraph(block, place)
            elif tag == _TABLE:
                self._inside(self._table, block, place)
            elif tag in _BLOCK_WRAPPERS:
                self._inside(self._blocks, block, place)
            elif tag == f"{MC}AlternateContent":
                branch = chosen(block)
                if branch is not None:
                    self._inside(self._blocks, branch, place)

    def _table(self, table: Element, place: _Place) -> None:
        number, self._tables = self._tables, self._tables + 1
        read = read_table(table, self.shared.tables)
        grid = self.shared.formats.table(table)
        depth = place.cell.depth + 1 if place.cell else 1
        for row_number, row in enumerate(read.rows):
            for each in row:
                cell = Cell(number, row_number, each.column, read.columns, each.width, each.bordered, depth, each.below)
                context = grid.at(row_number, each.column, each.span)
                self._inside(self._blocks, each.element, _Place(cell, context, place.box, each.room))

    def _paragraph(self, p: Element, place: _Place) -> None:
        setup = self.setups[min(self._section, len(self.setups) - 1)]
        room = place.room or (0 if place.box or place.cell else setup.column)
        look = _as_framed(self.shared.formats.paragraph(p, place.context), p)
        marker = self.shared.formats.marker(p)
        around = Surroundings(self._numbers[p], place.context, room, look)
        words = WordsReader(self.shared.formats, self._fields, p, around).read()
        if not words.deleted:
            self.paragraphs.append(self._para(words, around, marker, place))
        for box in words.drawn.boxes:
            self._boxes += 1
            self._inside(self._blocks, box.content, _Place(box=self._boxes, room=box.room))
        properties = properties_of(p)
        if properties is not None and first_child(properties, _SECTION) is not None:
            self._section += 1
            following = self.setups[min(self._section, len(self.setups) - 1)]
            self._begins_page |= following.begins_page

    def _para(self, words: Words, around: Surroundings, marker: str, place: _Place) -> Para:
        text = words.text
        begins_page = bool(text.strip()) and (self._begins_page or words.breaks_before)
        if place.box == 0:
            carried = self._begins_page and not text.strip()
            self._begins_page = carried or words.breaks_after or (words.breaks_before and not text.strip())
        return Para(
            self.shared.file,
            self.part,
            around.number,
            text,
            words.stretches,
            around.look,
            marker=marker,
            section=self._section,
            cell=place.cell,
            boxed=place.box > 0,
            lines=tuple(words.drawn.lines),
            breaks_page=begins_page,
            box=place.box,
            room=around.room,
            pictured=words.drawn.pictured,
            loose=words.loose,
        )


def _as_framed(look: ParagraphLook, p: Element) -> ParagraphLook:
    """A page number that Word put into a frame stands where the frame stands."""
    frame = child(properties_of(p), "framePr")
    align = _FRAME_ALIGN.get(attribute(frame, "xAlign") or "")
    return replace(look, align=align) if align else look
