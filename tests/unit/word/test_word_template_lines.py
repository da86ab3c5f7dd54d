"""A line of a template's source tells the paragraph of the template, behind tables of looped rows and cells too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.word.package import DOCUMENT
from generator.word.prepare import prepare
from generator.word.template_reading import read_template

KINDS = Path(__file__).parents[3] / "templates" / "docx"


@pytest.mark.parametrize("kind", sorted(path.name for path in KINDS.iterdir() if (path / "mau.docx").is_file()))
def test_every_tag_of_a_shipped_template_stands_on_the_line_of_its_paragraph(kind: str) -> None:
    data = (KINDS / kind / "mau.docx").read_bytes()
    prepared, faults = prepare(data, "mau.docx")
    assert prepared is not None, faults
    (source,) = (part.source for part in prepared.parts if part.name == DOCUMENT)
    lines = [re.sub(r"<[^>]+>", "", line) for line in source.split("\n")]
    tags = [tag for tag in read_template(data, "mau.docx").tags if tag.place.part == DOCUMENT]
    assert len(tags) > 100
    assert [tag for tag in tags if tag.code.strip() not in lines[tag.place.paragraph]] == []
