"""The sections of a document: paper, margins, page numbers, headers and footers with what they inherit."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.word.ooxml import Element, R, W, is_on, twips, value
from generator.word.view import Section

# What Word takes for a section that says nothing: a sheet of letter paper with margins of an inch.
_WIDTH, _HEIGHT, _MARGIN, _EDGE = 12_240, 15_840, 1_440, 720
_BETWEEN_COLUMNS = 720
_MOST_COLUMNS = 45


class PageSetup(Struct, frozen=True):
    """A section, how wide a column of its text is (twips), and whether it begins a page."""

    section: Section
    column: int
    begins_page: bool


def read_sections(document: Element, header_parts: Mapping[str, str]) -> list[PageSetup]:
    """The sections in order, at least one.  ``header_parts`` are part names by id of the relation."""
    found: list[PageSetup] = []
    headers: Mapping[str, str] = {}
    footers: Mapping[str, str] = {}
    seen = list(document.iter(f"{W}sectPr"))
    former = {id(each) for properties in seen for change in properties.iter(f"{W}sectPrChange") for each in change}
    for properties in seen:
        if id(properties) in former:
            continue
        headers = {**headers, **_referred(properties, "headerReference", header_parts)}
        footers = {**footers, **_referred(properties, "footerReference", header_parts)}
        section = _section(len(found), properties)
        section = replace(section, headers=headers, footers=footers)
        begins_page = value(properties, "type") not in ("continuous", "nextColumn")
        found.append(PageSetup(section, _column(properties, section), begins_page))
    if not found:
        section = _section(0, document)
        found.append(PageSetup(section, section.text_width, True))
    return found


def header_room(setup: PageSetup) -> PageSetup:
    """The same page for its header and footer, which have one column whatever the text has."""
    return replace(setup, column=setup.section.text_width)


def _referred(properties: Element, kind: str, parts: Mapping[str, str]) -> dict[str, str]:
    return {
        reference.get(f"{W}type", "default"): parts[relation]
        for reference in properties.findall(W + kind)
        if (relation := reference.get(f"{R}id", "")) in parts
    }


def _section(number: int, properties: Element) -> Section:
    def size(name: str, default: int) -> int:
        return twips(value(properties, "pgSz", name=name), default)

    def margin(name: str, default: int) -> int:
        return twips(value(properties, "pgMar", name=name), default)

    start = value(properties, "pgNumType", name="start")
    width, height = size("w", _WIDTH), size("h", _HEIGHT)
    return Section(
        number=number,
        width=width,
        height=height,
        top=abs(margin("top", _MARGIN)),
        bottom=abs(margin("bottom", _MARGIN)),
        left=margin("left", _MARGIN) + margin("gutter", 0),
        right=margin("right", _MARGIN),
        header=margin("header", _EDGE),
        footer=margin("footer", _EDGE),
        landscape=width > height,
        title_page=is_on(properties, "titlePg"),
        start=int(start) if start and start.isdecimal() and len(start) < 6 else None,
        number_format=value(properties, "pgNumType", name="fmt") or "decimal",
        gutter=margin("gutter", 0),
    )


def _column(properties: Element, section: Section) -> int:
    count = value(properties, "cols", name="num")
    if not (count and count.isdecimal() and 1 < int(count[:6]) <= _MOST_COLUMNS):
        return section.text_width
    between = twips(value(properties, "cols", name="space"), _BETWEEN_COLUMNS)
    return max(0, (section.text_width - between * (int(count) - 1)) // int(count))
