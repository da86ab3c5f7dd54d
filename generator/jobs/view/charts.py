"""Charts as a template prints them: how large, under which words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.data.charted import BEFORE, NOW, TARGET, charted
from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_blocks import BieuDo
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.prose import one_line
from generator.rules.walk import blocks, chosen_groups
from generator.word.charts import Bars, DrawnChart
from generator.word.runs import Runs, Span

_WORD = "Biểu đồ"
# Dark, light and between: told apart on paper without colours too.
_COLOURS = {NOW: "1F4E79", BEFORE: "BDD7EE", TARGET: "C55A11"}
_UPRIGHT_SHARE = 0.5  # of its width, how high a chart with upright bars is
_BAR, _GAP, _REST = 280, 170, 1300  # twips: a lying bar, what parts two names, axis and legend
_HIGHEST, _HIGHEST_ACROSS = 11500, 7000  # twips; with its caption on one page
_ACROSS = 10000  # twips; text is wider only on a page that lies


def chart(block: BieuDo, report: BaoCao, groups: tuple[NhomDanhGia, ...], width: int) -> KhoiIn:
    """The block of a chart: the words under it, and the chart as wide as the text."""
    table = charted(block, chosen_groups(block, groups), report.ky)
    every = [each for each in blocks(report) if isinstance(each, BieuDo)]
    number = next(index for index, each in enumerate(every, start=1) if each is block)
    title, place = one_line(block.tieu_de), block.tieu_de.place_of_line(0)
    lead = f"{_WORD} {number}: " if len(every) > 1 else f"{_WORD}: "
    caption = Runs((Span(lead), *title.spans))
    if not table.names:
        # A draft whose results are still open.
        return KhoiIn("doan", Runs((*caption.spans, Span(" […]"))), cho=place)
    bars = tuple(Bars(_COLOURS[each.kind], each.name, each.values) for each in table.series)
    lying = block.kieu == "thanh"
    height = _height(len(table.names), len(bars), width) if lying else round(width * _UPRIGHT_SHARE)
    drawn = DrawnChart(table.names, bars, str(title), number, width, height, lying)
    return KhoiIn("bieu_do", caption, bieu_do=drawn, cho=place)


def _height(names: int, kinds: int, width: int) -> int:
    return min(_REST + names * (kinds * _BAR + _GAP), _HIGHEST_ACROSS if width > _ACROSS else _HIGHEST)


def charts_of(printed: Iterable[Iterable[KhoiIn]]) -> list[DrawnChart]:
    """The charts among the blocks of a body and of annexes."""
    return [block.bieu_do for part in printed for block in part if block.bieu_do is not None]
