"""DL503: the numbering that is declared has a number for every heading and every line of a list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import DanhSach, Dieu, Khoi, LietKe, Muc
from generator.data.selection import chosen_documents
from generator.findings import Finding, Severity
from generator.rules.rule import DataRule, in_short
from generator.rules.walk import blocks
from generator.vn.numerals import letter

RULE = DataRule(
    "DL503",
    Severity.ERROR,
    "Mục không lồng sâu hơn số cấp đánh số đã khai, và điểm, dòng đánh bằng chữ cái không quá chữ y",
    "Cấp không có kiểu đánh số, hay điểm đứng sau điểm y, thì không biết in số thứ tự thế nào.",
)


def _headings(items: tuple[Khoi, ...], depth: int = 0) -> Iterator[tuple[Muc | Dieu, int, int]]:
    """Every heading with the depth of the headings above it and its number among its siblings, from 1."""
    number = 0
    for item in items:
        if isinstance(item, Muc | Dieu):
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
    yield from _unnumbered(report.noi_dung, report.danh_so, "trinh_bay.danh_so")
    for annex in report.phu_luc:
        yield from _unnumbered(annex.noi_dung, annex.danh_so, "danh_so của phụ lục")
    for block in blocks(report):
        if isinstance(block, LietKe | DanhSach) and block.dau == "a)":
            length = _length(report, block)
            if length and not _has_letter(length):
                yield RULE.finding(
                    block.place,
                    f"Danh sách có {length} dòng, mà bảng chữ cái không đánh số được đến đó.",
                    "Đánh số danh sách bằng «dau: 1)», hoặc gộp bớt các dòng.",
                )


def _length(report: BaoCao, block: LietKe | DanhSach) -> int:
    if isinstance(block, LietKe):
        return len(block.liet_ke)
    if block.danh_sach == "kien_nghi":
        return len(report.kien_nghi)
    return len(chosen_documents(report.van_ban_ban_hanh, block.loc))


def _unnumbered(items: tuple[Khoi, ...], danh_so: tuple[str, ...], where: str) -> Iterator[Finding]:
    """Headings of a body or an annex that ``danh_so`` has no number for; ``where`` is where it is declared."""
    levels = len(danh_so)
    for heading, depth, number in _headings(items):
        title = heading.muc if isinstance(heading, Muc) else heading.dieu
        words = in_short(title.raw)
        if depth >= levels:
            yield RULE.finding(
                title.place,
                f"Mục «{words}» nằm ở cấp {depth + 1}, {where} chỉ có {levels} cấp đánh số.",
                f"Thêm kiểu đánh số cho cấp này ở {where}, ví dụ danh_so: [I., 1., 1.1., a)], "
                "hoặc đưa mục lên cấp trên.",
            )
        elif danh_so[depth] == "a)" and not _has_letter(number) and _has_letter(number - 1):
            yield RULE.finding(
                title.place,
                f"Mục «{words}» là mục thứ {number} của cấp đánh số «a)», mà bảng chữ cái chỉ đánh số được "
                f"{number - 1} mục.",
                f"Gộp bớt các mục, hoặc đánh số cấp này bằng «1)» ở {where}.",
            )
