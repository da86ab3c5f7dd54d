"""TT221: the document has all main components."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import specimen
from generator.decree.head import MAIN_COMPONENTS
from generator.findings import Finding, Place
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.presence import Absent, absent
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT221",
    "Có đủ các thành phần chính: Quốc hiệu và Tiêu ngữ, cơ quan ban hành, số và ký hiệu, địa danh và thời gian, "
    "tên loại và trích yếu, người ký, nơi nhận",
    "Thành phần không có thì các luật về nó không xét được gì; luật này nói ra, để «không đánh giá» không bị đọc thành "
    "«đạt». Chỉ xét khi đầu văn bản cho thấy chắc chắn đây là văn bản hành chính.",
    MAIN_COMPONENTS,
)

_UNSURE = specimen(MAIN_COMPONENTS.article)
_FIRST = ("quoc_hieu", "tieu_ngu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian")


def check(doc: Recognised) -> Verdict:
    found = absent(doc)
    return NOT_ASSESSED if found is None else judged(_findings(doc, found))


def _findings(doc: Recognised, found: tuple[Absent, ...]) -> Iterator[Finding]:
    for each in found:
        where = "cuối văn bản" if each.in_close else "đầu văn bản"
        yield RULE.finding(
            _place(doc, each),
            f"Không thấy «{each.name}» ở {where}",
            "Thêm thành phần này vào đúng chỗ của nó; nếu đã có thì viết lại đúng dạng để chương trình nhận ra.",
            None if each.is_sure else _UNSURE,
        )


def _place(doc: Recognised, each: Absent) -> Place:
    parts = ("noi_nhan_tu", "noi_nhan_danh_sach", "quyen_han_chuc_vu", "ho_ten") if each.in_close else _FIRST
    found = [doc.of(part)[0].place for part in parts if doc.of(part)]
    if not found and each.in_close and doc.content:
        return doc.content[-1].place
    return found[0] if found else next(doc.of(part)[0].place for part in _FIRST if doc.of(part))
