"""How paragraphs and runs come out: defaults, table style, paragraph style, numbering, character style, direct.

The order is that of ECMA-376 part 1, 17.7.2; docs/dinh-dang-hieu-luc.md tells it case by case.

Use: one ``Formats`` for the whole document; ``formats.table(tbl)`` once per ``w:tbl``, then ``table.at(row, column,
span)`` per cell gives the ``TableContext`` that goes with every paragraph of the cell (innermost table only; None
outside tables).  ``marker`` counts: call it once for every paragraph, in the order of the file.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.word.looks import ParagraphLook, RunLook
from generator.word.markup import (
    Signature,
    attribute,
    child,
    children,
    is_on,
    local_name,
    properties_of,
    root_of,
    signature,
    switched_on,
    value,
)
from generator.word.numbering import Counter, Numbering
from generator.word.ooxml import Element, W, first_child
from generator.word.package import DOCUMENT
from generator.word.paragraph_format import (
    AUTO_SPACE,
    FIXED_AUTO_SPACE,
    ParagraphFormat,
    look_of,
    paragraph_format,
)
from generator.word.run_format import RunFormat, combined, looks_of, run_format
from generator.word.style_chain import NOTHING, Formatting, Styles
from generator.word.table_styles import TableContext, TableGrid, read_look, read_size
from generator.word.theme import Theme

_RUN_PROPERTIES = f"{W}rPr"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_USUAL = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "theme": "word/theme/theme1.xml",
    "settings": "word/settings.xml",
}

_RAISED = "superscript"
_OFF_THE_LINE = (_RAISED, "subscript")

_Numbered = tuple[int, int]  # w:numId, w:ilvl


class _Level(Struct, frozen=True):
    """One level of a paragraph's styles, or its direct formatting."""

    style: str
    says: ParagraphFormat


class _Said(NamedTuple):
    """A paragraph's own properties, their signature, and the style that they name."""

    properties: Element | None
    signature: Signature
    style: str | None


def _part_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The names of the parts that bear on formatting, by kind: as the document's relationships say, else the usual."""
    found = dict(_USUAL)
    root = root_of(parts.get(_RELATIONSHIPS), _RELATIONSHIPS)
    for each in () if root is None else root.iterfind("{*}Relationship"):
        kind = str(each.get("Type") or "").rpartition("/")[2]
        if kind in found and each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(DOCUMENT), each.get("Target") or ""))
            if target.lstrip("/") in parts:
                found[kind] = target.lstrip("/")
    return found


def format_roots(parts: Mapping[str, bytes]) -> dict[str, Element | None]:
    """The parsed "styles", "numbering", "theme" and "settings" of a package; None for one missing or damaged."""
    return {kind: root_of(parts.get(name), name) for kind, name in _part_names(parts).items()}


def _settings(root: Element | None) -> tuple[bool, bool]:
    """Whether auto spacing is fixed and spaces add up, and whether only the first row of a table is its head."""
    compat = child(root, "compat")
    only_first = any(
        attribute(each, "name") == "differentiateMultirowTableHeaders" and is_on(value(each))
        for name, each in children(compat)
        if name == "compatSetting"
    )
    return switched_on(child(compat, "doNotUseHTMLParagraphAutoSpacing")), only_first


class Formats:
    """The formatting of one document.  Nothing raises: what is missing or damaged falls back to Word's defaults.

    ``adds_space`` says whether the space after a paragraph and the one before the next are added up (an old setting);
    otherwise the larger one holds (17.3.1.33).
    """

    def __init__(self, styles: Styles, numbering: Numbering, theme: Theme, settings: Element | None = None) -> None:
        self._styles = styles
        self._numbering = numbering
        self._theme = theme
        self.adds_space, self._one_head = _settings(settings)
        self._counters: defaultdict[str, Counter] = defaultdict(lambda: Counter(numbering))
        self._paragraphs: dict[tuple[TableContext | None, Signature], ParagraphLook] = {}
        self._numbers: dict[Signature, _Numbered | None] = {}
        self._last: tuple[Element | None, _Said] = (None, _Said(None, (), None))
        self._runs: dict[tuple[str | None, TableContext | None, Signature], tuple[RunLook, RunLook]] = {}

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Formats:
        """Reads styles, numbering, theme and settings of a package (``package.read_parts``)."""
        return cls.of_roots(format_roots(parts))

    @classmethod
    def of_roots(cls, roots: Mapping[str, Element | None]) -> Formats:
        """From the parsed parts (``format_roots``)."""
        theme = Theme.of(roots["theme"], roots["settings"])
        styles = Styles(roots["styles"], theme)
        numbering = Numbering.of(roots["numbering"], styles.numbers)
        return cls(styles, numbering, theme, roots["settings"])

    def table(self, tbl: Element) -> TableGrid:
        """Reads a ``w:tbl``: its style, its ``w:tblLook``, its size.  Once per table."""
        style = self._styles.in_effect(value(child(tbl, "tblPr", "tblStyle")), "table")
        rows, columns, headers = read_size(tbl)
        bands = self._styles.bands(style)
        return TableGrid(style, rows, columns, read_look(tbl), 1 if self._one_head else headers, *bands)

    def paragraph(self, p: Element, table: TableContext | None = None) -> ParagraphLook:
        """How a ``w:p`` stands.  ``style`` is the id of the style in effect, "" where the document has none."""
        said = self._said_by(p)
        key = (table, said.signature)
        look = self._paragraphs.get(key)
        if look is None:
            look = self._paragraphs[key] = self._paragraph(said.properties, table)
        return look

    def run(self, r: Element, p: Element, table: TableContext | None = None) -> RunLook:
        """How a ``w:r`` of the ``w:p`` comes out; where plain Latin letters and accented ones have two fonts, the
        font is that of the accented letters if the run has any."""
        plain, accented = self._looks(r, p, table)
        if plain is accented:
            return plain
        words = "".join(each.text or "" for each in r if local_name(each) == "t")
        return accented if any(_is_accented(char) for char in words) else plain

    def runs(
        self, text: str, r: Element, p: Element, table: TableContext | None = None
    ) -> tuple[tuple[str, RunLook], ...]:
        """The words of a ``w:r`` (in NFC) cut where plain and accented letters have two fonts; one piece nearly always.

        The pieces joined are ``text``; no piece for no text.  Blanks stay with the letters before them.
        """
        plain, accented = self._looks(r, p, table)
        if plain is accented:
            return ((text, plain),) if text else ()
        return tuple(
            ("".join(char for char, _ in piece), accented if is_accented else plain)
            for is_accented, piece in groupby(_classed(text), key=lambda each: each[1])
        )

    def marker(self, p: Element, story: str = "") -> str:
        """The automatic number of a ``w:p`` as Word prints it ("I.", "1.1.", "•"), without what follows it; "" for
        none.  Counts on.

        Numbers run on within a story and begin afresh in another: the body, every text box, the headers with the
        footers, the footnotes, the endnotes; ``story`` is any name that tells them apart.
        """
        said = self._said_by(p)
        if said.signature not in self._numbers:
            numbered = self._numbered(self._levels(said.properties))
            self._numbers[said.signature] = numbered and numbered[:2]
        number = self._numbers[said.signature]
        return self._counters[story].next(*number) if number else ""

    def _said_by(self, p: Element) -> _Said:
        """What a ``w:p`` says of itself; remembered for the last one, which is asked about several times in turn."""
        last, said = self._last
        if last is not p:
            properties = properties_of(p)
            said = _Said(properties, signature(properties), value(child(properties, "pStyle")))
            self._last = (p, said)
        return said

    def _table_says(self, table: TableContext | None) -> Formatting:
        return self._styles.table_says(table.style, table.regions) if table else NOTHING

    def _levels(self, ppr: Element | None) -> tuple[_Level, ...]:
        """What bears on a paragraph above the table style: its style with those below it, its own formatting."""
        style_id = self._styles.in_effect(value(child(ppr, "pStyle")), "paragraph")
        styles = [_Level(style.id, style.says.paragraph) for style in self._styles.chain(style_id)]
        return (*styles, _Level("", paragraph_format(ppr)))

    def _numbered(self, levels: tuple[_Level, ...]) -> tuple[int, int, int] | None:
        """The number's list and level, and which of the levels brings it in.

        A style names a list only; the level is the one tied to the style (17.7.8.1), or to one it is based on.
        """
        naming = [at for at, level in enumerate(levels) if "num_id" in level.says]
        if not naming:
            return None
        at = naming[-1]
        number = levels[at].says["num_id"]
        last = len(levels) - 1
        inherited = next((level.says["num_level"] for level in reversed(levels) if "num_level" in level.says), 0)
        if at == last or "num_level" in levels[last].says:
            return (number, inherited, last) if number else None
        tied = self._numbering.level_of_style(number, [level.style for level in reversed(levels[:last])])
        return (number, inherited if tied is None else tied, at) if number else None

    def _paragraph(self, ppr: Element | None, table: TableContext | None) -> ParagraphLook:
        levels = self._levels(ppr)
        numbered = self._numbered(levels)
        effective: ParagraphFormat = {
            **self._styles.document_defaults.paragraph,
            **self._table_says(table).paragraph,
        }
        for at, level in enumerate(levels):
            # 17.7.8.1: the list's indents come just below the level that names the list.
            listed = self._numbering.level(*numbered[:2]) if numbered and numbered[2] == at else None
            if listed is not None:
                effective = {**effective, **listed.paragraph}
            effective = {**effective, **level.says}
        style_id = levels[-2].style if len(levels) > 1 else ""
        size = looks_of(self._effective_run(style_id, table, {}))[0].size
        return look_of(effective, style_id, size, FIXED_AUTO_SPACE if self.adds_space else AUTO_SPACE)

    def _looks(self, r: Element, p: Element, table: TableContext | None) -> tuple[RunLook, RunLook]:
        rpr, named = first_child(r, _RUN_PROPERTIES), self._said_by(p).style
        key = (named, table, signature(rpr))
        looks = self._runs.get(key)
        if looks is None:
            style_id = self._styles.in_effect(named, "paragraph")
            character = self._styles.says(self._styles.in_effect(value(child(rpr, "rStyle")), "character")).run
            effective = self._effective_run(style_id, table, run_format(rpr, self._theme), character)
            looks = self._runs[key] = _placed(looks_of(effective), value(child(rpr, "vertAlign")))
        return looks

    def _effective_run(
        self, style_id: str, table: TableContext | None, direct: RunFormat, character: RunFormat | None = None
    ) -> RunFormat:
        styles = (self._table_says(table).run, self._styles.says(style_id).run, character or {})
        return combined(self._styles.document_defaults.run, styles, direct)


def _placed(looks: tuple[RunLook, RunLook], place: str | None) -> tuple[RunLook, RunLook]:
    """The same above or below the line, where the run is set so (17.3.2.42)."""
    if place not in _OFF_THE_LINE:
        return looks
    plain, accented = (replace(look, raised=place == _RAISED, lowered=place != _RAISED) for look in looks)
    return plain, plain if looks[0] is looks[1] else accented


def _is_accented(char: str) -> bool:
    """Whether Word sets a character in the font for what lies beyond ASCII (17.3.2.26)."""
    return not char.isascii() and not char.isspace()


def _classed(text: str) -> Iterator[tuple[str, bool]]:
    """Every character with whether it is set as accented; a blank goes with what stands before it, or else after."""
    current = next((_is_accented(char) for char in text if not char.isspace()), False)
    for char in text:
        if not char.isspace():
            current = _is_accented(char)
        yield char, current
