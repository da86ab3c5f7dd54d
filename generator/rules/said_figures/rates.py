"""The check that a stated rate is its fraction, alike for text (SL201) and tables (SL305)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.findings import Finding
from generator.rules.said import Passage
from generator.rules.said_figures.wording import mend, right_rate, stated
from generator.rules.said_rule import SaidRule
from generator.vn.rates_in_text import Judgement, judge, rated


def wrong_rates(rule: SaidRule, passages: Iterable[Passage], in_table: bool = False) -> Iterator[Finding]:
    """A finding for each rate that is neither its fraction rounded nor its fraction cut off."""
    for passage in passages:
        for pair in rated(passage.text):
            if judge(pair) is Judgement.WRONG:
                right = right_rate(pair)
                place = passage.place_at(pair.ratio.start)
                yield rule.finding(
                    place,
                    f"{stated(passage.text, pair)}: {pair.ratio.text} là {right}.",
                    mend(place, f"Kiểm tra lại hai số và tỷ lệ; nếu hai số đúng thì ghi {right}.", in_table),
                )
