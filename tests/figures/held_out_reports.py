"""Reports of other fields than the rules were made on: written for this test, clean, with faults to be put in.

Each is a file in ``held_out/``; from it comes a Word file as another hand would make it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from msgspec import Struct
from msgspec.structs import replace

HERE = Path(__file__).with_name("held_out")


class Fault(Struct, frozen=True):
    """Right words, the wrong ones that take their place, the rules of which one must see it.

    ``missed`` is why none does, empty where one does.
    """

    right: str
    wrong: str
    rules: tuple[str, ...]
    missed: str = ""


class Table(Struct, frozen=True):
    """A table with the number and the title of its annex."""

    number: str
    title: str
    rows: tuple[tuple[str, ...], ...]


class Report(Struct, frozen=True):
    """A report: its head, its paragraphs («# » before a heading), its annexes, the faults known beforehand."""

    name: str
    head: dict[str, str]
    paragraphs: tuple[str, ...]
    tables: tuple[Table, ...]
    faults: tuple[Fault, ...]

    def with_fault(self, fault: Fault) -> Report:
        """The same with the fault in it; raises ``ValueError`` where its words do not stand exactly once."""
        places = [*self.paragraphs, *(cell for table in self.tables for row in table.rows for cell in row)]
        if sum(text.count(fault.right) for text in places) != 1:
            raise ValueError(f"{self.name}: {fault.right}")

        def faulty(text: str) -> str:
            return text.replace(fault.right, fault.wrong)

        tables = (replace(table, rows=tuple(tuple(map(faulty, row)) for row in table.rows)) for table in self.tables)
        return replace(self, paragraphs=tuple(map(faulty, self.paragraphs)), tables=tuple(tables))


def reports() -> Iterator[Report]:
    for path in sorted(HERE.glob("*.yaml")):
        typed: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        yield Report(
            path.stem,
            {key: typed[key] for key in ("co_quan", "ky_hieu", "noi", "ngay", "trich_yeu")},
            tuple(typed["doan"]),
            tuple(Table(each["so"], each["ten"], tuple(map(tuple, each["hang"]))) for each in typed["bang"]),
            tuple(
                Fault(each["tu"], each["thanh"], tuple(each["luat"]), each.get("bo_sot", "")) for each in typed["loi"]
            ),
        )


def word_file(report: Report) -> bytes:
    """The report as a Word file, plainly set."""
    document = docx.Document()
    _head(document, report.head)
    for text in report.paragraphs:
        _paragraph(document, text.removeprefix("# "), bold=text.startswith("# "))
    _paragraph(document, f"Trên đây là báo cáo {report.head['trich_yeu'][:1].lower()}{report.head['trich_yeu'][1:]}./.")
    _close(document)
    for table in report.tables:
        document.add_page_break()
        _centred(document, f"Phụ lục {table.number}".strip())
        _centred(document, table.title.upper())
        _table(document, table.rows)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _head(document: Any, head: dict[str, str]) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = f"{head['co_quan']}\nSố: {head['ky_hieu']}"
    right.text = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{head['noi']}, ngày {head['ngay']}"
    _centred(document, "BÁO CÁO")
    _centred(document, head["trich_yeu"])


def _close(document: Any) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    right.text = "CHỦ TỊCH\n\n\n\nTrần Văn Bình"


def _paragraph(document: Any, text: str, bold: bool = False) -> None:
    document.add_paragraph().add_run(text).bold = bold


def _centred(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = number == 0
