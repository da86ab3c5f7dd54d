"""docs/khoi-dau.md tells of a first report: it is built here, and what the page counts is counted again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from first_report import CATALOGUE, NAME, RESULTS, FirstReport, first_report

from generator.data.loading import load_catalogue
from generator.findings import Severity
from generator.vn.numbers import format_number

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "khoi-dau.md").read_text("utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> FirstReport:
    return first_report(tmp_path_factory.mktemp("bao_cao"))


def test_the_first_report_is_built_with_nothing_to_complain_of(report: FirstReport) -> None:
    assert {finding.rule for finding in report.blanks} == {"DL202"}
    assert [finding for finding in report.findings if finding.severity is not Severity.HINT] == []


def test_every_indicator_has_a_result_but_the_one_that_need_not_be_reported() -> None:
    catalogue, _ = load_catalogue(ROOT / "templates" / "chi_tieu" / f"{CATALOGUE}.yaml")
    assert catalogue is not None
    codes = [indicator.ma for group in catalogue.nhom for indicator in group.chi_tieu]
    assert [code for code in codes if code not in RESULTS] == ["1.11"]
    assert f"đủ {len(codes)} chỉ tiêu" in PAGE
    assert f"kết quả {len(RESULTS)} chỉ tiêu" in PAGE


def test_the_page_counts_what_is_typed_and_what_is_printed(report: FirstReport) -> None:
    typed = report.typed
    in_results = sum(map(len, RESULTS.values()))
    for words in (
        f"tệp trống {report.lines} dòng",
        f"máy kể {len(report.blanks)} chỗ phải điền",
        f"| điền {len(report.blanks)} chỗ ấy và {typed.places - len(report.blanks) - in_results} chỗ không bắt buộc |",
        f"| {format_number(typed.characters - typed.results)} ký tự |",
        f"| {in_results} chỗ, {format_number(typed.results)} ký tự |",
        f"Cả lượt: {typed.places} chỗ, {format_number(typed.characters)} ký tự gõ tay",
        f"có {format_number(report.words)} ký tự chữ in, trong đó {format_number(report.table)} ở bảng phụ lục",
    ):
        assert words in PAGE
    assert 0.2 < typed.characters / report.words < 0.3  # "một phần tư"


def test_the_page_estimates_the_typing_as_it_says(report: FirstReport) -> None:
    def minutes(places: int, characters: int) -> float:
        return places * 10 / 60 + characters / 120

    typed, results = report.typed, sum(map(len, RESULTS.values()))
    told = minutes(typed.places - results, typed.characters - typed.results)
    assert told == pytest.approx(15, abs=1)
    assert minutes(results, typed.results) == pytest.approx(15, abs=1)
    assert f"khoảng {round(report.words / 120)} phút" in PAGE


def test_the_stories_are_as_many_as_the_page_says() -> None:
    stories = sum("noi_dung" in keys for keys in RESULTS.values())
    rates = sum("tu" in keys for keys in RESULTS.values())
    assert f"{stories} câu thuyết minh" in PAGE
    assert f"tính {rates} tỷ lệ, đánh giá {len(RESULTS)} chỉ tiêu" in PAGE


def test_the_commands_are_those_of_the_walk() -> None:
    commands = re.findall(r"`cds-gen (.+?)`", PAGE)
    assert commands[:3] == [
        f"init bao-cao --data {NAME} --catalogue {CATALOGUE}",
        f"build {NAME}",
        f"build {NAME}",
    ]
