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
    known = {assessed.chi_tieu.ma for group in groups for assessed in group.chi_tieu}
    if report.bo_chi_tieu is None:
        return
    for result in report.ket_qua:
        if result.ma not in known:
            near = closest(result.ma, sorted(known))
            hint = f"Có phải ý là «{near}»? " if near else ""
            yield RULE.finding(
                result.place,
                f"Bộ chỉ tiêu «{report.bo_chi_tieu.ma}» không có chỉ tiêu «{result.ma}».",
                f"{hint}Sửa mã cho khớp tệp templates/chi_tieu/{report.bo_chi_tieu.ma}.yaml, hoặc bỏ kết quả này.",
            )
