"""DL506: a list made from the data is not empty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, DanhSach
from generator.data.selection import chosen_documents
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks

RULE = DataRule(
    "DL506",
    Severity.WARNING,
    "Danh sách lấy từ dữ liệu không được rỗng",
    "Một danh sách rỗng thường do gõ sai điều kiện lọc; báo cáo sẽ có câu dẫn mà phía dưới không có gì.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block, _ in blocks(report.noi_dung):
        if not isinstance(block, DanhSach):
            continue
        if block.danh_sach == "kien_nghi":
            empty, fix = not report.kien_nghi, "Điền mục kien_nghi, hoặc bỏ danh sách này."
        else:
            empty = not chosen_documents(report.van_ban_ban_hanh, block.loc)
            kinds = ", ".join(dict.fromkeys(document.loai for document in report.van_ban_ban_hanh))
            fix = f"Sửa điều kiện ở «loc» (các loại đang có: {kinds or 'chưa có văn bản nào'}), hoặc bỏ danh sách này."
        if empty:
            yield RULE.finding(block.place, f"Danh sách «{block.danh_sach}» không có dòng nào.", fix)
