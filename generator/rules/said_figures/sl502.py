"""SL502: the text gives a quantity the same value wherever it tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Finding, Place, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_figures.lines import Line, lines, unmarked
from generator.rules.said_figures.subjects import bare_numbers, likeness, told_in, words_of
from generator.rules.said_rule import SaidRule
from generator.vn.figures_in_text import figures, ratios, sentences
from generator.vn.rates_in_text import decimals_of
from generator.vn.text import fold

RULE = SaidRule(
    "SL502",
    Severity.HINT,
    "Lời văn ghi một số liệu cùng một giá trị ở mọi chỗ",
    "Một xã không thể vừa có 42 vừa có 28 doanh nghiệp; người đọc sẽ hỏi số nào đúng.",
)

_FEWEST_WORDS = 5
_ALIKE = 0.85
_MOST_FRACTIONS = 100
_SAME = "Xem lại số đúng; nếu là hai việc khác nhau thì gọi tên khác nhau."
_AREA = regex(
    r"\b(?:trên địa bàn|toàn) (?P<level>xã|huyện|tỉnh|phường|thị trấn|thôn)(?: [^\W\d_]{1,9}){0,4}"
    r"(?: hiện)? có "
    r"(?:tổng số |tổng cộng )?(?P<count>[0-9][0-9.]*) (?P<noun>[^0-9.;:!?()\n]{2,80})",
    re.IGNORECASE,
)
_NOUN_ENDS = regex(
    r",? (?:trong đó|gồm|đã|được|đang|tham gia|sử dụng|có|với|ở|tại|hoạt động|cung cấp|chưa|do|và|để"
    r"|như|thuộc|đạt|lắp|đáp ứng)\b.*",
    re.IGNORECASE,
)
_TOTAL = regex(
    r"^[\s*+–-]*(?P<what>(?:tổng )?số(?: lượng)? [^0-9:;.\n]{4,120}?)(?: hiện có)?(?: là:?| ?:)[ *]+"
    r"(?P<count>[0-9][0-9.]*)(?![0-9/%.,]*[0-9/%])",
    re.IGNORECASE,
)
_FIGURE = regex("[0-9]")
_A_SHARE = regex(r"(?:tỷ|tỉ) lệ\b", re.IGNORECASE)
_A_NUMBER = ("số ", "tổng số ")


def _tells_of_area(line: Line) -> bool:
    return " có " in line.lower and ("địa bàn" in line.lower or "toàn " in line.lower)


def _areas(judged: list[Line]) -> Iterator[tuple[str, str, str, Place]]:
    """Counts of the whole area: key, value, words as they stand, place."""
    for line in judged:
        for found in _AREA.finditer(line.text) if _tells_of_area(line) else ():
            noun = _NOUN_ENDS.sub("", found["noun"]).strip(" ,*")
            key = f"{fold(found['level'])}|{fold(noun)}"
            yield key, found["count"].strip("."), f"{found['count'].strip('.')} {noun}", line.place
        total = _TOTAL.match(line.text) if unmarked(line.lower).startswith(_A_NUMBER) else None
        if total:
            yield fold(total["what"]).strip(), total["count"].strip("."), total.group().strip(" *-+"), line.place


def _differing(judged: list[Line]) -> Iterator[Finding]:
    first: dict[str, tuple[str, str, Place]] = {}
    told: set[tuple[str, str]] = set()
    for key, count, shown, place in _areas(judged):
        value = count.replace(".", "").lstrip("0")
        if key not in first:
            first[key] = (value, shown, place)
        elif value != first[key][0] and (key, value) not in told:
            told.add((key, value))
            yield RULE.finding(place, f"«{shown}»; chỗ khác ghi «{first[key][1]}».", _SAME, related=(first[key][2],))


def _rates(judged: list[Line]) -> Iterator[Finding]:
    """Two sentences on one subject with two percentages."""
    known: dict[tuple[tuple[str, int], ...], tuple[Decimal, str, Place]] = {}
    for line in judged:
        for told in told_in(line.text):
            if told.words.total() < _FEWEST_WORDS or bare_numbers(told.sentence):
                continue
            key = tuple(sorted(told.words.items()))
            before = known.setdefault(key, (told.value, told.shown, line.place))
            unit = Decimal(1).scaleb(-min(decimals_of(before[0]), decimals_of(told.value)))
            if abs(before[0] - told.value) > unit / 2 and not ratios(told.sentence):
                yield RULE.finding(
                    line.place,
                    f"«{told.shown}»; chỗ khác ghi «{before[1]}» cho cùng một việc.",
                    _SAME,
                    related=(before[2],),
                )


def _shares(judged: list[Line]) -> Iterator[Finding]:
    """«Tỷ lệ X: 74/261» and «Số X: 548»: one of two numbers of the fraction must come back."""
    fractions = []
    for line in judged:
        for start, end in sentences(line.text) if " lệ" in line.lower else ():
            sentence = line.text[start:end]
            found = ratios(sentence) if _A_SHARE.match(unmarked(sentence)) else ()
            if len(found) == 1:
                fractions.append((found[0], words_of(sentence), line.place))
    del fractions[_MOST_FRACTIONS:]
    for line in judged if fractions else []:
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            counted = figures(sentence) if unmarked(sentence.lower()).startswith(_A_NUMBER) else ()
            if len([each for each in counted if each.whole is not None and not each.percent]) != 1:
                continue
            figure, words = counted[-1], words_of(sentence)
            if figure.percent or ratios(sentence) or words.total() < _FEWEST_WORDS:
                continue
            for ratio, of_share, place in fractions:
                if likeness(words, of_share) >= _ALIKE and figure.whole not in (ratio.part.whole, ratio.whole.whole):
                    yield RULE.finding(
                        line.place,
                        f"«{figure.text}»; chỗ khác ghi «{ratio.text}» cho cùng một việc.",
                        _SAME,
                        related=(place,),
                    )


def check(said: Said) -> Iterator[Finding]:
    judged = [line for line in lines(said) if line.account and line.part != "dau" and _FIGURE.search(line.text)]
    yield from _differing(judged)
    yield from _rates(judged)
    yield from _shares(judged)
