"""docs/ky-sau.md tells of three reports of the next period: they are made here, and what the page counts is counted."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from next_report import WALKS, NextReport, next_report

from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan, read_spans
from generator.findings import FilePlace, Severity
from generator.rules.said import Passage
from generator.rules.said_citations.scan import mentions
from generator.vn.numbers import format_number

PAGE = (Path(__file__).parents[2] / "docs" / "ky-sau.md").read_text("utf-8")
PERIOD_OF_YEARS = re.compile(r"(?:giai đoạn|nhiệm kỳ) \d{4} ?[-–] ?\d{4}")
# The people of Cẩm Thủy, as many as before; and what stands in the column of the period before.
STILL = {"128.225", "82.878"}
# The year told of, and those between it and the new one.
OLD_YEARS = {"hoangkim-2024": "2023", "hoangkim-2026": "202[345]"}
each_walk = pytest.mark.parametrize("name", WALKS)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, NextReport]:
    return {name: next_report(tmp_path_factory.mktemp("ky_sau"), name) for name in WALKS}


def uncited(text: str) -> str:
    """What is printed, without the documents that it cites and the plans of several years."""
    for mention in mentions(Passage(text, FilePlace("-"))):
        start, end = mention.span
        text = text[:start] + " " * (end - start) + text[end:]
    return PERIOD_OF_YEARS.sub("", text)


def figures_before(span: Span, *, told: bool = False) -> set[str]:
    """The counts of the period before that a data file remembers and that a reader would not take for another."""
    if isinstance(span, TextSpan):
        digits = span.value.replace(".", "")
        return {format_number(int(digits))} if told and digits.isdecimal() and len(digits) > 3 else set()
    if isinstance(span, ListSpan):
        return set().union(*(figures_before(item, told=told) for item in span.items))
    below = ((key, entry.value) for key, entry in span.entries.items() if key not in ("lam_tron", "truoc"))
    return set().union(*(figures_before(value, told=told or key == "ky_truoc") for key, value in below))


@each_walk
def test_a_new_file_asks_for_every_place_and_every_sentence_and_for_nothing_else(
    reports: dict[str, NextReport], name: str
) -> None:
    asked = [finding.rule for finding in reports[name].asked]
    done = reports[name].made.renewed
    assert (asked.count("DL801"), asked.count("DL802")) == (done.opened, done.reviews)
    assert set(asked) == {"DL801", "DL802"}


@each_walk
def test_the_filled_report_is_built_without_errors_and_asks_nothing_more(
    reports: dict[str, NextReport], name: str
) -> None:
    findings = reports[name].findings
    assert [each for each in findings if each.severity is Severity.ERROR] == []
    asking = {"DL714", "DL801", "DL802", "DL803", "DL804", "DL510", "SL602", "SL603", "SL604", "SL605"}
    assert [each for each in findings if each.rule in asking] == []
    assert [each for each in findings if each.rule == "SL601" and each.severity is Severity.WARNING] == []


@each_walk
def test_no_figure_of_the_old_period_is_left(reports: dict[str, NextReport], name: str) -> None:
    root = read_spans(reports[name].data)
    assert isinstance(root, GroupSpan)
    before = figures_before(root)
    assert before
    printed = reports[name].printed
    assert {each for each in before if re.search(rf"(?<![\d.,/]){re.escape(each)}(?![\d.,])", printed)} <= STILL


@pytest.mark.parametrize(("name", "years"), OLD_YEARS.items())
def test_no_old_year_is_left_but_in_citations_and_plans(reports: dict[str, NextReport], name: str, years: str) -> None:
    lines = [uncited(line) for line in reports[name].printed.split("\n")]
    assert [line for line in lines if re.search(years, line)] == []
    assert len([line for line in lines if f"/{WALKS[name].ky}" in line or f"năm {WALKS[name].ky}" in line]) > 5


def test_no_half_year_is_left_but_where_it_is_compared_with(reports: dict[str, NextReport]) -> None:
    lines = reports["camthuy-2024"].printed.split("\n")
    left = [line for line in lines if re.search(r"\d tháng (?:đầu|cuối)|30/5/2024|11/0?6/2024", line)]
    assert [line for line in left if "so với 6 tháng đầu năm" not in line] == [
        "Kế hoạch kiểm tra công tác chuyển đổi số 6 tháng đầu năm 2024",  # the subject of a document
        "6 tháng đầu năm",  # the column of the period before
    ]


def test_the_year_is_compared_with_its_half_in_words_in_a_table_and_in_a_chart(reports: dict[str, NextReport]) -> None:
    report = reports["camthuy-2024"]
    assert "đạt 98,5%, tăng 2,1 điểm % so với 6 tháng đầu năm 2024" in report.printed
    assert "\n+2,1\n" in report.printed
    with ZipFile(report.docx) as package:
        assert "word/charts/chart1.xml" in package.namelist()


def test_a_commune_without_a_district_signs_as_one(reports: dict[str, NextReport]) -> None:
    printed = reports["hoangkim-2026"].printed
    assert printed.startswith("ỦY BAN NHÂN DÂN")
    assert "- Sở Khoa học và Công nghệ tỉnh (b/c);\n- UBND tỉnh Thanh Hóa (b/c);\n" in printed
    assert "huyện" not in printed[printed.index("Nơi nhận:") :].partition("Phụ lục")[0]


@each_walk
def test_the_page_tells_what_was_asked_and_what_was_typed(reports: dict[str, NextReport], name: str) -> None:
    report = reports[name]
    done, typed = report.made.renewed, report.typed
    share = f"{100 * typed.characters / len(report.printed):.1f}".replace(".", ",")
    cells = [
        f"`{report.made.source.removeprefix('inputs/')}` → `{report.made.target.removeprefix('inputs/')}`",
        str(done.opened),
        str(done.reviews),
        f"{report.values.places} chỗ, {report.values.characters} ký tự",
        f"{report.words.places} chỗ, {format_number(report.words.characters)} ký tự",
        f"{report.confirmed.places} chỗ, {report.confirmed.characters} ký tự",
        f"{format_number(typed.characters)} ký tự",
        f"{format_number(len(report.printed))} ký tự",
        f"{share}%",
    ]
    assert f"| {' | '.join(cells)} |" in PAGE


def test_the_page_tells_the_commands_of_the_walks() -> None:
    assert re.findall(r"`cds-gen (new .+?)`", PAGE) == [
        "new hoangkim.yaml",
        "new camthuy.yaml --ky 2024",
        "new hoangkim.yaml --ky 2026",
    ]
