"""Where components stand, and which of them are missing."""

from __future__ import annotations

import pytest
from documents import cell, like, recognised

from generator.findings import Severity
from generator.rules.close import tt411
from generator.rules.head import tt209, tt216, tt221, tt222

HEAD = {
    "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
    "co_quan_ban_hanh": "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM",
    "so_ky_hieu": "Số: 12/BC-UBND",
    "dia_danh_thoi_gian": "Hoàng Kim, ngày 05 tháng 12 năm 2023",
    "ten_loai": "BÁO CÁO",
    "trich_yeu": "Kết quả chuyển đổi số",
}
CLOSE = {"quyen_han_chuc_vu": "CHỦ TỊCH", "ho_ten": "Lê Quang Thành", "noi_nhan_tu": "Nơi nhận:"}
WHOLE = HEAD | CLOSE


def missing(kind="Báo cáo", without=(), **more):
    kept = {name: text for name, text in (WHOLE | more).items() if name not in without}
    return tt221.check(recognised(kind=kind, **kept))


def columns(left, right):
    """A document whose components of each side stand in a column of one table."""
    sides = ((0, left), (1, right))
    return recognised(
        **{name: like(name, WHOLE[name], cell=cell(column=column)) for column, names in sides for name in names}
    )


def test_nothing_is_missing():
    assert missing().findings == ()


@pytest.mark.parametrize("name", [name for name in WHOLE if name not in ("ho_ten", "ten_loai")])
def test_a_main_component_is_missing(name):
    (finding,) = missing(without=(name,)).findings
    assert finding.severity is Severity.ERROR


def test_a_draft_may_leave_the_name():
    (finding,) = missing(without=("ho_ten",)).findings
    assert finding.severity is Severity.WARNING


def test_the_kind_is_missing_where_the_symbol_names_one():
    (finding,) = missing(kind="", without=("ten_loai", "trich_yeu")).findings
    assert "tên loại" in finding.problem
    assert missing(kind="", without=("ten_loai", "trich_yeu"), ten_loai_khac="ĐỀ CƯƠNG").findings == ()


def test_a_cong_van_lacks_its_subject():
    (finding,) = missing(kind="Công văn", without=("ten_loai", "trich_yeu")).findings
    assert "V/v" in finding.problem


@pytest.mark.parametrize("kind", ["Giấy mời", "Phiếu gửi"])
def test_some_kinds_have_no_subject(kind):
    assert missing(kind=kind, without=("trich_yeu",), ten_loai=kind.upper()).findings == ()


def test_what_is_issued_with_another_document_is_not_judged():
    assert not missing(without=("so_ky_hieu", "dia_danh_thoi_gian")).assessed
    assert not tt221.check(recognised(noi_dung="Một đoạn.")).assessed


def test_the_blocks_of_the_head_where_they_belong():
    doc = columns(("co_quan_ban_hanh", "so_ky_hieu"), ("quoc_hieu", "dia_danh_thoi_gian"))
    assert tt222.check(doc).findings == ()


def test_the_blocks_of_the_head_exchanged():
    doc = columns(("quoc_hieu", "dia_danh_thoi_gian"), ("co_quan_ban_hanh", "so_ky_hieu"))
    (finding,) = tt222.check(doc).findings
    assert (finding.severity, "bên trái" in finding.problem) == (Severity.ERROR, True)


def test_number_and_date_exchanged_are_told_once():
    doc = columns(("co_quan_ban_hanh", "dia_danh_thoi_gian"), ("quoc_hieu", "so_ky_hieu"))
    assert len(tt222.check(doc).findings) == 2
    assert not tt209.check(doc).assessed
    assert not tt216.check(doc).assessed


@pytest.mark.parametrize(("left", "count"), [("noi_nhan_tu", 0), ("quyen_han_chuc_vu", 1)])
def test_recipients_stand_left_of_the_signature(left, count):
    right = "quyen_han_chuc_vu" if left == "noi_nhan_tu" else "noi_nhan_tu"
    assert len(tt411.check(columns((left,), (right,))).findings) == count
