"""DL511: the number of a heading is not typed into its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import Muc
from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.rule import DataRule, in_short
from generator.rules.walk import blocks

RULE = DataRule(
    "DL511",
    Severity.WARNING,
    "Không gõ số thứ tự vào tiêu đề của mục",
    "Máy tự đánh số; gõ thêm thì in thành hai lần: «III. III. Kiến nghị».",
)

_ANNEX = regex(r"\s*Phụ lục(?:\s+(?:[IVXL]+|\d+)\b|\s*[:.]|\s*$)", re.IGNORECASE)
_TYPED = regex(r"(?:[IVXL]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s")


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for block in blocks(report):
        typed = _TYPED.match(block.muc.raw) if isinstance(block, Muc) else None
        if typed and isinstance(block, Muc):
            yield RULE.finding(
                block.muc.place,
                f"Tiêu đề «{in_short(block.muc.raw)}» đã có sẵn số thứ tự «{typed.group().strip()}».",
                "Bỏ số thứ tự khỏi tiêu đề; máy tự đánh số theo danh_so.",
            )
    for annex in report.phu_luc:
        typed = _ANNEX.match(annex.tieu_de.raw)
        if typed:
            yield RULE.finding(
                annex.tieu_de.place,
                f"Tiêu đề «{in_short(annex.tieu_de.raw)}» đã có sẵn chữ «{typed.group().strip()}».",
                "Bỏ chữ ấy khỏi tiêu đề; máy tự in «Phụ lục» và số La Mã ở dòng trên.",
            )
