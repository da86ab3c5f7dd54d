"""SL203: a numerator does not exceed its denominator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_figures.wording import figured, mend, stated
from generator.rules.said_rule import SaidRule
from generator.vn.counted import counted_at
from generator.vn.figures_in_text import Ratio, ratios
from generator.vn.rates_in_text import Judgement, Rated, counts, is_rate_of, judge, rated

RULE = SaidRule(
    "SL203",
    Severity.WARNING,
    "Tử số không lớn hơn mẫu số trong lời văn và bảng",
    "Một bộ phận không thể nhiều hơn tổng số: hai số bị đặt ngược, hoặc một số gõ nhầm.",
)

_LOOK_AGAIN = "Kiểm tra lại hai số; nếu đặt ngược thì đổi chỗ tử số và mẫu số."
_AFTER = 80
_OF_A_PLAN = regex(
    r"[^.;%\n]*% ?(?:so với )?\b(?:kế hoạch|KH|chỉ tiêu|mục tiêu|dự toán|nghị quyết|cùng kỳ)\b",
    re.IGNORECASE,
)


def _why(pair: Rated) -> tuple[str, str]:
    part, whole = counts(pair.ratio)
    rate = pair.rate.values[-1]
    if part and whole and is_rate_of(rate, whole, part):
        swapped = f"{pair.ratio.whole.text}/{pair.ratio.part.text}"
        return f", {swapped} mới là {pair.rate.text}%: hai số bị đặt ngược", f"Viết {swapped}."
    if part and whole and is_rate_of(rate, part / 1000, whole):
        return ", tử số lớn gấp 1.000 lần so với tỷ lệ", "Kiểm tra tử số: có lẽ thừa ba chữ số."
    return "", _LOOK_AGAIN


def _findings(passage: Passage) -> Iterator[Finding]:
    stated_for: dict[int, Rated] = {pair.ratio.start: pair for pair in rated(passage.text)}
    for ratio in ratios(passage.text):
        pair = stated_for.get(ratio.start)
        place = passage.place_at(ratio.start)
        if pair is not None and judge(pair) is Judgement.IMPROPER:
            reason, remedy = _why(pair)
            yield RULE.finding(
                place,
                f"{stated(passage.text, pair)}: tử số lớn hơn mẫu số{reason}.",
                mend(place, remedy),
            )
        elif pair is None and _exceeds(ratio) and _is_part_of(passage.text, ratio):
            yield RULE.finding(place, f"«{ratio.text}»: tử số lớn hơn mẫu số.", mend(place, _LOOK_AGAIN))


def _is_part_of(text: str, ratio: Ratio) -> bool:
    """Whether the fraction counts things of a whole, and is not held against a plan."""
    after = text[ratio.end : ratio.end + _AFTER]
    return counted_at(text, ratio.end) != "" and _OF_A_PLAN.match(after) is None


def _exceeds(ratio: Ratio) -> bool:
    part, whole = counts(ratio)
    return part is not None and whole is not None and part > whole > 0


def check(said: Said) -> Iterator[Finding]:
    for passage in figured(said):
        yield from _findings(passage)
