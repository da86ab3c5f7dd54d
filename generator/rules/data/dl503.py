"""DL503: headings go no deeper than the numbering that the report declares."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, Muc
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks

RULE = DataRule(
    "DL503",
    Severity.ERROR,
    "Mục không lồng sâu hơn số cấp đánh số đã khai",
    "Cấp không có kiểu đánh số thì không biết in số thứ tự thế nào.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    levels = len(report.danh_so)
    for block, depth in blocks(report.noi_dung):
        if isinstance(block, Muc) and depth >= levels:
            yield RULE.finding(
                block.muc.place,
                f"Mục «{block.muc.raw[:60]}» nằm ở cấp {depth + 1}, báo cáo chỉ khai {levels} cấp đánh số.",
                "Thêm kiểu đánh số cho cấp này ở trinh_bay.danh_so, ví dụ [I., 1., 1.1., a)], "
                "hoặc đưa mục lên cấp trên.",
            )
