"""The annexes of the decree as they were issued, read without any code of the package.

Looks are resolved only as far as the annexes need: run, then paragraph, then the chain of paragraph styles.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pytest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Line:
    """A paragraph: its words, and the look of its first words that are no footnote mark."""

    text: str
    size: float | None
    bold: bool
    italic: bool
    align: str
    first_line: int
    start: int
    before: int
    line: int


@dataclass(frozen=True)
class Table:
    widths: tuple[int, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    def column(self, number: int) -> list[Line]:
        return [line for row in self.rows for line in row[number] if line.text.strip()]


@dataclass
class Annex:
    """One annex: its blocks in order, the attributes of its last page setup, its other parts by name."""

    blocks: list[Line | Table]
    page: dict[str, dict[str, str]]
    parts: dict[str, ElementTree.Element] = field(default_factory=dict)

    def lines(self) -> list[Line]:
        return [block for block in self.blocks if isinstance(block, Line)]

    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]


class Reader:
    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {
                name.removeprefix("word/"): ElementTree.fromstring(package.read(name))
                for name in package.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            }
        self.styles = {style.get(f"{W}styleId"): style for style in self.parts["styles.xml"].iter(f"{W}style")}

    def annex(self) -> Annex:
        body = self.parts["document.xml"].find(f"{W}body")
        assert body is not None
        setup = body.find(f"{W}sectPr")
        assert setup is not None
        page = {child.tag.removeprefix(W): plain(child.attrib) for child in setup}
        return Annex(list(self._blocks(body)), page, self.parts)

    def _blocks(self, parent: ElementTree.Element) -> Iterator[Line | Table]:
        for child in parent:
            if child.tag == f"{W}p":
                yield self.line(child)
            elif child.tag == f"{W}tbl":
                yield self._table(child)

    def _table(self, table: ElementTree.Element) -> Table:
        widths = tuple(int(column.get(f"{W}w", "0")) for column in table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = tuple(
            tuple(tuple(self.line(p) for p in cell.findall(f"{W}p")) for cell in row.findall(f"{W}tc"))
            for row in table.findall(f"{W}tr")
        )
        return Table(widths, rows)

    def line(self, paragraph: ElementTree.Element) -> Line:
        text, first = "", None
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}rPr/{W}vertAlign") is not None and "_" not in words(run):
                continue
            text += words(run)
            if first is None and words(run).strip():
                first = run
        levels = [paragraph.find(f"{W}pPr"), *self._style_levels(paragraph, "pPr")]
        run_levels = [None if first is None else first.find(f"{W}rPr"), *self._style_levels(paragraph, "rPr")]
        size = attribute(run_levels, "sz", "val")
        return Line(
            text=text,
            size=None if size is None else int(size) / 2,
            bold=switched_on(run_levels, "b"),
            italic=switched_on(run_levels, "i"),
            align=attribute(levels, "jc", "val") or "start",
            first_line=int(attribute(levels, "ind", "firstLine") or 0),
            start=int(attribute(levels, "ind", "start") or 0),
            before=int(attribute(levels, "spacing", "before") or 0),
            line=int(attribute(levels, "spacing", "line") or 240),
        )

    def _style_levels(self, paragraph: ElementTree.Element, kind: str) -> list[ElementTree.Element | None]:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if found is None else found.get(f"{W}val")
        levels = []
        while name in self.styles:
            style = self.styles[name]
            levels.append(style.find(f"{W}{kind}"))
            based_on = style.find(f"{W}basedOn")
            name = None if based_on is None else based_on.get(f"{W}val")
        return levels


def plain(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in attributes.items()}


def words(run: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in run.findall(f"{W}t"))


def attribute(levels: list[ElementTree.Element | None], tag: str, name: str) -> str | None:
    for level in levels:
        found = None if level is None else level.find(W + tag)
        if found is not None and found.get(W + name) is not None:
            return found.get(W + name)
    return None


def switched_on(levels: list[ElementTree.Element | None], tag: str) -> bool:
    for level in levels:
        found = None if level is None else level.find(W + tag)
        if found is not None:
            return found.get(f"{W}val") not in ("0", "false")
    return False


@pytest.fixture(scope="session")
def annex_one(shared: Path) -> Annex:
    return Reader(shared / "reference/nd30/phu-luc-1-the-thuc.docx").annex()


@pytest.fixture(scope="session")
def annex_three(shared: Path) -> Annex:
    return Reader(shared / "reference/nd30/phu-luc-3-mau-trinh-bay.docx").annex()


@pytest.fixture(scope="session")
def articles(annex_one: Annex) -> dict[str, str]:
    """The words of phần I of Phụ lục I by article: ``II.2.b``; a heading's own words under ``II.2``."""
    found: dict[str, str] = {}
    section = number = letter = ""
    for line in annex_one.lines():
        text = " ".join(line.text.split())
        if text == "Phần II":
            break
        if match := re.match(r"([IVX]+)\. ", text):
            section, number, letter = match[1], "", ""
        elif match := re.match(r"(\d+)\. ", text):
            number, letter = match[1], ""
        elif match := re.match(r"([a-zđ])\) ", text):
            letter = match[1]
        name = ".".join(part for part in (section, number, letter) if part)
        found[name] = f"{found.get(name, '')} {text}".strip()
    return found


@pytest.fixture(scope="session")
def specimens(annex_three: Annex) -> dict[str, list[Line | Table]]:
    """The blocks of each specimen by its number: ``1.4``."""
    found: dict[str, list[Line | Table]] = {}
    current: list[Line | Table] = []
    for block in annex_three.blocks:
        if isinstance(block, Line) and (match := re.match(r"\s*Mẫu (\d\.\d+)", block.text)):
            current = found.setdefault(match[1], [])
        current.append(block)
    return found
