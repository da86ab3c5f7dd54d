"""What both sides of the benchmark work on, and the proof that both make the same report."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from msgspec import Struct
from msgspec.structs import asdict

import generator.jobs.build as job
from generator.word.pieces import Piece
from generator.word.runs import Runs

ROOT = Path(__file__).resolve().parents[1]
DATA_FILE = ROOT / "inputs" / "hoangkim.yaml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Material:
    """The report of ``inputs/hoangkim.yaml``, checked and with its template compiled: all that is left is to print."""

    def __init__(self) -> None:
        given: dict[str, tuple[Any, ...]] = {}

        def recorded(name: str, function: Any) -> Any:
            def call(*arguments: Any) -> Any:
                given[name] = arguments
                return function(*arguments)

            return call

        # A build says itself what it loads, prints and renders: nothing of jobs/build.py is repeated here.
        own = {name: getattr(job, name) for name in ("load_template", "context", "render")}
        for name, function in own.items():
            setattr(job, name, recorded(name, function))
        job.make(DATA_FILE, ROOT)
        for name, function in own.items():
            setattr(job, name, function)
        self.template_file: Path = given["load_template"][0]
        self._facts = given["context"]
        self._template = given["render"][0]

    def render(self) -> bytes:
        """View and rendering: what one more document of a checked report takes."""
        return job.render(self._template, job.context(*self._facts))

    def view(self) -> Any:
        """What the template may print."""
        return job.context(*self._facts)

    def as_json(self) -> str:
        """The view as the plain script reads it."""
        return json.dumps(_plain(self.view()), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Runs):
        return {"runs": [asdict(span) for span in value.spans]}
    if isinstance(value, Piece):
        return {"drawing": value.xml()}
    if isinstance(value, Struct):
        return {name: _plain(item) for name, item in asdict(value).items()}
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def paragraphs(docx: bytes) -> list[list[str]]:
    """The words of a Word file, paragraph by paragraph in the order of the body; empty paragraphs are left out."""
    with ZipFile(BytesIO(docx)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    found = []
    for paragraph in tree.iter(f"{_W}p"):
        pieces = []
        for element in paragraph.iter():
            if element.tag == f"{_W}t":
                pieces.append(element.text or "")
            elif element.tag in (f"{_W}br", f"{_W}tab"):
                pieces.append(" ")
        words = "".join(pieces).split()
        if words:
            found.append(words)
    return found
