"""DL705: one way of setting the tone on oa, oe, uy in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Spot, first_and_others, listed, word_spots
from generator.vn.tones import ToneStyle, in_tone_style, tone_style

RULE = SaidRule(
    "DL705",
    Severity.HINT,
    "Dấu thanh của oa, oe, uy đặt một kiểu trong cả văn bản",
    "«hòa, ủy» và «hoà, uỷ» đều đúng; lẫn hai kiểu thì tìm kiếm bỏ sót, văn bản trông như ghép từ nhiều nơi.",
)


def check(said: Said) -> Iterator[Finding]:
    spots: dict[ToneStyle, list[Spot]] = defaultdict(list)
    for passage, _, word in word_spots(said):
        # People spell their own names in their own way.
        style = tone_style(word.text) if passage.part != "cuoi" else None
        if style is not None:
            spots[style].append(Spot(passage, word.start, word.text))
    first, second = spots[ToneStyle.FIRST], spots[ToneStyle.SECOND]
    if not first or not second:
        return
    rare, usual = (second, ToneStyle.FIRST) if len(second) <= len(first) else (first, ToneStyle.SECOND)
    place, others = first_and_others(rare)
    wanted = (in_tone_style(spot.text, usual) for spot in rare)
    yield RULE.finding(
        place,
        f"{listed(spot.text for spot in rare)} ({len(rare)} chỗ) đặt dấu khác kiểu {len(spots[usual])} chỗ còn lại.",
        f"Viết {listed(wanted)}, hoặc đổi cả văn bản sang kiểu kia.",
        others,
    )
