"""Which kind a document is where its title is not quite the name of one; lists without their heading."""

from __future__ import annotations

import pytest
from word_views import CLOSE, DATE, LEFT, NUMBER, RIGHT, SIGNATURE, centre, p, recognised, table, texts

TEXT = p("Kính gửi: Ủy ban nhân dân huyện") + p("Xã đã làm.", align="both") + p("Trên đây là báo cáo./.", align="both")
SUBJECT = centre("Kết quả chuyển đổi số năm 2023", "b")


def headed(number: str = NUMBER) -> str:
    return table((LEFT, RIGHT), (number, DATE))


@pytest.mark.parametrize(
    "title", ["BÁO CÁO TÓM TẮT", "BÁO CÁO TỔNG KẾT", "BÁO CÁO KẾT QUẢ NĂM 2023", "BÁO CAO", "BÁO CÁO"]
)
def test_a_title_that_begins_with_a_name_or_misspells_it_is_of_that_kind(title: str) -> None:
    assert recognised(headed(), centre(title, "b"), TEXT, CLOSE).kind == "Báo cáo"


def test_a_title_that_the_decree_does_not_know_stays_unknown() -> None:
    found = recognised(headed(centre("Số: 12/ĐC-UBND")), centre("ĐỀ CƯƠNG", "b"), SUBJECT, TEXT, CLOSE)
    assert (found.kind, texts(found, "ten_loai")) == ("", [])
    assert texts(found, "ten_loai_khac")[0] == "ĐỀ CƯƠNG"


def test_the_symbol_of_a_kind_without_its_name_is_no_cong_van() -> None:
    assert recognised(headed(), TEXT, CLOSE).kind == ""
    assert recognised(headed(), SUBJECT, TEXT, CLOSE).kind == ""


def test_addressees_under_a_symbol_without_a_kind_are_those_of_a_cong_van() -> None:
    assert recognised(headed(centre("Số: 12/UBND-VHXH")), TEXT, CLOSE).kind == "Công văn"


def test_a_subject_above_the_kind_is_one_still() -> None:
    found = recognised(headed(), SUBJECT, centre("BÁO CÁO", "b"), TEXT, CLOSE)
    assert texts(found, "trich_yeu") == ["Kết quả chuyển đổi số năm 2023"]


@pytest.mark.parametrize("stamp", ["KHẨN", "HỎA TỐC", "MẬT"])
def test_a_stamp_is_no_line_of_the_subject(stamp: str) -> None:
    number = centre("Số: 12/UBND-VHXH") + centre("V/v báo cáo") + centre(stamp, "b")
    assert texts(recognised(headed(number), TEXT, CLOSE), "trich_yeu_cong_van") == ["V/v báo cáo"]


ITEMS = p("- Như trên;") + p("- Lưu: VT.")


@pytest.mark.parametrize(("word", "found_word"), [("", []), ("Nơi gửi:", ["Nơi gửi:"])])
def test_recipients_without_their_heading_are_recipients(word: str, found_word: list[str]) -> None:
    left = (p(word, "bi") if word else "") + ITEMS
    found = recognised(headed(), centre("BÁO CÁO", "b"), TEXT, table((left, SIGNATURE), widths=(4000, 5000)))
    assert texts(found, "noi_nhan_tu") == found_word
    assert texts(found, "noi_nhan_danh_sach") == ["- Như trên;", "- Lưu: VT."]
    assert texts(found, "quyen_han_chuc_vu") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]


def test_a_name_without_an_office_is_a_name() -> None:
    signed = p() + p() + centre("Lê Quang Thành", "b")
    found = recognised(headed(), centre("BÁO CÁO", "b"), TEXT, table((p("Nơi nhận:", "bi") + ITEMS, signed)))
    assert (texts(found, "quyen_han_chuc_vu"), texts(found, "ho_ten")) == ([], ["Lê Quang Thành"])
