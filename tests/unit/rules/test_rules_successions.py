"""Names that have lapsed are found with their spans, whatever their spelling; what tells of the past is left alone."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest

from generator.jobs.successions import shipped_successions
from generator.rules.successions.edits import Replacement, Undecided, province_of, succession_edits
from generator.rules.successions.matching import Setting, lapsed
from generator.vn.dates import parse_date
from generator.vn.tones import ToneStyle, in_tone_style

TABLE = shipped_successions()
TODAY = parse_date("15/12/2026")
COMMUNE = "Ủy ban nhân dân xã Hoàng Kim"
PROVINCE = "tỉnh Thanh Hóa"


def found(text: str, date: str = "15/12/2026", where: str = "loi_van") -> list[str]:
    return [
        text[each.start : each.end] for each in lapsed(text, parse_date(date), TABLE, Setting(where, COMMUNE, PROVINCE))
    ]


def edited(text: str, where: str = "loi_van", unit: str = COMMUNE, province: str = PROVINCE) -> str:
    """The text with every replacement made; what is undecided stands in brackets."""
    for edit in reversed(succession_edits(text, TODAY, TABLE, Setting(where, unit, province))):
        new = edit.new if isinstance(edit, Replacement) else f"[{text[edit.start : edit.end]}]"
        text = text[: edit.start] + new + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("cap_tren", "UBND huyện Hoàng Hóa", ""),
        ("cap_tren", "ỦY BAN NHÂN DÂN HUYỆN HOÀNG HÓA", ""),
        ("cap_tren", "UBND thành phố Thanh Hóa", ""),
        ("cap_tren", "UBND thành phố Hà Nội", "UBND thành phố Hà Nội"),
        ("noi_nhan", "UBND huyện (b/c)", "UBND tỉnh Thanh Hóa (b/c)"),
        ("noi_nhan", "Uỷ ban nhân dân huyện Hoàng Hoá", "Ủy ban nhân dân tỉnh Thanh Hóa"),
        ("noi_nhan", "Sở Thông tin & Truyền thông tỉnh (b/c)", "Sở Khoa học và Công nghệ tỉnh (b/c)"),
        ("noi_nhan", "Sở TT&TT (b/c)", "Sở KH&CN (b/c)"),
        ("noi_nhan", "VT, STTTT", "VT, SKHCN"),
        ("noi_nhan", "Phòng Văn hóa và Thông tin huyện Hoàng Hóa", "[Phòng Văn hóa và Thông tin huyện Hoàng Hóa]"),
        ("noi_nhan", "Huyện uỷ (b/c)", "[Huyện uỷ] (b/c)"),
        ("kinh_gui", "Sở Tài nguyên & Môi trường tỉnh Hoà Bình", "Sở Nông nghiệp và Môi trường tỉnh Phú Thọ"),
        ("loi_van", "tại xã Hoàng Kim, huyện Hoàng Hóa, tỉnh Thanh Hóa", "tại xã Hoàng Kim, tỉnh Thanh Hóa"),
        ("loi_van", "XÃ HOÀNG KIM, HUYỆN HOÀNG HÓA TỈNH THANH HÓA", "XÃ HOÀNG KIM TỈNH THANH HÓA"),
        ("loi_van", "xã Hoàng Kim - huyện Hoàng Hóa", "xã Hoàng Kim"),
        ("loi_van", "xã Hoàng Kim huyện Hoàng Hóa và xã bạn", "xã Hoàng Kim và xã bạn"),
        ("loi_van", "tỉnh Hải Dương, huyện Ninh Giang", "thành phố Hải Phòng, [huyện Ninh Giang]"),
        ("loi_van", "phường Hàm Rồng, thành phố Thanh Hóa", "phường Hàm Rồng"),
        ("loi_van", "phường Bến Nghé, Quận 1 và xã Yên Mỹ", "phường Bến Nghé và xã Yên Mỹ"),
        ("loi_van", "UBND huyện đã cấp 6 máy", "[UBND huyện] đã cấp 6 máy"),
        ("loi_van", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "BỘ KHOA HỌC VÀ CÔNG NGHỆ"),
        ("loi_van", "Bộ LĐ-TB&XH hướng dẫn", "[Bộ LĐ-TB&XH] hướng dẫn"),
        ("loi_van", "có {{ vb('UBND huyện A') }} rồi", "có {{ vb('UBND huyện A') }} rồi"),
    ],
)
def test_what_becomes_of_a_name_in_its_place(where: str, old: str, new: str) -> None:
    assert edited(old, where) == new


def test_a_letterhead_falls_out_for_communes_only() -> None:
    school = "Trường Trung học cơ sở Hoàng Kim"
    assert edited("UBND huyện Hoàng Hóa", "cap_tren", school) == "[UBND huyện Hoàng Hóa]"
    assert edited("UBND huyện (b/c)", "noi_nhan", school) == "[UBND huyện] (b/c)"


def test_a_province_that_nobody_names_is_asked_for() -> None:
    (edit,) = succession_edits("UBND huyện (b/c)", TODAY, TABLE, Setting("noi_nhan", COMMUNE))
    assert isinstance(edit, Undecided)
    assert edit.reason.endswith("nay là «UBND tỉnh …», nhưng báo cáo không nêu tên tỉnh.")


def test_reasons_are_sentences_with_day_and_law() -> None:
    gone, office = (
        succession_edits(text, TODAY, TABLE, Setting("noi_nhan", COMMUNE, PROVINCE))[0]
        for text in ("Sở TT&TT", "Phòng VH-TT huyện")
    )
    assert gone.reason == (
        "«Sở TT&TT» thôi dùng từ ngày 01/3/2025 (sắp xếp các sở: Nghị định số 45/2025/NĐ-CP ngày 28/02/2025)."
    )
    assert "Luật số 72/2025/QH15 ngày 16/6/2025" in office.reason
    assert office.reason.endswith(
        "nay là Phòng Văn hóa - Xã hội của Ủy ban nhân dân xã, phường (Nghị định số 150/2025/NĐ-CP)."
    )


@pytest.mark.parametrize(
    ("date", "names"),
    [
        ("28/02/2025", []),
        ("01/3/2025", ["Sở TTTT"]),
        ("30/6/2025", ["Sở TTTT"]),
        ("6/2025", ["Sở TTTT"]),
        ("7/2025", ["Sở TTTT", "UBND huyện"]),
        ("2025", ["Sở TTTT", "UBND huyện"]),
        ("2024", []),
    ],
)
def test_the_last_day_that_a_date_can_mean_counts(date: str, names: list[str]) -> None:
    assert found("Sở TTTT và UBND huyện cùng làm.", date) == names


@pytest.mark.parametrize(
    "text",
    [
        "Theo Công văn số 2142/STTTT-CNTT ngày 31/8/2023 của Sở Thông tin và Truyền thông về việc hướng dẫn cấp huyện",
        "Thực hiện Quyết định số 12/QĐ-UBND của UBND huyện Hoàng Hóa",
        "UBND huyện đã ban hành Quyết định số 12/QĐ-UBND ngày 3/4/2024 về việc khen thưởng",
        "Năm 2024, UBND huyện đã cấp 6 máy",
        "Trong 6 tháng đầu năm 2025 huyện đã tập huấn",
        "Đến ngày 30/6/2025 Huyện ủy đã bàn giao xong",
        "Trước ngày 01/7/2025 việc này do Phòng Văn hóa và Thông tin làm",
        "Giai đoạn 2021 - 2024 huyện hỗ trợ ba lần",
        "trụ sở huyện Hoàng Hóa (cũ)",
        "xã Hoàng Kim, trước đây là thị trấn Hoàng Kim",
        "các xã trong tỉnh Thanh Hóa, thành phố Hà Nội, Thành phố Hồ Chí Minh, TP. Huế",
        "Sở Khoa học và Công nghệ, Bộ Nội vụ, UBND xã, UBND tỉnh",
    ],
)
def test_what_tells_of_the_past_or_of_today_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Năm 2024, huyện đã cấp máy; nay UBND huyện cấp thêm", ["UBND huyện"]),
        ("Từ năm 2024, UBND huyện hỗ trợ xã", ["UBND huyện"]),
        ("Năm 2025, UBND huyện hỗ trợ xã", ["UBND huyện"]),
        ("So năm 2024 với năm 2026, UBND huyện hỗ trợ nhiều hơn", ["UBND huyện"]),
        ("Kế hoạch số 5/KH-UBND ngày 2/3/2026 của UBND huyện A", ["UBND huyện A"]),
        ("Theo Công văn số 2/STTTT-CNTT ngày 3/8/2023 của Sở TT&TT, Sở TTTT đã có ý kiến", ["Sở TTTT"]),
        ("UBND huyện Yên Định báo cáo", ["UBND huyện Yên Định"]),
        ("UBND HUYỆN YÊN ĐỊNH TỈNH THANH HÓA", ["UBND HUYỆN YÊN ĐỊNH"]),
        ("huyện 19 tin, xã 396 tin", ["huyện"]),
        (
            "các xã, phường, thị trấn; các huyện, thị xã, thành phố",
            ["xã, phường, thị trấn", "huyện, thị xã, thành phố"],
        ),
    ],
)
def test_what_is_said_of_today_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names


def forms() -> list[str]:
    """Every form of the table that has lapsed by today, its placeholder filled, but those that need words around."""
    return [
        old.replace("{ten}", "Sông Hoà")
        for entry in TABLE.thay_doi
        if not entry.dung_sau
        for old in entry.cu
        if "{ten}" not in old or not old.startswith((",", "-"))
    ]


@pytest.mark.parametrize("old", forms())
def test_every_form_is_found_with_its_span_in_every_spelling(old: str) -> None:
    spelled = [old, old.upper()]
    spelled += [re.sub(r"[^\W_]+", lambda word, style=style: in_tone_style(word[0], style), old) for style in ToneStyle]
    for full, *others in TABLE.viet_tat:
        spelled += [old.replace(full, each) for each in others if full in old]
    for words in spelled:
        text = f"nay do {words} làm."
        decomposed = unicodedata.normalize("NFD", text)
        assert found(text) == [words]
        assert found(decomposed) == [unicodedata.normalize("NFD", words)]


def test_the_province_is_known_where_one_is_named() -> None:
    assert province_of(["xã A", "UBND tỉnh Thanh Hoá", "TỈNH THANH HÓA"], TABLE) == "tỉnh Thanh Hóa"
    assert province_of(["tỉnh Hoà Bình"], TABLE) == "tỉnh Phú Thọ"
    assert province_of(["tỉnh Bà Rịa - Vũng Tàu"], TABLE) == "Thành phố Hồ Chí Minh"
    assert province_of(["tỉnh Thanh Hóa và tỉnh Nghệ An"], TABLE) == ""
    assert province_of(["UBND tỉnh"], TABLE) == ""


HOSTILE = [
    "UBND huyện ",
    "huyện A ",
    "Quyết định ",
    "Phòng Văn hóa và Thông ",
    "12/QĐ-UBND ",
    "ngày 1/2/2024 của ",
    "{{",
    ",",
    "xã A, ",
    "thị xã ",
    "o\u0300",
    "uỷ",
    "UBND huyện ban hành ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_thousand_hostile_characters_take_no_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    lapsed("huyện", TODAY, TABLE)
    start = time.process_time()
    lapsed(text, TODAY, TABLE)
    assert time.process_time() - start < 1
