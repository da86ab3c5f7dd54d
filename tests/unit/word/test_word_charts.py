"""Charts: parts that Word opens, a workbook with the same numbers, the same bytes every time."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from word_documents import prepared
from word_reports import report, template

from generator.word.builder.xml import NAMESPACES
from generator.word.chart_parts import RELATIONS, with_charts, workbook_of
from generator.word.charts import CHART, Bars, DrawnChart
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, read_parts, write_package
from generator.word.reading import read_view
from generator.word.render import compile_template, render
from generator.word.runs import Runs

C = f"{{{CHART}}}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
SMALL = DrawnChart(
    ("1.1", "1.2"),
    (
        Bars("BDD7EE", "Kết quả năm 2023", (Decimal("65.2"), None)),
        Bars("1F4E79", "Kết quả năm 2024", (Decimal("80.7"), Decimal(100))),
        Bars("C55A11", "Chỉ tiêu", (Decimal(70), Decimal("99.95"))),
    ),
    'Kết quả "A & B" < 2024',
    1,
    9071,
    4500,
)
NAMES = st.text(alphabet="aăâđêôơưĐ19=&<>\"' .%…", min_size=1, max_size=30).filter(str.strip)
VALUES = st.none() | st.decimals(-1000, 100000, places=2)


@st.composite
def charts(draw: st.DrawFn) -> DrawnChart:
    names = tuple(draw(st.lists(NAMES, min_size=1, max_size=20)))
    values = st.lists(VALUES, min_size=len(names), max_size=len(names)).map(tuple)
    bars = st.builds(Bars, st.just("1F4E79"), NAMES, values)
    kinds = tuple(draw(st.lists(bars, min_size=1, max_size=3)))
    return replace(SMALL, names=names, bars=kinds, lying=draw(st.booleans()))


def document_with(*drawn: DrawnChart, source: bytes | None = None) -> bytes:
    """A report with those charts in its body."""
    blocks = [{"kieu": "bieu_do", "chu": Runs.plain(chart.title), "bieu_do": chart} for chart in drawn]
    return render(compile_template(prepared(source or template())), report(noi_dung=blocks), drawn)


def sheet_of(workbook: bytes) -> dict[str, str]:
    """What the cells of the workbook hold, by their places."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        shared = [
            "".join(each.itertext()) for each in ET.fromstring(archive.read("xl/sharedStrings.xml")).iter(f"{S}si")
        ]
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iter(f"{S}c"):
        value = cell.findtext(f"{S}v") or ""
        found[cell.get("r", "")] = shared[int(value)] if cell.get("t") == "s" else value
    return found


def caches_of(part: str) -> list[tuple[str, dict[int, str]]]:
    """What the chart itself holds: the formula of every reference, and its points."""
    root = ET.fromstring(part)
    return [
        (
            each.findtext(f"{C}f") or "",
            {int(point.get("idx", "")): point.findtext(f"{C}v") or "" for point in each.iter(f"{C}pt")},
        )
        for kind in ("strRef", "numRef")
        for each in root.iter(C + kind)
    ]


def cells_of(formula: str) -> list[str]:
    """The places that "SoLieu!$B$2:$B$4" names."""
    column, first, last = re.fullmatch(r"SoLieu!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", formula).groups()  # type: ignore[union-attr]
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


@settings(deadline=None, max_examples=40)
@given(charts())
def test_the_workbook_holds_what_the_chart_draws(chart: DrawnChart) -> None:
    sheet = sheet_of(workbook_of(chart))
    for formula, points in caches_of(chart.part()):
        for index, place in enumerate(cells_of(formula)):
            drawn, typed = points.get(index), sheet.get(place)
            same = drawn == typed or (drawn and typed and Decimal(drawn) == Decimal(typed))
            assert same, (formula, index, drawn, typed)


def test_a_workbook_has_the_same_bytes_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    first = workbook_of(SMALL)
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    assert workbook_of(SMALL) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_a_document_with_charts_is_valid_and_always_the_same(tmp_path: Path) -> None:
    drawn = (SMALL, replace(SMALL, number=2, lying=True))
    data = document_with(*drawn)
    assert data == document_with(*drawn)
    path = tmp_path / "bieu-do.docx"
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_parts_relations_and_types_lead_to_each_other() -> None:
    parts = read_parts(document_with(SMALL, replace(SMALL, number=2)))
    relations = {each.get("Id"): each.get("Target") for each in ET.fromstring(parts[RELATIONS])}
    asked = re.findall(r'r:id="(bieuDo\d)"', parts[DOCUMENT].decode())
    assert [f"word/{relations[each]}" for each in asked] == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    types = parts[CONTENT_TYPES].decode()
    for number in (1, 2):
        (own,) = ET.fromstring(parts[f"word/charts/_rels/chart{number}.xml.rels"]).findall(f"{PACKAGE}Relationship")
        workbook = f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
        assert own.get("Target") == f"../{workbook.removeprefix('word/')}"
        assert parts[workbook].startswith(b"PK")
        for name in (workbook, f"word/charts/chart{number}.xml"):
            assert types.count(f'PartName="/{name}"') == 1


def test_a_chart_of_the_template_itself_keeps_its_part() -> None:
    parts = read_parts(template()) | {"word/charts/chart1.xml": b"<own/>"}
    data = document_with(SMALL, source=write_package(Member.of(name, content) for name, content in parts.items()))
    found = read_parts(data)
    assert found["word/charts/chart1.xml"] == b"<own/>"
    assert CHART.encode() in found["word/charts/chart2.xml"]


def test_a_template_may_write_its_relations_with_a_prefix() -> None:
    written = (
        b'<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"></r:Relationships>'
    )
    grown = {member.name: member.data for member in with_charts([Member.of(RELATIONS, written)], [SMALL])}
    (found,) = ET.fromstring(grown[RELATIONS])
    assert (found.tag, found.get("Target")) == (f"{PACKAGE}Relationship", "charts/chart1.xml")


def test_a_document_without_charts_has_no_part_of_them() -> None:
    assert not [name for name in read_parts(document_with()) if "chart" in name or "embeddings" in name]


def test_the_drawing_stands_in_the_line_and_tells_its_title() -> None:
    drawing = str(SMALL.xml())
    ET.fromstring(f"<w:p {NAMESPACES}>{drawing}</w:p>")
    assert f'cx="{9071 * 635}"' in drawing
    assert 'descr="Kết quả &quot;A &amp; B&quot; &lt; 2024"' in drawing
    assert str(SMALL) == ""


def test_all_letters_of_a_chart_are_the_documents() -> None:
    part = SMALL.part()
    assert set(re.findall(r'typeface="([^"]*)"', part)) == {"Times New Roman"}
    assert part.count("<a:latin") == part.count("<c:txPr>")


@pytest.mark.parametrize(("lying", "direction", "order"), [(False, "col", "minMax"), (True, "bar", "maxMin")])
def test_lying_bars_are_read_from_the_top(lying: bool, direction: str, order: str) -> None:
    root = ET.fromstring(replace(SMALL, lying=lying).part())
    assert [each.get("val") for each in root.iter(f"{C}barDir")] == [direction]
    assert [each.get("val") for each in root.find(f".//{C}catAx").iter(f"{C}orientation")] == [order]  # type: ignore[union-attr]


@pytest.mark.parametrize(("value", "limited"), [(Decimal(100), True), (Decimal("100.5"), False), (Decimal(-3), False)])
def test_the_axis_ends_at_the_whole_unless_a_bar_goes_beyond(value: Decimal, limited: bool) -> None:
    chart = replace(SMALL, names=("A",), bars=(Bars("1F4E79", "Kết quả", (value,)),))
    assert (ET.fromstring(chart.part()).find(f".//{C}valAx//{C}max") is not None) is limited


def test_labels_of_many_bars_stand_upright() -> None:
    many = replace(SMALL, names=("A",) * 13, bars=(Bars("1F4E79", "Kết quả", (Decimal(5),) * 13),))
    assert 'rot="-5400000"' in many.part()
    assert 'rot="-5400000"' not in replace(many, lying=True).part()
    assert 'rot="-5400000"' not in SMALL.part()


def test_a_reader_of_the_form_passes_over_a_chart() -> None:
    view = read_view(document_with(SMALL), "bieu-do.docx")
    (at,) = (index for index, para in enumerate(view.body) if para.text == SMALL.title)
    assert (view.body[at - 1].text, view.body[at - 1].pictured) == ("", True)
    assert not view.body[at].pictured
