"""The reference tells all there is to write, and what it shows is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from data_reports import CATALOGUES, ROOT
from editor_yaml import load as parsed

from generator.data.block_style import in_block_style
from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.declared import DECLARED, REGISTERED
from generator.data.derive import assess
from generator.data.expressions import expand_text
from generator.data.loading import load_report
from generator.data.markdown import anchor, table_of
from generator.data.model_text import Text
from generator.data.names import Printable, names
from generator.data.reference import reference
from generator.data.reference_names import NAMES, OF_THE_OFFICE
from generator.data.schema_fields import Fields, Rules
from generator.findings import DataPlace
from generator.sandbox import FILTERS

PAGE = reference()
ADD_WORDS = "thêm vào NAMES của generator/data/reference_names.py"


@pytest.fixture(scope="module")
def known() -> dict[str, object]:
    """What expressions may name in the shipped example."""
    report, findings = load_report(ROOT / "inputs" / "hoangkim.yaml", CATALOGUES)
    assert report is not None, findings
    return names(report, assess(report))


def test_every_name_of_the_expressions_is_told(known: dict[str, object]) -> None:
    told = {re.match("[a-z_]+", name.goi)[0] for name in NAMES}  # type: ignore[index]
    assert told == set(known), ADD_WORDS


def test_every_attribute_of_a_name_is_told() -> None:
    told = {name.lop: set(name.thuoc_tinh) for name in NAMES if name.lop}
    assert set(told) == set(Printable.__subclasses__()), ADD_WORDS
    for kind, words in told.items():
        named = (each for base in kind.__mro__[:-1] for each in (*vars(base).get("__annotations__", ()), *vars(base)))
        public = {each for each in named if not each.startswith("_")}
        assert words == public, f"{kind.__name__}: {ADD_WORDS}"


def printed(expression: str, known: dict[str, object]) -> tuple[str, set[str]]:
    text, findings = expand_text(Text(f"{{{{ {expression} }}}}", DataPlace("f", 1, 1), 1), known)
    return text.raw, {finding.rule for finding in findings}


def test_every_filter_is_told(known: dict[str, object]) -> None:
    assert f"`{FILTERS[0]}`" in PAGE
    for name in (*FILTERS, *OF_THE_OFFICE):
        assert re.search(rf"`{name}`|\| {name}\b", PAGE), name
        problem = expand_text(Text(f"{{{{ ky.nam | {name} }}}}", DataPlace("f", 1, 1), 1), known)[1]
        assert not any("bộ lọc" in finding.problem for finding in problem), name


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("9 | hai_chu_so", OF_THE_OFFICE["hai_chu_so"]),
        ("24 | bang_chu", OF_THE_OFFICE["bang_chu"]),
        ("'Đạt' | lower", OF_THE_OFFICE["lower"]),
        ("'UBND xã A' | upper", OF_THE_OFFICE["upper"]),
    ],
)
def test_filters_do_what_is_told(expression: str, shown: tuple[str, str], known: dict[str, object]) -> None:
    text, faults = printed(expression, known)
    assert not faults
    assert shown[1].endswith(f": {text}")


def keys_in(rules: Rules) -> set[str]:
    if rules["type"] == "list" or "valuesrules" in rules:
        return keys_in(rules.get("valuesrules") or rules["schema"])
    fields = rules.get("schema")
    return set(fields).union(*map(keys_in, fields.values())) if isinstance(fields, dict) else set()


def test_every_key_and_every_value_is_told() -> None:
    groups: list[Fields] = [*DECLARED.values(), *(rules["schema"] for rules in REGISTERED.values())]
    for fields in groups:
        for key in keys_in({"type": "dict", "schema": fields}):
            assert f"`{key}`" in PAGE
        for rules in fields.values():
            for name in rules.get("allowed", ()):
                assert f"`{name}`" in PAGE
    for column in (*INDICATOR_COLUMNS, *DOCUMENT_COLUMNS):
        assert f"| `{column}` |" in PAGE


def test_links_lead_somewhere() -> None:
    headings = [anchor(heading) for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)]
    assert len(headings) == len(set(headings))
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        if target.startswith("#"):
            assert target[1:] in headings
        else:
            assert (ROOT / "docs" / target).is_file()


def test_rows_have_as_many_cells_as_their_head() -> None:
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        rows = [len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()]
        assert len(set(rows)) == 1, table


def test_a_group_that_stands_in_several_places_is_told_once() -> None:
    headings = re.findall(r"^#+ (.+):", PAGE, re.MULTILINE)
    assert [heading for heading in headings if heading.endswith("`loc`")] == ["`noi_dung` › `loc`"]
    assert "| `can_cu` | Văn bản giao bộ chỉ tiêu | nhóm mục, xem [van_ban_ban_hanh](#" in PAGE


def test_what_does_not_go_together_is_told_as_the_program_tells_it() -> None:
    assert "\n- `quyen_han: TM` phải đi cùng `tap_the`.\n" in PAGE
    assert "\n- `quy` không đi cùng `nua_nam`; chỉ viết một trong hai.\n" in PAGE


def test_each_kind_of_block_has_its_own_keys() -> None:
    rows = dict(re.findall(r"^\| `([^`]+)` \| [^|]+ \| ([^|]*)\|$", PAGE, re.MULTILINE))
    assert rows["doan"] == ""
    assert rows["muc"].strip() == "`gom`"
    assert "`loc`" in rows["danh_sach: van_ban_ban_hanh"]
    assert "`loc`" not in rows["danh_sach: kien_nghi"]
    assert "`hang` (bắt buộc)" in rows["bang: tu_nhap"]


@pytest.mark.parametrize(
    "line",
    [
        "ky: {nam: 2023, chot_den: 30/11/2023}",
        'chi_tieu: {bo: a, ket_qua: {"1.1": Có, "1.10": "5"}}',
        'noi_nhan: [Sở A và B, {luu: "VT, VH"}, [x, y z]]',
        "cot: [tt, ten]",
        "mau: bao_cao",
    ],
)
def test_examples_mean_the_same_on_several_lines(line: str) -> None:
    assert parsed("\n".join(in_block_style(line))) == parsed(line)


def test_an_example_that_is_no_yaml_is_a_slip_of_ours() -> None:
    with pytest.raises(ValueError, match="ky"):
        in_block_style("ky: {nam: 2023")


def test_a_stroke_does_not_end_a_cell() -> None:
    assert list(table_of(("a", "b"), [("x | y", "")])) == ["| a | b |", "| --- | --- |", r"| x \| y | |"]


def test_the_page_names_no_other_page_than_the_guide() -> None:
    assert {Path(target).name for target in re.findall(r"\]\(([^)#]+)\)", PAGE)} == {"huong-dan.md"}
