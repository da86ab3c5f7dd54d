"""Blank data files: whatever the names of a catalogue, the file made for it says them and can be read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.data.located import read_yaml
from generator.data.markup import plain
from generator.data.model_catalogue import BoChiTieu, ChiTieu, CongThuc, MucTieu, NhomChiTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.nodes import Mapping, Scalar, Sequence, locate
from generator.data.start_file import blank_report, mark, missing_slots
from generator.data.text_types import Unreadable, chu
from generator.decree.symbols import parse_symbol
from generator.findings import DataPlace, has_errors
from generator.vn.dates import parse_date
from generator.vn.text import nfc

START = """\
mau: bao_cao
noi_dung:
  - muc: Kết quả
    gom:
      -
      #[[nhom]]
ket_thuc:
#[[chi_tieu]]
#[[phu_luc]]
"""
PLACE = DataPlace("bo.yaml", 1, 1)
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"


def one_line(words: str) -> str:
    """The words as a catalogue has them once it is read; empty where it would refuse them."""
    try:
        return nfc(chu(words))
    except Unreadable:
        return ""


LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters=INVISIBLE)
NAMES = st.text(LETTERS, max_size=40).map(one_line).filter(bool)
TRICKY = st.sampled_from(
    ["Null", "~", "- a", "a: b", "a #b", "#", "'", '"', "*a*", "\\*", "{a}", "[a, b]", "{% if %}", "yes", "1.10", "a:",
     "? a", "| a", "> a", "%", "@a", "`a`", "&a", "!a", "null", "---", "..."]
)  # fmt: skip
WORDS = NAMES | TRICKY


def catalogue(name: str, groups: dict[str, dict[str, str]]) -> BoChiTieu:
    """A catalogue by the names of its groups and, by their codes, of their indicators."""
    subject = VanBanBanHanh(parse_symbol("1/QĐ-UBND"), "Quyết định", parse_date("1/1/2025"), None, PLACE)  # type: ignore[arg-type]
    made = (
        NhomChiTieu(
            f"nhom_{number}",
            str(number),
            title,
            tuple(ChiTieu(code, words, words, words, MucTieu(words), so=code) for code, words in indicators.items()),
        )
        for number, (title, indicators) in enumerate(groups.items(), start=1)
    )
    return BoChiTieu("bo-moi", name, subject, tuple(made))


def tree_of(text: str) -> Mapping:
    tree, findings = read_yaml(text.encode("utf-8"), "xa.yaml")
    assert tree is not None
    assert not has_errors(findings)
    return tree


def text_at(tree: Mapping, *path: str | int) -> str:
    node = locate(tree, path).node
    assert isinstance(node, Scalar)
    return node.text


GROUPS = st.dictionaries(WORDS, st.dictionaries(WORDS, WORDS, min_size=1, max_size=3), min_size=1, max_size=3)


@given(name=WORDS, groups=GROUPS)
def test_whatever_the_names_the_file_is_read_as_it_was_meant(name: str, groups: dict[str, dict[str, str]]) -> None:
    # A code stands once in a catalogue.
    codes = [code for indicators in groups.values() for code in indicators]
    if len({*codes}) < len(codes):
        return
    tree = tree_of(blank_report(START, catalogue(name, groups)))
    results = locate(tree, ("chi_tieu", "ket_qua")).node
    assert isinstance(results, Mapping)
    assert list(results.items) == codes
    sections = locate(tree, ("noi_dung", 0, "gom")).node
    assert isinstance(sections, Sequence)
    for number, title in enumerate(groups, start=1):
        shown = text_at(tree, "noi_dung", 0, "gom", number + 1, "muc")
        assert plain(shown) == title or shown == f"{{{{ nhom('nhom_{number}').ten }}}}"
        assert text_at(tree, "noi_dung", 0, "gom", number + 1, "gom", 1, "chi_tieu") == f"nhom_{number}"
    annex = text_at(tree, "phu_luc", 0, "tieu_de")
    assert annex == "" or plain(annex).casefold() == f"Kết quả thực hiện {name}".casefold()


def test_without_a_catalogue_its_places_are_gone_and_the_rest_is_as_it_was() -> None:
    made = blank_report(START)
    assert "[[" not in made
    kept = [line for line in START.splitlines() if "[[" not in line]
    assert [line for line in made.splitlines() if line and not line.startswith("#")] == kept
    assert "--catalogue" in made
    assert "phu_luc" not in tree_of(made).items


def test_the_parts_stand_as_deep_as_their_places() -> None:
    deep = START.replace("      #[[nhom]]", "        #[[nhom]]").replace("      -\n", "        -\n")
    made = blank_report(deep, catalogue("Bộ", {"Nhóm": {"1": "Tên"}}))
    assert "\n        - muc: Nhóm\n          gom:\n            - Đạt {{ nhom('nhom_1').dat }}" in made


@pytest.mark.parametrize("name", ["chi_tieu", "nhom", "phu_luc"])
def test_a_place_that_is_missing_is_named(name: str) -> None:
    assert missing_slots(START) == []
    assert missing_slots(START.replace(mark(name), "# chỗ này")) == [f"#[[{name}]]"]


def long_name(made: str) -> list[str]:
    return [line for line in made.splitlines() if "rất" in line and line.lstrip().startswith("#")]


def test_a_long_name_goes_on_over_several_lines() -> None:
    made = blank_report(START, catalogue("Bộ", {"Nhóm": {"1": "Một tên rất dài " * 20}}))
    shown = long_name(made)
    assert len(shown) > 3
    assert max(map(len, shown)) <= 124 + 4
    assert all(line.startswith("    #    ") for line in shown[1:])


MEASURES = [
    ({"muc_tieu": MucTieu("Có")}, ["chu:"]),
    ({"muc_tieu": MucTieu("")}, ["chu:"]),
    ({"muc_tieu": MucTieu("80%", Decimal(80), True), "don_vi_tinh": "%"}, ["gia_tri:"]),
    ({"don_vi_tinh": "%"}, ["gia_tri:"]),
    ({"tong_hop": "cong"}, ["gia_tri:"]),
    ({"tong_hop": "ty_le", "don_vi_tinh": "%"}, ["tu:", "mau:"]),
    ({"cong_thuc": (CongThuc("Công thức tính:", "Tỷ lệ", "Số A", "Số B"),)}, ["# Số A", "tu:", "# Số B", "mau:"]),
    (
        {"cong_thuc": (CongThuc("Cấp xã:", "Số", "Số A", "Số B", "1.000", phan_tram=False),)},
        ["# Kết quả máy tính: tu / mau × 1.000", "# Cấp xã: Số A", "tu:", "# Cấp xã: Số B", "mau:"],
    ),
]


@pytest.mark.parametrize(("facts", "place"), MEASURES)
def test_a_result_is_typed_as_the_indicator_is_measured(facts: dict[str, object], place: list[str]) -> None:
    bo = catalogue("Bộ", {"Nhóm": {"1": "Tên"}})
    indicator = replace(bo.nhom[0].chi_tieu[0], **{"don_vi_tinh": "", **facts})  # type: ignore[arg-type]
    group = replace(bo.nhom[0], chi_tieu=(indicator,))
    made = blank_report(START, replace(bo, nhom=(group,)))
    _, _, below = made.partition('    "1":\n')
    lines = [line.strip() for line in below.splitlines()]
    assert lines[: lines.index("noi_dung:")] == place


COLUMNS = [
    ({}, "[tt, ten, ket_qua, danh_gia, ghi_chu]"),
    ({"don_vi_tinh": "%"}, "[tt, ten, don_vi_tinh, ket_qua, danh_gia, ghi_chu]"),
    ({"muc_tieu": MucTieu("Có")}, "[tt, ten, chi_tieu, ket_qua, danh_gia, ghi_chu]"),
    (
        {"cong_thuc": (CongThuc("", "Tỷ lệ", "A", "B"),)},
        "[tt, ten, ket_qua, danh_gia, {cot: [ghi_chu, cong_thuc], tieu_de: Ghi chú, rong: 115}]",
    ),
]


@pytest.mark.parametrize(("facts", "columns"), COLUMNS)
def test_the_table_has_the_columns_that_the_catalogue_fills(facts: dict[str, object], columns: str) -> None:
    bo = catalogue("Bộ", {"Nhóm": {"1": "Tên"}})
    bare = {"don_vi_tinh": "", "muc_tieu": MucTieu(""), **facts}
    indicator = replace(bo.nhom[0].chi_tieu[0], **bare)  # type: ignore[arg-type]
    group = replace(bo.nhom[0], chi_tieu=(indicator,))
    assert f"\n    cot: {columns}\n" in blank_report(START, replace(bo, nhom=(group,)))


def test_columns_of_the_catalogues_own_are_offered() -> None:
    bo = catalogue("Bộ", {"Nhóm": {"1": "Tên"}})
    indicator = replace(bo.nhom[0].chi_tieu[0], cot_them={"co_quan": "Sở A", "kho_khan": "B"})
    group = replace(bo.nhom[0], chi_tieu=(indicator,))
    made = blank_report(START, replace(bo, nhom=(group,)))
    assert "cột riêng co_quan, kho_khan; muốn in thì thêm {cot: co_quan, tieu_de: Tên cột}" in made


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Các tiêu chí", "Kết quả thực hiện các tiêu chí"),
        ("CCHC năm 2025", "Kết quả thực hiện CCHC năm 2025"),
        ("Bộ: A", '"Kết quả thực hiện bộ: A"'),
    ],
)
def test_the_table_is_headed_by_the_name_of_the_catalogue(name: str, title: str) -> None:
    assert f"\n  - tieu_de: {title}\n" in blank_report(START, catalogue(name, {"Nhóm": {"1": "Tên"}}))
