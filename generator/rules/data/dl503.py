"""DL503: the numbering that the report declares has a number for every heading."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, Khoi, Muc
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.vn.numerals import letter

RULE = DataRule(
    "DL503",
    Severity.ERROR,
    "Mục không lồng sâu hơn số cấp đánh số đã khai, và điểm đánh bằng chữ cái không quá điểm y",
    "Cấp không có kiểu đánh số, hay điểm đứng sau điểm y, thì không biết in số thứ tự thế nào.",
)


def _headings(items: tuple[Khoi, ...], depth: int = 0) -> Iterator[tuple[Muc, int, int]]:
    """Every heading with the depth of the headings above it and its number among its siblings, from 1."""
    number = 0
    for item in items:
        if isinstance(item, Muc):
            number += 1
            yield item, depth, number
            yield from _headings(item.gom, depth + 1)


def _has_letter(number: int) -> bool:
    try:
        letter(number)
    except ValueError:
        return False
    return True


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    levels = len(report.danh_so)
    for heading, depth, number in _headings(report.noi_dung):
        words = heading.muc.raw[:60]
        if depth >= levels:
            yield RULE.finding(
                heading.muc.place,
                f"Mục «{words}» nằm ở cấp {depth + 1}, báo cáo chỉ khai {levels} cấp đánh số.",
                "Thêm kiểu đánh số cho cấp này ở trinh_bay.danh_so, ví dụ [I., 1., 1.1., a)], "
                "hoặc đưa mục lên cấp trên.",
            )
        elif report.danh_so[depth] == "a)" and not _has_letter(number) and _has_letter(number - 1):
            yield RULE.finding(
                heading.muc.place,
                f"Mục «{words}» là mục thứ {number} của cấp đánh số «a)», mà bảng chữ cái chỉ đánh số được "
                f"{number - 1} mục.",
                "Gộp bớt các mục, hoặc đánh số cấp này bằng «1)» ở trinh_bay.danh_so.",
            )
