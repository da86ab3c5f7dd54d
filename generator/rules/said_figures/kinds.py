"""Results that are of another kind than their unit and their target ask for: a count, a rate, a word."""

from __future__ import annotations

from msgspec import Struct

from generator.patterns import regex
from generator.rules.said_figures.measures import measure, verdict_of
from generator.vn.figures_in_text import figures, ratios
from generator.vn.numbers import format_number
from generator.vn.text import fold, quoted, squeeze

_BARE = regex(r"[0-9][0-9.,]*+")
_PERCENT = regex(r"[0-9][0-9.,]*+ ?%")
_YES_OR_NO = ("co", "khong", "chua", "da co", "chua co", "khong co")


class WrongKind(Struct, frozen=True):
    """What is the matter with a result or a target, how to mend it, whether it is no more than a hint."""

    problem: str
    remedy: str
    hint: bool = False


def wrong_kind(unit: str, target: str, result: str) -> WrongKind | None:
    """Whether the result is of a kind that its unit and its target, as printed, do not ask for; None where it fits."""
    unit, target, result = unit.strip(), squeeze(target), squeeze(result).strip(".")
    if unit == "%" and _BARE.fullmatch(target):
        return WrongKind(f"mức giao «{target}» thiếu dấu %", f"Viết {target}%.")
    if unit and "%" not in unit and "tỷ lệ" not in unit.lower() and _PERCENT.fullmatch(target):
        remedy = "Sửa mức giao cho đúng đơn vị tính, hoặc đổi đơn vị tính thành %."
        return WrongKind(f"đơn vị tính «{unit}» không đi với mức giao «{target}»", remedy, hint=True)
    if not result:
        return None
    goal = measure(target)
    if (goal is not None and goal.percent) or (not target and unit == "%"):
        return _no_rate(result, quoted(target or unit))
    return _no_count(result, target) if goal is not None and (goal.unit or unit) else None


def _no_rate(result: str, asked: str) -> WrongKind | None:
    if _BARE.fullmatch(result) and result.strip("0"):
        return WrongKind(f"kết quả «{result}» không có dấu %, mức giao là {asked}", f"Viết {result}%, hoặc ghi tỷ lệ.")
    if not figures(result) and fold(result) in _YES_OR_NO:
        return WrongKind(f"kết quả «{result}» không phải là tỷ lệ, mức giao là {asked}", "Ghi tỷ lệ phần trăm.")
    given = measure(result)
    if given is not None and not given.percent and given.unit:
        return WrongKind(f"kết quả «{result}» là số lượng, mức giao là {asked}", "Ghi tỷ lệ phần trăm.")
    if verdict_of(result) is not None:
        remedy = "Ghi tỷ lệ phần trăm đo được; «Đạt» là đánh giá, để ở cột đánh giá."
        return WrongKind(f"kết quả «{result}» không có số đo, mức giao là {asked}", remedy, hint=True)
    return None


def _no_count(result: str, target: str) -> WrongKind | None:
    given = measure(result)
    if given is not None and given.percent:
        shown = ratios(result)
        count = f" ({format_number(shown[0].part.values[0])})" if shown else ""
        return WrongKind(f"kết quả «{result}» là tỷ lệ, mức giao «{target}» là số lượng", f"Ghi số lượng{count}.")
    if given is None and fold(result) in _YES_OR_NO:
        return WrongKind(f"kết quả «{result}» không phải là số, mức giao là «{target}»", "Ghi số lượng.")
    return None
