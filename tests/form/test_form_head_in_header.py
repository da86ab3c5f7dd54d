"""A head that stands in the header of the first page is judged as one that stands in the text."""

from __future__ import annotations

import pytest
from edits import R_ID, Draft, W, words
from lxml import etree
from made import NS

from generator.jobs.check_format import judge_form


def moved(data: bytes, *edits) -> bytes:
    """The document with its head, a table, in the header of its first page."""
    draft = Draft(data)
    for edit in edits:
        edit(draft)
    table = draft.body.find(f"{W}tbl")
    table.getparent().remove(table)
    header = f"<w:hdr {NS}>{etree.tostring(table, encoding='unicode')}<w:p/></w:hdr>"
    draft.add_part("word/header9.xml", header, "rId99", "header")
    reference = etree.Element(f"{W}headerReference")
    reference.set(f"{W}type", "first")
    reference.set(R_ID, "rId99")
    draft.sections()[0].insert(0, reference)
    return draft.packed()


def outcome(data: bytes) -> dict[str, tuple[bool, int]]:
    return {rule: (each.assessed, len(each.findings)) for rule, each in judge_form(data, "x").verdicts.items()}


@pytest.mark.parametrize("name", ["cong_van", "quyet_dinh", "ke_hoach", "hoangkim", "vinhloc"])
def test_the_verdicts_are_the_same(bases, name):
    assert outcome(moved(bases[name])) == outcome(bases[name])


@pytest.mark.parametrize(
    ("rule", "edit"),
    [
        ("TT201", words("QuocHieu", "NGHĨA", "NGHĨ")),
        ("TT202", words("TieuNgu", " - Tự do - ", " – Tự do – ")),
        ("TT208", words("So", "12/", "5/")),
        ("TT210", words("Ngay", "ngày 05", "ngày 5")),
    ],
)
def test_its_faults_are_told_at_their_place(bases, rule, edit):
    (finding,) = judge_form(moved(bases["cong_van"], edit), "x").findings
    assert finding.rule == rule
    assert finding.place.part == "word/header9.xml"
