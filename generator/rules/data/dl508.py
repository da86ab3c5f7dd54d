"""DL508: recommendations that were written are printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import DanhSach
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks

RULE = DataRule(
    "DL508",
    Severity.WARNING,
    "Kiến nghị đã viết phải được in ra",
    "Mục kien_nghi chỉ được in ở chỗ nội dung gọi tới nó; không gọi thì kiến nghị mất mà không ai hay.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    printed = any(isinstance(block, DanhSach) and block.danh_sach == "kien_nghi" for block in blocks(report))
    if report.kien_nghi and not printed:
        yield RULE.finding(
            report.kien_nghi[0].place,
            f"Có {len(report.kien_nghi)} kiến nghị nhưng nội dung không in danh sách kiến nghị.",
            "Thêm dòng «- danh_sach: kien_nghi» vào mục kiến nghị của noi_dung.",
        )
