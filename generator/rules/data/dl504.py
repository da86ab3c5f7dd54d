"""DL504: a verdict written by hand has its reason beside it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule

RULE = DataRule(
    "DL504",
    Severity.ERROR,
    "Đánh giá ghi tay phải có lý do",
    "Máy tự đánh giá từ kết quả và chỉ tiêu; ai ghi tay thì phải nói vì sao, "
    "để cấp trên và người làm kỳ sau kiểm tra được.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for result in report.ket_qua:
        if result.danh_gia and not result.ly_do:
            yield RULE.finding(
                result.place,
                f"Chỉ tiêu {result.ma} ghi tay đánh giá «{result.danh_gia}» mà không có lý do.",
                "Thêm «ly_do: …», hoặc bỏ «danh_gia» để máy tự đánh giá.",
            )
