"""TT222: the components of the head stand where the decree's diagram has them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import BAN_HANH_BELOW, NUMBER_BELOW_BODY, QUOC_HIEU_RIGHT, TRICH_YEU_BELOW
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.places import stands_right_of, strayed
from generator.vn.text import sentence_start
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT222",
    "Các thành phần ở đầu văn bản đứng đúng chỗ: Quốc hiệu bên phải, cơ quan ban hành và số bên trái, trích yếu dưới "
    "tên loại",
    "Người đọc và máy tìm từng thành phần theo chỗ của nó trong sơ đồ.",
    QUOC_HIEU_RIGHT,
)

_PARTS = ("quoc_hieu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian", "ten_loai")


def check(doc: Recognised) -> Verdict:
    return judged(_findings(doc)) if sum(bool(doc.of(part)) for part in _PARTS) > 1 else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    if stands_right_of(doc, "co_quan_ban_hanh", "quoc_hieu"):
        yield RULE.finding(
            doc.of("quoc_hieu")[0].place,
            "Quốc hiệu và Tiêu ngữ ở «bên trái», tên cơ quan ban hành ở «bên phải», phải ngược lại",
            "Đổi chỗ hai cột của bảng đầu trang: tên cơ quan, số và ký hiệu bên trái; Quốc hiệu, địa danh bên phải.",
        )
    for component, block in (("so_ky_hieu", "tên cơ quan ban hành"), ("dia_danh_thoi_gian", "Quốc hiệu và Tiêu ngữ")):
        if strayed(doc, component):
            name = sentence_start(COMPONENTS[component].name)
            yield RULE.finding(
                doc.of(component)[0].place,
                f"{name} đứng «sai cột», phải ở dưới {block}",
                f"Cắt dòng này (Ctrl+X), dán vào cột của {block}, rồi chỉnh lại cỡ chữ, kiểu chữ theo chỗ mới.",
                NUMBER_BELOW_BODY,
            )
    if _is_below(doc, "co_quan_chu_quan", "co_quan_ban_hanh"):
        yield RULE.finding(
            doc.of("co_quan_chu_quan")[0].place,
            "Tên cơ quan chủ quản đứng «dưới» tên cơ quan ban hành, phải ở trên",
            "Cắt dòng tên cơ quan chủ quản (Ctrl+X), dán lên trên tên cơ quan ban hành.",
            BAN_HANH_BELOW,
        )
    if _is_below(doc, "ten_loai", "trich_yeu"):
        yield RULE.finding(
            doc.of("trich_yeu")[0].place,
            "Trích yếu đứng «trên» tên loại, phải ngay dưới tên loại",
            "Cắt các dòng trích yếu (Ctrl+X), dán xuống ngay dưới tên loại.",
            TRICH_YEU_BELOW,
        )


def _is_below(doc: Recognised, lower: str, upper: str) -> bool:
    one, other = doc.of(lower), doc.of(upper)
    return bool(one and other) and one[0].para.part == other[0].para.part and one[0].para.number > other[0].para.number
