"""Charts of a built report: valid for Word, editable in LibreOffice, with the numbers of the printed table."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from golden_documents import W, read_part
from openxml_audit import OpenXmlValidator

from generator.errors import Refused
from generator.jobs.build import make
from generator.jobs.check_format import judge_form
from generator.vn.numbers import parse_percent
from generator.word.package import DOCUMENT, Member, read_parts, write_package

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CATALOGUE = Path(__file__).parents[1] / "rules" / "chi_tieu" / "bo-lon.yaml"
_SECONDS = 240

REPORT = """
ky: {truoc: {nam: 2022}}
chi_tieu:
  - bo: bo-lon
    ket_qua:
      "1.1": Có
      "1.2": {tu: 7, mau: 8, ky_truoc: {tu: 5, mau: 8}}
      "1.3": {tu: 702, mau: 870, lam_tron: 1, ky_truoc: "65,25%"}
      "2.1": 14 điểm
      "2.2": 5 máy
noi_dung:
  - muc: Kết quả
    gom:
      - Kết quả như sau.
      - {bang: chi_tieu, cot: [tt, ten, ky_truoc, ket_qua, tang_giam, chi_tieu, so_voi_muc_tieu]}
      - {bieu_do: chi_tieu, nhom: [chinh_quyen_so], tieu_de: Kết quả chính quyền số}
      - {bieu_do: nhom, kieu: thanh, tieu_de: Tỷ lệ chỉ tiêu đạt}
phu_luc:
  - tieu_de: Biểu đồ
    noi_dung:
      - {bieu_do: chi_tieu, kieu: thanh, nhom: [chinh_quyen_so], tieu_de: Kết quả năm 2023}
"""


@pytest.fixture
def with_charts(office: Path, smallest: Callable[[str], Path]) -> Path:
    shutil.copy(CATALOGUE, office / "templates" / "chi_tieu")
    return smallest(REPORT)


def workbook_rows(path: Path, number: int) -> list[list[str]]:
    """The rows of the workbook of a chart."""
    with zipfile.ZipFile(path) as archive:
        workbook = archive.read(f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        words = ["".join(each.itertext()) for each in strings.iter(f"{S}si")]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [
        [
            words[int(cell.findtext(f"{S}v") or 0)] if cell.get("t") == "s" else cell.findtext(f"{S}v") or ""
            for cell in row.iter(f"{S}c")
        ]
        for row in sheet.iter(f"{S}row")
    ]


def table_rows(path: Path) -> list[list[str]]:
    """The rows of the table of indicators, as printed."""
    tables = [table for table in read_part(path).iter(f"{W}tbl") if table.find(f".//{W}tblHeader") is not None]
    return [
        ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        for row in tables[0].iter(f"{W}tr")
    ]


def test_the_workbook_holds_the_numbers_of_the_printed_table(with_charts: Path) -> None:
    printed = {row[0]: row for row in table_rows(with_charts)}
    head, *rows = workbook_rows(with_charts, 1)
    assert head == ["Kết quả năm 2022", "Kết quả năm 2023", "Chỉ tiêu"]
    assert [row[0] for row in rows] == ["1.2", "1.3"]
    for name, *values in rows:
        before, now, target = printed[name][2], printed[name][3], printed[name][5]
        assert list(map(float, values)) == [float(parse_percent(each)) for each in (before, now, target)]
    assert [printed[name][4] for name in ("1.2", "1.3", "2.1")] == ["+25", "+15,45", ""]
    assert [printed[name][6] for name in ("1.2", "1.3", "2.1", "2.2")] == ["+7,5", "-19,3", "+4", "0"]


def test_a_chart_of_groups_shows_what_share_of_them_is_met(with_charts: Path) -> None:
    assert workbook_rows(with_charts, 2) == [
        ["Tỷ lệ chỉ tiêu đạt"],
        ["Chính quyền số", "66.67"],
        ["Hạ tầng số", "100"],
    ]


def test_a_report_with_charts_is_valid_for_word_and_by_the_decree(
    with_charts: Path, smallest: Callable[[str], Path]
) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(with_charts).errors] == []
    charted, plain = with_charts.read_bytes(), smallest("").read_bytes()
    assert _rules(charted) <= _rules(plain)


def test_charts_are_as_wide_as_the_text_and_centred_over_their_captions(with_charts: Path) -> None:
    paragraphs = list(read_part(with_charts).iter(f"{W}p"))
    styles = [each.find(f"{W}pPr/{W}pStyle") for each in paragraphs]
    ids = [None if style is None else style.get(f"{W}val") for style in styles]
    at = [index for index, id in enumerate(ids) if id == "BieuDo"]
    assert [ids[index + 1] for index in at] == ["BieuDoTen"] * 3
    captions = ["".join(text.text or "" for text in paragraphs[index + 1].iter(f"{W}t")) for index in at]
    assert captions == [
        "Biểu đồ 1: Kết quả chính quyền số",
        "Biểu đồ 2: Tỷ lệ chỉ tiêu đạt",
        "Biểu đồ 3: Kết quả năm 2023",
    ]
    xml = [ElementTree.tostring(paragraphs[index], "unicode") for index in at]
    widths = [int(re.findall(r'extent cx="(\d+)"', each)[0]) // 635 for each in xml]
    assert widths == [9071, 9071, 14003]


def test_libreoffice_keeps_charts_as_charts_with_their_numbers(with_charts: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("máy này không có LibreOffice")
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", "--headless", home, "--convert-to", "odt", "--outdir", str(tmp_path), str(with_charts)]
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    with zipfile.ZipFile(tmp_path / "xa.odt") as archive:
        objects = [name for name in archive.namelist() if re.fullmatch(r"Object \d+/content\.xml", name)]
        tables = [_cells(ElementTree.fromstring(archive.read(name))) for name in sorted(objects)]
    assert tables == [
        [
            ["", "Kết quả năm 2022", "Kết quả năm 2023", "Chỉ tiêu"],
            ["1.2", "62.5", "87.5", "80"],
            ["1.3", "65.25", "80.7", "100"],
        ],
        [["", "Tỷ lệ chỉ tiêu đạt"], ["Chính quyền số", "66.67"], ["Hạ tầng số", "100"]],
        [
            ["", "Kết quả năm 2022", "Kết quả năm 2023", "Chỉ tiêu"],
            ["1.2. Thôn có mạng", "62.5", "87.5", "80"],
            ["1.3. Chữ ký số", "65.25", "80.7", "100"],
        ],
    ]


def test_a_template_without_a_place_for_charts_is_refused(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    shutil.copytree(office, folder)
    template = folder / "templates" / "docx" / "bao_cao" / "mau.docx"
    parts = read_parts(template.read_bytes())
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"{{r khoi.bieu_do }}", b"")
    template.write_bytes(write_package(Member.of(name, data) for name, data in parts.items()))
    path = folder / "inputs" / "xa.yaml"
    path.write_text("ke_thua: [nen.yaml]\nnoi_dung: [{bieu_do: nhom, tieu_de: Tỷ lệ}]\n", "utf-8")
    with pytest.raises(Refused) as refused:
        make(path, folder)
    (finding,) = refused.value.findings
    assert (finding.rule, "biểu đồ" in finding.problem, "noi_dung[].bieu_do" in finding.problem) == (
        "MB105",
        True,
        True,
    )


def _rules(data: bytes) -> set[str]:
    return {finding.rule for finding in judge_form(data, "xa.docx").findings}


def _cells(chart: ElementTree.Element) -> list[list[str]]:
    """The chart's own table, which its data editor shows."""
    return [
        ["".join(cell.itertext()).strip() for cell in row.iter(f"{TABLE}table-cell")]
        for row in chart.iter(f"{TABLE}table-row")
    ]
