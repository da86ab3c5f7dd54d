"""DL505: a table of indicators needs a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule

RULE = DataRule(
    "DL505",
    Severity.ERROR,
    "Phụ lục bảng chỉ tiêu phải có bộ chỉ tiêu",
    "Không có bộ chỉ tiêu thì bảng chỉ có hàng đầu đề.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    if report.bo_chi_tieu is not None:
        return
    for annex in report.phu_luc:
        yield RULE.finding(
            annex.place,
            f"Phụ lục «{annex.tieu_de.raw[:60]}» in bảng chỉ tiêu nhưng tệp dữ liệu không có mục chi_tieu.",
            "Thêm mục chi_tieu với bộ chỉ tiêu (bo) và kết quả (ket_qua), hoặc bỏ phụ lục này.",
        )
