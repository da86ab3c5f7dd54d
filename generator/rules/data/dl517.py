"""DL517: a chart has numbers to draw."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.charted import charted
from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import BieuDo
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks, chosen_groups

RULE = DataRule(
    "DL517",
    Severity.ERROR,
    "Biểu đồ phải có số để vẽ",
    "Biểu đồ vẽ theo phần trăm; kết quả bằng chữ, bằng số đếm hay để trống thì không có gì để vẽ, khung in ra trống.",
)
_WHAT = {
    "chi_tieu": (
        "không có chỉ tiêu nào có kết quả tính theo %",
        "Ghi kết quả bằng «tu» và «mau» hoặc bằng tỷ lệ như 82,9%; chọn nhóm khác ở «nhom»; hoặc bỏ biểu đồ.",
    ),
    "nhom": (
        "không có nhóm nào có chỉ tiêu được đánh giá",
        "Ghi kết quả của các chỉ tiêu; chọn nhóm khác ở «nhom»; hoặc bỏ biểu đồ.",
    ),
}


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block in blocks(report):
        if not isinstance(block, BieuDo):
            continue
        chosen = chosen_groups(block, groups)
        if chosen and not _waits(chosen) and not charted(block, chosen, report.ky).names:
            lack, fix = _WHAT[block.bieu_do]
            yield RULE.finding(block.place, f"Biểu đồ không có gì để vẽ: {lack}.", fix)


def _waits(groups: list[NhomDanhGia]) -> bool:
    """Whether a number is still to come: another rule tells of places that are left open."""
    return any(each.ket_qua.de_ngo for group in groups for each in group.chi_tieu if each.ket_qua)
