"""What stands aside of the running text, and what the decree says nothing of: no finding."""

from __future__ import annotations

import pytest
from documents import para, stretch, twips
from msgspec.structs import replace
from test_rules_form_body import LONG, body_of, found, the_only

from generator.findings import Severity
from generator.rules.body import tt301, tt302, tt303, tt314


@pytest.mark.parametrize(
    "text",
    [
        "Ghi chú: số liệu đến hết tháng 11 năm 2023.",
        "Đơn vị tính: triệu đồng",
        "Bảng 1. Kết quả thực hiện chỉ tiêu năm 2023",
        "Hình 2.1: Sơ đồ hệ thống.",
        "Nguồn: Cục Thống kê.",
        "“Điều 5. Kinh phí thực hiện do ngân sách nhà nước bảo đảm.”",
        "“Điều 5. Kinh phí thực hiện như sau:",
        "* Về hạ tầng số",
        "a) Về hạ tầng số:",
    ],
)
@pytest.mark.parametrize("look", [{"align": "right"}, {"align": "center", "bold": True}])
def test_what_goes_with_a_table_or_is_quoted_or_leads_in_may_be_italic(text, look):
    assert found(tt301, body_of(para(text, italic=True, **look))) == []


@pytest.mark.parametrize("text", ["“Chuyển đổi số” là nhiệm vụ của xã trong năm nay.", "Bảng giá đất đã công bố."])
def test_other_words_in_italics_are_told(text):
    assert "nghiêng" in the_only(tt301, body_of(para(text, italic=True))).problem


def test_letters_off_the_line_have_their_own_size():
    pieces = [
        stretch("Nồng độ khí CO"),
        stretch("2", 9, lowered=True),
        stretch(" trên 100 m"),
        stretch("2", 9, raised=True),
    ]
    doc = body_of(para(pieces, align="both"))
    assert found(tt301, doc) == found(tt314, doc) == []


def test_a_quotation_set_in_as_a_whole_is_right():
    doc = body_of("Xã đã làm.", para(f"“{LONG.strip()}”", align="both", left=twips(20)))
    assert all("2 cm" not in finding.problem for finding in found(tt302, doc))


@pytest.mark.parametrize(("adds", "count"), [(True, 0), (False, 1)])
def test_the_setting_of_the_file_decides_whether_spaces_add_up(adds, count):
    doc = body_of(para("Đoạn trên.", after=60), para("Đoạn dưới.", before=60))
    findings = found(tt303, replace(doc, view=replace(doc.view, adds_space=adds)))
    assert [finding.severity for finding in findings] == [Severity.ERROR] * count
