"""Files of catalogues: what may be left out, what formulas say, ids that stand once; and the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from data_reports import CATALOGUES, where
from hypothesis import given
from hypothesis import strategies as st

from generator.data.loading import load_catalogue
from generator.data.located import read_yaml
from generator.data.model_catalogue import BoChiTieu, ChiTieu, CongThuc
from generator.data.schema import check_catalogue
from generator.data.shapes import full_catalogue_forms
from generator.findings import Finding

HEAD = "ten: Các chỉ tiêu\ncan_cu: {so: 100/KH-BCĐ, ngay: 26/4/2023, co_quan: Ban Chỉ đạo tỉnh, trich_yeu: x}\n"
CATALOGUE = f"""\
{HEAD}nhom:
  - ma: ha_tang_so
    ten: Hạ tầng số
    chi_tieu:
      - {{ma: "1", ten: Hộ có mạng{{more}}}}
"""

Load = Callable[[str], tuple[BoChiTieu | None, list[Finding]]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(text: str) -> tuple[BoChiTieu | None, list[Finding]]:
        path = tmp_path / "kh-100-2023.yaml"
        path.write_text(text, "utf-8")
        return load_catalogue(path, "bo.yaml")

    return loaded


@pytest.fixture
def indicator(load: Load) -> Callable[[str], ChiTieu]:
    """The one indicator of a catalogue, with more keys."""

    def built(more: str) -> ChiTieu:
        catalogue, findings = load(CATALOGUE.replace("{more}", more))
        assert findings == []
        assert catalogue is not None
        return catalogue.nhom[0].chi_tieu[0]

    return built


def test_an_indicator_needs_an_id_and_a_name_only(indicator: Callable[[str], ChiTieu]) -> None:
    found = indicator("")
    assert (found.ma, found.so, found.ten, found.yeu_cau) == ("1", "1", "Hộ có mạng", "Hộ có mạng")
    assert (found.don_vi_tinh, found.muc_tieu.chu, found.muc_tieu.gia_tri) == ("", "", None)
    assert (found.chieu, found.tong_hop) == ("tang", "dem_dat")
    assert (found.dat_khi, found.cong_thuc, found.ghi_chu, found.cot_them) == ((), (), "", {})


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("", "1"), (", so: ", "1"), (', so: ""', ""), (", so: ''", ""), (', so: "6"', "6"), (", so: 1.10", "1.10")],
)
def test_the_number_is_the_id_unless_told_and_may_be_none(
    indicator: Callable[[str], ChiTieu], typed: str, printed: str
) -> None:
    assert indicator(typed).so == printed


def test_what_is_given_is_taken(indicator: Callable[[str], ChiTieu]) -> None:
    found = indicator(
        ", yeu_cau: 85% hộ, don_vi_tinh: Hộ, muc_tieu: 85%, chieu: giam, tong_hop: ty_le, dat_khi: [Có, Đáp ứng],"
        ' ghi_chu: "Đề nghị:\\n\\n- nêu số", cot_them: {co_quan_bao_cao: Sở A, trong: }'
    )
    assert (found.yeu_cau, found.don_vi_tinh, found.muc_tieu.gia_tri) == ("85% hộ", "Hộ", Decimal(85))
    assert (found.chieu, found.tong_hop, found.dat_khi) == ("giam", "ty_le", ("Có", "Đáp ứng"))
    assert (found.ghi_chu, found.cot_them) == ("Đề nghị:\n- nêu số", {"co_quan_bao_cao": "Sở A"})


def test_groups_are_numbered_in_their_order_unless_told(load: Load) -> None:
    one = 'chi_tieu: [{ma: "%s", ten: A}]'
    groups = [f"ma: a, ten: A, {one % 1}", f'ma: b, ten: B, so: "III", {one % 2}', f"ma: c, ten: C, {one % 3}"]
    catalogue, findings = load(f"{HEAD}nhom:\n" + "".join(f"  - {{{group}}}\n" for group in groups))
    assert findings == []
    assert catalogue is not None
    assert [group.so for group in catalogue.nhom] == ["1", "III", "3"]
    assert (catalogue.ma, str(catalogue.can_cu.so)) == ("kh-100-2023", "100/KH-BCĐ")


# --- formulas ---------------------------------------------------------------------------------------------------

PARTS = "tu: Số hộ có mạng, mau: Tổng số hộ"
USUAL = CongThuc("Công thức tính:", "Tỷ lệ", "Số hộ có mạng", "Tổng số hộ", "100%", Decimal(100), True)


@pytest.mark.parametrize(
    ("typed", "formulas"),
    [
        (f"{{{PARTS}}}", (USUAL,)),
        (f"[{{{PARTS}}}]", (USUAL,)),
        (f"{{{PARTS}, nhan: 100%}}", (USUAL,)),
        (f"{{{PARTS}, nhan: }}", (USUAL,)),
        (
            f'{{{PARTS}, ghi: "Cách tính:", ve_trai: Số hộ, nhan: 1.000}}',
            (CongThuc("Cách tính:", "Số hộ", "Số hộ có mạng", "Tổng số hộ", "1.000", Decimal(1000), False),),
        ),
        (f"[{{{PARTS}}}, {{{PARTS}}}]", (USUAL, USUAL)),
        ("[]", ()),
        ("", ()),
    ],
)
def test_a_formula_stands_alone_or_in_a_list(
    indicator: Callable[[str], ChiTieu], typed: str, formulas: tuple[CongThuc, ...]
) -> None:
    assert indicator(f", cong_thuc: {typed}").cong_thuc == formulas


@pytest.mark.parametrize("other", ["nhan: 1000", "nhan: 1.000", 'nhan: "1.000,0"'])
def test_formulas_of_one_factor_may_write_it_in_several_ways(indicator: Callable[[str], ChiTieu], other: str) -> None:
    found = indicator(f", cong_thuc: [{{{PARTS}, nhan: 1.000}}, {{{PARTS}, {other}}}]")
    assert {(formula.he_so, formula.phan_tram) for formula in found.cong_thuc} == {(Decimal(1000), False)}


FORMULA_FAULTS = [
    ("x", "DL203", "", "phải là một nhóm mục con hoặc một danh sách", "«cong_thuc: {tu: "),
    ("[x]", "DL203", "[1]", "phải là một nhóm mục con", "«- {tu: "),
    ("{tu: a}", "DL202", ".mau", "thiếu mục «mau»", "«mau: Tổng số hộ gia đình trên địa bàn»"),
    ("{mau: a}", "DL202", ".tu", "thiếu mục «tu»", "«tu: Số hộ gia đình có kết nối Internet»"),
    (f"{{{PARTS}, nhan: ba}}", "DL204", ".nhan", "«ba» không phải là số để nhân", "«100%»"),
    (f"{{{PARTS}, nhan: 0}}", "DL204", ".nhan", "«0» không phải là số để nhân", "lớn hơn 0"),
    (f"{{{PARTS}, nhan: -5}}", "DL204", ".nhan", "«-5» không phải là số để nhân", "«1.000»"),
    (f"{{{PARTS}, nhan: 43.5}}", "DL204", ".nhan", "«43.5» không phải là số viết theo lối Việt Nam", "43,5"),
    (f"[{{{PARTS}}}, {{{PARTS}, nhan: 1.000}}]", "DL206", "", "những số khác nhau: 100%, 1.000", "cùng một «nhan»"),
    (f"[{{{PARTS}, nhan: 100}}, {{{PARTS}, nhan: 100%}}]", "DL206", "", "khác nhau: 100, 100%", "cùng một «nhan»"),
    (f"[{{{PARTS}}}, {{{PARTS}, nhan: ba}}]", "DL204", "[2].nhan", "«ba» không phải là số", "«100%»"),
]


@pytest.mark.parametrize("case", FORMULA_FAULTS, ids=[case[0] for case in FORMULA_FAULTS])
def test_faults_in_a_formula(load: Load, case: tuple[str, ...]) -> None:
    typed, rule, path, problem, fix = case
    catalogue, (finding,) = load(CATALOGUE.replace("{more}", f", cong_thuc: {typed}"))
    assert catalogue is None
    assert (finding.rule, where(finding).split(" ")[1]) == (rule, f"nhom[1].chi_tieu[1].cong_thuc{path}")
    assert problem.casefold() in finding.problem.casefold()
    assert fix.casefold() in finding.fix.casefold()


# --- ids --------------------------------------------------------------------------------------------------------


def catalogue_of(groups: list[tuple[str, list[str]]]) -> str:
    """The text of a catalogue of groups with indicators of those ids; group n begins at line 4 and so on."""
    lines = [HEAD + "nhom:"]
    for ma, indicators in groups:
        lines += [f"  - ma: {ma}", "    ten: A", "    chi_tieu:"]
        lines += [f'      - {{ma: "{each}", ten: B}}' for each in indicators]
    return "\n".join((*lines, ""))


def test_an_id_of_an_indicator_stands_once_in_the_catalogue(load: Load) -> None:
    _, findings = load(catalogue_of([("a", ["1", "2", "1"]), ("b", ["3", "2"])]))
    assert [(finding.rule, where(finding)) for finding in findings] == [
        ("DL106", "9:14 nhom[1].chi_tieu[3].ma"),
        ("DL106", "14:14 nhom[2].chi_tieu[2].ma"),
    ]
    assert [finding.problem for finding in findings] == [
        "Mã chỉ tiêu «1» đã có ở trên.",
        "Mã chỉ tiêu «2» đã có ở trên.",
    ]
    assert [str(place) for finding in findings for place in finding.related] == [
        "bo.yaml:7:14 (nhom[1].chi_tieu[1].ma)",
        "bo.yaml:8:14 (nhom[1].chi_tieu[2].ma)",
    ]


def test_an_id_of_a_group_stands_once_in_the_catalogue(load: Load) -> None:
    _, (finding,) = load(catalogue_of([("a", ["1"]), ("b", ["2"]), ("a", ["3"])]))
    assert (finding.rule, where(finding)) == ("DL106", "12:9 nhom[3].ma")
    assert (finding.problem, finding.fix) == ("Mã nhóm «a» đã có ở trên.", "Đổi một trong hai mã.")


def test_a_group_and_an_indicator_may_have_one_id(load: Load) -> None:
    assert load(catalogue_of([("a", ["a", "b"]), ("b", ["1.1", "1.10"])]))[1] == []


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.lists(st.sampled_from("12345"), min_size=1)), min_size=1))
def test_every_id_after_the_first_of_its_kind_is_told_and_no_other(groups: list[tuple[str, list[str]]]) -> None:
    tree, _ = read_yaml(catalogue_of(groups).encode(), "f")
    assert tree is not None
    _, findings = check_catalogue(full_catalogue_forms(tree))
    repeated = len(groups) - len({ma for ma, _ in groups})
    indicators = [each for _, below in groups for each in below]
    assert len(findings) == repeated + len(indicators) - len(set(indicators))
    assert {finding.rule for finding in findings} <= {"DL106"}


@pytest.mark.parametrize("broken", ["chi_tieu: x", "chi_tieu: [x, y]", "chi_tieu: [{ma: [1]}, {ma: [1]}]", "ma: [a]"])
def test_what_is_no_id_is_not_told_twice(load: Load, broken: str) -> None:
    group = f"  - {{ten: A, {broken}}}\n"
    findings = load(f"{HEAD}nhom:\n{group}{group}")[1]
    assert findings
    assert "DL106" not in {finding.rule for finding in findings}


# --- the shipped catalogues -------------------------------------------------------------------------------------

SHIPPED = {
    "qd-1829-2023": (37, ["chinh_quyen_so", "kinh_te_so", "xa_hoi_so", "ha_tang_so"]),
    "cv-891-2022": (14, ["yeu_cau_chung", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]),
    "kh-100-2023": (44, ["ha_tang_so", "du_lieu_so", "chinh_quyen_so", "kinh_te_so", "xa_hoi_so", "an_toan"]),
    "stttt-2024": (
        33,
        ["ha_tang_so", "ung_dung_cqnn", "ung_dung_nguoi_dan", "kinh_te_so", "xa_hoi_so", "an_toan_thong_tin"],
    ),
}


def test_every_shipped_catalogue_is_known_here() -> None:
    assert {path.stem for path in CATALOGUES.glob("*.yaml")} == set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_catalogues_are_without_fault(name: str) -> None:
    catalogue, findings = load_catalogue(CATALOGUES / f"{name}.yaml")
    assert findings == []
    assert catalogue is not None
    count, groups = SHIPPED[name]
    assert (sum(len(group.chi_tieu) for group in catalogue.nhom), [group.ma for group in catalogue.nhom]) == (
        count,
        groups,
    )


@pytest.mark.parametrize(("name", "ma"), [("kh-100-2023", "4b"), ("stttt-2024", "II.3b")])
def test_rows_without_a_number_have_an_id_all_the_same(name: str, ma: str) -> None:
    catalogue, _ = load_catalogue(CATALOGUES / f"{name}.yaml")
    assert catalogue is not None
    (found,) = (ct for group in catalogue.nhom for ct in group.chi_tieu if ct.ma == ma)
    assert found.so == ""
