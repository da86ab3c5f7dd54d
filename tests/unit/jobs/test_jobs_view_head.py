from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.jobs.build import Checked
from generator.jobs.view import head
from generator.word.drawings import DrawnBrace
from generator.word.geometry import Geometry
from generator.word.metrics import line_height, wrapped_lines

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
    return [f"{place.ten}{place.dau}" for place in head.recipients(report_of(parts).report, A4)]


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


def test_a_line_below_a_recipient_stands_before_its_mark(report_of: ReportOf) -> None:
    parts = "noi_nhan: [{ten: Thành viên BCĐ (để biết), dong_duoi: (QĐ số 3050/QĐ-UBND)}, {luu: VT}]"
    assert recipients(report_of, parts) == ["Thành viên BCĐ (để biết)\n(QĐ số 3050/QĐ-UBND);", "Lưu: VT."]


BRACED = "noi_nhan: [Sở X, {gom: [UBND tỉnh, Sở A;, Sở B.], chu_thich: Để b/c}, {luu: VT}]"


def test_recipients_joined_by_a_brace_have_their_marks_and_the_note_has_none(report_of: ReportOf) -> None:
    first, braced, last = head.recipients(report_of(BRACED).report, A4)
    assert [f"{place.ten}{place.dau}" for place in (first, *braced.gom, last)] == [
        "Sở X;",
        "UBND tỉnh;",
        "Sở A;",
        "Sở B;",
        "Lưu: VT.",
    ]
    assert (braced.ten, braced.dau) == ("Để b/c", "")
    assert first.ngoac is None
    assert last.ngoac is None


def test_a_brace_that_comes_last_ends_its_list_with_the_last_mark(report_of: ReportOf) -> None:
    report = report_of(BRACED).report
    report = replace(report, noi_nhan=report.noi_nhan[:2])
    *_, braced = head.recipients(report, A4)
    assert [place.dau for place in braced.gom] == [";", ";", "."]


def brace(report_of: ReportOf, names: list[str], geometry: Geometry = A4) -> DrawnBrace:
    report = report_of(f"noi_nhan: [{{gom: [{', '.join(names)}], chu_thich: Để b/c}}, {{luu: VT}}]").report
    (found,) = [place.ngoac for place in head.recipients(report, geometry) if place.ngoac]
    return found


@pytest.mark.parametrize("count", [2, 3, 7])
def test_a_brace_is_as_high_as_the_lines_that_it_joins(count: int, report_of: ReportOf) -> None:
    assert brace(report_of, [f"Sở {number}" for number in range(count)]).height == count * line_height(11)


def test_a_brace_grows_where_a_name_takes_more_lines(report_of: ReportOf) -> None:
    name = "Văn phòng Ban Chỉ đạo chuyển đổi số tỉnh Thanh Hóa"
    assert len(wrapped_lines(f"- {name};", 11, A4.brace_list)) == 2
    assert brace(report_of, ["Sở A", name]).height == 3 * line_height(11)


def test_a_brace_fits_the_cells_of_the_template(report_of: ReportOf) -> None:
    narrow = replace(A4, brace_list=900, brace=333)
    names = ["Sở Tài chính", "Sở Tài nguyên"]
    assert brace(report_of, names, narrow).height > brace(report_of, names).height
    assert brace(report_of, names, narrow).width == 333


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
