"""The fast way prints what docxtpl itself prints: of the reports of the office, and of texts made to do harm.

Left out are what docxtpl does not know (widths of looped columns, the section that closes the document), what it
leaves behind (runs without words) and what it numbers anew (drawings).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from docxtpl import DocxTemplate, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from generator.data.kind import load_kind
from generator.jobs.build import check, load_template, make
from generator.jobs.view.context import context
from generator.word.builder.template import build_template
from generator.word.builder.xml import NAMESPACES, paragraph, w
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.pieces import Piece
from generator.word.prepare import prepare
from generator.word.render import compile_template, render
from generator.word.runs import Runs, Span

ROOT = Path(__file__).parents[2]
KIND = ROOT / "templates" / "docx" / "bao_cao"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FREE = {"tblGrid", "gridCol", "tcW", "tblW", "sectPr"}

REPORTS = sorted(path.stem for path in (ROOT / "inputs").glob("*.yaml"))


def for_docxtpl(value: Any) -> Any:
    """The view in docxtpl's own terms: its rich text, plain mappings."""
    if isinstance(value, Runs):
        text = RichText()
        for span in value.spans:
            text.add(span.text, bold=span.bold, italic=span.italic)
        return text
    if isinstance(value, Piece):
        text = RichText()
        text.xml = str(value.xml())
        return text
    if isinstance(value, Struct):
        return {field: for_docxtpl(getattr(value, field)) for field in value.__struct_fields__} | {
            name: getattr(value, name) for name, of in vars(type(value)).items() if isinstance(of, property)
        }
    if isinstance(value, Mapping):
        return {name: for_docxtpl(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [for_docxtpl(item) for item in value]
    return value


def by_docxtpl(template: bytes, values: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(BytesIO(template))
    document.render(for_docxtpl(values), autoescape=True)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def outline(data: bytes) -> list[object]:
    """The body as nested elements with their properties, runs as stretches of words in one look."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = ET.fromstring(archive.read(DOCUMENT))[0]
    return list(_children(body))


def _children(element: ET.Element) -> Iterator[object]:
    words: list[tuple[str, bool, bool]] = []
    for child in element:
        name = child.tag.removeprefix(W)
        if name in FREE:
            continue
        if name == "r" and {each.tag.removeprefix(W) for each in child} <= {"rPr", "t", "br", "tab"}:
            bold, italic = (child.find(f"{W}rPr/{W}{mark}") is not None for mark in "bi")
            text = "".join({f"{W}br": "\n", f"{W}tab": "\t"}.get(each.tag, each.text or "") for each in child)
            if words and words[-1][1:] == (bold, italic):
                words[-1] = words[-1][0] + text, bold, italic
            elif text:
                words.append((text, bold, italic))
            continue
        yield from words
        words = []
        yield name, sorted({} if name.endswith("}docPr") else child.attrib.items()), list(_children(child))
    yield from words


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_what_docxtpl_makes_of_the_same_view(name: str) -> None:
    path = ROOT / "inputs" / f"{name}.yaml"
    checked = check(path, ROOT / "templates" / "chi_tieu", ROOT)
    template = load_template(KIND / "mau.docx", "mau.docx")
    kind = load_kind(KIND / "mo_ta.yaml", "mo_ta.yaml")
    view = context(checked.report, checked.groups, kind, template.prepared.geometry)
    ours, theirs = outline(make(path, ROOT)[0]), outline(by_docxtpl((KIND / "mau.docx").read_bytes(), view))
    assert len(ours) > 50
    assert ours == theirs


def _template() -> bytes:
    cells = "".join(
        w("tc", w("tcPr", w("tcW", w=3000, type="dxa")), paragraph("O", text)) for text in ("{{ h.a }}", "{{r h.b }}")
    )
    rows = "".join(
        w("tr", w("tc", w("tcPr", w("tcW", w=3000, type="dxa")), paragraph("O", tag)))
        for tag in ("{%tr for h in hang %}", "{%tr endfor %}")
    ).partition("</w:tr>")
    grid = w("tblGrid", w("gridCol", w=3000), w("gridCol", w=3000))
    table = w("tbl", w("tblPr"), grid, rows[0] + rows[1] + w("tr", cells) + rows[2])
    body = (
        paragraph("A", "Đầu «{{ x }}», {{ x|upper }}{% if y %} và {{ y }}{% endif %}.")
        + paragraph("B", "{{r z }}")
        + "".join(paragraph("C", text) for text in ("{%p for t in ds %}", "{{ loop.index }}. {{ t }}", "{%p endfor %}"))
        + table
        + paragraph("D", "{{ 'a & <b>' }} {{ so }}")
    )
    parts = read_parts(build_template())
    parts["docProps/core.xml"] = re.sub(rb"\{\{.*?\}\}", b"{{ y }}", parts["docProps/core.xml"])
    parts[DOCUMENT] = f"<w:document {NAMESPACES}>{w('body', body)}</w:document>".encode()
    return write_package(Member.of(name, content) for name, content in parts.items())


TEMPLATE = _template()
# docxtpl gives \a and \f, and braces with a low line between them, meanings of their own.
HOSTILE = st.text(
    st.sampled_from("&<>\"'{}%#;\n\t /=]")
    | st.characters(min_codepoint=0x20, max_codepoint=0x1EFF, exclude_characters="_"),
    max_size=12,
).filter(lambda text: not any(0x7F <= ord(letter) < 0xA0 for letter in text))
RUNS = st.lists(st.builds(Span, HOSTILE, st.booleans(), st.booleans()), max_size=3).map(
    lambda spans: Runs(tuple(spans))
)
VALUES = st.fixed_dictionaries(
    {
        "x": HOSTILE,
        "y": HOSTILE,
        "z": RUNS,
        "so": st.integers(-999, 999),
        "ds": st.lists(HOSTILE, max_size=3),
        "hang": st.lists(st.fixed_dictionaries({"a": HOSTILE, "b": RUNS}), max_size=3),
    }
)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_hostile_words_are_printed_as_docxtpl_prints_them(values: dict[str, Any]) -> None:
    prepared, findings = prepare(TEMPLATE, "mau.docx")
    assert prepared is not None
    assert not findings
    compiled = compile_template(prepared)
    assert all(part.code for part in compiled.prepared.parts)
    assert outline(render(compiled, values)) == outline(by_docxtpl(TEMPLATE, values))
