"""DL509: a result can be held against its target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import CHUA_DANH_GIA, ChiTieuDanhGia, NhomDanhGia, does_not_apply, is_mark
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.said_figures.kinds import wrong_kind

RULE = DataRule(
    "DL509",
    Severity.WARNING,
    "Kết quả phải so được với chỉ tiêu",
    "Một số đếm đặt cạnh chỉ tiêu theo phần trăm, hoặc một câu chữ mà máy không hiểu, "
    "thì không đánh giá được đạt hay không.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for group in groups:
        for assessed in group.chi_tieu:
            if assessed.ket_qua is None or assessed.ket_qua.de_ngo or not _is_open(assessed):
                continue
            shown, target = in_short(assessed.chu), in_short(assessed.chi_tieu.muc_tieu.chu)
            yield RULE.finding(
                assessed.ket_qua.place,
                f"Chỉ tiêu {assessed.chi_tieu.ma}: kết quả «{shown}» không so được với chỉ tiêu «{target}».",
                "Viết kết quả cùng đơn vị với chỉ tiêu (có dấu % nếu chỉ tiêu tính theo %), "
                "hoặc ghi tay «danh_gia» kèm «ly_do».",
            )


def _is_open(assessed: ChiTieuDanhGia) -> bool:
    """Whether there is something to compare and something to compare it with, and yet no verdict.

    Where it is surely of another kind than asked for, SL302 tells how.
    """
    shown = assessed.chu
    if not shown or does_not_apply(shown) or is_mark(assessed.chi_tieu.muc_tieu):
        return False
    if not assessed.phai_bao_cao or assessed.danh_gia != CHUA_DANH_GIA:
        return False
    target = assessed.chi_tieu
    other = wrong_kind(target.don_vi_tinh, target.muc_tieu.chu, shown)
    return other is None or other.hint
