"""DL705: one way of setting the tone on oa, oe, uy in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import first_and_others, listed, vocabulary
from generator.vn.tones import ToneStyle, in_tone_style, tone_style

RULE = SaidRule(
    "DL705",
    Severity.HINT,
    "Dấu thanh của oa, oe, uy đặt một kiểu trong cả văn bản",
    "«hòa, ủy» và «hoà, uỷ» đều đúng; lẫn hai kiểu thì tìm kiếm bỏ sót, văn bản trông như ghép từ nhiều nơi.",
)


def check(said: Said) -> Iterator[Finding]:
    known = vocabulary(said)
    styles = {word: style for word in known.where if not word.isascii() and (style := tone_style(word))}
    if len(set(styles.values())) < len(ToneStyle):
        return
    times = Counter[ToneStyle]()
    for word, style in styles.items():
        # People spell their own names in their own way.
        times[style] += sum(known.texts[number][0].part != "cuoi" for number in known.where[word])
    usual = max(ToneStyle, key=lambda style: times[style])
    if not times[usual.other]:
        return
    others_of = {word for word, style in styles.items() if style is usual.other}
    rare = [spot for spot in known.spots(others_of) if spot.passage.part != "cuoi"]
    place, others = first_and_others(rare)
    wanted = (in_tone_style(spot.text, usual) for spot in rare)
    yield RULE.finding(
        place,
        f"{listed(spot.text for spot in rare)} ({len(rare)} chỗ) đặt dấu khác kiểu {times[usual]} chỗ còn lại.",
        f"Viết {listed(wanted)}, hoặc đổi cả văn bản sang kiểu kia.",
        others,
    )
