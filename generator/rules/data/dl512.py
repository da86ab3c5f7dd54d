"""DL512: a column is one that the program knows, or one of the office's own with a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang, Cot
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.walk import blocks, columns_given
from generator.vn.suggest import closest

RULE = DataRule(
    "DL512",
    Severity.ERROR,
    "Cột của bảng là cột có sẵn, hoặc cột riêng có tiêu đề ở báo cáo hay ở mo_ta.yaml của mẫu",
    "Tên cột gõ sai thì cả cột in ra trống mà không ai hay.",
)
_KNOWN: Mapping[str, Mapping[str, str]] = {
    "chi_tieu": INDICATOR_COLUMNS,
    "van_ban_ban_hanh": DOCUMENT_COLUMNS,
    "tu_nhap": {},
}


_FILLED = frozenset((*INDICATOR_COLUMNS, *DOCUMENT_COLUMNS))


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...], headed: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What is wrong with the columns of the tables; ``headed`` are those that the kind of document has headings for."""
    of_kind = sorted(headed - _FILLED)
    for block in blocks(report):
        if isinstance(block, Bang):
            own = columns_given(report, block)
            for column in block.cot:
                yield from _faults(block, column, (*_KNOWN[block.bang], *of_kind), own)


def _faults(block: Bang, column: Cot, known: Sequence[str], own: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with a column; those ``known`` have a heading, for the office's ``own`` there are words."""
    if block.bang == "tu_nhap":
        if column.cot:
            problem = f"Bảng gõ tại chỗ không có cột «{column.cot[0]}»."
            fix = "Thay tên cột bằng tiêu đề, ví dụ {tieu_de: Nội dung, rong: 100}."
            yield RULE.finding(column.place, problem, fix)
        return
    if not column.cot:
        problem = f"Cột «{in_short(column.tieu_de.raw if column.tieu_de else '')}» không nói in gì."
        yield RULE.finding(column.place, problem, f"Thêm «cot: …», một trong: {', '.join(known)}, hoặc tên cột riêng.")
    for name in column.cot:
        if name not in known and name not in own:
            yield from _unknown(name, column, known, own)
        elif name not in known and column.tieu_de is None:
            fix = f"Thêm tiêu đề, ví dụ {{cot: {name}, tieu_de: Khó khăn}}; hoặc khai cột ấy trong mo_ta.yaml của mẫu."
            yield RULE.finding(column.place, f"Cột riêng «{name}» chưa có tiêu đề.", fix)


def _unknown(name: str, column: Cot, known: Sequence[str], own: frozenset[str]) -> Iterator[Finding]:
    """A column that nothing is there for: a slip, unless it has a heading and no name is like it."""
    near = closest(name, [*known, *own])
    hint = f"Có phải ý là «{near}»? " if near else ""
    problem = f"Không có cột «{name}»."
    if column.tieu_de is None:
        fix = f"{hint}Cột có sẵn: {', '.join(known)}. Cột riêng thì ghi cả tiêu đề, ví dụ {{cot: {name}, tieu_de: …}}."
        yield RULE.finding(column.place, problem, fix)
    elif near is not None:
        fix = f"{hint}Nếu là cột riêng thì ghi chữ của nó ở «cot_them», hoặc đặt một tên khác hẳn các cột có sẵn."
        yield RULE.finding(column.place, problem, fix)
