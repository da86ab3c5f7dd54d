"""DL520: articles stand where the document is numbered by articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import DIEU_MARKER, Dieu, Khoi, Muc
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short

RULE = DataRule(
    "DL520",
    Severity.ERROR,
    "Khối «dieu» đứng ở cấp đánh số «Điều 1.»",
    "Khối «dieu» in số của điều; ở cấp đánh số khác thì «Điều 2.» lọt vào giữa «1.» và «2.», hoặc Điều nằm trong Điều.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    yield from _misplaced(report.noi_dung, report.danh_so)
    for annex in report.phu_luc:
        yield from _misplaced(annex.noi_dung, annex.danh_so)


def _misplaced(items: tuple[Khoi, ...], danh_so: Sequence[str], depth: int = 0) -> Iterator[Finding]:
    for item in items:
        style = danh_so[depth] if depth < len(danh_so) else ""
        if isinstance(item, Dieu) and style != DIEU_MARKER:
            there = f"đánh số «{style}»" if style else "không có số"
            yield RULE.finding(
                item.dieu.place,
                f"Điều «{in_short(item.dieu.raw)}» nằm ở cấp {there}.",
                f"Đưa điều ra cấp «{DIEU_MARKER}», hoặc viết muc, liet_ke thay cho dieu."
                if DIEU_MARKER in danh_so
                else f"Viết muc thay cho dieu, hoặc đánh số theo điều: trinh_bay.danh_so là [{DIEU_MARKER}, 1., a)].",
            )
        if isinstance(item, Muc | Dieu):
            yield from _misplaced(item.gom, danh_so, depth + 1)
