"""TT209: the look of place and date, and its place on the line of the number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import SAME_LINE
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.places import strayed
from generator.rules.head.spacing import stand_level
from generator.rules.looks import look_findings
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["dia_danh_thoi_gian"]

RULE = FormatRule(
    "TT209",
    "Địa danh và thời gian: chữ nghiêng, canh giữa, cùng dòng với số, ký hiệu",
    "Dòng này nằm ngang hàng với số, ký hiệu, ngay dưới Tiêu ngữ.",
    _COMPONENT.source,
)

_ABOVE = ("quoc_hieu", "tieu_ngu", "co_quan_chu_quan", "co_quan_ban_hanh")


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    # In the other block it has the look of that block, and has to be moved first.
    if not fragments or strayed(doc, _COMPONENT.id):
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_level(doc)])


def _level(doc: Recognised) -> Iterator[Finding]:
    number, date = doc.of("so_ky_hieu"), doc.of(_COMPONENT.id)
    over = [fragment for part in _ABOVE for fragment in doc.of(part)]
    if number and stand_level(number[0], date[0], doc, over) is False:
        yield RULE.finding(
            date[0].place,
            "Địa danh và thời gian «không cùng dòng» với số, ký hiệu của văn bản",
            "Đặt hai dòng này vào hai ô cùng một hàng của bảng đầu trang, xóa dòng trống phía trên chúng.",
            SAME_LINE,
            (number[0].place,),
        )
