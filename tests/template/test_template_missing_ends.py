"""An end that is missing is told once, where it must have stood; what stands after that place is not in doubt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from secretary_edits import ROOT, all_of, at, edited, number_of, place_of, words_of

from generator.findings import Severity
from generator.jobs.check_template import check_file


@pytest.mark.parametrize(
    ("kind", "opening", "end", "last"),
    [
        ("quyet_dinh", "{%p for can in can_cu", "{%p endfor %}", "{{r can.chu }}"),
        ("quyet_dinh", "{%p if don_vi.cap_tren %}", "{%p endif %}", "{{ don_vi.cap_tren }}"),
        ("to_trinh", "{%p if don_vi.cap_tren %}", "{%p endif %}", "{{ don_vi.cap_tren }}"),
        ("cong_van", "{%p for nhan in noi.gom %}", "{%p endfor %}", "{{ nhan.ten }}"),
    ],
)
def test_only_the_end_is_told(kind: str, opening: str, end: str, last: str, tmp_path: Path) -> None:
    shipped = (ROOT / "templates" / "docx" / kind / "mau.docx").read_bytes()

    def rub_out(opened: Document) -> None:
        found = all_of(opened)
        start = found.index(at(opened, opening))
        missing = next(each for each in found[start:] if words_of(each) == end)
        missing.getparent().remove(missing)

    data = edited(rub_out, data=shipped)
    path = tmp_path / "templates" / "docx" / kind / "mau.docx"
    shutil.copytree(ROOT / "templates" / "docx" / kind, path.parent)
    path.write_bytes(data)
    told = [each for each in check_file(path, tmp_path).findings if each.severity is not Severity.HINT]
    assert [(each.rule, place_of(each)[1]) for each in told] == [("MB203", number_of(data, opening))]
    assert f"ở đoạn {number_of(data, last)}" in told[0].fix


def test_a_row_without_its_beginning_leaves_the_conditions_around_the_table_alone(tmp_path: Path) -> None:
    def rub_out(opened: Document) -> None:
        row = next(at(opened, "{%tr if hang.nhom %}").iterancestors(qn("w:tr")))
        row.getparent().remove(row)

    path = tmp_path / "mau.docx"
    path.write_bytes(edited(rub_out))
    told = {(each.rule, place_of(each)[1]) for each in check_file(path, tmp_path).findings if each.rule == "MB203"}
    assert told == {("MB203", number_of(path.read_bytes(), "{%tr endif %}"))}
