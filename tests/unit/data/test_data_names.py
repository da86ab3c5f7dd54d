from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from data_models import (
    PLACE,
    bao_cao,
    bo_chi_tieu,
    chi_tieu,
    ket_qua,
    ket_qua_bo,
    nhom,
    so_lieu,
    text,
    van_ban,
)

from generator.data.derive import assess
from generator.data.expressions import expand_text
from generator.data.model import BaoCao, Ky
from generator.data.names import UnknownReference, citation, names
from generator.data.selection import chosen_documents
from generator.vn.dates import parse_date

DOCUMENTS = (
    van_ban(
        "43/QĐ-UBND",
        "13/5/2022",
        co_quan="UBND xã Hoàng Kim",
        trich_yeu=text("về việc thành lập Ban Chỉ đạo"),
        ma="qd_43",
        nhom="cua_xa",
    ),
    van_ban("52/QĐ-UBND", "6/4/2023"),
    van_ban("85/KH-UBND", "18 tháng 5 năm 2023", nhom="cua_xa"),
    van_ban("2142/STTTT-CNTT", "31/8/2023", loai="Hướng dẫn", co_quan="Sở Thông tin và Truyền thông"),
)
REPORT = bao_cao(
    so_lieu=(
        so_lieu("may_tinh", gia_tri="368"),
        so_lieu("kinh_phi", gia_tri="2092423000", don_vi="đồng"),
        so_lieu("muc_do_3", tu="421", mau="592", lam_tron=1),
        so_lieu("ho_so", tu="3420", mau="4551", ty_le="75.2"),
        so_lieu("khong", gia_tri="0"),
    ),
    van_ban_ban_hanh=DOCUMENTS,
    chi_tieu=(
        ket_qua_bo(
            bo_chi_tieu(
                nhom(chi_tieu("70%", "1.1"), chi_tieu("Có", "1.6"), chi_tieu("Có", "1.7")),
                nhom(
                    chi_tieu("10", "2.1"),
                    chi_tieu("Có", "2.10"),
                    chi_tieu("Có", "2.2"),
                    ma="xa_hoi_so",
                    ten="Xã hội số",
                ),
            ),
            ket_qua("1.1", tu="845", mau="1024", ky_truoc=ket_qua("1.1", gia_tri="80", phan_tram=True)),
            ket_qua("1.6", chu="Có kênh Zalo"),
            ket_qua("1.7", chu="Có cổng\n- Có trang", ky_truoc=ket_qua("1.7", chu="Chưa có\n- Đang làm")),
            ket_qua("2.1", gia_tri="14", don_vi="điểm"),
            ket_qua("2.10", chu="Đang làm"),
            ket_qua("2.2", chu="Chưa có"),
        ),
    ),
)


def prints(expression: str, report: BaoCao = REPORT) -> str:
    """What an expression prints in a report's text."""
    found, findings = expand_text(text(f"{{{{ {expression} }}}}"), names(report, assess(report)))
    assert findings == []
    return found.raw


def refused(function: Callable[..., Any], *arguments: object) -> str:
    with pytest.raises(UnknownReference) as raised:
        function(*arguments)
    return f"{raised.value.problem} | {raised.value.fix}"


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("so_lieu.may_tinh", "368"),
        ("so_lieu['may_tinh']", "368"),
        ("so_lieu.may_tinh.gia_tri", "368"),
        ("so_lieu.may_tinh.day_du", "368"),
        ("so_lieu.kinh_phi", "2.092.423.000"),
        ("so_lieu.kinh_phi.don_vi", "đồng"),
        ("so_lieu.kinh_phi.day_du", "2.092.423.000 đồng"),
        ("so_lieu.muc_do_3", "421/592"),
        ("so_lieu.muc_do_3.tu", "421"),
        ("so_lieu.muc_do_3.mau", "592"),
        ("so_lieu.muc_do_3.phan_so", "421/592"),
        ("so_lieu.muc_do_3.ty_le", "71,1%"),
        ("so_lieu.ho_so", "3.420/4.551"),
        ("so_lieu.ho_so.ty_le", "75,2%"),
        ("so_lieu.khong", "0"),
        ("so_lieu.ho_so.mau - so_lieu.ho_so.tu", "1.131"),
    ],
)
def test_figures_print_as_numbers_or_fractions(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("ct('1.1')", "82,52%"),
        ("ct('1.1').ket_qua", "82,52%"),
        ("ct('1.1').tu", "845"),
        ("ct('1.1').mau", "1.024"),
        ("ct('1.1').phan_so", "845/1.024"),
        ("ct('1.1').ty_le", "82,52%"),
        ("ct('1.1').danh_gia", "Đạt"),
        ("ct('1.1').chi_tieu", "70%"),
        ("ct('1.1').ten", "Chỉ tiêu 1.1"),
        ("ct('1.6')", "Có kênh Zalo"),
        ("ct('2.1')", "14 điểm"),
        ("ct('2.1').gia_tri", "14"),
        ("ct('2.1').don_vi", "điểm"),
        ("ct('1.1').day_du", "845/1.024 = 82,52%"),
        ("ct('1.1').ky_truoc", "80%"),
        ("ct('2.1').day_du", "14 điểm"),
        ("ct('1.7')", "Có cổng - Có trang"),
        ("ct('1.7').day_du", "Có cổng - Có trang"),
        ("ct('1.7').ky_truoc", "Chưa có - Đang làm"),
        ("ct('2.10').danh_gia", "Đang triển khai"),
        ("ct('2.2').danh_gia", "Không đạt"),
    ],
)
def test_indicators_print_their_results_as_the_annex_does(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("nhom('xa_hoi_so')", "Xã hội số"),
        ("nhom('xa_hoi_so').ten", "Xã hội số"),
        ("nhom('xa_hoi_so').tong", "3"),
        ("nhom('xa_hoi_so').dat", "1"),
        ("nhom('xa_hoi_so').khong_dat", "1"),
        ("nhom('xa_hoi_so').dang_trien_khai", "1"),
        ("nhom('xa_hoi_so').ty_le", "33,33%"),
        ("nhom('xa_hoi_so').danh_gia", "Không đạt"),
        ("nhom('chinh_quyen_so').ty_le", "100%"),
        ("nhom('chinh_quyen_so').danh_gia", "Đạt"),
    ],
)
def test_groups_print_their_name_and_their_tallies(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        (
            "vb('43/QĐ-UBND')",
            "Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã Hoàng Kim về việc thành lập Ban Chỉ đạo",
        ),
        ("vb('52/QĐ-UBND')", "Quyết định số 52/QĐ-UBND ngày 6/4/2023 về việc thành lập tổ"),
        ("vb('85/KH-UBND')", "Kế hoạch số 85/KH-UBND ngày 18 tháng 5 năm 2023 về việc thành lập tổ"),
        ("vb('43/QĐ-UBND').ngan", "Quyết định số 43/QĐ-UBND"),
        ("vb('qd_43').ngan", "Quyết định số 43/QĐ-UBND"),
        ("vb('43/QĐ-UBND').khong_trich_yeu", "Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã Hoàng Kim"),
        ("vb('43/QĐ-UBND').so", "43/QĐ-UBND"),
        ("vb('43/QĐ-UBND').ngay", "13/5/2022"),
        ("vb('43/QĐ-UBND').co_quan", "UBND xã Hoàng Kim"),
        ("vb('43/QĐ-UBND').trich_yeu", "về việc thành lập Ban Chỉ đạo"),
        ("vb('2142/STTTT-CNTT').loai", "Hướng dẫn"),
    ],
)
def test_documents_are_cited_as_the_decree_asks(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("date", "cited"),
    [("5/2022", "Quyết định số 1/QĐ-UBND tháng 5/2022 về"), ("2022", "Quyết định số 1/QĐ-UBND năm 2022 về")],
)
def test_a_document_without_a_day_is_cited_without_one(date: str, cited: str) -> None:
    assert str(citation(van_ban("1/QĐ-UBND", date, trich_yeu=text("về")))) == cited


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("dem()", "4"),
        ("dem(loai='Quyết định')", "2"),
        ("dem(loai='Chỉ thị')", "0"),
        ("dem(nam=2023)", "3"),
        ("dem(nam='2023')", "3"),
        ("dem(co_quan='UBND xã Hoàng Kim')", "1"),
        ("dem(loai='Quyết định', nam=2023)", "1"),
        ("dem('Quyết định')", "2"),
        ("dem('quyết định')", "2"),
        ("dem('Quyết định', nhom='cua_xa')", "1"),
        ("dem(nhom='cua_xa')", "2"),
        ("dem(nhom='')", "2"),
        ("dem(loai='Quyết định', nhom='', nam=2023)", "1"),
        ("dem(nhom='khac')", "0"),
        ("dem('Quyết định') | hai_chu_so", "02"),
    ],
)
def test_documents_are_counted(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("ky.nam", "2023"),
        ("ky", "2023"),
        ("ky.nam - 1", "2022"),
        ("ky.chot_den", "30/11/2023"),
        ("don_vi", "Ủy ban nhân dân xã Hoàng Kim"),
        ("don_vi.ten", "Ủy ban nhân dân xã Hoàng Kim"),
        ("don_vi.viet_tat", "UBND xã Hoàng Kim"),
        ("don_vi.dia_danh", "Hoàng Kim"),
        ("don_vi.cap_tren", "UBND huyện Hoàng Hóa"),
    ],
)
def test_the_period_and_the_body_print_their_words(expression: str, printed: str) -> None:
    assert prints(expression) == printed


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ({}, "năm 2024"),
        ({"nua_nam": 1}, "6 tháng đầu năm 2024"),
        ({"nua_nam": 2}, "6 tháng cuối năm 2024"),
        ({"quy": 1}, "quý I năm 2024"),
        ({"quy": 4}, "quý IV năm 2024"),
        ({"thang": 6}, "tháng 6 năm 2024"),
        ({"thang": 12}, "tháng 12 năm 2024"),
    ],
)
def test_the_period_has_a_name(part: dict[str, int], name: str) -> None:
    report = bao_cao(ky=Ky(nam=2024, place=PLACE, **part))
    assert (prints("ky.ten", report), prints("ky", report)) == (name, "2024")


def test_a_quarter_is_printed_by_its_number() -> None:
    report = bao_cao(ky=Ky(nam=2023, place=PLACE, quy=3, chot_den=parse_date("9/2023")))
    assert (prints("ky.quy", report), prints("ky.chot_den", report)) == ("3", "9/2023")


# --- what is not there ------------------------------------------------------------------------------------------

ALL: dict[str, Any] = names(REPORT, assess(REPORT))


@pytest.mark.parametrize(
    ("function", "key", "message"),
    [
        ("ct", "2.01", "không có chỉ tiêu «2.01» | Có phải ý là «2.1»? Xem các chỉ tiêu trong bộ chỉ tiêu"),
        ("nhom", "xa_hoi", "không có nhóm chỉ tiêu «xa_hoi» | Có phải ý là «xa_hoi_so»?"),
        ("vb", "43/QD-UBND", "không có văn bản «43/QD-UBND» | Có phải ý là «43/QĐ-UBND»?"),
        ("vb", "không có gì giống", "không có văn bản «không có gì giống» | Xem các văn bản"),
    ],
)
def test_an_unknown_reference_is_answered_with_the_nearest(function: str, key: str, message: str) -> None:
    assert refused(ALL[function], key).startswith(message)


@pytest.mark.parametrize("function", ["ct", "nhom", "vb"])
def test_a_key_must_stand_in_quotes_since_1_10_without_them_is_1_1(function: str) -> None:
    assert "Viết mã trong dấu nháy" in refused(ALL[function], 1.10)


def test_an_indicator_whose_id_ends_in_zero_is_not_taken_for_another() -> None:
    report = bao_cao(
        chi_tieu=(
            ket_qua_bo(
                bo_chi_tieu(nhom(chi_tieu("Có", "1.1"), chi_tieu("Có", "1.10"))),
                ket_qua("1.1", chu="một"),
                ket_qua("1.10", chu="mười"),
            ),
        )
    )
    assert (prints("ct('1.1')", report), prints("ct('1.10')", report)) == ("một", "mười")


def test_two_documents_with_one_number_are_called_by_their_own_ids() -> None:
    report = bao_cao(
        van_ban_ban_hanh=(
            van_ban("43/QĐ-UBND", "13/5/2022", ma="qd_cu", trich_yeu=text("về tổ cũ")),
            van_ban("43/QĐ-UBND", "14/5/2023", ma="qd_moi", trich_yeu=text("về tổ mới")),
        )
    )
    found: dict[str, Any] = names(report, ())
    assert refused(found["vb"], "43/QĐ-UBND").startswith("có hai văn bản cùng số «43/QĐ-UBND» | Thêm «ma: …»")
    assert prints("vb('qd_cu').trich_yeu", report) == "về tổ cũ"
    assert prints("vb('qd_moi')", report) == "Quyết định số 43/QĐ-UBND ngày 14/5/2023 về tổ mới"


def test_a_report_without_a_catalogue_has_no_indicator() -> None:
    found: dict[str, Any] = names(bao_cao(), ())
    assert refused(found["ct"], "1.1").startswith("không có chỉ tiêu «1.1» | Xem")


# --- lists of documents -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ({}, ["43/QĐ-UBND", "52/QĐ-UBND", "85/KH-UBND", "2142/STTTT-CNTT"]),
        ({"loai": "Quyết định"}, ["43/QĐ-UBND", "52/QĐ-UBND"]),
        ({"nam": "2023"}, ["52/QĐ-UBND", "85/KH-UBND", "2142/STTTT-CNTT"]),
        ({"co_quan": ""}, ["52/QĐ-UBND", "85/KH-UBND"]),
        ({"co_quan": "UBND xã Hoàng Kim"}, ["43/QĐ-UBND"]),
        ({"loai": "Quyết định", "nam": "2023"}, ["52/QĐ-UBND"]),
        ({"loai": "quyết định"}, []),
        ({"nhom": "cua_xa"}, ["43/QĐ-UBND", "85/KH-UBND"]),
        ({"nhom": ""}, ["52/QĐ-UBND", "2142/STTTT-CNTT"]),
        ({"nhom": "", "loai": "Quyết định"}, ["52/QĐ-UBND"]),
        ({"nhom": "cua"}, []),
    ],
)
def test_documents_are_chosen_by_every_fact_asked_for(wanted: dict[str, str], chosen: list[str]) -> None:
    assert [str(each.so) for each in chosen_documents(DOCUMENTS, wanted)] == chosen


def test_numbers_of_the_data_stay_numbers_for_reckoning() -> None:
    figure = ALL["so_lieu"]["muc_do_3"]
    assert (figure.tu, figure.mau) == (Decimal(421), Decimal(592))
