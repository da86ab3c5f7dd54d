"""Differences in what a report is: its unit, the document, the period, addressees, recipients and signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.data.model import BaoCao, NoiNhan
from generator.data.nodes import index_path
from generator.data.periods import period_name
from generator.findings import Place
from generator.jobs.differences.difference import FACTS, OPEN, Difference, Side, Told, changed


class _Fact(NamedTuple):
    path: str
    name: str
    words: str | None
    place: Place | None = None


def facts(old: Side, new: Side) -> Iterator[Difference]:
    """What differs, in the order of a data file."""
    before, now = _told(old), _told(new)
    for key in dict.fromkeys((*before, *now)):
        fact = now.get(key) or before[key]
        told = (Told(each[key].words or "", each[key].place) if key in each else None for each in (before, now))
        yield from changed(FACTS, fact.name, fact.path, *told)


def _told(side: Side) -> Mapping[str, _Fact]:
    """The facts that a report gives; entries of lists by their words, for their order says little."""
    report, found = side.report, dict[str, _Fact]()
    for fact in (*_document(report), *_period(report), *_signature(report)):
        words = OPEN if not fact.words and fact.path in side.left_open else fact.words
        if words:
            found[fact.path] = fact._replace(words=words)
    for fact in (*_addressees(report), *_recipients(report)):
        found[f"{fact.path}: {fact.words}"] = fact
    return found


def _document(report: BaoCao) -> Iterator[_Fact]:
    unit, document = report.don_vi, report.van_ban
    yield _Fact("mau", "Mẫu", report.mau)
    yield _Fact("don_vi.ten", "Tên cơ quan", unit.ten)
    yield _Fact("don_vi.viet_tat", "Tên viết tắt", unit.viet_tat)
    yield _Fact("don_vi.cap_tren", "Cơ quan cấp trên", unit.cap_tren)
    yield _Fact("don_vi.dia_danh", "Địa danh", unit.dia_danh)
    yield _Fact("don_vi.ky_hieu", "Ký hiệu cơ quan", unit.ky_hieu)
    yield _Fact("van_ban.loai", "Loại văn bản", document.loai)
    yield _Fact("van_ban.don_vi_soan", "Đơn vị soạn thảo", document.don_vi_soan)
    yield _Fact("van_ban.tham_quyen", "Thẩm quyền ban hành", document.tham_quyen.raw if document.tham_quyen else None)
    yield _Fact("van_ban.so", "Số văn bản", str(document.so) if document.so is not None else None)
    yield _Fact("van_ban.ngay", "Ngày văn bản", document.ngay.written)
    yield _Fact("trinh_bay.danh_so", "Cách đánh số", " ".join(report.danh_so))
    yield _Fact("trinh_bay.ten_chi_tieu", "Chữ thay tên chỉ tiêu", report.ten_chi_tieu)


def _period(report: BaoCao) -> Iterator[_Fact]:
    ky, before = report.ky, report.ky.truoc
    yield _Fact("ky", "Kỳ", period_name(ky), ky.place)
    yield _Fact("ky.chot_den", "Ngày chốt số liệu", ky.chot_den.written if ky.chot_den else None, ky.place)
    if before is None:
        return
    yield _Fact("ky.truoc", "Kỳ trước", period_name(before), before.place)
    cut_off = before.chot_den.written if before.chot_den else None
    yield _Fact("ky.truoc.chot_den", "Ngày chốt số liệu kỳ trước", cut_off, before.place)
    yield _Fact("ky.truoc.tep", "Tệp của kỳ trước", before.tep, before.place)


def _signature(report: BaoCao) -> Iterator[_Fact]:
    signer = report.nguoi_ky
    named = {
        "quyen_han": "Quyền hạn ký",
        "tap_the": "Ký thay mặt",
        "thay": "Ký thay",
        "chuc_vu": "Chức vụ người ký",
        "chuc_vu_khac": "Chức vụ khác của người ký",
        "ho_ten": "Họ tên người ký",
    }
    for key, name in named.items():
        path = f"nguoi_ky.{key}"
        yield _Fact(path, name, getattr(signer, key), report.places.get(path))


def _addressees(report: BaoCao) -> Iterator[_Fact]:
    for index, name in enumerate(report.kinh_gui):
        yield _Fact("kinh_gui", "Kính gửi", name, report.places.get(index_path("kinh_gui", index)))


def _recipients(report: BaoCao) -> Iterator[_Fact]:
    for index, recipient in enumerate(report.noi_nhan):
        path = index_path("noi_nhan", index)
        place = next((place for where, place in report.places.items() if where.startswith(path)), None)
        yield _Fact("noi_nhan", "Lưu" if recipient.luu else "Nơi nhận", _recipient(recipient), place)


def _recipient(recipient: NoiNhan) -> str:
    if recipient.gom:
        return f"{', '.join(recipient.gom)} ({recipient.ten})"
    return f"{recipient.ten} {recipient.dong_duoi}" if recipient.dong_duoi else recipient.ten
