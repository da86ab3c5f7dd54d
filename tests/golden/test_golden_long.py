"""Tables of thousands of rows: all are there, and twice as many rows are twice the work.

The work is counted in calls of functions, which no busy machine changes; bench/rows.py measures the time.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from golden_documents import sections

from generator.jobs.build import Wished, build

MANY = 2000
IN_GROUP = 50
FEW = 50
# Twice the rows: a table of which every row looks at every other would come near 4.
MOST_GROWTH = 2.05


def indicator_report(office: Path, size: int) -> Path:
    """The data file of a report with a table of that many indicators, in groups of fifty."""
    groups = []
    for first in range(0, size, IN_GROUP):
        listed = ",\n".join(
            f'{{ma: "{number}", ten: Tỷ lệ hộ của thôn {number} có mạng, don_vi_tinh: "%", muc_tieu: 80%, '
            "cong_thuc: {tu: Số hộ có mạng, mau: Tổng số hộ}}"
            for number in range(first + 1, min(first + IN_GROUP, size) + 1)
        )
        groups.append(f"  - {{ma: nhom_{first}, ten: Nhóm {first}, chi_tieu: [\n{listed}]}}")
    head = "ten: Bộ lớn\ncan_cu: {so: 7/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về bộ chỉ tiêu}\nnhom:\n"
    (office / "templates" / "chi_tieu" / f"bo-{size}.yaml").write_text(head + "\n".join(groups) + "\n", "utf-8")
    results = "\n".join(
        f'      "{number}": {{tu: {number % 97 + 3}, mau: 100, ghi_chu: Đợt {number % 7 + 1}}}'
        for number in range(1, size + 1)
    )
    return written(
        office,
        f"chi_tieu:\n  - bo: bo-{size}\n    ket_qua:\n{results}\n"
        "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [tt, ten, ket_qua, danh_gia, ghi_chu, cong_thuc]}]\n",
    )


def document_report(office: Path, size: int) -> Path:
    """The data file of a report with a table of that many documents, in two groups."""
    listed = "\n".join(
        f"  - {{so: {number}/{kind}-UBND, ngay: {number % 28 + 1}/3/2023, trich_yeu: về đợt {number}}}"
        for number, kind in zip(range(1, size + 1), cycle(["KH", "QĐ"]))
    )
    return written(
        office,
        f"van_ban_ban_hanh:\n{listed}\nphu_luc:\n  - tieu_de: Bảng\n    noi_dung:\n      - bang: van_ban_ban_hanh\n"
        "        chia_nhom: [{ten: Kế hoạch, loc: {loai: Kế hoạch}}, {ten: Quyết định, loc: {loai: Quyết định}}]\n"
        "        cot: [tt, trich_yeu, so, ngay]\n",
    )


def written(office: Path, parts: str) -> Path:
    path = office / "inputs" / "dai.yaml"
    path.write_text(f"ke_thua: [nen.yaml]\nnoi_dung: [Một đoạn.]\n{parts}", "utf-8")
    return path


@pytest.fixture(params=[indicator_report, document_report])
def report_of_size(request: pytest.FixtureRequest, office: Path) -> Iterator[Callable[[int], Path]]:
    yield lambda size: request.param(office, size)
    (office / "inputs" / "dai.yaml").unlink()


def test_a_table_of_two_thousand_rows_holds_them_all(
    report_of_size: Callable[[int], Path], office: Path, tmp_path: Path
) -> None:
    document = Path(build(str(report_of_size(MANY)), office, tmp_path).target)
    (table,) = sections(document)[-1].tables
    assert table.heads == 1
    plain = [row for number, row in enumerate(table.rows[1:], start=1) if number not in table.group_rows]
    assert len(plain) == MANY
    assert len({row[1] for row in plain}) == MANY
    assert len(table.rows) == 1 + MANY + len(table.group_rows)


def calls(path: Path, office: Path) -> int:
    """How many calls of functions building the report takes, from the data file to the judged Word file."""
    profile = cProfile.Profile()
    profile.runcall(build, str(path), office, wished=Wished(force=True))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_twice_the_rows_are_twice_the_work(report_of_size: Callable[[int], Path], office: Path) -> None:
    build(str(report_of_size(FEW)), office, wished=Wished(force=True))  # what a process does once is not counted
    few, double, fourfold = (calls(report_of_size(FEW * factor), office) for factor in (1, 2, 4))
    assert double > few
    assert (fourfold - double) / (double - few) < MOST_GROWTH
