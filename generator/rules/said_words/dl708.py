"""DL708: one kind of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Spot, characters, composed, first_and_others, listed
from generator.vn.word_spans import without_addresses

RULE = SaidRule(
    "DL708",
    Severity.HINT,
    "Dấu ngoặc kép viết một kiểu “ ”",
    'Văn bản lẫn " " với “ ” trông như chép từ nhiều nơi; tiếng Việt in dùng “ ”.',
)
_STRAIGHT = regex(r'(?<![0-9"])"(?=[^\s"])([^"\n]{1,300}+)"')
_WORDS = 40


def check(said: Said) -> Iterator[Finding]:
    there = characters(said)
    if '"' not in there or there.isdisjoint("“”"):
        return
    spots = [
        Spot(passage, found.start(), text[found.start(1) : found.end(1)])
        for passage, text in composed(said)
        for found in (_STRAIGHT.finditer(without_addresses(text)) if '"' in text else ())
    ]
    if spots:
        place, others = first_and_others(spots)
        yield RULE.finding(
            place,
            f'{listed(spot.text[:_WORDS] for spot in spots)} đặt trong dấu " ", chỗ khác dùng dấu “ ”.',
            "Đổi sang dấu “ ”.",
            others,
        )
