from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from effective_documents import NORMAL, defaults, element, formats, paragraph_look, run_look, style
from hypothesis import given
from hypothesis import strategies as st

from generator.word.table_styles import TableContext, TableGrid

ALL = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="0"'
NO_BANDS = 'w:noHBand="1" w:noVBand="1"'


def region(name: str, *, p: str = "", r: str = "") -> str:
    return f'<w:tblStylePr w:type="{name}"><w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:tblStylePr>'


def table_style(*regions: str, name: str = "T", own: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="table" w:styleId="{name}">{based}{own}{"".join(regions)}</w:style>'


def table(look: str = "", *, rows: int = 4, columns: int = 3, heads: int = 0, named: str = "T") -> Any:
    cells = "<w:tc><w:p/></w:tc>" * columns
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    body = "".join(f"<w:tr>{head if row < heads else ''}{cells}</w:tr>" for row in range(rows))
    properties = f'<w:tblPr><w:tblStyle w:val="{named}"/>{f"<w:tblLook {look}/>" if look else ""}</w:tblPr>'
    return element(f"<w:tbl>{properties}<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{body}</w:tbl>")


def regions_of(tbl: Any, row: int, column: int, span: int = 1, styles: str = table_style()) -> tuple[str, ...]:
    return formats(styles).table(tbl).at(row, column, span).regions


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (0, 0, ("firstRow", "firstCol", "nwCell")),
        (0, 1, ("band1Vert", "firstRow")),
        (0, 2, ("firstRow", "lastCol", "neCell")),
        (1, 0, ("band1Horz", "firstCol")),
        (1, 1, ("band1Vert", "band1Horz")),
        (2, 1, ("band1Vert", "band2Horz")),
        (3, 0, ("lastRow", "firstCol", "swCell")),
        (3, 2, ("lastRow", "lastCol", "seCell")),
    ],
)
def test_the_parts_of_a_table_that_a_cell_lies_in(row: int, column: int, expected: tuple[str, ...]) -> None:
    assert regions_of(table(ALL), row, column) == expected


def test_a_merged_cell_that_reaches_the_last_column_lies_in_it() -> None:
    look = f'w:lastColumn="1" {NO_BANDS}'
    assert regions_of(table(look), 1, 1, 2) == ("lastCol",)
    assert regions_of(table(look), 1, 1, 1) == ()


def test_rows_marked_as_heads_are_all_the_first_row_and_bands_begin_below() -> None:
    tbl = table('w:firstRow="1" w:noVBand="1"', heads=2)
    assert [regions_of(tbl, row, 0) for row in range(4)] == [
        ("firstRow",),
        ("firstRow",),
        ("band1Horz",),
        ("band2Horz",),
    ]


def test_a_setting_of_word_2013_makes_only_the_topmost_row_the_first_row() -> None:
    setting = '<w:compat><w:compatSetting w:name="differentiateMultirowTableHeaders" w:val="1"/></w:compat>'
    tbl = table(f'w:firstRow="1" {NO_BANDS}', heads=2)
    grid = formats(table_style(), settings=setting).table(tbl)
    assert [grid.at(row, 0).regions for row in range(2)] == [("firstRow",), ()]


def test_a_table_style_says_how_many_rows_make_a_band() -> None:
    styles = table_style(own='<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>')
    found = [regions_of(table('w:noVBand="1"'), row, 0, styles=styles) for row in range(4)]
    assert found == [("band1Horz",)] * 2 + [("band2Horz",)] * 2


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ('w:val="0620"', ("firstRow",)),
        ('w:val="0680"', ("firstCol",)),
        ('w:val="0600"', ()),
        ('w:val="zz"', ("band1Vert", "band1Horz")),
        (f'w:val="0620" w:firstRow="0" {NO_BANDS}', ()),
        ("", ("band1Vert", "band1Horz")),
    ],
)
def test_the_older_number_is_read_only_where_no_attribute_is_given(look: str, expected: tuple[str, ...]) -> None:
    assert regions_of(table(look), 0, 0) == expected


def test_rows_in_content_controls_count_and_without_a_grid_the_widest_row_does() -> None:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc><w:tc/></w:tr>'
    tbl = element(
        f'<w:tbl><w:tblPr><w:tblLook w:lastRow="1" w:lastColumn="1" {NO_BANDS}/></w:tblPr>{row}'
        f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    )
    assert regions_of(tbl, 1, 2) == ("lastRow", "lastCol", "seCell")
    assert regions_of(tbl, 0, 0, 2) == ()


@given(
    rows=st.integers(1, 6),
    columns=st.integers(1, 6),
    look=st.frozensets(st.sampled_from(["firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"])),
)
def test_a_corner_lies_in_its_row_and_its_column_and_bands_leave_heads_out(
    rows: int, columns: int, look: frozenset[str]
) -> None:
    grid = TableGrid("T", rows, columns, look)
    for row in range(rows):
        for column in range(columns):
            found = set(grid.at(row, column).regions)
            assert ("nwCell" in found) == ({"firstRow", "firstCol"} <= found)
            assert ("seCell" in found) == ({"lastRow", "lastCol"} <= found)
            assert not ({"firstRow", "lastRow"} & found and {"band1Horz", "band2Horz"} & found)
            assert not ({"firstCol", "lastCol"} & found and {"band1Vert", "band2Vert"} & found)


BOLD, SMALL = "<w:b/>", '<w:sz w:val="24"/>'


def test_a_part_of_the_table_goes_before_the_whole_and_a_stronger_part_before_a_weaker() -> None:
    styles = table_style(
        region("firstCol", p='<w:jc w:val="right"/>'),
        region("firstRow", p='<w:jc w:val="center"/>', r=BOLD),
        own=f'<w:pPr><w:jc w:val="both"/><w:spacing w:after="60"/></w:pPr><w:rPr>{SMALL}</w:rPr>',
    )
    found = formats(styles)
    grid = found.table(table(f'w:firstRow="1" w:firstColumn="1" {NO_BANDS}'))
    assert [paragraph_look(found, table=grid.at(*at)).align for at in ((0, 0), (0, 1), (1, 0), (1, 1))] == [
        "right",
        "center",
        "right",
        "both",
    ]
    assert run_look(found, table=grid.at(0, 0)).bold
    assert run_look(found, table=grid.at(0, 0)).size == Decimal(12)
    assert paragraph_look(found, table=grid.at(0, 0)).after == 60


def test_the_parts_of_a_base_style_hold_below_those_of_the_style() -> None:
    base = table_style(region("firstRow", p='<w:jc w:val="center"/>', r=BOLD), name="B")
    found = formats(base + table_style(region("firstRow", p='<w:jc w:val="right"/>'), base="B"))
    inside = TableContext("T", ("firstRow",))
    assert (paragraph_look(found, table=inside).align, run_look(found, table=inside).bold) == ("right", True)


def test_a_table_style_goes_before_the_document_defaults_and_behind_the_paragraph_style() -> None:
    found = formats(
        defaults(r='<w:sz w:val="22"/>', p='<w:spacing w:after="160"/>')
        + NORMAL
        + style("P", r='<w:sz w:val="28"/>')
        + table_style(own=f'<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr>{SMALL}</w:rPr>')
    )
    inside = TableContext("T")
    assert run_look(found, table=inside).size == Decimal(12)
    assert run_look(found, styled="P", table=inside).size == Decimal(14)
    assert paragraph_look(found, table=inside).after == 0
    assert paragraph_look(found).after == 160


def test_a_table_that_names_no_style_or_a_missing_one_has_the_default_style() -> None:
    default = f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:rPr>{SMALL}</w:rPr></w:style>'
    found = formats(default)
    for named in ("", "KhongCo"):
        grid = found.table(table(NO_BANDS, named=named))
        assert run_look(found, table=grid.at(0, 0)).size == Decimal(12)


def test_one_paragraph_has_different_looks_in_and_outside_a_table() -> None:
    found = formats(table_style(own='<w:pPr><w:jc w:val="center"/></w:pPr>'))
    looks = [paragraph_look(found, table=table).align for table in (None, TableContext("T"), None)]
    assert looks == ["left", "center", "left"]
