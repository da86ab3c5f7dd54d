"""Tags are found in every part of a template, and named with their paths and places."""

from __future__ import annotations

import pytest
from template_edits import PARTS, TEXT, with_document

from generator.findings import DocxPlace
from generator.jobs.view.vocabulary import vocabulary
from generator.rules.template_registry import check_template
from generator.word.builder.xml import NAMESPACES, w
from generator.word.package import Member, write_package
from generator.word.template_reading import read_template

WRONG = w("p", w("r", "<w:t>Chữ</w:t>")) + w("p", w("r", "<w:t>{{ don_vi.tem }}</w:t>"))


def places(data: bytes) -> set[tuple[str, int]]:
    """Where names are wrong."""
    found = check_template(read_template(data, "mau.docx"), vocabulary())
    return {
        (each.place.part, each.place.paragraph)
        for each in found
        if each.rule == "MB201" and isinstance(each.place, DocxPlace)
    }


@pytest.mark.parametrize(
    ("part", "root"),
    [("header1", "hdr"), ("header2", "hdr"), ("footer1", "ftr"), ("footnotes", "footnotes"), ("endnotes", "endnotes")],
)
def test_a_wrong_name_is_found_in_every_part(part: str, root: str) -> None:
    inner = w(root.removesuffix("s"), WRONG) if root.endswith("s") else WRONG
    parts = {**PARTS, f"word/{part}.xml": f"<w:{root} {NAMESPACES}>{inner}</w:{root}>".encode()}
    assert places(write_package(Member.of(*each) for each in parts.items())) == {(f"word/{part}.xml", 2)}


def test_a_wrong_name_in_a_text_box_is_told_once_though_word_writes_it_twice() -> None:
    box = w("txbxContent", WRONG)
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    branches = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twins = f"<mc:AlternateContent {compatible}>{branches}</mc:AlternateContent>"
    after = w("p", w("r", "<w:t>{{ don_vi.sau }}</w:t>"))
    text = TEXT.replace("<w:body>", f"<w:body>{w('p', w('r', twins))}{after}")
    # The paragraph about the box is the first; its second twin counts too, as in the file.
    assert places(with_document(text)) == {("word/document.xml", 3), ("word/document.xml", 6)}


def test_a_wrong_name_in_the_properties_of_the_file_is_found() -> None:
    core = PARTS["docProps/core.xml"].replace(b"don_vi.ten", b"don_vi.tem")
    parts = {**PARTS, "docProps/core.xml": core}
    assert places(write_package(Member.of(*each) for each in parts.items())) == {("docProps/core.xml", 0)}


def test_paths_in_loops_are_told_in_full() -> None:
    paths = {use.path for use in read_template(with_document(TEXT), "mau.docx").uses}
    assert {"noi_dung[].bang.hang[].o[].dong[]", "phu_luc[].noi_dung[].chu", "nguoi_ky.quyen_han[]"} <= paths
