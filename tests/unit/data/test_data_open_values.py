"""What expressions print of figures and results that are left open: «[…]», whatever they do with them."""

from __future__ import annotations

import pytest
from data_models import bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, nhom, so_lieu, text

from generator.data.derive import assess, full_result_text, result_text, verdict
from generator.data.expressions import expand_text
from generator.data.names import names
from generator.data.open_places import told
from generator.findings import DataPlace

OPEN = "[…]"
RESULT = ket_qua(tu="5", don_vi="điểm", de_ngo=True, ky_truoc=ket_qua(tu="1", mau="2"))
REPORT = bao_cao(
    so_lieu=(
        so_lieu("x", gia_tri="5", don_vi="máy", de_ngo=True, ky_truoc=so_lieu("x", gia_tri="3")),
        so_lieu("y", gia_tri="5", ky_truoc=so_lieu("y", de_ngo=True)),
    ),
    chi_tieu=(ket_qua_bo(bo_chi_tieu(nhom(chi_tieu("70%"))), RESULT),),
)


def shown(expression: str) -> str:
    expanded, findings = expand_text(text(f"{{{{ {expression} }}}}"), names(REPORT, assess(REPORT)))
    assert findings == [], expression
    return expanded.raw


@pytest.mark.parametrize(
    "expression",
    [
        *("so_lieu.x", "so_lieu.x.tu", "so_lieu.x.phan_so", "so_lieu.x.tang_giam", "so_lieu.x.so_voi_ky_truoc"),
        *("so_lieu.x.ty_le_tang_giam", "so_lieu.y.tang_giam", "so_lieu.x.gia_tri + 1", "3 - so_lieu.x.gia_tri"),
        *("so_lieu.x.gia_tri * so_lieu.y.gia_tri", "3 / so_lieu.x.tu", "so_lieu.x.tu ** 2", "-so_lieu.x.tu"),
        *("'a' if so_lieu.x.tu > 3 else 'b'", "'a' if so_lieu.x.tu == 3 else 'b'", "so_lieu.x.tu or 3"),
        *("'a' if so_lieu.x.tu in [3] else 'b'", "'a' if so_lieu.x.tu is odd else 'b'", "not so_lieu.x.tu"),
        *("so_lieu.x | bang_chu", "so_lieu.x.tu | hai_chu_so", "so_lieu.x.tu | round(1)", "so_lieu.x.tu | int"),
        *(
            "so_lieu.x.tu | default(1)",
            "[so_lieu.x.tu, 1] | sum",
            "so_lieu.x.tu | length",
            "[so_lieu.x.tu] | sort | first",
        ),
        *("ct('1.1')", "ct('1.1').danh_gia", "ct('1.1').day_du", "ct('1.1').ty_le", "ct('1.1').tang_giam"),
        *("ct('1.1') | bang_chu", "ct('1.1').danh_gia | lower", "ct('1.1').ket_qua[0]"),
        *("ct('1.1').ket_qua.startswith('1')", "ct('1.1').mau - ct('1.1').tu"),
    ],
)
def test_whatever_is_reckoned_with_an_open_value_is_open(expression: str) -> None:
    assert shown(expression) == OPEN


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("so_lieu.x.day_du", "[…] máy"),
        ("so_lieu.x.don_vi", "máy"),
        ("so_lieu.x ~ ' máy'", "[…] máy"),
        ("so_lieu.y", "5"),
        ("ct('1.1').ten", "Chỉ tiêu 1.1"),
        ("ct('1.1').chi_tieu", "70%"),
        ("ct('1.1').ky_truoc", "50%"),
        ("nhom('chinh_quyen_so').dat", "0"),
        ("nhom('chinh_quyen_so').tong", "1"),
        ("nhom('chinh_quyen_so').danh_gia", "—"),
    ],
)
def test_what_is_known_is_printed(expression: str, words: str) -> None:
    assert shown(expression) == words


def test_a_slip_is_told_of_an_open_figure_too() -> None:
    _, findings = expand_text(text("{{ so_lieu.x.nham }}"), names(REPORT, assess(REPORT)))
    assert [finding.rule for finding in findings] == ["DL403"]


def test_an_open_result_has_no_verdict_even_where_one_is_written() -> None:
    result = ket_qua(gia_tri="80", phan_tram=True, danh_gia="Đạt", ly_do="đã nghiệm thu", de_ngo=True)
    assert verdict(chi_tieu("70%"), result) == "—"
    assert result_text(chi_tieu("70%"), result) == full_result_text(chi_tieu("70%"), result) == OPEN


def test_a_rate_beside_its_fraction_need_not_be_filled() -> None:
    rate, count = (DataPlace("xa.yaml", 3, 5, f'chi_tieu.ket_qua."1.6".{key}') for key in ("ty_le", "tu"))
    fixes = [finding.fix for finding in told((rate, count), draft=False)]
    assert ["máy tự tính" in fix for fix in fixes] == [True, False]
