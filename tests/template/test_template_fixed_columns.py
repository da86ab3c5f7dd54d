"""Columns that a hand adds to the tables of a template take room from those of the data: DL516 counts them."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest
from docx.document import Document as Opened
from docx.oxml.ns import qn
from secretary_edits import ROOT, SHIPPED, edited

from generator.findings import Finding, Severity
from generator.jobs.build import Wished, build

EXAMPLES = ROOT / "tests" / "rules"
TABLE = "noi_dung:\n  - bang: tu_nhap\n    cot: [{columns}]\n    hang: [[{cells}]]\n"
ANNEX = "phu_luc:\n  - tieu_de: A\n    kho: doc\n    noi_dung:\n    "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("docx/bao_cao", "chi_tieu"):
        shutil.copytree(ROOT / "templates" / name, tmp_path / "templates" / name)
    (tmp_path / "inputs").mkdir()
    shutil.copy(EXAMPLES / "nen.yaml", tmp_path / "inputs")
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", tmp_path / "templates" / "chi_tieu")
    return tmp_path


def with_column(nth: int, width: int) -> bytes:
    """The template with a column that it fills itself in a table of the data: the first is that of the body."""

    def added(opened: Opened) -> None:
        tables = [each for each in opened.element.body.iter(qn("w:tbl")) if "tieu_de" in "".join(each.itertext())]
        for row in tables[nth].iter(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            if len(cells) == 1:
                continue
            cell = copy.deepcopy(cells[-1])
            for text in cell.iter(qn("w:t")):
                text.text = ""
            cell.find(qn("w:tcPr")).find(qn("w:tcW")).set(qn("w:w"), str(width))
            cells[-1].addnext(cell)

    return edited(added, data=SHIPPED)


def told(folder: Path, template: bytes, parts: str) -> list[Finding]:
    (folder / "templates" / "docx" / "bao_cao" / "mau.docx").write_bytes(template)
    (folder / "inputs" / "xa.yaml").write_text(f"ke_thua: [nen.yaml]\n{parts}", "utf-8")
    findings = build("xa", folder, wished=Wished(force=True)).findings
    return [finding for finding in findings if finding.rule == "DL516"]


def typed(count: int) -> str:
    columns = ", ".join(["{tieu_de: Nghiêng}"] * count)
    return TABLE.format(columns=columns, cells=", ".join(['""'] * count))


EIGHT = typed(8)  # as many as just fit


def test_columns_that_fit_beside_a_narrow_one_are_no_finding(folder: Path) -> None:
    assert told(folder, SHIPPED, EIGHT) == []
    assert told(folder, with_column(0, 200), EIGHT) == []


def test_columns_that_a_wide_one_leaves_no_room_are_told(folder: Path) -> None:
    (finding,) = told(folder, with_column(0, 2268), EIGHT)
    assert finding.severity is Severity.WARNING
    assert finding.problem.startswith("Bảng 8 cột chỉ rộng 120 mm (mẫu giữ 40 mm cho cột cố định), có từ bị ngắt")
    assert "thu hẹp cột cố định của bảng trong mẫu" in finding.fix


def test_a_column_added_in_annexes_takes_no_room_in_the_body_nor_the_other_way_round(folder: Path) -> None:
    assert told(folder, with_column(1, 2268), EIGHT) == []
    annex = f"noi_dung: [A]\n{ANNEX}" + EIGHT.removeprefix("noi_dung:\n").replace("\n", "\n    ")
    assert told(folder, with_column(0, 2268), annex) == []
    (finding,) = told(folder, with_column(1, 2268), annex)
    assert "(mẫu giữ 40 mm cho cột cố định)" in finding.problem
