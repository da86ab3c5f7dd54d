"""SL204: figures have a point between thousands and a comma before decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_figures.wording import cells, written
from generator.rules.said_rule import SaidRule
from generator.vn.counted import COUNTED
from generator.vn.figures_in_text import Figure, figures, ratios

RULE = SaidRule(
    "SL204",
    Severity.WARNING,
    "Số viết theo lối Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân",
    "Người đọc và máy của cấp trên hiểu «12,850» là mười hai phẩy tám năm, «43.5» không phải là số.",
)

_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})++\.[0-9]+")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})++")
_COUNTED = re.compile(rf"[ \u00a0]{{0,2}}{COUNTED}")
_HUNDRED = 100


def _is_english(passage: Passage, figure: Figure, in_ratio: bool) -> bool:
    text = figure.text
    if figure.percent and _POINT.fullmatch(text):
        return not _GROUPED.fullmatch(text) or figure.values[0] > _HUNDRED
    if _GROUPS.fullmatch(text):
        return True
    counted = in_ratio or _COUNTED.match(passage.text, figure.end) is not None
    return not figure.percent and counted and _ONE_GROUP.fullmatch(text) is not None


def _findings(passage: Passage) -> Iterator[Finding]:
    terms = {each.start for ratio in ratios(passage.text) for each in (ratio.part, ratio.whole)}
    for figure in figures(passage.text):
        if figure.values and _is_english(passage, figure, figure.start in terms):
            shown = " ".join(passage.text[figure.start : figure.end].split())
            yield RULE.finding(
                passage.place_at(figure.start),
                f"«{shown}» không viết theo lối Việt Nam.",
                f"Viết {written(figure)} (dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân).",
            )


def check(said: Said) -> Iterator[Finding]:
    for passage in (*said.passages, *cells(said)):
        yield from _findings(passage)
