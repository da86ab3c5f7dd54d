"""Word files printed by LibreOffice and read back from the PDF: pages, and on them words with their places."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from golden_documents import pieces, read_paragraphs, words_of

_X = "{http://www.w3.org/1999/xhtml}"
_TOOLS = ("soffice", "pdftotext")
_SECONDS = 240
_HEADER = 50  # points; the page number stands above, the text (20 mm from the edge) below
# LibreOffice takes letters that a font lacks from another, and pdftotext parts words there: parts that touch are one
# word.  Points; a blank of justified text is never below 2, letters of one word are never 0.2 apart.
_TOUCHING = 1.0
_ONE_LINE = 2.0  # points; lines of the smallest letters are 11 apart
NO_EQUATIONS = "LibreOffice bỏ trống các công thức khi in: máy này thiếu gói libreoffice-math-nogui"


@dataclass(frozen=True)
class Word:
    """A word as printed: points from the left and upper edges of the paper."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page as printed: its size in points, its words line by line; ``shown`` is the number in its header."""

    number: int
    width: float
    height: float
    shown: str
    words: tuple[Word, ...]

    @property
    def lines(self) -> list[str]:
        """The words line by line, without the header; cells that stand side by side are one line."""
        return [" ".join(word.text for word in line) for line in _lines(self.words)]

    @property
    def pieces(self) -> list[str]:
        """The words, and their marks one by one, from the upper edge down."""
        return [piece for word in self.words for piece in pieces(word.text)]

    @property
    def is_across(self) -> bool:
        return self.width > self.height


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.top):
        if line and word.top - line[0].top > _ONE_LINE:
            yield sorted(line, key=lambda word: word.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word.left)


def _whole_words(parts: Iterable[Word]) -> Iterator[Word]:
    """The words of a page line by line, the parts of each put together."""
    for line in _lines(parts):
        whole: list[Word] = []
        for part in line:
            if whole and abs(part.left - whole[-1].right) < _TOUCHING:
                last = whole.pop()
                part = Word(last.text + part.text, last.left, part.right, last.top, last.bottom)
            whole.append(part)
        yield from whole


def _page(number: int, element: ElementTree.Element) -> Page:
    def points(of: ElementTree.Element, name: str) -> float:
        return float(of.get(name, "0"))

    parts = [
        Word(word.text or "", *(points(word, name) for name in ("xMin", "xMax", "yMin", "yMax")))
        for word in element.iter(f"{_X}word")
    ]
    words = list(_whole_words(parts))
    shown = " ".join(word.text for word in words if word.top < _HEADER)
    body = tuple(word for word in words if word.top >= _HEADER)
    return Page(number, points(element, "width"), points(element, "height"), shown, body)


def _give_up(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def equations_left_out(words: Counter[str], of_equations: Counter[str], on_paper: Counter[str]) -> bool:
    """Whether what is missing on paper is most of the equations and nothing else: their printer is not installed.

    Not all of them: heads that are repeated on every page make up for some of the words.
    """
    missing = words - on_paper
    return missing <= of_equations and 2 * missing.total() > of_equations.total()


def print_documents(documents: Mapping[str, Path], folder: Path) -> dict[str, list[Page]]:
    """The pages of every document, printed in one run of LibreOffice; skips (in CI fails) where it cannot print."""
    tools = {name: shutil.which(name) for name in _TOOLS}
    missing = [name for name, path in tools.items() if path is None]
    if missing:
        _give_up(f"không có {', '.join(missing)} để in thử báo cáo ra PDF")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run(tools["soffice"] or "", *options, *map(str, documents.values()))
    printed = {}
    for name, document in documents.items():
        # Places, not lines: read as text, cells that stand side by side run into each other.
        boxes = _run(tools["pdftotext"] or "", "-bbox", str(folder / f"{document.stem}.pdf"), "-")
        found = ElementTree.fromstring(boxes).iter(f"{_X}page")
        printed[name] = [_page(number, element) for number, element in enumerate(found, start=1)]
    for name, document in documents.items():
        paragraphs = read_paragraphs(document)
        equations = words_of(paragraph for paragraph in paragraphs if paragraph.is_equation)
        on_paper = Counter(piece for page in printed[name] for piece in page.pieces)
        if equations_left_out(words_of(paragraphs), equations, on_paper):
            _give_up(NO_EQUATIONS)
    return printed


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS).stdout
