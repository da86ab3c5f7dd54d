"""Charts put into a package: their parts, their workbooks, and what tells of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook

from generator.word.charts import SHEET, WORKBOOK_RELATION, DrawnChart
from generator.word.package import CONTENT_TYPES, Member, write_package

RELATIONS = "word/_rels/document.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_CLOCK = datetime(1980, 1, 1)
_NAME_WIDTH, _NUMBER_WIDTH = 50, 18  # of the sheet's columns, in letters


def with_charts(members: Sequence[Member], charts: Sequence[DrawnChart]) -> list[Member]:
    """The members of a document with those of the charts that it prints."""
    taken = {member.name for member in members}
    added, types, relations = list[Member](), list[str](), list[str]()
    for chart, number in zip(charts, _free_numbers(taken), strict=False):
        part, workbook = _names(number)
        added += [
            Member.of(part, chart.part().encode()),
            Member.of(f"word/charts/_rels/chart{number}.xml.rels", _to_workbook(workbook)),
            Member.of(workbook, workbook_of(chart)),
        ]
        types += [_override(part, _CHART_TYPE), _override(workbook, _WORKBOOK_TYPE)]
        relations.append(_relation(chart.relation, "chart", part.removeprefix("word/")))
    grown = {CONTENT_TYPES: types, RELATIONS: relations}
    return [_with_children(member, grown.get(member.name, ())) for member in members] + added


def workbook_of(chart: DrawnChart) -> bytes:
    """The workbook that Word opens to edit a chart's numbers; the same bytes every time."""
    written = BytesIO()
    workbook = Workbook(written, {"in_memory": True})
    workbook.set_properties({"created": _NO_CLOCK})
    sheet = workbook.add_worksheet(SHEET)
    sheet.set_column(0, 0, _NAME_WIDTH)
    sheet.set_column(1, len(chart.bars), _NUMBER_WIDTH)
    for row, cells in enumerate(chart.rows()):
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                sheet.write_number(row, column, cell)
            elif cell:
                sheet.write_string(row, column, cell)
    workbook.close()
    # Written anew, for XlsxWriter notes in the package which system wrote it.
    with zipfile.ZipFile(written) as archive:
        return write_package(Member.of(name, archive.read(name)) for name in archive.namelist())


def _names(number: int) -> tuple[str, str]:
    return f"word/charts/chart{number}.xml", f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def _free_numbers(taken: set[str]) -> Iterator[int]:
    """Numbers that no chart of the template itself has."""
    number = 0
    while True:
        number += 1
        if taken.isdisjoint(_names(number)):
            yield number


def _to_workbook(workbook: str) -> bytes:
    relation = _relation(WORKBOOK_RELATION, "package", f"../{workbook.removeprefix('word/')}")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'
    ).encode()


def _override(part: str, kind: str) -> str:
    return f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{part}" ContentType="{kind}"/>'


def _relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _with_children(member: Member, children: Iterable[str]) -> Member:
    """The part with more at its end; each child says its own namespace, for a template may use any prefix."""
    more = "".join(children)
    if not more:
        return member
    head, mark, end = member.data.decode().rpartition("</")
    return Member.of(member.name, f"{head}{more}{mark}{end}".encode())
