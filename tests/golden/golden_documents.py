"""A finished Word file read back: its paragraphs, its tables, its sections."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

REPORTS = ("hoangkim", "yendinh", "camthuy", "vinhloc")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_PIECE = re.compile(r"\w+|[^\w\s]")


def pieces(text: str) -> list[str]:
    """The words of a text and its marks one by one; capitals, accents and blanks written one way.

    A line may be broken at a mark (05/10-KH), so what stands between marks is what is compared.
    """
    return _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())


def bare(text: str) -> str:
    """The letters of a text without blanks, breaks and case: how lines are broken is the printer's."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: the name of its style, its words (line breaks and tabs as such), whether it is an equation."""

    style: str
    text: str
    in_table: bool
    is_equation: bool = False


@dataclass(frozen=True)
class Table:
    """A table: the rows of its cells' words, how many rows of them are its head, the widths in twips."""

    rows: tuple[tuple[str, ...], ...]
    heads: int
    group_rows: tuple[int, ...]

    @property
    def head(self) -> Counter[str]:
        """The words of the head with how often each stands in it."""
        return Counter(piece for row in self.rows[: self.heads] for cell in row for piece in pieces(cell))


@dataclass(frozen=True)
class Section:
    """What lies between two breaks: its page (twips), whether it is set across, its elements."""

    text_width: int
    across: bool
    elements: tuple[ElementTree.Element, ...]

    @property
    def tables(self) -> list[Table]:
        """The tables that have a head."""
        found = [read_table(element) for element in self.elements if element.tag == f"{W}tbl"]
        return [table for table in found if table.heads]


def read_part(document: Path, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(document) as package:
        return ElementTree.fromstring(package.read(name))


def attribute(element: ElementTree.Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


def length(element: ElementTree.Element, path: str, name: str = "w") -> int:
    return int(attribute(element, path, name) or "0")


def text_of(element: ElementTree.Element) -> str:
    """The words of an element, those of equations too; breaks and tabs as such, paragraphs as lines."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    found = []
    for number, paragraph in enumerate(element.iter(f"{W}p")):
        found.append("\n" if number else "")
        for node in paragraph.iter():
            if node.tag in (f"{W}t", f"{M}t"):
                found.append(node.text or "")
            elif node.tag in marks:
                found.append(marks[node.tag])
    return "".join(found)


def read_paragraphs(document: Path) -> list[Paragraph]:
    body = read_part(document)
    names = {
        style.get(f"{W}styleId"): attribute(style, "name") or ""
        for style in read_part(document, "word/styles.xml").iter(f"{W}style")
    }
    in_tables = {paragraph for table in body.iter(f"{W}tbl") for paragraph in table.iter(f"{W}p")}
    found = []
    for paragraph in body.iter(f"{W}p"):
        style = attribute(paragraph, "pPr/pStyle")
        is_equation = paragraph.find(f".//{M}oMath") is not None
        name = names[style] if style is not None else "Normal"
        found.append(Paragraph(name, text_of(paragraph), paragraph in in_tables, is_equation))
    return found


def words_of(paragraphs: Iterable[Paragraph]) -> Counter[str]:
    """The words of paragraphs with how often each stands there."""
    return Counter(piece for paragraph in paragraphs for piece in pieces(paragraph.text))


def read_table(table: ElementTree.Element) -> Table:
    rows = table.findall(f"{W}tr")
    heads = sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)
    groups = [
        number
        for number, row in enumerate(rows)
        if any((attribute(paragraph, "pPr/pStyle") or "").startswith("BangNhom") for paragraph in row.iter(f"{W}p"))
    ]
    return Table(tuple(tuple(text_of(cell) for cell in row.findall(f"{W}tc")) for row in rows), heads, tuple(groups))


def sections(document: Path) -> list[Section]:
    return list(_sections(read_part(document)))


def _sections(root: ElementTree.Element) -> Iterator[Section]:
    held: list[ElementTree.Element] = []
    body = root.find(f"{W}body")
    assert body is not None
    for element in body:
        end = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if end is None:
            held.append(element)
            continue
        sides = length(end, "pgMar", "left") + length(end, "pgMar", "right")
        across = attribute(end, "pgSz", "orient") == "landscape"
        yield Section(length(end, "pgSz") - sides, across, tuple(held))
        held = []
