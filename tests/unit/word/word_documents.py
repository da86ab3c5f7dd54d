"""Small Word templates for the tests of this folder, and how a finished document is read back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.etree import ElementTree as ET

from generator.word.builder.xml import NAMESPACES, paragraph, w
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, write_package
from generator.word.prepare import PreparedTemplate, prepare
from generator.word.render import CompiledTemplate, compile_template, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CORE = "docProps/core.xml"
HEADER = "word/header1.xml"


def document(*body: str) -> str:
    """``word/document.xml`` with that body."""
    return f"<w:document {NAMESPACES}>{w('body', *body)}</w:document>"


def words(*texts: str) -> str:
    """Paragraphs of plain words, one each."""
    return "".join(paragraph("NoiDung", text) for text in texts)


def table(*rows: Iterable[str]) -> str:
    """A table of three columns; rows hold the words of their cells."""

    def cell(text: str) -> str:
        return w("tc", w("tcPr", w("tcW", w=3000, type="dxa")), words(text))

    width = w("tblPr", w("tblW", w=9000, type="dxa"))
    grid = w("tblGrid", *(w("gridCol", w=3000) for _ in range(3)))
    return w("tbl", width, grid, *(w("tr", *map(cell, row)) for row in rows))


def docx(*body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A template with that body, and other parts by name."""
    texts = {CONTENT_TYPES: "<Types/>", DOCUMENT: document(*body), **(parts or {})}
    return write_package(Member.of(name, text.encode()) for name, text in texts.items())


def prepared(data: bytes) -> PreparedTemplate:
    """The template, which must have no fault that preparing finds."""
    found, findings = prepare(data, "mau.docx")
    assert findings == []
    assert found is not None
    return found


def compiled(*body: str, parts: Mapping[str, str] | None = None) -> CompiledTemplate:
    """A template with that body, ready to render."""
    return compile_template(prepared(docx(*body, parts=parts)))


def printed(*body: str, **context: object) -> list[str]:
    """The words of each paragraph of a template with that body, rendered."""
    return texts(render(compiled(*body), context))


def part(data: bytes, name: str = DOCUMENT) -> str:
    """A part of a finished document, as text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def tree(data: bytes, name: str = DOCUMENT) -> ET.Element:
    """A part of a finished document, parsed."""
    return ET.fromstring(part(data, name))


def text_of(element: ET.Element) -> str:
    """The words of an element, those of equations too, with its line breaks and tabs."""
    found = []
    for child in element.iter():
        if child.tag in (f"{W}t", f"{M}t"):
            found.append(child.text or "")
        elif child.tag == f"{W}br":
            found.append("\n")
        elif child.tag == f"{W}tab":
            found.append("\t")
    return "".join(found)


def texts(data: bytes, name: str = DOCUMENT) -> list[str]:
    """The words of each paragraph of a part."""
    return [text_of(each) for each in tree(data, name).iter(f"{W}p")]
