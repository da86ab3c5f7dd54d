"""DL507: every indicator of the catalogue has a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule

RULE = DataRule(
    "DL507",
    Severity.WARNING,
    "Mọi chỉ tiêu của bộ chỉ tiêu đều có kết quả",
    "Chỉ tiêu không có kết quả vẫn nằm trong phụ lục với ô trống và đánh giá «—»; cấp trên sẽ trả lại.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    missing = [ct for group in groups for ct in group.chi_tieu if _is_missing(ct)]
    if not missing:
        return
    left_blank = [ct.ket_qua.place for ct in missing if ct.ket_qua]
    yield RULE.finding(
        left_blank[0] if left_blank else _results_place(report),
        f"Còn {len(missing)} chỉ tiêu chưa có kết quả: {', '.join(ct.chi_tieu.ma for ct in missing)}.",
        "Thêm kết quả của từng chỉ tiêu; nếu kỳ này không có thì ghi bằng chữ kèm đánh giá và lý do.",
        tuple(left_blank[1:]),
    )


def _is_missing(assessed: ChiTieuDanhGia) -> bool:
    result = assessed.ket_qua
    if result is None:
        return True
    said = (result.tu, result.gia_tri, result.chu, result.ty_le, result.danh_gia)
    return all(part is None for part in said)


def _results_place(report: BaoCao) -> DataPlace:
    """Where the results stand: at the first of them, where there is one."""
    first = report.ket_qua[0].place if report.ket_qua else DataPlace(report.file, 1, 1)
    return DataPlace(first.file, first.line, first.column, "chi_tieu.ket_qua")
