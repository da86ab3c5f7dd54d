"""DL506: a list or a table made from the data is not empty, and a table in groups leaves nothing out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang, DanhSach, ThuyetMinhChiTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.selection import chosen_documents, facts, parted_documents
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.walk import blocks, groups_of

RULE = DataRule(
    "DL506",
    Severity.WARNING,
    "Danh sách, bảng lấy từ dữ liệu không được rỗng, và bảng chia nhóm không bỏ sót văn bản nào",
    "Một danh sách rỗng thường do gõ sai điều kiện lọc; báo cáo sẽ có câu dẫn mà phía dưới không có gì.",
)
_FACTS = {"loai": "các loại", "co_quan": "các cơ quan", "nam": "các năm", "nhom": "các nhóm"}
_MOST_LISTED = 10


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block in blocks(report):
        if isinstance(block, DanhSach) and not _printed(report, block):
            fix = "Điền mục kien_nghi, hoặc bỏ danh sách này."
            if block.danh_sach != "kien_nghi":
                fix = _remedy(report.van_ban_ban_hanh, block.loc, "danh sách")
            yield RULE.finding(block.place, f"Danh sách «{block.danh_sach}» không có dòng nào.", fix)
        elif isinstance(block, ThuyetMinhChiTieu) and _untold(groups_of(block, groups), block.chi_tieu):
            yield RULE.finding(
                block.place,
                f"Nhóm «{block.chi_tieu}» không có chỉ tiêu nào được thuyết minh.",
                "Thêm «noi_dung» vào kết quả của các chỉ tiêu trong nhóm, hoặc bỏ dòng này.",
            )
        elif isinstance(block, Bang) and block.bang == "van_ban_ban_hanh":
            yield from _empty_parts(report, block)


def _empty_parts(report: BaoCao, block: Bang) -> Iterator[Finding]:
    chosen = chosen_documents(report.van_ban_ban_hanh, block.loc)
    if not chosen:
        fix = _remedy(report.van_ban_ban_hanh, block.loc, "bảng")
        yield RULE.finding(block.place, "Bảng văn bản không có hàng nào.", fix)
        return
    left = chosen
    for part in block.chia_nhom:
        taken, others = parted_documents(left, part.loc)
        if not taken:
            problem = f"Nhóm «{in_short(part.ten.raw)}» của bảng không có văn bản nào."
            yield RULE.finding(part.ten.place, problem, _remedy(left, part.loc, "nhóm"))
        left = others
    if block.chia_nhom and left:
        listed = _in_short(f"{document.loai} {document.so}" for document in left)
        problem = f"Có {len(left)} văn bản không thuộc nhóm nào nên không được in: {listed}."
        yield RULE.finding(block.place, problem, "Thêm nhóm cho các văn bản ấy, hoặc loại chúng bằng «loc» của bảng.")


def _printed(report: BaoCao, block: DanhSach) -> bool:
    if block.danh_sach == "kien_nghi":
        return bool(report.kien_nghi)
    return bool(chosen_documents(report.van_ban_ban_hanh, block.loc))


def _remedy(documents: Sequence[VanBanBanHanh], loc: Mapping[str, str], what: str) -> str:
    """What to do where none of the documents is as ``loc`` wants it."""
    if not documents:
        return f"Thêm văn bản vào mục van_ban_ban_hanh, hoặc bỏ {what} này."
    there = []
    for key in loc:
        values = _in_short(facts(document)[key] or '"" (không ghi)' for document in documents)
        there.append(f"{_FACTS[key]} đang có: {values}")
    return f"Sửa điều kiện ở «loc» ({'; '.join(there)}), hoặc bỏ {what} này."


def _in_short(names: Iterable[str]) -> str:
    """The names, each once, the first of them where there are many."""
    different = list(dict.fromkeys(names))
    more = ", …" if len(different) > _MOST_LISTED else ""
    return ", ".join(different[:_MOST_LISTED]) + more


def _untold(groups: list[NhomDanhGia], name: str) -> bool:
    """Whether the group is there and none of its indicators has a story."""
    told = [
        bool(ct.ket_qua and ct.ket_qua.noi_dung) for group in groups if group.nhom.ma == name for ct in group.chi_tieu
    ]
    return bool(told) and not any(told)
