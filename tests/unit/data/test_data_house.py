"""The house style of an office: what is inside the law is taken, what is outside is refused where it stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from data_reports import ROOT, where

from generator.data.house import CoChu, Le, QuyCach, load_house_style
from generator.errors import CannotGoOn, Refused
from generator.findings import Finding, Severity

SHIPPED = ROOT / "templates" / "quy_cach.yaml"
Style = Callable[[str], tuple[QuyCach, list[Finding]]]


@pytest.fixture
def style(tmp_path: Path) -> Style:
    """The house style of a text."""

    def load(text: str) -> tuple[QuyCach, list[Finding]]:
        path = tmp_path / "quy_cach.yaml"
        path.write_text(text, "utf-8")
        return load_house_style(path, "quy_cach.yaml")

    return load


def refused(style: Style, text: str) -> list[Finding]:
    with pytest.raises(Refused) as stopped:
        style(text)
    return stopped.value.findings


def test_the_shipped_file_spells_out_the_defaults() -> None:
    assert load_house_style(SHIPPED, "quy_cach.yaml") == (QuyCach(), [])


def test_every_key_is_read_in_the_unit_that_offices_use(style: Style) -> None:
    text = """\
co_chu: {quoc_hieu: 12, tieu_ngu: 13, dia_danh: 13, noi_dung: "13,5"}
le: {tren: "20,5", duoi: 25, trai: 35, phai: 15}
thut_dau_dong: 1,27
gian_doan: 8
gian_dong: 1,15
uy_ban: viet_tat
"""
    assert style(text) == (
        QuyCach(
            CoChu(*map(Decimal, ("12", "13", "13", "13.5"))),
            Le(*map(Decimal, ("20.5", "25", "35", "15"))),
            Decimal("1.27"),
            Decimal(8),
            Decimal("1.15"),
            False,
        ),
        [],
    )


def test_what_is_left_out_or_blank_is_as_shipped(style: Style) -> None:
    assert style("co_chu:\nle: {trai: }\nthut_dau_dong:\n")[0] == QuyCach()
    assert style("le: {trai: 35}\n")[0] == QuyCach(le=Le(trai=Decimal(35)))
    assert style("uy_ban: day_du\n")[0] == QuyCach(uy_ban_day_du=True)


OUTSIDE = [
    # what is typed, place, what is said, articles and values that the remedy names
    ("co_chu: {quoc_hieu: 11}", "1:21 co_chu.quoc_hieu", "nhỏ hơn 12", "từ 12 đến 13 (Phụ lục I, phần I, mục II.1.a)"),
    ("co_chu: {quoc_hieu: 14}", "1:21 co_chu.quoc_hieu", "lớn hơn 13", "từ 12 đến 13 (Phụ lục I, phần I, mục II.1.a)"),
    ("co_chu: {tieu_ngu: 12}", "1:20 co_chu.tieu_ngu", "nhỏ hơn 13", "từ 13 đến 14 (Phụ lục I, phần I, mục II.1.b)"),
    ("co_chu: {dia_danh: 15}", "1:20 co_chu.dia_danh", "lớn hơn 14", "từ 13 đến 14 (Phụ lục I, phần I, mục II.4.c)"),
    ("co_chu: {noi_dung: 12}", "1:20 co_chu.noi_dung", "nhỏ hơn 13", "từ 13 đến 14 (Phụ lục I, phần I, mục II.6.e)"),
    ("le: {tren: 26}", "1:12 le.tren", "lớn hơn 25", "từ 20 đến 25 (Phụ lục I, phần I, mục I.3)"),
    ("le: {duoi: 19}", "1:12 le.duoi", "nhỏ hơn 20", "từ 20 đến 25 (Phụ lục I, phần I, mục I.3)"),
    ("le: {trai: 25}", "1:12 le.trai", "nhỏ hơn 30", "từ 30 đến 35 (Phụ lục I, phần I, mục I.3)"),
    ("le: {phai: 14}", "1:12 le.phai", "nhỏ hơn 15", "từ 15 đến 20 (Phụ lục I, phần I, mục I.3)"),
    ("thut_dau_dong: 1,5", "1:16 thut_dau_dong", "không nằm trong", "1 hoặc 1,27 (Phụ lục I, phần I, mục II.6.e)"),
    ("thut_dau_dong: 0", "1:16 thut_dau_dong", "không nằm trong", "1 hoặc 1,27 (Phụ lục I, phần I, mục II.6.e)"),
    ("gian_doan: 5,9", "1:12 gian_doan", "nhỏ hơn 6", "từ 6 trở lên (Phụ lục I, phần I, mục II.6.e)"),
    ("gian_dong: 0,9", "1:12 gian_dong", "nhỏ hơn 1", "từ 1 đến 1,5 (Phụ lục I, phần I, mục II.6.e)"),
    ("gian_dong: 1,6", "1:12 gian_dong", "lớn hơn 1,5", "từ 1 đến 1,5 (Phụ lục I, phần I, mục II.6.e)"),
    ("uy_ban: UBND", "1:9 uy_ban", "không nằm trong", "day_du, viet_tat (Phụ lục I, phần I, mục II.2.a)"),
]


@pytest.mark.parametrize(("text", "place", "problem", "fix"), OUTSIDE)
def test_what_is_outside_the_law_is_refused_with_place_article_and_values(
    style: Style, text: str, place: str, problem: str, fix: str
) -> None:
    (finding,) = refused(style, text)
    assert (finding.rule, finding.severity, where(finding)) == ("DL205", Severity.ERROR, place)
    assert problem in finding.problem
    assert fix in finding.fix


@pytest.mark.parametrize("sizes", ["quoc_hieu: 13, tieu_ngu: 13, dia_danh: 13", "tieu_ngu: 13", "dia_danh: 13"])
def test_sizes_that_do_not_go_together_are_refused(style: Style, sizes: str) -> None:
    (finding,) = refused(style, f"co_chu: {{{sizes}}}")
    assert (finding.rule, where(finding)) == ("DL206", "1:1 co_chu")
    assert "12/13/13 hoặc 13/14/14 (Phụ lục I, phần I, mục V, chú thích 1)" in finding.fix


@pytest.mark.parametrize("sizes", ["quoc_hieu: 12", 'quoc_hieu: "12,5", tieu_ngu: "13,5", dia_danh: "13,5"'])
def test_sizes_that_go_together_in_another_way_than_the_examples_are_taken_with_a_warning(
    style: Style, sizes: str
) -> None:
    _, (finding,) = style(f"co_chu: {{{sizes}}}")
    assert (finding.rule, finding.severity) == ("DL206", Severity.WARNING)


SLIPS = [
    ("le: {trai: 30 mm}", "DL204", "có kèm đơn vị", "«30»"),
    ("gian_dong: 1.5", "DL204", "«1.5» không phải là số", "1,5"),
    ("le: {trai: 30.5mm}", "DL204", "«30.5» không phải là số", "30,5"),
    ("thut_dau_dong: 1.27", "DL205", "có phải ý là «1,27»?", "1 hoặc 1,27"),
    ('co_chu: {noi_dung: "13,2"}', "DL205", "Word không đặt được cỡ chữ «13,2»", "13 hoặc 13,5"),
    ("gian_doan: 2000", "DL205", "Word không đặt được khoảng cách", "từ 6 đến 1.584"),
    ("co_chu: {quoc_hieuu: 12}", "DL201", "có phải ý là «quoc_hieu»?", "quoc_hieu"),
    ("co_chu: 13", "DL203", "phải là một nhóm mục con", "quoc_hieu: 13"),
]


@pytest.mark.parametrize(("text", "rule", "problem", "fix"), SLIPS)
def test_slips_are_told_with_what_is_meant(style: Style, text: str, rule: str, problem: str, fix: str) -> None:
    (finding,) = refused(style, text)
    assert finding.rule == rule
    assert problem in finding.problem
    assert fix in finding.fix


def test_a_size_that_neither_the_law_nor_word_takes_is_told_once(style: Style) -> None:
    (finding,) = refused(style, 'co_chu: {noi_dung: "15,2"}')
    assert "lớn hơn 14" in finding.problem


def test_all_faults_are_told_at_once(style: Style) -> None:
    assert len(refused(style, "le: {trai: 1, phai: 1}\ngian_dong: 9\nabc: 1\n")) == 4


def test_what_is_no_yaml_and_what_is_empty_is_refused(style: Style) -> None:
    assert refused(style, "le: {")
    assert refused(style, "# chỉ có ghi chú\n")


def test_what_cannot_be_read_stops_the_work(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match=r"quy_cach\.yaml"):
        load_house_style(tmp_path, "quy_cach.yaml")
