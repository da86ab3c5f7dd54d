"""``cds-gen new --catalogue``: next year's report answers to another catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

CATALOGUES = Path(__file__).parents[1] / "rules" / "chi_tieu"
EXAMPLE = Path(__file__).with_name("bo-nho-2025.yaml").read_text("utf-8")
TARGET = "inputs/xa-2024.yaml"


@pytest.fixture
def with_new(office: Any) -> Any:
    """An office that has got the new catalogue."""
    office.write("templates/chi_tieu/bo-nho-2025.yaml", EXAMPLE)
    return office


def test_what_became_of_every_indicator_is_told(with_new: Any) -> None:
    outcome = with_new.run("new", "xa.yaml", "--catalogue", "bo-nho-2025")
    assert outcome.status == 0
    assert (
        """\
    Bộ chỉ tiêu bo-nho → bo-nho-2025: 1 chỉ tiêu mang được số kỳ trước sang, 1 đổi mã.
      tách: 1.2 → 2, 3
      thêm, trước chưa có: 4
      không còn ở bộ mới, đã bỏ khỏi tệp (tệp cũ vẫn còn):
        2.1 Điểm phát sóng: 14 điểm
"""
        in outcome.out
    )
    lines = (with_new.folder / TARGET).read_text("utf-8").split("\n")
    marked = next(number for number, line in enumerate(lines, start=1) if "nay tách thành «2», «3»" in line)
    assert f"      dòng {marked}: chỉ tiêu «1.2» của bộ cũ nay tách thành «2», «3»\n" in outcome.out


def test_the_new_file_answers_to_the_new_catalogue(with_new: Any) -> None:
    with_new.run("new", "xa.yaml", "--catalogue", "bo-nho-2025")
    text = (with_new.folder / TARGET).read_text("utf-8")
    assert "  bo: bo-nho-2025\n" in text
    assert '    "1": {chu: …, ky_truoc: Có}\n' in text
    assert "# Tách từ chỉ tiêu 1.2 (kỳ trước: 7/8 = 87,5%) của bộ bo-nho\n" in text
    assert "- chi_tieu: chinh_quyen\n" in text
    outcome = with_new.run("build", "xa-2024.yaml", "--draft")
    assert outcome.status == 0, outcome.err


def test_open_places_and_remarks_are_counted_in_the_file_that_is_written(with_new: Any) -> None:
    outcome = with_new.run("new", "xa.yaml", "--catalogue", "bo-nho-2025")
    text = (with_new.folder / TARGET).read_text("utf-8")
    opened = text.count(": …")
    assert f"    {opened} chỗ để ngỏ «…» cần điền, {text.count('# cds: xem lại')} chỗ có ghi chú" in outcome.out


def test_one_of_several_catalogues_gives_way(with_new: Any) -> None:
    with_new.write("templates/chi_tieu/bo-rieng.yaml", (CATALOGUES / "bo-rieng.yaml").read_bytes())
    full = Path(__file__).with_name("day_du.yaml").read_text("utf-8")
    with_new.write("inputs/xa.yaml", full)
    outcome = with_new.run("new", "xa.yaml", "--ky", "2024", "--catalogue", "bo-nho=bo-nho-2025")
    assert outcome.status == 0, outcome.err
    text = (with_new.folder / TARGET).read_text("utf-8")
    assert "ct('1', 'bo-nho-2025').ky_truoc" in text
    assert text.count("bo: bo-nho-2025") == 3
    assert text.count("bo: bo-rieng") == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["bo-nho-2026"], "Không có bộ chỉ tiêu «bo-nho-2026»"),
        (["bo-nho"], "Báo cáo đã dùng bộ chỉ tiêu «bo-nho»."),
        (["bo-la=bo-nho-2025"], "Báo cáo không dùng bộ chỉ tiêu «bo-la»."),
        (["qd-1829-2023"], "Bộ chỉ tiêu «qd-1829-2023» không nói thay cho bộ nào."),
        (["bo-khac"], "Bộ chỉ tiêu «bo-khac» thay cho bộ «qd-1829-2023», không thay cho «bo-nho»."),
        (["bo-rong"], "Không chỉ tiêu nào của bộ «bo-rong» thay cho chỉ tiêu của bộ «bo-nho»."),
        (["bo-nho-2025", "bo-nho-2025"], "Báo cáo đã dùng bộ chỉ tiêu «bo-nho-2025»."),
    ],
)
def test_a_catalogue_that_cannot_be_is_refused_and_nothing_written(with_new: Any, asked: list[str], said: str) -> None:
    none = EXAMPLE.replace('thay_cho: "1', 'ghi_chu: "1').replace("thay_cho: chinh", "so: chinh")
    with_new.write("templates/chi_tieu/bo-rong.yaml", none)
    with_new.write("templates/chi_tieu/bo-khac.yaml", none.replace("thay_cho: bo-nho", "thay_cho: qd-1829-2023"))
    outcome = with_new.run("new", "xa.yaml", *(part for name in asked for part in ("--catalogue", name)))
    assert outcome.status == 3
    assert said in outcome.err
    assert "Cách sửa: " in outcome.err
    assert not (with_new.folder / TARGET).exists()


def test_a_report_without_indicators_has_no_catalogue_to_change(with_new: Any) -> None:
    report = with_new.report
    start, end = report.index("chi_tieu:\n"), report.index("noi_dung:\n")
    with_new.write("inputs/xa.yaml", report[:start] + report[end:])
    outcome = with_new.run("new", "xa.yaml", "--catalogue", "bo-nho-2025")
    assert (outcome.status, (with_new.folder / TARGET).exists()) == (3, False)
    assert "Tệp này không có mục chi_tieu." in outcome.err


def test_a_faulty_new_catalogue_is_told_with_its_places(with_new: Any) -> None:
    with_new.write("templates/chi_tieu/bo-nho-2025.yaml", EXAMPLE.replace('thay_cho: "1.1"', 'thay_cho: ["1.1", "9"]'))
    outcome = with_new.run("new", "xa.yaml", "--catalogue", "bo-nho-2025")
    assert outcome.status == 1
    assert "bo-nho-2025.yaml:10:" in outcome.out + outcome.err
    assert "Bộ «bo-nho» không có chỉ tiêu «9»." in outcome.out + outcome.err
    assert not (with_new.folder / TARGET).exists()
