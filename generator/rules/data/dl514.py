"""DL514: an indicator that the unit need not report has no result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import has_result

RULE = DataRule(
    "DL514",
    Severity.WARNING,
    "Chỉ tiêu không phải báo cáo thì không có kết quả",
    "Chỉ tiêu ấy không được đếm, nên kết quả đã ghi nằm ngoài mọi con số đạt, không đạt của báo cáo.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for part in report.chi_tieu:
        spared = {each.ma: each.place for each in part.khong_bao_cao}
        for result in part.ket_qua:
            if result.ma in spared and has_result(result):
                yield RULE.finding(
                    result.place,
                    f"Chỉ tiêu «{result.ma}» có kết quả mà cũng nằm trong «khong_bao_cao».",
                    f"Bỏ «{result.ma}» khỏi khong_bao_cao, hoặc bỏ kết quả.",
                    (spared[result.ma],),
                )
