"""DL515: a typed row has no more cells than its table has columns."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks

RULE = DataRule(
    "DL515",
    Severity.ERROR,
    "Hàng gõ tại chỗ không có nhiều ô hơn số cột của bảng",
    "Ô thừa không có cột để in, chữ trong ô mất mà không ai hay.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block in blocks(report):
        if isinstance(block, Bang):
            for row in block.hang:
                if len(row.o) > len(block.cot):
                    yield RULE.finding(
                        row.place,
                        f"Hàng có {len(row.o)} ô mà bảng chỉ có {len(block.cot)} cột.",
                        "Bỏ ô thừa, hoặc thêm cột vào «cot»; ô nào có dấu phẩy trong câu thì đặt cả ô trong dấu nháy.",
                    )
