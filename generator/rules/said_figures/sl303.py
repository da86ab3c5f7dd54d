"""SL303: a percentage of a whole lies between 0 and 100."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_figures.wording import figured
from generator.rules.said_rule import SaidRule
from generator.vn.figures_in_text import Figure, figures, sentences

RULE = SaidRule(
    "SL303",
    Severity.WARNING,
    "Tỷ lệ của một bộ phận nằm trong khoảng từ 0 đến 100%",
    "Không bộ phận nào nhiều hơn tổng số; «trên 100%» làm người đọc ngờ cả những số khác.",
)

_HUNDRED = 100
_BEFORE = 40
_ABOVE = regex(r"\b(?:trên|hơn|vượt|cao hơn|quá)[ \u00a0*]{1,4}$", re.IGNORECASE)
# Growth and the share of a plan may well exceed a hundred.
_MAY_EXCEED = regex(
    r"tăng(?! cường)|giảm|so với|so cùng|cùng kỳ|kế hoạch|\bKH\b|dự toán|chỉ tiêu giao|mục tiêu|vượt|gấp"
    r"|nghị quyết|tăng trưởng|công suất"
    r"|\b(?:không|chưa) (?:quá|vượt|trên|hơn)|bằng [0-9.,]+ ?%",
    re.IGNORECASE,
)
# A table with such a column states results as shares of something that they may exceed.
_OF_A_PLAN = regex(r"kế hoạch|\bKH\b|dự toán|so với|cùng kỳ|tăng|giảm|nghị quyết", re.IGNORECASE)


def _findings(passage: Passage) -> Iterator[Finding]:
    if "%" not in passage.text:
        return
    found = (each for each in figures(passage.text) if each.percent and each.values and min(each.values) >= _HUNDRED)
    rate = next(found, None)
    for start, end in sentences(passage.text):
        exempt: bool | None = None
        while rate is not None and rate.start < end:
            from_ = max(start, rate.start - _BEFORE)
            above = _ABOVE.search(passage.text, from_, rate.start)
            if above or min(rate.values) > _HUNDRED:
                if exempt is None:
                    exempt = _MAY_EXCEED.search(passage.text, start, end) is not None
                if not exempt:
                    yield _finding(passage, above.start() if above else rate.start, rate)
            rate = next(found, None)


def _finding(passage: Passage, start: int, rate: Figure) -> Finding:
    shown = " ".join(passage.text[start : rate.end].split())
    return RULE.finding(
        passage.place_at(rate.start),
        f"«{shown}»: không bộ phận nào vượt quá 100% của tổng số.",
        "Kiểm tra lại số này; nếu là mức tăng hoặc so với kế hoạch thì ghi rõ «tăng …» hoặc «… so với kế hoạch».",
    )


def check(said: Said) -> Iterator[Finding]:
    against_plans = {
        id(cell)
        for table in said.tables
        if _OF_A_PLAN.search(" ".join(table.head))
        for row in table.rows
        for cell in row.cells
    }
    for passage in figured(said):
        if id(passage) not in against_plans:
            yield from _findings(passage)
