"""SL103: a rate is stated only where the formula gives a rate."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule

RULE = DataRule(
    "SL103",
    Severity.ERROR,
    "Tỷ lệ tự công bố chỉ đi với chỉ tiêu tính theo phần trăm",
    "Công thức nhân với một số khác 100% thì kết quả không phải là tỷ lệ; in «%» bên cạnh là sai đơn vị.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for group in groups:
        for assessed in group.chi_tieu:
            formula, result = assessed.chi_tieu.cach_tinh, assessed.ket_qua
            if formula and not formula.phan_tram and result is not None and result.ty_le is not None:
                yield RULE.finding(
                    result.place,
                    f"Chỉ tiêu {result.ma} có công thức nhân với «{formula.nhan}», không phải tỷ lệ phần trăm.",
                    "Bỏ «ty_le»; máy tự tính kết quả từ «tu» và «mau».",
                )
