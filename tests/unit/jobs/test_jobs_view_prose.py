from __future__ import annotations

import pytest

from generator.data.model_text import Text
from generator.findings import DataPlace
from generator.jobs.view.prose import lines, one_line, runs, title
from generator.word.runs import Span


def text(raw: str) -> Text:
    return Text(raw, DataPlace("xa.yaml", 1, 1), 1)


def test_emphasis_becomes_weight_and_slant() -> None:
    assert runs("a **b** *c* ***d***").spans == (
        Span("a "),
        Span("b", bold=True),
        Span(" "),
        Span("c", italic=True),
        Span(" "),
        Span("d", bold=True, italic=True),
    )


@pytest.mark.parametrize("typed", ["2 * 3 * 4", r"\*a\*", "giá *", "**"])
def test_stars_that_are_no_emphasis_stay(typed: str) -> None:
    assert str(runs(typed)) == typed.replace("\\", "")


def test_blank_lines_are_no_paragraphs() -> None:
    assert [str(line.chu) for line in lines(text("\n  a  \n \n\nb\n"))] == ["a", "b"]


def test_a_heading_is_one_line_however_it_was_typed() -> None:
    assert str(one_line(text("  Công tác\n  chỉ đạo "))) == "Công tác chỉ đạo"


def test_a_title_keeps_its_line_breaks() -> None:
    assert str(title(text("  Chi tiết \n  xã A\n"))) == "Chi tiết\nxã A"
