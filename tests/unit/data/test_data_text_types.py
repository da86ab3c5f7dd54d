from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.data import text_types as types
from generator.data.model_catalogue import MucTieu
from generator.data.text_types import SoDo, Unreadable


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (types.chu, "  Hoàng \u00a0 Kim ", "Hoàng Kim"),
        (types.chu_nhieu_dong, "a \n\n  b\n", "a\nb"),
        (types.doan_van, "a\n\nb \n\n", "a\n\nb"),
        (types.mot_dong, " a  b\n", "a  b"),
        (types.so, "3.420", Decimal(3420)),
        (types.so, "-80,95", Decimal("-80.95")),
        (types.so, "0,125", Decimal("0.125")),
        (types.so, "1,7020", Decimal("1.702")),
        (types.so, "12,85", Decimal("12.85")),
        (types.so_khong_am, "0", Decimal(0)),
        (types.so_trong_phan_so, "12.850", Decimal(12850)),
        (types.so_trong_phan_so, "12,85", Decimal("12.85")),
        (types.so_trong_phan_so, "12,8500", Decimal("12.85")),
        (types.so_duong, "30,5", Decimal("30.5")),
        (types.dem, "12", 12),
        (types.phan_tram, "82,9%", Decimal("82.9")),
        (types.so_hoac_phan_tram, "100 %", SoDo(Decimal(100), phan_tram=True)),
        (types.so_hoac_phan_tram, "14", SoDo(Decimal(14))),
        (types.so_hoac_phan_tram, "82,125%", SoDo(Decimal("82.125"), phan_tram=True)),
        (types.co_khong, "Có", True),
        (types.co_khong, "không", False),
        (types.dinh_danh, "may_tinh", "may_tinh"),
        (types.slug, "qd-1829-2023", "qd-1829-2023"),
        (types.muc_tieu, "70%", MucTieu("70%", Decimal(70), phan_tram=True)),
        (types.muc_tieu, "50", MucTieu("50", Decimal(50))),
        (types.muc_tieu, "Sử dụng hiệu quả", MucTieu("Sử dụng hiệu quả")),
        (types.muc_tieu, "3 hệ thống", MucTieu("3 hệ thống")),
        (types.ten_loai_van_ban, "quyết định", "Quyết định"),
        (types.ten_loai_van_ban, "nghị định", "Nghị định"),
        (types.ten_loai_van_ban, "Sổ tay", "Sổ tay"),
    ],
)
def test_readable(read: Callable[[str], object], text: str, value: object) -> None:
    assert read(text) == value


def test_dates_and_symbols_are_read_as_written() -> None:
    assert types.ngay("13 tháng 5 năm 2022").key() == (2022, 5, 13)
    assert types.ngay("2022").key() == (2022, 0, 0)
    assert types.ngay_co_thang("12/2023").key() == (2023, 12, 0)
    assert types.ngay_du("30/11/2023").key() == (2023, 11, 30)
    assert str(types.ky_hieu("43 / QĐ-UBND")) == "43/QĐ-UBND"


@pytest.mark.parametrize(
    ("read", "text", "problem", "fix"),
    [
        (types.chu, "a\nb", "«a b» gồm nhiều dòng", "trên một dòng"),
        (types.mot_dong, "a\nb", "«a b» gồm nhiều dòng", "trên một dòng"),
        (types.so, "43.5", "«43.5» không phải là số viết theo lối Việt Nam", "43,5"),
        (types.so, "368 máy", "«368 máy» có cả số lẫn chữ", '{gia_tri: 368, don_vi: "máy"}'),
        (types.so, "82,9%", "«82,9%» có cả số lẫn chữ", '{gia_tri: "82,9", don_vi: "%"}'),
        (types.so, "4.5 điểm", "«4.5» không phải là số", "4,5"),
        (types.so, "2/3", "«2/3» là phân số", "{tu: 2, mau: 3}"),
        (types.so_khong_am, "-5", "«-5» là số âm", "từ 0 trở lên"),
        (types.so_trong_phan_so, "12,850", "«12,850» có thể hiểu là 12.850", "viết «12.850»"),
        (types.so, "1,702", "«1,702» có thể hiểu là 1.702", "viết «1.702»; nếu là số thập phân thì viết «1,7020»"),
        (types.so_hoac_phan_tram, "1,702", "«1,702» có thể hiểu là 1.702", "viết «1.702»"),
        (types.muc_tieu, "1,702", "«1,702» có thể hiểu là 1.702", "viết «1.702»"),
        (types.so, "1,702 máy", "«1,702 máy» có cả số lẫn chữ", '«{gia_tri: 1.702, don_vi: "máy"}»'),
        (types.so, "1,702 máy", "«1,702 máy» có cả số lẫn chữ", 'nếu «1,702» là số thập phân thì viết «"1,7020"»'),
        (types.so, "1,702/2.000", "«1,702/2.000» là phân số", "«{tu: 1.702, mau: 2.000}»"),
        (types.so_duong, "0", "«0» phải lớn hơn 0", "lớn hơn 0"),
        (types.dem, "12,850", "«12,850» phải là số nguyên", "12.850"),
        (types.dem, "2,5", "«2,5» phải là số nguyên", "số nguyên"),
        (types.phan_tram, "82,9", "«82,9» thiếu dấu %", "82,9%"),
        (types.so_hoac_phan_tram, "845/1.024", "«845/1.024» là phân số", "{tu: 845, mau: 1.024}"),
        (types.so_hoac_phan_tram, "43.5%", "«43.5%»", "43,5%"),
        (types.ngay, "31/2/2022", "tháng 2 năm 2022 chỉ có 28 ngày", "từ 1 đến 28"),
        (types.ngay_co_thang, "2023", "«2023» thiếu tháng", "12/2023"),
        (types.ngay_du, "2/2023", "«2/2023» thiếu ngày", "«28/2/2023»"),
        (types.ngay_du, "11/2023", "«11/2023» thiếu ngày", "30/11/2023"),
        (types.ky_hieu, "43 QĐ-UBND", "«43 QĐ-UBND»", "43/QĐ-UBND"),
        (types.co_khong, "có thể", "«có thể» không phải là Có hoặc Không", "viết «Có» hoặc «Không»"),
        (types.dinh_danh, "Máy tính", "«Máy tính» không dùng làm mã được", "may_tinh"),
        (types.dinh_danh, "3", "«3» không dùng làm mã được", "may_tinh"),
        (types.slug, "QĐ 1829", "«QĐ 1829» không dùng làm tên được", "qd_1829"),
        (types.slug, "../x", "«../x» không dùng làm tên được", "x"),
        (types.muc_tieu, "43.5%", "«43.5%»", "43,5%"),
        (types.ten_loai_van_ban, "Quyết dịnh", "«Quyết dịnh» không phải là tên loại văn bản", "Quyết định"),
    ],
)
def test_unreadable(read: Callable[[str], object], text: str, problem: str, fix: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text)
    assert problem in caught.value.problem
    assert fix in caught.value.fix


@pytest.mark.parametrize("read", [types.chu, types.chu_nhieu_dong, types.ten_loai_van_ban, types.muc_tieu])
@pytest.mark.parametrize(
    ("text", "shown"), [("{{ ky.nam }}", "«{{ ky.nam }}»"), ("Xã {{ky", "«{{»"), (r"\{{ x }}", "«{{ x }}»")]
)
def test_plain_words_hold_no_expression(read: Callable[[str], object], text: str, shown: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text)
    assert shown in caught.value.problem
    assert "không dùng được biểu thức" in caught.value.problem
    assert "viết thẳng chữ" in caught.value.fix


@pytest.mark.parametrize("text", ["{% if %}", "{ { x } }", "}}", "${x}", "{0}"])
def test_other_brackets_are_words(text: str) -> None:
    assert types.chu(text) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("14 điểm", ("14", "điểm")),
        ("2.000 lượt/tháng", ("2.000", "lượt/tháng")),
        ("Có", None),
        ("14", None),
        ("100 %", None),
        ("Quý 3 đạt", None),
    ],
)
def test_a_number_with_its_unit(text: str, parts: tuple[str, str] | None) -> None:
    assert types.split_unit(text) == parts
