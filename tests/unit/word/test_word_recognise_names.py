from __future__ import annotations

import pytest

from generator.decree.kinds import KINDS
from generator.word.recognise_names import kind_named, motto_at, nation_at

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    "text",
    [
        NATION,
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨ VIỆT NAM",
        "CỘNG HÀO XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆTNAM",
        "CỘNG HÒA XHCN VIỆT NAM",
        "CHXHCN VIỆT NAM",
        "CỘNG HÒA\nXÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_the_national_name_is_known_right_or_wrong(text: str) -> None:
    assert nation_at(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "MẶT TRẬN TỔ QUỐC VIỆT NAM",
        "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM",
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
        "LIÊN HIỆP HỘI PHỤ NỮ VIỆT NAM",
        "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI",
        "HỘI LIÊN HIỆP THANH NIÊN VIỆT NAM",
    ],
)
def test_other_names_are_not_the_national_name(text: str) -> None:
    assert nation_at(text) is None


@pytest.mark.parametrize(
    "text",
    [
        MOTTO,
        "Độc lập – Tự do – Hạnh phúc",
        "ĐỘC LẬP-TỰ DO-HẠNH PHÚC",
        "Tự do - Độc lập - Hạnh phúc",
        "Độc lập, Tự do, Hạn phúc",
        "Độc lâp - Tư do - Hạnh phuc",
    ],
)
def test_the_motto_is_known_right_or_wrong(text: str) -> None:
    assert motto_at(text) == 0


@pytest.mark.parametrize("text", ["Độc lập dân tộc", "Hoàng Kim, ngày 05 tháng 12 năm 2023", "Tự do kinh doanh", ""])
def test_other_words_are_not_the_motto(text: str) -> None:
    assert motto_at(text) is None


@pytest.mark.parametrize("gap", ["\t", "\t\t", "     "])
def test_a_name_begins_where_the_second_column_does(gap: str) -> None:
    left = f"ỦY BAN NHÂN DÂN{gap}"
    assert nation_at(f"{left}CỘNG HÒA XÃ HỘI CHỦ NGHĨ VIỆT NAM") == len(left)
    assert motto_at(f"{left}Tự do - Độc lập - Hạnh phúc") == len(left)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ten)
def test_a_kind_is_known_with_a_mark_behind_it_and_with_its_letters_apart(kind) -> None:
    name = kind.ten.upper()
    apart = "  ".join(" ".join(word) for word in name.split())
    for text in (name, f"{name}:", f"{name}.", f" {name} ", apart, f"{apart}:"):
        found = kind_named(text)
        assert found is not None
        assert found.ten == kind.ten


@pytest.mark.parametrize("text", ["", ":", "A B C D", "Báo cáo kết quả", "B Á O"])
def test_what_is_no_kind(text: str) -> None:
    assert kind_named(text) is None
