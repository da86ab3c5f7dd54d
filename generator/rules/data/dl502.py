"""DL502: a group that the report names is one of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang, BieuDo, ThuyetMinhChiTieu
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks, groups_of
from generator.vn.suggest import closest

RULE = DataRule(
    "DL502",
    Severity.ERROR,
    "Nhóm chỉ tiêu nêu trong nội dung, phụ lục và mục chi_tieu phải có trong bộ chỉ tiêu",
    "Không tìm thấy nhóm thì không có chỉ tiêu nào để thuyết minh, để in ra bảng.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    catalogues = {part.bo.ma for part in report.chi_tieu}
    for block in blocks(report):
        if not isinstance(block, ThuyetMinhChiTieu | Bang | BieuDo) or block.bo not in (None, *catalogues):
            continue  # DL505 tells of a catalogue that the report does not use.
        if isinstance(block, ThuyetMinhChiTieu):
            yield from _unknown((block.chi_tieu,), block.place, groups_of(block, groups))
        elif catalogues:
            yield from _unknown(block.nhom, block.place, groups_of(block, groups))
    for part in report.chi_tieu:
        own = [group for group in groups if group.bo == part.bo.ma]
        first = {cell.nhom: cell.chu.place for cell in reversed(part.o_nhom)}
        for name in dict.fromkeys(cell.nhom for cell in part.o_nhom):
            yield from _unknown((name,), first[name], own)


def _unknown(names: tuple[str, ...], place: DataPlace, groups: list[NhomDanhGia]) -> Iterator[Finding]:
    known = list(dict.fromkeys(group.nhom.ma for group in groups))
    for name in names:
        if name not in known:
            near = closest(name, known)
            hint = f"Có phải ý là «{near}»? " if near else ""
            listed = (
                f"Các nhóm có thể dùng: {', '.join(known)}." if known else "Thêm mục chi_tieu với bộ chỉ tiêu (bo)."
            )
            yield RULE.finding(place, f"Không có nhóm chỉ tiêu «{name}».", f"{hint}{listed}")
