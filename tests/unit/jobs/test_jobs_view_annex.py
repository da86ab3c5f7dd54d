from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.data.model_kind import CotMau
from generator.jobs.build import Checked
from generator.jobs.view.annex import PhuLucIn, annexes
from generator.jobs.view.printed import BangIn
from generator.word.geometry import Geometry

A4 = Geometry(9071, 14003, 3544)
KNOWN = {
    name: CotMau(name.upper(), Decimal(width), side)
    for name, width, side in (("tt", 10, "giua"), ("ten", 70, "trai"), ("ket_qua", 30, "giua"), ("so", 30, "giua"))
}
ReportOf = Callable[[str], Checked]


def printed(report_of: ReportOf, parts: str) -> list[PhuLucIn]:
    checked = report_of(parts)
    return annexes(checked.report, checked.groups, KNOWN, A4)


def blocks(annex: PhuLucIn) -> list[str]:
    """Kind, number and words of every block, as "kind|number|words"."""
    return [f"{block.kieu}|{block.so}|{block.chu}" for block in annex.noi_dung]


def tables(annex: PhuLucIn) -> list[BangIn]:
    return [block.bang for block in annex.noi_dung if block.bang is not None]


ANNEX = "  - {tieu_de: Bảng, bang: chi_tieu, cot: [tt, ten]}\n"


@pytest.mark.parametrize(
    ("count", "names"),
    [(1, ["Phụ lục"]), (2, ["Phụ lục I", "Phụ lục II"]), (4, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"])],
)
def test_annexes_are_numbered_from_two_on(count: int, names: list[str], report_of: ReportOf) -> None:
    found = printed(report_of, f"phu_luc:\n{ANNEX * count}")
    assert [annex.ten for annex in found] == names
    assert len({annex.ke.number for annex in found}) == count


def test_an_annex_says_what_it_is_attached_to(report_of: ReportOf) -> None:
    (issued,) = printed(report_of, "")
    assert issued.kem_theo == ("(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023 của UBND xã Bình Minh)")
    (draft,) = printed(report_of, "van_ban: {so: , ngay: 12/2023}")
    assert draft.kem_theo.startswith("(Kèm theo Báo cáo số      /BC-UBND ngày ")


def test_the_lines_of_a_title_stay_as_typed(report_of: ReportOf) -> None:
    parts = "phu_luc:\n  - tieu_de: |\n      Chi tiết\n      xã Bình Minh\n    bang: chi_tieu\n    cot: [tt]\n"
    (annex,) = printed(report_of, parts)
    assert str(annex.tieu_de) == "Chi tiết\nxã Bình Minh"


@pytest.mark.parametrize(("kho", "width"), [("ngang", A4.across), ("doc", A4.upright)])
def test_the_table_is_as_wide_as_the_text_of_its_page(kho: str, width: int, report_of: ReportOf) -> None:
    (annex,) = printed(report_of, f"phu_luc: [{{tieu_de: Bảng, bang: chi_tieu, kho: {kho}, cot: [tt, ten, ket_qua]}}]")
    assert annex.kho == kho
    (table,) = tables(annex)
    assert sum(column.rong for column in table.cot) == width
    assert annex.ke.length <= width / 2


def test_an_annex_lies_across_unless_told_otherwise(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [tt]}]")
    assert annex.kho == "ngang"


MIXED = """
noi_dung: [{muc: Kết quả}]
trinh_bay: {danh_so: [I., 1.]}
phu_luc:
  - tieu_de: Nhiều thứ
    danh_so: [1., a)]
    noi_dung:
      - |
        Lời giới thiệu:
        - một ý
      - muc: Chỉ tiêu
        gom:
          - {muc: Chi tiết, gom: [Một đoạn.]}
          - {bang: chi_tieu, cot: [tt, ten, ket_qua]}
      - muc: Văn bản
        gom:
          - {danh_sach: van_ban_ban_hanh, loc: {loai: Kế hoạch}, dau: "a)"}
          - {bang: van_ban_ban_hanh, cot: [tt, so]}
"""


def test_an_annex_holds_words_lists_and_tables_in_the_order_typed(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, MIXED)
    assert blocks(annex) == [
        "doan||Lời giới thiệu:",
        "gach||một ý",
        "khoan|1.|Chỉ tiêu",
        "diem|a)|Chi tiết",
        "doan||Một đoạn.",
        "bang||",
        "khoan|2.|Văn bản",
        "danh_so|a)|Kế hoạch số 81/KH-UBND ngày 6/6/2022 về chuyển đổi số giai đoạn 2022 - 2025.",
        "bang||",
    ]
    indicators, documents = tables(annex)
    assert (len(indicators.hang), len(documents.hang)) == (5, 2)


def test_every_table_of_an_annex_is_as_wide_as_its_text(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, MIXED)
    assert [sum(column.rong for column in table.cot) for table in tables(annex)] == [A4.across, A4.across]


def test_an_annex_without_markers_of_its_own_numbers_headings_as_the_report_does(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, MIXED.replace("    danh_so: [1., a)]\n", ""))
    assert [line for line in blocks(annex) if not line.startswith(("doan", "gach", "bang", "danh_so"))] == [
        "muc|I.|Chỉ tiêu",
        "khoan|1.|Chi tiết",
        "muc|II.|Văn bản",
    ]


def test_headings_of_one_annex_do_not_go_on_counting_in_the_next(report_of: ReportOf) -> None:
    one = "  - {tieu_de: Bảng, noi_dung: [{muc: Một}, {muc: Hai}]}\n"
    first, second = printed(report_of, f"phu_luc:\n{one * 2}")
    assert blocks(first) == blocks(second) == ["muc|I.|Một", "muc|II.|Hai"]


@pytest.mark.parametrize(
    ("last", "closed"),
    [("Một đoạn.", "doan||Một đoạn./."), ("{liet_ke: [một;, hai.], dau: '1.'}", "danh_so|2.|hai./.")],
)
def test_an_annex_that_ends_with_words_carries_the_closing_mark(last: str, closed: str, report_of: ReportOf) -> None:
    (annex,) = printed(report_of, f"phu_luc: [{{tieu_de: Lời, noi_dung: [Trước., {last}]}}]")
    assert (blocks(annex)[0], blocks(annex)[-1]) == ("doan||Trước.", closed)


def test_an_annex_that_ends_with_a_table_has_no_closing_mark(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, "phu_luc: [{tieu_de: Bảng, bang: chi_tieu, cot: [tt]}]")
    assert blocks(annex) == ["bang||"]
