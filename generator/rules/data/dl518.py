"""DL518: a chart in percent leaves no counted result out unseen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.charted import charted, left_out
from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import BieuDo
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.walk import blocks, chosen_groups

RULE = DataRule(
    "DL518",
    Severity.HINT,
    "Biểu đồ vẽ mọi chỉ tiêu có kết quả bằng số",
    "Biểu đồ vẽ theo phần trăm nên không có chỗ cho số đếm; người đọc biểu đồ không biết là còn chỉ tiêu ấy.",
)
_MOST_LISTED = 6


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block in blocks(report):
        if not isinstance(block, BieuDo):
            continue
        chosen = chosen_groups(block, groups)
        counted = left_out(block, chosen)
        if counted and charted(block, chosen, report.ky).names:
            shown = ", ".join(f"{each.chi_tieu.ma} ({in_short(each.chu)})" for each in counted[:_MOST_LISTED])
            more = f" và {len(counted) - _MOST_LISTED} chỉ tiêu nữa" if len(counted) > _MOST_LISTED else ""
            yield RULE.finding(
                block.place,
                f"Biểu đồ tính theo % nên không vẽ chỉ tiêu {shown}{more}.",
                "Nêu các chỉ tiêu ấy trong lời văn hoặc trong bảng; kết quả là tỷ lệ thì ghi thêm dấu %.",
            )
