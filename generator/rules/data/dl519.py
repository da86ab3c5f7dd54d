"""DL519: a data file has no part that its kind of document has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.vn.text import quoted

RULE = DataRule(
    "DL519",
    Severity.ERROR,
    "Tệp dữ liệu chỉ có những phần mà loại văn bản ấy có",
    "Phần mà loại văn bản không có thì mẫu không in, hoặc in ra một văn bản sai thể thức: quyết định có Kính gửi, "
    "công văn có tên loại. Mỗi loại có những phần nào ghi ở mo_ta.yaml của mẫu.",
)


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    held = _held(report)
    kind = report.kind.ten.lower() or "loại văn bản này"
    for path in report.kind.without:
        place = held.get(path)
        if place is not None:
            yield RULE.finding(
                place,
                f"{_sentence(kind)} không có phần {quoted(path)}.",
                f"Xóa phần {quoted(path)}, hoặc dùng mẫu của loại văn bản khác (mục «mau»).",
            )
    own, typed = report.kind.ky_hieu, report.van_ban.loai
    if own is not None and typed != own:
        yield RULE.finding(
            _place(report, "van_ban.loai"),
            f"Mẫu {quoted(report.mau)} là của {kind} ({own}), mà van_ban.loai ghi {quoted(typed or '')}.",
            f"Viết «loai: {own}», hoặc xóa dòng ấy; làm loại văn bản khác thì sửa mục «mau».",
            # What is printed agrees with itself: the name of the other kind, and its symbol.
            severity=Severity.WARNING,
        )


def _held(report: BaoCao) -> dict[str, DataPlace]:
    """The parts that the file has, with their places."""
    document = report.van_ban
    parts: dict[str, DataPlace | None] = {
        "ky": report.ky.place if report.theo_ky else None,
        "kinh_gui": _place(report, "kinh_gui[1]") if report.kinh_gui else None,
        "can_cu": report.can_cu[0].place if report.can_cu else None,
        "ket_thuc": report.ket_thuc.place if report.ket_thuc else None,
        "phu_luc": report.phu_luc[0].place if report.phu_luc else None,
        "phu_luc.ban_hanh": next((annex.place for annex in report.phu_luc if annex.ban_hanh), None),
        "van_ban.tham_quyen": document.tham_quyen.place if document.tham_quyen else None,
        "van_ban.don_vi_soan": _place(report, "van_ban.don_vi_soan") if document.don_vi_soan else None,
        "van_ban.loai": _place(report, "van_ban.loai") if document.loai else None,
    }
    return {path: place for path, place in parts.items() if place is not None}


def _place(report: BaoCao, path: str) -> DataPlace:
    return report.places.get(path, report.van_ban.trich_yeu.place)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
