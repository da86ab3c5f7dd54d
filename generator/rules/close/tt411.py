"""Where the blocks of the close stand: recipients left, signature right, the name below the office."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.head import NAME_BELOW, RECIPIENTS_LEFT
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.places import stands_right_of
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT411",
    "Nơi nhận ở bên trái, chữ ký ở bên phải, họ tên dưới chức vụ",
    "Nơi nhận sát lề trái, ngang hàng với quyền hạn, chức vụ của người ký ở bên phải.",
    RECIPIENTS_LEFT,
)


def check(doc: Recognised) -> Verdict:
    if not doc.of("quyen_han_chuc_vu") or not (doc.of("noi_nhan_tu") or doc.of("ho_ten")):
        return NOT_ASSESSED
    return judged(_findings(doc))


def _findings(doc: Recognised) -> Iterator[Finding]:
    office = doc.of("quyen_han_chuc_vu")[0]
    if stands_right_of(doc, "noi_nhan_tu", "quyen_han_chuc_vu"):
        yield RULE.finding(
            doc.of("noi_nhan_tu")[0].place,
            "Nơi nhận ở «bên phải», chữ ký ở «bên trái», phải ngược lại",
            "Đổi chỗ hai cột của bảng cuối văn bản: nơi nhận bên trái, quyền hạn, chức vụ và họ tên bên phải.",
            related=(office.place,),
        )
    name = doc.of("ho_ten")
    if name and name[0].para.number < office.para.number:
        yield RULE.finding(
            name[0].place,
            "Họ tên người ký đứng «trên» chức vụ, phải ở dưới, sau chỗ ký",
            "Cắt dòng họ tên (Ctrl+X), dán xuống dưới chức vụ, chừa chỗ ký ở giữa.",
            NAME_BELOW,
        )
