"""How the time of a build grows with the rows of its tables; print the results as Markdown.

    python bench/rows.py [--rounds N]

Reports of 500 to 4,000 rows are built in turn, in one process, from the data file to the Word file on the disk; time a
row is held against that of the smallest within the same round.  bench/README.md says what is in a row.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from xml.etree import ElementTree
from zipfile import ZipFile

from run import interleaved, ratios, spread

from generator.jobs.build import Wished, build
from generator.jobs.init import lay_out

SIZES = (500, 1000, 2000, 4000)
IN_GROUP = 50
INDICATORS, DOCUMENTS = "indicators", "documents"
WITHOUT = " without collector"

_ROW = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tr"
_FRAME_ROWS = 3  # of the head and of the signature, which are tables too
_HEAD_ROWS = 1

REPORT = """
mau: bao_cao
don_vi: {ten: Ủy ban nhân dân huyện Sông Hồng, viet_tat: UBND huyện Sông Hồng, dia_danh: Sông Hồng, ky_hieu: UBND}
van_ban: {loai: BC, so: 12, ngay: 05/12/2023, trich_yeu: Kết quả chuyển đổi số năm 2023}
ky: {nam: 2023}
noi_dung: [Chi tiết ở phụ lục.]
ket_thuc: Trên đây là báo cáo, đề nghị UBND tỉnh xem xét.
noi_nhan: [UBND tỉnh, {luu: VT}]
nguoi_ky: {quyen_han: TM, tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
"""
INDICATOR_TABLE = """
phu_luc:
  - tieu_de: Chi tiết tự đánh giá
    bang: chi_tieu
    cot: [tt, ten, don_vi_tinh, chi_tieu, ket_qua, danh_gia, {cot: [ghi_chu, cong_thuc], tieu_de: Ghi chú, rong: 80}]
"""
DOCUMENT_TABLE = """
phu_luc:
  - tieu_de: Danh mục văn bản
    kho: doc
    noi_dung:
      - bang: van_ban_ban_hanh
        chia_nhom: [{ten: Kế hoạch, loc: {loai: Kế hoạch}}, {ten: Quyết định, loc: {loai: Quyết định}}]
        cot: [tt, trich_yeu, {cot: so, truoc: "Số: "}, {cot: ngay, truoc: "Ngày "}]
"""


def _catalogue(size: int) -> Iterator[str]:
    yield "ten: Bộ chỉ tiêu lớn"
    yield "can_cu: {so: 7/QĐ-UBND, ngay: 3/1/2023, trich_yeu: về việc ban hành bộ chỉ tiêu}"
    yield "nhom:"
    for number in range(size):
        if number % IN_GROUP == 0:
            group = number // IN_GROUP + 1
            yield f"  - {{ma: nhom_{group}, ten: Nhóm thứ {group}, chi_tieu: ["
        last = number % IN_GROUP == IN_GROUP - 1
        yield (
            f'      {{ma: "{number + 1}", ten: Tỷ lệ hộ gia đình của thôn thứ {number + 1} có kết nối Internet, '
            'don_vi_tinh: "%", muc_tieu: 80%, '
            f"cong_thuc: {{tu: Số hộ gia đình có kết nối Internet, mau: Tổng số hộ gia đình}}}}{']}' if last else ','}"
        )


def _results(size: int) -> Iterator[str]:
    yield "chi_tieu:\n  bo: bo-lon\n  ket_qua:"
    for number in range(size):
        yield f'    "{number + 1}": {{tu: {number % 97 + 3}, mau: 100, ghi_chu: Đợt {number % 7 + 1}}}'


def _issued(size: int) -> Iterator[str]:
    yield "van_ban_ban_hanh:"
    for number in range(size):
        kind, day, month = ("KH", "QĐ")[number % 2], number % 28 + 1, number % 12 + 1
        yield (
            f"  - {{so: {number + 1}/{kind}-UBND, ngay: {day}/{month}/2023, "
            f"trich_yeu: về việc triển khai nhiệm vụ chuyển đổi số đợt thứ {number + 1}}}"
        )


def write_report(office: Path, kind: str, size: int) -> Path:
    """The data file of a report with one table of that many rows; an indicator's also has a formula."""
    path = office / "inputs" / f"{kind}-{size}.yaml"
    if kind == INDICATORS:
        catalogue = office / "templates" / "chi_tieu" / f"bo-{size}.yaml"
        catalogue.write_text("\n".join(_catalogue(size)) + "\n", "utf-8")
        parts = "\n".join(_results(size)).replace("bo-lon", f"bo-{size}") + INDICATOR_TABLE
    else:
        parts = "\n".join(_issued(size)) + DOCUMENT_TABLE
    path.write_text(REPORT + parts, "utf-8")
    return path


def _built(path: Path, office: Path) -> Path:
    return office / build(str(path), office, wished=Wished(force=True)).target


def _built_without_collector(path: Path, office: Path) -> Path:
    gc.disable()
    try:
        return _built(path, office)
    finally:
        gc.enable()


def check_rows(document: Path, kind: str, size: int) -> None:
    """Ends the run where the file does not hold its rows, each group's own row among them."""
    with ZipFile(document) as package:
        rows = sum(1 for _ in ElementTree.fromstring(package.read("word/document.xml")).iter(_ROW))
    groups = size // IN_GROUP if kind == INDICATORS else 2
    if rows != size + groups + _HEAD_ROWS + _FRAME_ROWS:
        sys.exit(f"{size} rows of {kind} make a table of {rows} rows: nothing to compare.")


def print_growth(times: dict[str, list[float]], kind: str) -> None:
    print(f"\n### Tables of {kind}\n")
    print("| rows | ms: median (quartiles) | µs a row | time a row ÷ that of 500 rows |\n|--:|--:|--:|--:|")
    a_row = {size: [spent / size * 1000 for spent in times[f"{kind} {size}"]] for size in SIZES}
    for size in SIZES:
        whole = spread(times[f"{kind} {size}"])
        print(f"| {size:,} | {whole} | {median(a_row[size]):.0f} | {ratios(a_row[size], a_row[SIZES[0]])} |")
    few, many = ([spent / size for spent in times[f"{kind} {size}{WITHOUT}"]] for size in (SIZES[0], SIZES[-1]))
    print(f"\nWith Python's garbage collector off, {SIZES[-1]:,} rows: {ratios(many, few)}.")


def main() -> None:
    parser = argparse.ArgumentParser(description="Time builds of reports with long tables.")
    parser.add_argument("--rounds", type=int, default=9, help="how often each report is made (default: 9)")
    rounds = max(parser.parse_args().rounds, 2)
    with tempfile.TemporaryDirectory() as work:
        office = Path(work)
        lay_out(office)
        sides: dict[str, Callable[[], Path]] = {}
        for kind in (INDICATORS, DOCUMENTS):
            for size in SIZES:
                path = write_report(office, kind, size)
                check_rows(_built(path, office), kind, size)
                sides[f"{kind} {size}"] = partial(_built, path, office)
                if size in (SIZES[0], SIZES[-1]):
                    sides[f"{kind} {size}{WITHOUT}"] = partial(_built_without_collector, path, office)
        times, _ = interleaved(sides, rounds)
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; {rounds} rounds")
    for kind in (INDICATORS, DOCUMENTS):
        print_growth(times, kind)


if __name__ == "__main__":
    main()
