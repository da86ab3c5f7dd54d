"""DL506: a list made from the data is not empty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, DanhSach, ThuyetMinhChiTieu
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
        if isinstance(block, DanhSach) and not _printed(report, block):
            yield RULE.finding(block.place, f"Danh sách «{block.danh_sach}» không có dòng nào.", _remedy(report, block))
        elif isinstance(block, ThuyetMinhChiTieu) and _untold(groups, block.chi_tieu):
            yield RULE.finding(
                block.place,
                f"Nhóm «{block.chi_tieu}» không có chỉ tiêu nào được thuyết minh.",
                "Thêm «noi_dung» vào kết quả của các chỉ tiêu trong nhóm, hoặc bỏ dòng này.",
            )


def _printed(report: BaoCao, block: DanhSach) -> bool:
    if block.danh_sach == "kien_nghi":
        return bool(report.kien_nghi)
    return bool(chosen_documents(report.van_ban_ban_hanh, block.loc))


def _remedy(report: BaoCao, block: DanhSach) -> str:
    if block.danh_sach == "kien_nghi":
        return "Điền mục kien_nghi, hoặc bỏ danh sách này."
    kinds = ", ".join(dict.fromkeys(document.loai for document in report.van_ban_ban_hanh))
    return f"Sửa điều kiện ở «loc» (các loại đang có: {kinds or 'chưa có văn bản nào'}), hoặc bỏ danh sách này."


def _untold(groups: tuple[NhomDanhGia, ...], name: str) -> bool:
    """Whether the group is there and none of its indicators has a story."""
    told = [
        bool(ct.ket_qua and ct.ket_qua.noi_dung) for group in groups if group.nhom.ma == name for ct in group.chi_tieu
    ]
    return bool(told) and not any(told)
