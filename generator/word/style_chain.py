"""The styles of a document (ECMA-376 part 1, 17.7.4), each with all that it takes from those it is based on."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.word.markup import attribute, child, children, is_on, value, whole
from generator.word.once import once
from generator.word.ooxml import Element
from generator.word.paragraph_format import ParagraphFormat, paragraph_format
from generator.word.run_format import RunFormat, run_format
from generator.word.theme import Theme

WHOLE_TABLE = "wholeTable"
# Word knows its own styles by their names, also where no style is marked as the default one.
_BUILT_IN = {"paragraph": "normal", "table": "normal table"}


class Formatting(Struct, frozen=True):
    """What a style says of letters and of paragraphs."""

    run: RunFormat
    paragraph: ParagraphFormat

    def over(self, base: Formatting) -> Formatting:
        return Formatting({**base.run, **self.run}, {**base.paragraph, **self.paragraph})


NOTHING = Formatting({}, {})


class Style(Struct, frozen=True, dict=True):
    """A style as written; of the dozens that a document has it uses a few, so what they say is read when asked for."""

    element: Element
    theme: Theme
    id: str
    kind: str
    name: str
    based_on: str
    is_default: bool

    @once
    def says(self) -> Formatting:
        return _formatting(self.element, self.theme)

    @once
    def regions(self) -> Mapping[str, Formatting]:
        """The conditional formatting of a table style, by the part of the table."""
        return {
            str(attribute(part, "type")): _formatting(part, self.theme)
            for name, part in children(self.element)
            if name == "tblStylePr"
        }

    @once
    def bands(self) -> tuple[int | None, int | None]:
        """How many rows and columns of a table it has in a band, None where it does not say."""
        table = child(self.element, "tblPr")
        row, column = (value(child(table, f"tblStyle{each}BandSize")) for each in ("Row", "Col"))
        return whole(row), whole(column)


def _formatting(element: Element | None, theme: Theme) -> Formatting:
    return Formatting(run_format(child(element, "rPr"), theme), paragraph_format(child(element, "pPr")))


def _style(element: Element, theme: Theme) -> Style:
    default = attribute(element, "default")
    return Style(
        element,
        theme,
        id=attribute(element, "styleId") or "",
        kind=attribute(element, "type") or "paragraph",
        name=(value(child(element, "name")) or "").lower(),
        based_on=value(child(element, "basedOn")) or "",
        is_default=default is not None and is_on(default),
    )


class Styles:
    """All styles; a name that leads nowhere, or to a style of another kind, leads to the default style of its kind."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._said: dict[str, Formatting] = {}
        for name, element in children(root):
            if name == "style":
                style = _style(element, theme)
                self._styles.setdefault(style.id, style)
                if style.is_default:
                    self._defaults[style.kind] = style.id  # 17.7.4.17: of several, the last
        for kind, name in _BUILT_IN.items():
            built_in = next((each.id for each in self._styles.values() if (each.kind, each.name) == (kind, name)), "")
            self._defaults.setdefault(kind, built_in)
        defaults = child(root, "docDefaults")
        self.document_defaults = Formatting(
            run_format(child(defaults, "rPrDefault", "rPr"), theme),
            paragraph_format(child(defaults, "pPrDefault", "pPr")),
        )

    @property
    def numbers(self) -> dict[str, int]:
        """The list (``w:numId``) that each numbering style stands for (17.7.7)."""
        found = {}
        for style in self._styles.values():
            number = style.says.paragraph.get("num_id") if style.kind == "numbering" else None
            if number is not None:
                found[style.id] = number
        return found

    def in_effect(self, style_id: str | None, kind: str) -> str:
        """The id of the style that holds: that one, else the default of its kind; "" for none.

        Text that names no character style has none: Word takes no formatting from the default one.
        """
        style = self._styles.get(style_id or "")
        if style is not None and style.kind == kind:
            return style.id
        return "" if kind == "character" else self._defaults.get(kind, "")

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """The style and those it is based on, the deepest first.  A circle ends where it closes; a base of another
        kind is no base."""
        known = self._chains.get(style_id)
        if known is None:
            found: list[Style] = []
            style = self._styles.get(style_id)
            seen: set[str] = set()
            while style is not None and style.id not in seen and (not found or style.kind == found[0].kind):
                found.append(style)
                seen.add(style.id)
                style = self._styles.get(style.based_on)
            known = self._chains[style_id] = tuple(reversed(found))
        return known

    def says(self, style_id: str) -> Formatting:
        """All that the style says, with what it is based on."""
        known = self._said.get(style_id)
        if known is None:
            known = NOTHING
            for style in self.chain(style_id):
                known = style.says.over(known)
            self._said[style_id] = known
        return known

    def table_says(self, style_id: str, regions: tuple[str, ...]) -> Formatting:
        """What a table style says of a cell in these parts of the table, the weakest part first."""
        chain = self.chain(style_id)
        found = self.says(style_id)
        for region in (WHOLE_TABLE, *regions):
            for style in chain:
                if region in style.regions:
                    found = style.regions[region].over(found)
        return found

    def bands(self, style_id: str) -> tuple[int, int]:
        """How many rows and how many columns of a table make a band (17.7.6.5, 17.7.6.7): 1 unless the style says."""
        rows = columns = 1
        for style in self.chain(style_id):
            of_row, of_column = style.bands
            rows = rows if of_row is None else of_row
            columns = columns if of_column is None else of_column
        return rows, columns
