"""SL301: a verdict agrees with the result and the target."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Indicator, Said
from generator.rules.said_figures.measures import Measure, measure, reaches, verdict_of
from generator.rules.said_rule import SaidRule
from generator.vn.text import quoted

RULE = SaidRule(
    "SL301",
    Severity.WARNING,
    "Đánh giá đạt hay không đạt khớp với kết quả và mức giao",
    "Cấp trên so kết quả với mức giao; đánh giá ngược lại là lỗi bị trả về đầu tiên.",
)


def _by_words(indicator: Indicator) -> bool | None:
    """What the result itself says in words: «Đạt», «Chưa đạt»."""
    return verdict_of(indicator.result)


def _by_figures(indicator: Indicator) -> bool | None:
    target, result = measure(indicator.target), measure(indicator.result)
    return reaches(result, target) if isinstance(target, Measure) and isinstance(result, Measure) else None


def _who(indicator: Indicator) -> str:
    return f"Chỉ tiêu {indicator.id or quoted(indicator.name)}"


def _finding(indicator: Indicator) -> Finding | None:
    verdict = verdict_of(indicator.verdict)
    found = _by_figures(indicator)
    if verdict is not None and found is not None and verdict != found:
        right = "Đạt" if found else "Không đạt"
        return RULE.finding(
            indicator.place,
            f"{_who(indicator)}: ghi {quoted(indicator.verdict)} mà kết quả {quoted(indicator.result)}, "
            f"mức giao {quoted(indicator.target)} thì là «{right}».",
            f"Ghi đánh giá «{right}», hoặc kiểm tra lại kết quả và mức giao.",
        )
    words = _by_words(indicator)
    if verdict is not None and found is None and words is not None and words != verdict:
        return RULE.finding(
            indicator.place,
            f"{_who(indicator)}: đánh giá {quoted(indicator.verdict)} trái với kết quả {quoted(indicator.result)}.",
            "Sửa cho đánh giá và kết quả nói một điều.",
        )
    return None


def check(said: Said) -> Iterator[Finding]:
    for indicator in said.indicators:
        finding = _finding(indicator)
        if finding is not None:
            yield finding
