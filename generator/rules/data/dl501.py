"""DL501: every result belongs to an indicator of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.vn.suggest import closest

RULE = DataRule(
    "DL501",
    Severity.ERROR,
    "Mỗi kết quả phải ứng với một chỉ tiêu của bộ chỉ tiêu",
    "Kết quả của một mã không có trong bộ chỉ tiêu sẽ không được in ra ở đâu, báo cáo thiếu số liệu mà không ai hay.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for part in report.chi_tieu:
        known = {indicator.ma for group in part.bo.nhom for indicator in group.chi_tieu}
        named = [(result.ma, result.place, "kết quả này") for result in part.ket_qua]
        named += [(spared.ma, spared.place, "mã này khỏi khong_bao_cao") for spared in part.khong_bao_cao]
        for ma, place, what in named:
            if ma not in known:
                near = closest(ma, known)
                hint = f"Có phải ý là «{near}»? " if near else ""
                yield RULE.finding(
                    place,
                    f"Bộ chỉ tiêu «{part.bo.ma}» không có chỉ tiêu «{ma}».",
                    f"{hint}Sửa mã cho khớp tệp templates/chi_tieu/{part.bo.ma}.yaml, hoặc bỏ {what}.",
                )
