"""DL509: a result can be held against its target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import CHUA_DANH_GIA, NhomDanhGia, does_not_apply, result_text
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule

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
            result, target = assessed.ket_qua, assessed.chi_tieu.muc_tieu.chu
            shown = result_text(result)
            if result is None or not shown or does_not_apply(shown) or assessed.danh_gia != CHUA_DANH_GIA:
                continue
            yield RULE.finding(
                result.place,
                f"Chỉ tiêu {result.ma}: kết quả «{shown}» không so được với chỉ tiêu «{target}».",
                "Viết kết quả cùng đơn vị với chỉ tiêu (có dấu % nếu chỉ tiêu tính theo %), "
                "hoặc ghi tay «danh_gia» kèm «ly_do».",
            )
