"""SL302: a result is of the kind that its unit and its target ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Indicator, Said
from generator.rules.said_figures.measures import measure, verdict_of
from generator.rules.said_rule import SaidRule
from generator.vn.figures_in_text import figures, ratios
from generator.vn.numbers import format_number
from generator.vn.text import fold, quoted, squeeze

RULE = SaidRule(
    "SL302",
    Severity.WARNING,
    "Kết quả cùng loại với đơn vị tính và mức giao",
    "Mức giao theo % mà kết quả là số đếm, hoặc chỉ ghi «Có», thì không ai so được đạt hay không.",
)

_BARE = re.compile(r"[0-9][0-9.,]*+")
_PERCENT = re.compile(r"[0-9][0-9.,]*+ ?%")
_YES_OR_NO = ("co", "khong", "chua", "da co", "chua co", "khong co")


def _asks_percent(indicator: Indicator) -> bool:
    target = measure(indicator.target)
    return (target is not None and target.percent) or (not indicator.target and indicator.unit.strip() == "%")


def _problem(indicator: Indicator) -> tuple[str, str, Severity | None] | None:
    """What is the matter with this indicator's result or target, how to mend it, how grave it is."""
    result, target, unit = squeeze(indicator.result).strip("."), squeeze(indicator.target), indicator.unit.strip()
    if unit == "%" and _BARE.fullmatch(target):
        return f"mức giao «{target}» thiếu dấu %", f"Viết {target}%.", None
    if unit and "%" not in unit and "tỷ lệ" not in unit.lower() and _PERCENT.fullmatch(target):
        remedy = "Sửa mức giao cho đúng đơn vị tính, hoặc đổi đơn vị tính thành %."
        return f"đơn vị tính «{unit}» không đi với mức giao «{target}»", remedy, Severity.HINT
    if not result:
        return None
    if _asks_percent(indicator):
        asked = quoted(target or unit)
        if _BARE.fullmatch(result) and result.strip("0"):
            return f"kết quả «{result}» không có dấu %, mức giao là {asked}", f"Viết {result}%, hoặc ghi tỷ lệ.", None
        if not figures(result) and fold(result) in _YES_OR_NO:
            return f"kết quả «{result}» không phải là tỷ lệ, mức giao là {asked}", "Ghi tỷ lệ phần trăm.", None
        if verdict_of(result) is not None:
            remedy = "Ghi tỷ lệ phần trăm đo được; «Đạt» là đánh giá, để ở cột đánh giá."
            return f"kết quả «{result}» không có số đo, mức giao là {asked}", remedy, Severity.HINT
        return None
    return _counted(target, result)


def _counted(target: str, result: str) -> tuple[str, str, Severity | None] | None:
    asked, given = measure(target), measure(result)
    if asked is None or asked.percent or not asked.unit:
        return None
    if given is not None and given.percent:
        shown = ratios(result)
        count = f" ({format_number(shown[0].part.values[0])})" if shown else ""
        return f"kết quả «{result}» là tỷ lệ, mức giao «{target}» là số lượng", f"Ghi số lượng{count}.", None
    if given is None and fold(result) in _YES_OR_NO:
        return f"kết quả «{result}» không phải là số, mức giao là «{target}»", "Ghi số lượng.", None
    return None


def check(said: Said) -> Iterator[Finding]:
    for indicator in said.indicators:
        found = _problem(indicator)
        if found is not None:
            problem, remedy, severity = found
            who = indicator.id or quoted(indicator.name)
            yield RULE.finding(indicator.place, f"Chỉ tiêu {who}: {problem}.", remedy, severity=severity)
