"""SL204: figures have a point between thousands and a comma before decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_figures.wording import figured, written
from generator.rules.said_rule import SaidRule
from generator.vn.counted import counted_at
from generator.vn.figures_in_text import Figure, figures, ratios
from generator.vn.numbers import format_number

RULE = SaidRule(
    "SL204",
    Severity.WARNING,
    "Số viết theo lối Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân",
    "Người đọc và máy của cấp trên hiểu «12,850» là mười hai phẩy tám năm, «43.5» không phải là số.",
)

_SEPARATED = regex("[0-9](?=[.,][0-9])")
_GROUPS = regex(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})++\.[0-9]+")
_ONE_GROUP = regex(r"[1-9][0-9]{0,2},[0-9]{3}")
_POINT = regex(r"[0-9]+\.[0-9]+")
_GROUPED = regex(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})++")
_HUNDRED = 100
_UNIT = (
    r"(?:ngày|giờ|phút|tháng|tuần|điểm|lần|tỷ|tỉ|triệu|nghìn|đồng|km2?|km²|m[23²³]?|ha|tấn|tạ|kg|lít|độ|GB|TB|Mbps"
    r"|kWh|MW|héc-?ta|hecta)(?![\w-])"
)
_MEASURED = regex(rf"[ \u00a0]{{0,2}}{_UNIT}")
_IN_DOUBT = regex(r"[1-9][0-9]{0,2},[0-9]{2}0")
_THOUSANDTHS = regex(r"[0-9.]+,[0-9]{2}[1-9]")
_SHORT_POINT = regex(r"0\.[0-9]+|[1-9][0-9]*\.[0-9]{1,2}")
# «mục 2.5 điểm b», «ngày 30.4», a number at the head of a line: no measure; nor is «7.30 giờ».
_TIME = regex(r"[0-9]{1,2}\.[0-9]{2}[ \u00a0]{0,2}giờ")
_NUMBERS_SOMETHING = regex(
    r"(?:^|\n|\b(?:mục|khoản|điều|điểm|bảng|biểu|hình|phụ lục|chỉ tiêu|tiêu chí|phiên bản|số|chương|phần|bước|v"
    r"|ngày|dịp|lễ|lúc))[\s*(+–-]{0,4}$",
    re.IGNORECASE,
)
_MONEY = regex(r"[ \u00a0]{0,2}(?:nghìn|triệu|tỷ|tỉ)(?![\w-])")
_DONG = regex(r"[ \u00a0]{0,2}(?:đồng|VNĐ|đ)(?![\w-])")
_BEFORE = 16


def _is_english(passage: Passage, figure: Figure, in_ratio: bool) -> bool:
    text = figure.text
    if figure.percent and _POINT.fullmatch(text):
        return not _GROUPED.fullmatch(text) or figure.values[0] > _HUNDRED
    if _GROUPS.fullmatch(text):
        return True
    if _SHORT_POINT.fullmatch(text):
        return _measures(passage.text, figure)
    if figure.percent or not _ONE_GROUP.fullmatch(text):
        return False
    return in_ratio or bool(counted_at(passage.text, figure.end) or _DONG.match(passage.text, figure.end))


def _measures(text: str, figure: Figure) -> bool:
    """Whether the figure says how much there is of a unit, and is no number of a heading, a criterion, a version."""
    if not _MEASURED.match(text, figure.end) or _TIME.match(text, figure.start):
        return False
    return figure.text.startswith("0.") or not _NUMBERS_SOMETHING.search(
        text[max(0, figure.start - _BEFORE) : figure.start]
    )


def _shown(text: str, figure: Figure) -> str:
    return " ".join(text[figure.start : figure.end].split())


def _is_in_doubt(text: str, figure: Figure) -> bool:
    """Whether «12,500 triệu» may be meant the English way: no other figure there goes to the thousandth."""
    if not _MONEY.match(text, figure.end):
        return False
    return not any(_THOUSANDTHS.fullmatch(each.text) for each in figures(text))


def _findings(passage: Passage) -> Iterator[Finding]:
    if not _SEPARATED.search(passage.text):
        return
    terms = {each.start for ratio in ratios(passage.text) for each in (ratio.part, ratio.whole)}
    for figure in figures(passage.text):
        if figure.text.isdigit():
            continue
        if figure.values and _is_english(passage, figure, figure.start in terms):
            yield RULE.finding(
                passage.place_at(figure.start),
                f"«{_shown(passage.text, figure)}» không viết theo lối Việt Nam.",
                f"Viết {written(figure)} (dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân).",
            )
        elif _IN_DOUBT.fullmatch(figure.text) and _is_in_doubt(passage.text, figure):
            meant = written(figure)
            yield RULE.finding(
                passage.place_at(figure.start),
                f"«{figure.text}» đọc theo lối Việt Nam là {format_number(figure.values[0])}, lối Anh là {meant}.",
                f"Nếu là {meant} thì viết {meant}; nếu không thì bỏ số 0 ở cuối.",
                severity=Severity.HINT,
            )


def check(said: Said) -> Iterator[Finding]:
    for passage in figured(said):
        yield from _findings(passage)
