"""How wide columns and the formulas in them are."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from full_tables import ACROSS, KNOWN, PLACE, SHOWN_FORMULA, UPRIGHT, TableOf, plain_rows, typed, words
from hypothesis import given
from hypothesis import strategies as st

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.model_blocks import Bang, Cot
from generator.jobs.build import Checked
from generator.jobs.view.tables import Columns, Tables
from generator.word.equations import Equation
from generator.word.metrics import text_width
from generator.word.runs import Runs

ROOT = Path(__file__).parents[3]
CELL_MARGINS = 170  # twips that the template leaves free at the sides of a cell


@pytest.mark.parametrize("width", [UPRIGHT, ACROSS])
def test_a_formula_is_an_equation_as_wide_as_the_words_of_its_column(width: int, table_of: TableOf) -> None:
    table = table_of(
        "{bang: chi_tieu, cot: [tt, {cot: [ghi_chu, cong_thuc], tieu_de: Ghi chú, rong: 60}]}", width=width
    )
    equations = [line for row in table.hang for cell in row.o[1:] for line in cell.dong if not isinstance(line, Runs)]
    assert len(equations) == 3
    for equation in equations:
        assert isinstance(equation, Equation)
        # Borders take a little more.
        assert 0 <= table.cot[1].rong - CELL_MARGINS - equation.width <= 20
    assert equations[0] == Equation(
        "Tỷ lệ", "Số thôn có mạng", "Tổng số thôn", "100%", equations[0].width, equations[0].size
    )
    assert words(plain_rows(table)[1].o[1])[-2:] == ["Công thức:", SHOWN_FORMULA]


@pytest.mark.parametrize("width", [UPRIGHT, ACROSS, 100])
def test_columns_fill_the_page_exactly(width: int) -> None:
    chosen = tuple(Cot((name,), PLACE) for name in ("tt", "ten", "ket_qua"))
    shown = Columns(KNOWN, width).shown(chosen, [0] * len(chosen))
    assert sum(column.rong for column in shown) == width
    assert shown[1].rong > shown[2].rong > shown[0].rong > 0


def test_a_column_takes_heading_and_share_from_the_data_before_the_template() -> None:
    chosen = (Cot(("tt",), PLACE), Cot(("ten",), PLACE, typed("Tên gọi"), Decimal(10)))
    first, second = Columns(KNOWN, 1000).shown(chosen, [0, 0])
    assert (first.tieu_de, first.rong, first.can) == ("TT", 500, "giua")
    assert (second.tieu_de, second.rong, second.can) == ("Tên gọi", 500, "trai")


@given(
    st.lists(st.tuples(st.integers(1, 10_000), st.integers(0, 1_500)), min_size=1, max_size=9),
    st.sampled_from([UPRIGHT, ACROSS]),
)
def test_columns_fill_the_page_and_tear_no_word_where_all_have_room(sizes: list[tuple[int, int]], width: int) -> None:
    chosen = tuple(Cot(("tt",), PLACE, rong=Decimal(wish)) for wish, _ in sizes)
    least = [taken for _, taken in sizes]
    shown = [column.rong for column in Columns(KNOWN, width).shown(chosen, least)]
    assert sum(shown) == width
    if sum(least) <= width - len(sizes):
        assert all(column >= taken - 1 for column, taken in zip(shown, least, strict=True))


def test_an_upright_annex_with_all_its_columns_tears_no_number_and_no_heading(table_of: TableOf) -> None:
    table = table_of(
        "{bang: chi_tieu, cot: [tt, {cot: ten, rong: 9999}, chi_tieu, ket_qua, danh_gia, ghi_chu]}", width=UPRIGHT
    )
    assert sum(column.rong for column in table.cot) == UPRIGHT
    for shown in table.cot:
        for word in shown.tieu_de.split():
            assert shown.rong > text_width(word, 12, bold=True) + CELL_MARGINS, (shown.tieu_de, shown.rong)


SOURCES = {"chi_tieu": [*INDICATOR_COLUMNS, "kho_khan"], "van_ban_ban_hanh": [*DOCUMENT_COLUMNS, "nguoi_giu"]}
SHARES = st.none() | st.decimals(min_value="0.1", max_value=900, places=1)
HEADINGS = st.none() | st.text("aăâ mWƯ", max_size=40).map(typed)


@st.composite
def blocks(draw: st.DrawFn) -> Bang:
    kind = draw(st.sampled_from(sorted(SOURCES)))
    names = st.lists(st.sampled_from(SOURCES[kind]), min_size=1, max_size=3).map(tuple)
    columns = st.builds(
        Cot,
        names,
        st.just(PLACE),
        HEADINGS,
        SHARES,
        st.sampled_from([None, "giua", "trai"]),
        st.sampled_from(["thuong", "dam", "nghieng"]),
        st.sampled_from(["", "Số: "]),
        st.sampled_from(["", "."]),
    )
    return Bang(kind, tuple(draw(st.lists(columns, min_size=1, max_size=13))), PLACE)


@given(block=blocks(), width=st.sampled_from([UPRIGHT, ACROSS]))
def test_any_columns_together_are_exactly_as_wide_as_the_page(block: Bang, width: int, full_report: Checked) -> None:
    table = Tables(full_report.report, full_report.groups, Columns(KNOWN, width)).table(block)
    widths = [column.rong for column in table.cot]
    assert sum(widths) == width
    assert min(widths) > 0
    assert len(table.hang) in (4, 6)
    for row in table.hang:
        assert [cell.rong for cell in row.o] == widths
        assert all(cell.dong for cell in row.o)


# Twenty words of one length: which of them are measured must not hang on the order of a set.
SAME_LENGTH = " ".join(f"{letter * 6}" for letter in "aăâbcdđeêghiklmnoôơpq")
MEASURE = """
import sys
from decimal import Decimal
from generator.data.model_blocks import Bang, Cot, Hang
from generator.data.model_text import Text
from generator.findings import DataPlace
from generator.jobs.view.tables import Columns, Tables
place = DataPlace("xa.yaml", 1, 1)
rows = tuple(Hang((Text(word, place, 1), Text("", place, 1)), place) for word in sys.argv[1].split())
narrow, wide = (Cot((), place, Text(words, place, 1), Decimal(rong)) for words, rong in (("A", 1), ("B", 900)))
table = Tables(None, (), Columns({}, 9071)).table(Bang("tu_nhap", (narrow, wide), place, hang=rows))
print([column.rong for column in table.cot])
"""


def test_widths_are_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", MEASURE, SAME_LENGTH],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout
        for seed in "12345"
    }
    assert len(found) == 1
