from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.kind import CotMau
from generator.data.model import Cot
from generator.findings import DataPlace
from generator.jobs.build import Checked
from generator.jobs.view.annex import PhuLucIn, annexes, columns
from generator.word.geometry import Geometry
from generator.word.metrics import text_width

A4 = Geometry(9071, 14003, 3544)
PLACE = DataPlace("xa.yaml", 1, 1)
KNOWN = {
    name: CotMau(name.upper(), Decimal(width), side)
    for name, width, side in (
        ("tt", 10, "giua"),
        ("ten", 70, "trai"),
        ("don_vi_tinh", 20, "giua"),
        ("chi_tieu", 20, "giua"),
        ("ket_qua", 30, "giua"),
        ("danh_gia", 30, "giua"),
        ("minh_chung", 40, "trai"),
        ("ghi_chu", 20, "trai"),
    )
}
ReportOf = Callable[[str], Checked]


def printed(report_of: ReportOf, parts: str) -> list[PhuLucIn]:
    checked = report_of(parts)
    return annexes(checked.report, checked.groups, KNOWN, A4)


@pytest.mark.parametrize("width", [9071, 14003, 100])
def test_columns_fill_the_page_exactly(width: int) -> None:
    chosen = tuple(Cot(name, PLACE) for name in ("tt", "ten", "ket_qua"))
    shown = columns(chosen, KNOWN, width, [0] * len(chosen))
    assert sum(column.rong for column in shown) == width
    assert shown[1].rong > shown[2].rong > shown[0].rong > 0


def test_a_column_takes_heading_and_share_from_the_data_before_the_template() -> None:
    chosen = (Cot("tt", PLACE), Cot("ten", PLACE, "Tên gọi", Decimal(10)))
    first, second = columns(chosen, KNOWN, 1000, [0, 0])
    assert (first.tieu_de, first.rong, first.can) == ("TT", 500, "giua")
    assert (second.tieu_de, second.rong, second.can) == ("Tên gọi", 500, "trai")


@given(
    st.lists(st.tuples(st.integers(1, 10_000), st.integers(0, 1_500)), min_size=1, max_size=9),
    st.sampled_from([9071, 14003]),
)
def test_columns_fill_the_page_and_tear_no_word_where_all_have_room(sizes: list[tuple[int, int]], width: int) -> None:
    chosen = tuple(Cot("tt", PLACE, rong=Decimal(wish)) for wish, _ in sizes)
    least = [taken for _, taken in sizes]
    shown = [column.rong for column in columns(chosen, KNOWN, width, least)]
    assert sum(shown) == width
    if sum(least) <= width - len(sizes):
        assert all(column >= taken - 1 for column, taken in zip(shown, least, strict=True))


def test_an_upright_annex_with_all_its_columns_tears_no_number_and_no_heading(report_of: ReportOf) -> None:
    parts = """
phu_luc:
  - tieu_de: Chi tiết
    bang: chi_tieu
    kho: doc
    cot: [tt, {cot: ten, rong: 9999}, chi_tieu, ket_qua, danh_gia, ghi_chu]
"""
    (annex,) = printed(report_of, parts)
    assert sum(column.rong for column in annex.bang.cot) == A4.upright
    for column in annex.bang.cot:
        for word in column.tieu_de.split():
            assert column.rong > text_width(word, 12, bold=True) + 170, (column.tieu_de, column.rong)


def test_the_table_holds_every_indicator_under_its_group(report_of: ReportOf) -> None:
    parts = """
chi_tieu:
  ket_qua:
    "1.2": {tu: 7, mau: 8, lam_tron: 1, noi_dung: Lời., minh_chung: "https://a\\nhttps://b", ghi_chu: số mới}
phu_luc:
  - tieu_de: Chi tiết
    bang: chi_tieu
    cot: [tt, ten, don_vi_tinh, chi_tieu, ket_qua, danh_gia, minh_chung, ghi_chu]
"""
    (annex,) = printed(report_of, parts)
    rows = [[" / ".join(str(line) for line in cell.dong) for cell in row.o] for row in annex.bang.hang]
    assert rows == [
        ["1", "Chính quyền số", "", "", "", "", "", ""],
        ["1.1", "Kế hoạch chuyển đổi số", "Văn bản", "Có", "Có", "Đạt", "", ""],
        ["1.2", "Thôn có mạng", "%", "80%", "87,5%", "Đạt", "https://a / https://b", "số mới"],
        ["2", "Hạ tầng số", "", "", "", "", "", ""],
        ["2.1", "Điểm phát sóng", "Điểm", "10", "14 điểm", "Đạt", "", ""],
    ]
    assert [row.nhom for row in annex.bang.hang] == [True, False, False, True, False]


def test_an_indicator_without_a_result_is_left_open(report_of: ReportOf) -> None:
    (annex,) = printed(report_of, 'chi_tieu:\n  ket_qua:\n    "2.1":\n')
    assert [str(cell.dong[0]) for cell in annex.bang.hang[-1].o] == ["2.1", "Điểm phát sóng", "", "—"]


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
    assert sum(column.rong for column in annex.bang.cot) == width
    assert annex.ke.length <= width / 2
