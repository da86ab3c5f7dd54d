"""What reports of other fields have taught the rules over figures."""

from __future__ import annotations

import pytest
from said_figures_of import found, place, problems, text

from generator.findings import Severity
from generator.rules.said import Passage, Row, Said, Table


@pytest.mark.parametrize(
    "words",
    [
        "24 lớp, trong đó 16 lớp cho cán bộ và 9 lớp cho cộng tác viên",
        "642 ha, đạt 101,9% kế hoạch; trong đó lúa 510 ha, ngô 74 ha, rau màu 85 ha",
        "Sơ tán 215 hộ với 764 nhân khẩu, trong đó tại chỗ 158 hộ, tập trung 75 hộ",
        "1.386 lượt người, gồm công an 210 người, quân sự 345 người, dân quân 813 người",
    ],
)
def test_parts_that_come_near_to_their_total_are_meant_as_all(words: str) -> None:
    assert len(found("SL401", text(words))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "30 cán bộ, trong đó 20 cán bộ trẻ và 25 cán bộ nữ",
        "Trồng 1.850 cây, gồm 1.200 cây bóng mát, 650 cây hoa; ra quân 26 đợt",
    ],
)
def test_parts_that_are_some_or_overlap(words: str) -> None:
    assert problems("SL401", text(words)) == []


def test_lines_that_are_the_parts_of_the_line_above() -> None:
    told = (
        "Tổng số hồ sơ đã nhận là 3731 hồ sơ.",
        "Trực tuyến mức độ 3 là: 2389 hồ sơ",
        "Trực tuyến mức độ 4 là: 1289 hồ sơ.",
    )
    (finding,) = found("SL401", text(*told))
    assert finding.severity is Severity.HINT
    assert "2389 + 1289 = 3.678" in finding.problem
    assert problems("SL401", text(told[0].replace("3731", "3678"), *told[1:])) == []


def test_more_examples_than_there_are() -> None:
    named = "Miến dong Thuận Tâm; Mật ong Đất Cẩm, Cơm lam Suối Ngọc và Gà vườn Cẩm Thanh"
    assert len(found("SL402", text(f"Có 03 sản phẩm như {named}."))) == 1
    assert problems("SL402", text(f"Có 05 sản phẩm như {named}.")) == []


def test_a_share_of_a_plan_in_a_column_beside_the_plan() -> None:
    def column(head: str) -> Said:
        cells = (Passage("104,2%", place(1)),)
        return Said("tệp.docx", (), (Table(("Nội dung", head), (Row(cells),), place(1)),))

    assert problems("SL303", column("Kế hoạch")) == []
    assert len(found("SL303", column("Kết quả"))) == 1


def test_a_fraction_above_its_whole_is_let_be_as_share_of_a_plan() -> None:
    assert problems("SL203", text("Giải quyết việc làm cho 3.215/3.000 lao động, đạt 107,2% kế hoạch.")) == []
    assert (
        len(found("SL203", text("Có 161.004/152.318 người tham gia, bao phủ 94,6%, vượt 0,6% so với chỉ tiêu."))) == 1
    )
