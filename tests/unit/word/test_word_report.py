"""What the built template makes of a report."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from word_documents import CORE, W, part, text_of, texts, tree
from word_reports import annex, attribute, built, template

from generator.word.drawings import DrawnLine


@pytest.mark.parametrize(
    "data", [pytest.param(lambda: template(), id="template"), pytest.param(lambda: built(annex("doc")), id="report")]
)
def test_every_paragraph_has_a_style_that_exists(data: Callable[[], bytes]) -> None:
    known = {each.get(f"{W}styleId") for each in tree(data(), "word/styles.xml").iter(f"{W}style")}
    used = {attribute(each, "pPr/pStyle") for each in tree(data()).iter(f"{W}p")}
    assert None not in used
    assert used <= known


def test_rows_do_not_break_and_heads_are_repeated() -> None:
    *frames, bordered = tree(built(annex("ngang"))).iter(f"{W}tbl")
    for row in (row for table in (*frames, bordered) for row in table.iter(f"{W}tr")):
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in bordered.iter(f"{W}tr")]
    assert heads == [True, False, False, False]


@pytest.mark.parametrize("count", [1, 2, 7, 12])
def test_the_table_of_an_annex_has_the_columns_of_the_data(count: int) -> None:
    given = annex("ngang", count)
    *_, table = tree(built(given)).iter(f"{W}tbl")
    rows = [[int(attribute(cell, "tcPr/tcW", "w") or 0) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    widths = [each.rong for each in given.noi_dung[0].bang.cot]
    assert rows == [widths] * 4
    assert [int(each.get(f"{W}w", "")) for each in table.iter(f"{W}gridCol")] == widths
    assert int(attribute(table, "tblPr/tblW", "w") or 0) == sum(widths)


def test_a_column_is_centred_or_set_left_as_the_data_says() -> None:
    *_, table = tree(built(annex("ngang", 2))).iter(f"{W}tbl")
    found = [[attribute(each, "pPr/pStyle") for each in row.iter(f"{W}p")] for row in table.iter(f"{W}tr")]
    assert found == [
        ["BangDau", "BangDau"],
        ["BangNhomGiua", "BangNhom", "BangNhom"],
        ["BangOGiua", "BangO", "BangO"],
        ["BangOGiua", "BangO", "BangO"],
    ]


@pytest.mark.parametrize(
    ("annexes", "orientations"),
    [((), [None]), (("ngang",), [None, "landscape"]), (("doc", "ngang", "doc"), [None, None, "landscape", None])],
)
def test_a_report_has_one_section_for_itself_and_one_for_each_annex(
    annexes: tuple[str, ...], orientations: list[str | None]
) -> None:
    root = tree(built(*map(annex, annexes)))
    assert [attribute(each, "pgSz", "orient") for each in root.iter(f"{W}sectPr")] == orientations


def test_a_report_is_printed_in_the_order_of_the_decree() -> None:
    found = [text for text in texts(built(annex("ngang", 1))) if text]
    assert found[:8] == [
        "UBND HUYỆN C",
        "ỦY BAN NHÂN DÂN\nXÃ A & B",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "A, ngày 05 tháng 12 năm 2023",
        "Báo cáo",
        "Kết quả < 2023",
    ]
    assert found[8:19] == [
        "1.1 chữ đậm & nghiêng",
        "1.1 chữ đậm & nghiêng",
        "1.1 chữ đậm & nghiêng",
        "1.1 chữ đậm & nghiêng",
        "- chữ đậm & nghiêng",
        "+ chữ đậm & nghiêng",
        "1.1. chữ đậm & nghiêng",
        "- Yêu cầu: chữ đậm & nghiêng",
        "- Kết quả: chữ đậm & nghiêng",
        "Đánh giá chỉ tiêu: chữ đậm & nghiêng.",
        "chữ đậm & nghiêng",
    ]
    assert found[19:30] == [
        "Trên đây là báo cáo./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. Ủy ban nhân dân",
        "Chủ tịch",
        "Lê Quang Thành",
        "Phụ lục I",
        "Chi tiết tự đánh giá\nkết quả",
        "(Kèm theo Báo cáo số 05/BC-UBND)",
        "Cột 0",
    ]


def place(ten: str, dau: str) -> SimpleNamespace:
    return SimpleNamespace(ten=ten, dau=dau)


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([], []),
        ([place("Sở A", ".")], ["Kính gửi: Sở A."]),
        ([place("Sở A", ";"), place("Sở B", ".")], ["Kính gửi:", "- Sở A;", "- Sở B."]),
    ],
)
def test_one_addressee_stands_on_the_line_and_more_below_it(places: list[SimpleNamespace], shown: list[str]) -> None:
    root = tree(built(kinh_gui=places))
    found = [each for each in root.iter(f"{W}p") if (attribute(each, "pPr/pStyle") or "").startswith("KinhGui")]
    assert [text_of(each) for each in found] == shown


def test_another_office_of_the_signer_stands_above_the_name() -> None:
    person = SimpleNamespace(quyen_han=["Chủ tịch"], chuc_vu_khac="Trưởng ban", ho_ten="Lê Quang Thành")
    found = texts(built(nguoi_ky=person))
    assert found[found.index("Trưởng ban") + 1] == "Lê Quang Thành"


def test_a_unit_without_a_superior_has_no_line_for_it() -> None:
    unit = SimpleNamespace(ten="UBND xã A", ten_dau_trang="ỦY BAN NHÂN DÂN\nXÃ A", cap_tren="", ke=DrawnLine(1, 101))
    assert texts(built(don_vi=unit))[0] == "ỦY BAN NHÂN DÂN\nXÃ A"


def test_the_title_of_the_file_tells_what_it_is() -> None:
    core = tree(built(), CORE)
    assert [each.text for each in core] == ["Báo cáo: Kết quả < 2023", "Ủy ban nhân dân xã A & B", "vi-VN"]


def test_drawn_lines_have_numbers_of_their_own() -> None:
    markup = part(built(annex("ngang", 2), annex("doc", 3)))
    numbers = re.findall(r'<wp:docPr id="(\d+)"', markup)
    assert len(numbers) == len(set(numbers)) == 5
