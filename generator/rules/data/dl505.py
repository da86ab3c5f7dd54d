"""DL505: a table or a story of indicators comes from one catalogue of the report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang, BieuDo, ThuyetMinhChiTieu
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks
from generator.vn.suggest import closest

RULE = DataRule(
    "DL505",
    Severity.ERROR,
    "Bảng, biểu đồ và lời thuyết minh chỉ tiêu phải lấy từ một bộ chỉ tiêu của báo cáo",
    "Không có bộ chỉ tiêu thì bảng chỉ có hàng đầu đề; có nhiều bộ mà không nêu bộ nào thì không biết in bảng nào.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    known = [part.bo.ma for part in report.chi_tieu]
    for block in blocks(report):
        if isinstance(block, Bang) and block.bang == "chi_tieu":
            yield from _faults(block, known, "bảng chỉ tiêu", known)
        elif isinstance(block, BieuDo):
            yield from _faults(block, known, "biểu đồ", known)
        elif isinstance(block, ThuyetMinhChiTieu) and (known or block.bo):
            homes = [group.bo for group in groups if group.nhom.ma == block.chi_tieu]
            if block.bo or len(homes) > 1:
                yield from _faults(block, known, f"nhóm «{block.chi_tieu}»", homes)


def _faults(
    block: Bang | BieuDo | ThuyetMinhChiTieu, known: list[str], what: str, homes: list[str]
) -> Iterator[Finding]:
    """What is wrong with the catalogue of a block; ``homes`` are those of the known ones that it could come from."""
    if not known:
        yield RULE.finding(
            block.place,
            f"Báo cáo in {what} nhưng tệp dữ liệu không có mục chi_tieu.",
            "Thêm mục chi_tieu với bộ chỉ tiêu (bo) và kết quả (ket_qua), hoặc bỏ phần này.",
        )
    elif block.bo is None and len(known) > 1:
        problem = f"Báo cáo dùng {len(known)} bộ chỉ tiêu mà không nêu {what} thuộc bộ nào."
        yield RULE.finding(block.place, problem, f"Thêm «bo: {homes[0]}» (các bộ có thể nêu: {', '.join(homes)}).")
    elif block.bo is not None and block.bo not in known:
        near = closest(block.bo, known)
        hint = f"Có phải ý là «{near}»? " if near else ""
        problem = f"Báo cáo không dùng bộ chỉ tiêu «{block.bo}»."
        fix = f"{hint}Sửa «bo» thành một trong các bộ đang dùng: {', '.join(known)}; hoặc thêm bộ này vào mục chi_tieu."
        yield RULE.finding(block.place, problem, fix)
