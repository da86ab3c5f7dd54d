from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.jobs.build import Checked
from generator.jobs.view import head
from generator.word.geometry import Geometry

A4 = Geometry(9071, 14003, 3544)
ReportOf = Callable[[str], Checked]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Sở Nội vụ", ["SỞ NỘI VỤ"]),
        ("Ủy ban nhân dân xã Hoàng Kim", ["ỦY BAN NHÂN DÂN", "XÃ HOÀNG KIM"]),
        ("Ủy ban nhân dân thị trấn Vĩnh Lộc", ["ỦY BAN NHÂN DÂN", "THỊ TRẤN VĨNH LỘC"]),
        ("Ủy ban nhân dân thành phố Thanh Hóa", ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ THANH HÓA"]),
    ],
)
def test_a_name_that_does_not_fit_breaks_before_the_place(name: str, printed: list[str], report_of: ReportOf) -> None:
    assert head.unit(report_of(f"don_vi: {{ten: {name}}}").report, A4).ten_dau_trang.split("\n") == printed


def test_the_head_tells_who_issues_and_under_whom(report_of: ReportOf) -> None:
    unit = head.unit(report_of("").report, A4)
    assert (unit.ten, unit.cap_tren) == ("Ủy ban nhân dân xã Bình Minh", "UBND huyện Sông Hồng")
    assert 0 < unit.ke.length < A4.left_head


def test_the_rules_of_the_head_grow_with_the_text_above_them(report_of: ReportOf) -> None:
    short = head.document(report_of("van_ban: {trich_yeu: Kết quả}").report, A4).ke.length
    long = head.document(report_of("van_ban: {trich_yeu: Kết quả chuyển đổi số cả năm 2023}").report, A4).ke.length
    endless = head.document(report_of(f"van_ban: {{trich_yeu: {'Kết quả ' * 60}}}").report, A4).ke.length
    assert 0 < short < long <= endless <= A4.upright / 2


def test_number_and_date_of_a_document_that_is_not_issued_yet_leave_room(report_of: ReportOf) -> None:
    facts = head.document(report_of("van_ban: {so: , ngay: 12/2023}").report, A4)
    assert facts.so_ky_hieu.replace(" ", "") == "Số:/BC-UBND"
    assert "   " in facts.so_ky_hieu
    assert facts.dia_danh_thoi_gian.split() == ["Bình", "Minh,", "ngày", "tháng", "12", "năm", "2023"]


def test_number_and_date_of_an_issued_document(report_of: ReportOf) -> None:
    facts = head.document(report_of("van_ban: {so: 5, ngay: 3/2/2023}").report, A4)
    assert facts.so_ky_hieu == "Số: 05/BC-UBND"
    assert facts.dia_danh_thoi_gian == "Bình Minh, ngày 03 tháng 02 năm 2023"
    assert facts.ten_loai == "Báo cáo"


def recipients(report_of: ReportOf, parts: str) -> list[str]:
    return [f"{place.ten}{place.dau}" for place in head.recipients(report_of(parts).report)]


def test_recipients_end_with_the_archive_whatever_the_order_typed(report_of: ReportOf) -> None:
    assert recipients(report_of, "noi_nhan: [{luu: 'VT, VH'}, Phòng VHTT;, UBND huyện (b/c).]") == [
        "Phòng VHTT;",
        "UBND huyện (b/c);",
        "Lưu: VT, VH.",
    ]


def test_a_report_with_addressees_is_sent_to_them_first(report_of: ReportOf) -> None:
    assert recipients(report_of, "kinh_gui: [UBND huyện]\nnoi_nhan: [{luu: VT}]") == ["Như trên;", "Lưu: VT."]


def test_as_above_is_not_printed_twice(report_of: ReportOf) -> None:
    parts = "kinh_gui: [UBND huyện]\nnoi_nhan: [như trên, {luu: VT}]"
    assert recipients(report_of, parts) == ["như trên;", "Lưu: VT."]


def addressees(report_of: ReportOf, parts: str) -> list[str]:
    return [f"{place.ten}{place.dau}" for place in head.addressees(report_of(parts).report)]


def test_addressees_carry_their_marks(report_of: ReportOf) -> None:
    assert addressees(report_of, "") == []
    assert addressees(report_of, "kinh_gui: [UBND huyện]") == ["UBND huyện."]
    assert addressees(report_of, "kinh_gui: [UBND huyện, Sở A, Sở B]") == ["UBND huyện;", "Sở A;", "Sở B."]


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("{quyen_han: , tap_the: , chuc_vu: Giám đốc}", ("Giám đốc",)),
        ("{quyen_han: TM, tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch}", ("TM. Ủy ban nhân dân", "Chủ tịch")),
        (
            "{quyen_han: KT, tap_the: Ủy ban nhân dân, thay: Chủ tịch, chuc_vu: Phó Chủ tịch}",
            ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"),
        ),
        ("{quyen_han: KT, tap_the: , thay: Giám đốc, chuc_vu: Phó Giám đốc}", ("KT. Giám đốc", "Phó Giám đốc")),
        ("{quyen_han: TL, tap_the: , thay: Chủ tịch, chuc_vu: Chánh Văn phòng}", ("TL. Chủ tịch", "Chánh Văn phòng")),
        ("{quyen_han: TUQ, tap_the: , thay: Giám đốc, chuc_vu: Trưởng phòng}", ("TUQ. Giám đốc", "Trưởng phòng")),
        ("{quyen_han: Q, tap_the: , chuc_vu: Chủ tịch}", ("Q. Chủ tịch",)),
    ],
)
def test_the_signer_signs_in_the_lines_of_the_decree(signer: str, lines: tuple[str, ...], report_of: ReportOf) -> None:
    printed = head.signer(report_of(f"nguoi_ky: {signer}").report.nguoi_ky)
    assert printed.quyen_han == lines
    assert printed.ho_ten == "Nguyễn Văn An"
