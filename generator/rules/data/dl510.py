"""DL510: the years of the report agree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule

RULE = DataRule(
    "DL510",
    Severity.WARNING,
    "Năm của kỳ, ngày chốt số liệu và ngày văn bản phải khớp nhau",
    "Năm cũ còn sót lại trong tệp chép từ năm trước là lỗi hay gặp nhất.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    place = report.ky.place
    year, issued, cut_off = report.ky.nam, report.van_ban.ngay, report.ky.chot_den
    if issued.year not in (year, year + 1):
        yield RULE.finding(
            place,
            f"Báo cáo của năm {year} nhưng văn bản ghi năm {issued.year}.",
            "Sửa ky.nam hoặc van_ban.ngay.",
        )
    if cut_off and cut_off.year not in (year, year + 1):
        yield RULE.finding(
            place,
            f"Báo cáo của năm {year} nhưng số liệu chốt đến {cut_off.written}.",
            "Sửa ky.nam hoặc ky.chot_den.",
        )
    if cut_off and (cut_off.year, cut_off.month or 1) > (issued.year, issued.month or 12):
        yield RULE.finding(
            place,
            f"Số liệu chốt đến {cut_off.written}, sau tháng của văn bản ({issued.written}).",
            "Sửa ky.chot_den hoặc van_ban.ngay.",
        )
