"""The schemas for editors: they take what the loader takes, as an editor parses it, and refuse common slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from data_reports import REPORT, ROOT, Load
from editor_yaml import load as parsed
from jsonschema import Draft7Validator

from generator.data.declared import DECLARED, TITLES
from generator.data.json_schema import DRAFT, field_schema, json_schema
from generator.data.schema_fields import value
from generator.findings import has_errors

EXAMPLES = ROOT / "tests" / "rules"
REPORTS = [EXAMPLES / "nen.yaml", *sorted(EXAMPLES.glob("*/dung.yaml")), *sorted(EXAMPLES.glob("*/sai.yaml"))]
REPORTS += sorted((ROOT / "inputs").glob("*.yaml"))
CATALOGUES = [
    *sorted((EXAMPLES / "chi_tieu").glob("*.yaml")),
    *sorted((ROOT / "templates" / "chi_tieu").glob("*.yaml")),
]
KINDS = sorted((ROOT / "templates" / "docx").glob("*/mo_ta.yaml"))
FILES = [
    *(("bao_cao", path) for path in REPORTS),
    *(("bo_chi_tieu", path) for path in CATALOGUES),
    *(("mo_ta", path) for path in KINDS),
    ("quy_cach", ROOT / "templates" / "quy_cach.yaml"),
    ("thay_doi", ROOT / "templates" / "thay_doi.yaml"),
]
VALIDATORS = {name: Draft7Validator(json_schema(name)) for name in DECLARED}


def faults(text: str, name: str = "bao_cao") -> list[str]:
    """Where a text differs from the schema, as paths; what is missing is at the group that lacks it."""
    found = VALIDATORS[name].iter_errors(parsed(text))
    return sorted("/".join(map(str, error.absolute_path)) for error in found)


@pytest.mark.parametrize("name", DECLARED)
def test_the_schemas_are_good_schemas(name: str) -> None:
    schema = json_schema(name)
    Draft7Validator.check_schema(schema)
    assert (schema["$schema"], schema["title"]) == (DRAFT, TITLES[name])


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


@pytest.mark.parametrize("name", DECLARED)
def test_nothing_leads_out_of_the_file(name: str) -> None:
    schema = json_schema(name)
    assert not any("$id" in part for part in parts(schema))
    references = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert references == {f"#/definitions/{named}" for named in schema.get("definitions", {})}
    assert "://" not in str(schema).replace(DRAFT, "").replace("https://xa-a.example", "")


@pytest.mark.parametrize("name", DECLARED)
def test_every_key_is_explained_in_vietnamese(name: str) -> None:
    for part in parts(json_schema(name)):
        for inner in part.get("properties", {}).values():
            assert "$ref" in inner or inner["description"].endswith(".")
        if "enum" in part:
            assert len(part["enum"]) == len(part["markdownEnumDescriptions"])


@pytest.mark.parametrize(("name", "path"), FILES, ids=[path.relative_to(ROOT).as_posix() for _, path in FILES])
def test_files_of_the_project_are_taken(name: str, path: Path) -> None:
    assert faults(path.read_text("utf-8"), name) == []


@pytest.mark.parametrize(("name", "path"), FILES, ids=[path.relative_to(ROOT).as_posix() for _, path in FILES])
def test_shipped_files_name_their_schema(name: str, path: Path) -> None:
    if EXAMPLES in path.parents:
        return
    first = path.read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found is not None, f"dòng đầu phải chỉ tới lược đồ {name}.json"
    assert (path.parent / found[1]).resolve() == ROOT / "templates" / "luoc_do" / f"{name}.json"


# Added to the smallest report; each must load, and an editor must agree.
GOOD = [
    "so_lieu: {a: 845, b: 3.420, c: '3.420', d: {gia_tri: '80,95', don_vi: máy}, e: {tu: 1, mau: 2, ty_le: 50%}}\n",
    "so_lieu:\n  a: 12,5\n  b: {tu: 421, mau: 592, lam_tron: 0}\n",
    "kinh_gui:\ntrinh_bay:\nso_lieu:\nphu_luc:\n",
    "kinh_gui: [Sở A, 2023]\n",
    "trinh_bay: {danh_so: [1., 1.1., a), 1)]}\n",
    "van_ban_ban_hanh: [{so: 43/QĐ-UBND, ngay: 2022, trich_yeu: x}, {so: 06-NQ/TU, ngay: 5/2022, trich_yeu: 12}]\n",
    "van_ban_ban_hanh: [{so: 'Số: 43 / QĐ - UBND', ngay: ngày 13 tháng 5 năm 2022, trich_yeu: x, ma: , co_quan: ''}]\n",
    "chi_tieu:\n  bo: qd-1829-2023\n  ket_qua:\n"
    "    '1.1': Có\n    '1.2': 100%\n    '1.3': {tu: 512, mau: 512}\n    '1.4':\n    '1.5': 14 điểm\n    '1.6': 99,5\n"
    "    '1.7': {chu: x, danh_gia: Đạt, ly_do: y}\n    '1.8': {gia_tri: 3.420, don_vi: máy}\n",
    "kien_nghi:\n  - Một câu.\n  - |\n    Nhiều dòng.\n    - Hai.\n",
    "phu_luc:\n  - {tieu_de: A, bang: chi_tieu, cot: [tt, {cot: ten, rong: 100}, {cot: ket_qua, rong: '12,5'}]}\n",
]


@pytest.mark.parametrize("added", GOOD)
def test_what_the_loader_takes_an_editor_takes(added: str, load: Load) -> None:
    assert not has_errors(load(REPORT + added)[1])
    assert faults(REPORT + added) == []


BLOCKS = [
    "Một đoạn.",
    "2023",
    "{doan: Một đoạn.}",
    "{muc: A, gom: [B, {muc: C, gom: [D]}]}",
    "{danh_sach: van_ban_ban_hanh, loc: {loai: Kế hoạch, nam: 2024, co_quan: ''}}",
    "{liet_ke: [A, B], dau: 1.}",
    "{bang: tu_nhap, cot: [{tieu_de: TT, rong: 10, can: giua}, {tieu_de: A}], hang: [[1, A], Tên nhóm, ['', B]]}",
    "{bang: van_ban_ban_hanh, cot: [tt, {cot: [so, ngay], truoc: 'Số: '}], chia_nhom: [{ten: A, loc: {nhom: ''}}]}",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_are_taken_at_every_depth(block: str) -> None:
    assert faults(REPORT.replace("  - Một đoạn văn.", f"  - {block}\n  - muc: A\n    gom:\n      - {block}")) == []


# Added to the smallest report, and where an editor must see the fault.
ADDED = [
    ("xyz: 1\n", ""),
    ("kinh_gui: Sở A\n", "kinh_gui"),
    ("kinh_gui:\n  -\n", "kinh_gui/0"),
    ("kinh_gui: [{a: b}]\n", "kinh_gui/0"),
    ("so_lieu: 12\n", "so_lieu"),
    ("so_lieu: {a: }\n", "so_lieu/a"),
    ("so_lieu: {Máy: 1}\n", "so_lieu"),
    ("so_lieu: {a: 24 máy}\n", "so_lieu/a"),
    ("so_lieu: {a: '1,702'}\n", "so_lieu/a"),
    ("so_lieu: {a: {tu: -1, mau: 2}}\n", "so_lieu/a/tu"),
    ("so_lieu: {a: {tu: 1, mau: 2, lam_tron: 7}}\n", "so_lieu/a/lam_tron"),
    ("so_lieu: {a: {tu: 1, mau: 2, ty_le: 70}}\n", "so_lieu/a/ty_le"),
    ("so_lieu: {a: {mu: 1}}\n", "so_lieu/a"),
    ("trinh_bay: {danh_so: []}\n", "trinh_bay/danh_so"),
    ("trinh_bay: {danh_so: [II.]}\n", "trinh_bay/danh_so/0"),
    ("trinh_bay: {danh_so: [2.]}\n", "trinh_bay/danh_so/0"),
    ("van_ban_ban_hanh: [{so: 43/QD-UBND, ngay: 2022, trich_yeu: x}]\n", "van_ban_ban_hanh/0/so"),
    ("van_ban_ban_hanh: [{so: 43/QĐ-UBND, ngay: 2022-05-13, trich_yeu: x}]\n", "van_ban_ban_hanh/0/ngay"),
    ("van_ban_ban_hanh: [{so: 43/QĐ-UBND, ngay: 2022}]\n", "van_ban_ban_hanh/0"),
    ("chi_tieu: {bo: qd-1829-2023}\n", "chi_tieu"),
    ("chi_tieu: [{bo: QĐ 1829, ket_qua: {}}]\n", "chi_tieu/0/bo"),
    ("chi_tieu: {bo: a, ket_qua: {'1.1': 43.5%}}\n", "chi_tieu/ket_qua/1.1"),
    ("chi_tieu: {bo: a, ket_qua: {'1.1': 702/870}}\n", "chi_tieu/ket_qua/1.1"),
    ("chi_tieu: {bo: a, ket_qua: {'1.1': {danh_gia: Dat}}}\n", "chi_tieu/ket_qua/1.1/danh_gia"),
    ("chi_tieu: {bo: a, ket_qua: {'1.1': {ghi_chu: '{{ ky.nam }}'}}}\n", "chi_tieu/ket_qua/1.1/ghi_chu"),
    ("phu_luc: [{bang: chi_tieu, cot: [tt]}]\n", "phu_luc/0"),
    ("phu_luc: [{tieu_de: A, bang: x, cot: [tt]}]\n", "phu_luc/0/bang"),
    ("phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [Kết quả]}]\n", "phu_luc/0/cot/0"),
    ("phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [{cot: tt, rong: 0}]}]\n", "phu_luc/0/cot/0/rong"),
]


@pytest.mark.parametrize(("added", "place"), ADDED)
def test_slips_in_added_keys_are_seen(added: str, place: str) -> None:
    assert faults(REPORT + added) == [place]


CHANGED = [
    ("mau: bao_cao\n", "", ""),
    ("mau: bao_cao", "mau: Báo cáo", "mau"),
    ("  dia_danh: Hoàng Kim\n", "", "don_vi"),
    ("  dia_danh: Hoàng Kim\n", "  dia_danh:\n", "don_vi/dia_danh"),
    ("loai: BC", "loai: XX", "van_ban/loai"),
    ("ngay: 12/2023", "ngay: 2023", "van_ban/ngay"),
    ("ky: {nam: 2023}", "ky: {nam: 23}", "ky/nam"),
    ("ky: {nam: 2023}", "ky: 2023", "ky"),
    ("ky: {nam: 2023}", "ky: {nam: 2023, quy: 1.5}", "ky/quy"),
    ("noi_dung:\n  - Một đoạn văn.", "noi_dung: []", "noi_dung"),
    ("noi_dung:\n  - Một đoạn văn.", "noi_dung: Một đoạn văn.", "noi_dung"),
    ("- Một đoạn văn.", "- - Một đoạn văn.", "noi_dung/0"),
    ("- Một đoạn văn.", "- mục: A", "noi_dung/0"),
    ("- Một đoạn văn.", "- {muc: A, gom: B}", "noi_dung/0/gom"),
    ("- Một đoạn văn.", "- {muc: A, gom: [{danh_sach: kien nghi}]}", "noi_dung/0/gom/0/danh_sach"),
    ("- luu: VT", "- lưu: VT", "noi_nhan/0"),
    ("{chuc_vu: Chủ tịch, ho_ten: Lê Quang Thành}", "Chủ tịch", "nguoi_ky"),
    ("{chuc_vu: Chủ tịch,", "{quyen_han: TM., chuc_vu: Chủ tịch,", "nguoi_ky/quyen_han"),
]


@pytest.mark.parametrize(("old", "new", "place"), CHANGED)
def test_slips_in_changed_keys_are_seen(old: str, new: str, place: str) -> None:
    assert old in REPORT
    assert faults(REPORT.replace(old, new)) == [place]


def test_a_base_may_bring_what_is_missing_but_not_in_lists() -> None:
    short = "ke_thua: [nen.yaml]\nnguoi_ky: {ho_ten: Lê Văn Bình}\nchi_tieu: {ket_qua: {'1.1': Có}}\n"
    assert faults(short) == []
    assert faults(short + "phu_luc: [{bang: chi_tieu, cot: [tt]}]\n") == ["phu_luc/0"]
    assert faults(short.replace("{ket_qua: {'1.1': Có}}", "[{ket_qua: {'1.1': Có}}]")) == ["chi_tieu/0"]
    assert faults(short.replace("{ho_ten: Lê Văn Bình}", "{ho_ten: }")) == ["nguoi_ky/ho_ten"]


CATALOGUE = """\
ten: Các tiêu chí
can_cu: {so: 1829/QĐ-UBND, ngay: 30/5/2023, trich_yeu: x}
nhom:
  - ma: chinh_quyen_so
    ten: Chính quyền số
    chi_tieu:
      - {ma: "1.1", ten: A, yeu_cau: B, don_vi_tinh: "%", muc_tieu: 70%, dat_khi: [Có]}
"""


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("muc_tieu: 70%", "muc_tieu: 1.250", []),
        ("muc_tieu: 70%", "muc_tieu: 3 hệ thống", []),
        ("muc_tieu: 70%", "cong_thuc: {tu: A, mau: B}", []),
        ("muc_tieu: 70%", "cong_thuc: [{tu: A, mau: B, nhan: 1.000}]", []),
        ("muc_tieu: 70%", "cong_thuc: [{tu: A}]", ["nhom/0/chi_tieu/0/cong_thuc/0"]),
        ("muc_tieu: 70%", "cong_thuc: {tu: A}", ["nhom/0/chi_tieu/0/cong_thuc"]),
        ("muc_tieu: 70%", "muc_tieu: 43.5%", ["nhom/0/chi_tieu/0/muc_tieu"]),
        ("muc_tieu: 70%", "chieu: tăng", ["nhom/0/chi_tieu/0/chieu"]),
        ("[Có]", "Có", ["nhom/0/chi_tieu/0/dat_khi"]),
        ("ma: chinh_quyen_so", "ma: Chính quyền số", ["nhom/0/ma"]),
        ("ten: Các tiêu chí\n", "", [""]),
        ('ma: "1.1", ', "", ["nhom/0/chi_tieu/0"]),
    ],
)
def test_catalogues(old: str, new: str, places: list[str]) -> None:
    assert old in CATALOGUE
    assert faults(CATALOGUE.replace(old, new), "bo_chi_tieu") == places


def test_a_rule_that_cannot_be_told_is_no_silent_loss() -> None:
    with pytest.raises(ValueError, match="regex"):
        field_schema({**value("chu", "Một mục", "x"), "regex": "a"}, "mo_ta.x")
