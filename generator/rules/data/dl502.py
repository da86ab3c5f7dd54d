"""DL502: a group that the text tells is one of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, ThuyetMinhChiTieu
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks
from generator.vn.suggest import closest

RULE = DataRule(
    "DL502",
    Severity.ERROR,
    "Nhóm chỉ tiêu nêu trong nội dung phải có trong bộ chỉ tiêu",
    "Không tìm thấy nhóm thì không có chỉ tiêu nào để thuyết minh.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    known = [group.nhom.ma for group in groups]
    for block, _ in blocks(report.noi_dung):
        if isinstance(block, ThuyetMinhChiTieu) and block.chi_tieu not in known:
            near = closest(block.chi_tieu, known)
            hint = f"Có phải ý là «{near}»? " if near else ""
            listed = (
                f"Các nhóm có thể dùng: {', '.join(known)}." if known else "Thêm mục chi_tieu với bộ chỉ tiêu (bo)."
            )
            yield RULE.finding(block.place, f"Không có nhóm chỉ tiêu «{block.chi_tieu}».", f"{hint}{listed}")
