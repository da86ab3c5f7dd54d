"""SL202: a rate is rounded, not cut off."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_figures.wording import figured, mend, right_rate, stated
from generator.rules.said_rule import SaidRule
from generator.vn.rates_in_text import Judgement, judge, rated

RULE = SaidRule(
    "SL202",
    Severity.WARNING,
    "Tỷ lệ được làm tròn, không cắt bỏ chữ số",
    "Cắt bỏ chữ số sau thì tỷ lệ thấp hơn thực tế và lệch với số của nơi khác tính từ cùng phân số.",
)


def check(said: Said) -> Iterator[Finding]:
    for passage in figured(said):
        for pair in rated(passage.text):
            if judge(pair) is Judgement.TRUNCATED:
                place = passage.place_at(pair.ratio.start)
                right = right_rate(pair)
                yield RULE.finding(
                    place,
                    f"{stated(passage.text, pair)}: bị cắt bớt chữ số, làm tròn thì {pair.ratio.text} là {right}.",
                    mend(place, f"Ghi {right}."),
                )
