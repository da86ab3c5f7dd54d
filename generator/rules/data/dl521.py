"""DL521: the body has the lines and the articles that its kind of document must have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import DIEU_MARKER, Dieu, Doan, Khoi, LietKe, Muc
from generator.data.model_text import Text
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks
from generator.vn.text import nfc, quoted

RULE = DataRule(
    "DL521",
    Severity.WARNING,
    "Thân văn bản có những dòng mà loại văn bản ấy phải có",
    "Giấy mời thiếu địa điểm, quyết định không có điều nào thì người nhận không làm theo được. Những dòng phải có "
    "ghi ở «phai_co» của mo_ta.yaml.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    typed = [nfc(line).strip(" *-+").casefold() for line in _lines(report)]
    for words in report.kind.phai_co:
        if not any(line.startswith(nfc(words).casefold()) for line in typed):
            yield RULE.finding(
                report.van_ban.trich_yeu.place,
                f"Nội dung của văn bản này không có đoạn nào mở đầu bằng {quoted(words)}.",
                f'Thêm vào noi_dung một đoạn: «- "{words}: …"».',
            )
    if report.danh_so[0] == DIEU_MARKER and not any(isinstance(block, Muc | Dieu) for block in report.noi_dung):
        yield RULE.finding(
            report.van_ban.trich_yeu.place,
            "Văn bản này đánh số theo điều mà nội dung không có điều nào.",
            "Viết mỗi điều thành một khối «- dieu: …» trong noi_dung.",
        )


def _lines(report: BaoCao) -> Iterator[str]:
    for block in blocks(report):
        for text in _texts(block):
            yield from text.raw.splitlines()


def _texts(block: Khoi) -> tuple[Text, ...]:
    match block:
        case Doan():
            return (block.text,)
        case Muc():
            return (block.muc,)
        case Dieu():
            return (block.dieu,)
        case LietKe():
            return block.liet_ke
    return ()
