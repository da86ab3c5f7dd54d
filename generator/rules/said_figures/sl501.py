"""SL501: text and annex give an indicator the same value."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import Finding, Place, Severity
from generator.patterns import regex
from generator.rules.said import Indicator, Passage, Said
from generator.rules.said_figures.lines import accounts
from generator.rules.said_figures.measures import measure, reaches, verdict_of
from generator.rules.said_figures.subjects import Told, alike, told_in, words_of
from generator.rules.said_rule import SaidRule
from generator.vn.figures_in_text import figures, sentences
from generator.vn.rates_in_text import Rated, computed, counts, decimals_of, rated
from generator.vn.text import quoted, squeeze

RULE = SaidRule(
    "SL501",
    Severity.WARNING,
    "Lời văn và phụ lục ghi một chỉ tiêu cùng một giá trị",
    "Hai chỗ ghi hai số thì cấp trên không biết lấy số nào và trả báo cáo về.",
)

_SAME = "Xem lại số đúng rồi sửa cho hai chỗ như nhau; ghi số một lần rồi gọi lại thì không thể lệch."
_ALIKE = 0.75
_CLEARLY_BEST = 0.06
_FEWEST_WORDS = 4
_PARTS = regex(r"[,;:](?=[ \u00a0])")
_GOAL = regex("mục tiêu|kế hoạch|phấn đấu|yêu cầu|chỉ tiêu", re.IGNORECASE)
_ROUGH = ("khoảng", "gần", "ước", "ước đạt", "từ")
_FAR = 5


class _Annex(Struct, frozen=True):
    """The indicators of the annex, what the text is held against.

    ``sizes`` tells of how many words each name is; ``naming`` each word's indicators by their index, and how often it
    stands in the name.
    """

    indicators: tuple[Indicator, ...]
    sizes: tuple[int, ...]
    naming: Mapping[str, Sequence[tuple[int, int]]]

    def best(self, words: Counter[str]) -> Indicator | None:
        """The indicator that the words tell of, when one is clearly nearer than all others."""
        size = words.total()
        if size < _FEWEST_WORDS:
            return None
        shared = Counter[int]()
        for word, times in words.items():
            for index, named in self.naming.get(word, ()):
                shared[index] += min(times, named)
        ranked = sorted(((alike(times, size, self.sizes[index]), index) for index, times in shared.items()))
        if not ranked or ranked[-1][0] < _ALIKE:
            return None
        if len(ranked) > 1 and ranked[-1][0] - ranked[-2][0] < _CLEARLY_BEST:
            return None
        return self.indicators[ranked[-1][1]]


def _annex(said: Said) -> _Annex:
    names = [words_of(each.name) for each in said.indicators]
    naming: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, words in enumerate(names):
        for word, times in words.items():
            naming[word].append((index, times))
    return _Annex(said.indicators, tuple(words.total() for words in names), dict(naming))


def _rates(indicator: Indicator) -> list[Told]:
    """The percentages of the result; several where it tells of several things."""
    found: list[Told] = []
    for start, end in sentences(indicator.result):
        found.extend(told_in(indicator.result[start:end]))
    return found


def _value(indicator: Indicator) -> tuple[Decimal, bool, str] | None:
    """Value of the result in percent, whether it is only «trên …», and how it is printed."""
    result = squeeze(indicator.result)
    percents = [each for each in figures(result) if each.percent and each.values]
    told = _rates(indicator)
    if len(percents) != 1 or len(told) != 1:
        return None
    return told[0].value, told[0].above, result


def _agree(first: Decimal, second: Decimal) -> bool:
    """Whether two rates are one number, the one perhaps rounded further than the other."""
    unit = Decimal(1).scaleb(-min(decimals_of(first), decimals_of(second)))
    return abs(first - second) <= unit / 2 or (first == second)


def _finding(place: Place, told: Told, indicator: Indicator) -> Finding | None:
    value = _value(indicator)
    who = f"chỉ tiêu {indicator.id or quoted(indicator.name)}"
    if value is None:
        return _against_verdict(place, told, indicator, who)
    number, above, printed = value
    if not _agree(told.value, number):
        return RULE.finding(
            place,
            f"Lời văn ghi «{told.shown}», bảng ghi «{printed}» cho cùng một việc ({who}).",
            _SAME,
            related=(indicator.place,),
        )
    if above != told.above and told.bound.lower() not in _ROUGH:
        return RULE.finding(
            place,
            f"Lời văn ghi «{told.shown}», bảng ghi «{printed}» cho cùng một việc ({who}).",
            "Chọn một cách nói: đúng bằng, hay trên mức ấy.",
            related=(indicator.place,),
            severity=Severity.HINT,
        )
    return None


def _against_verdict(place: Place, told: Told, indicator: Indicator, who: str) -> Finding | None:
    """A rate in the text that belies «Đạt» or «Chưa đạt» in the table."""
    target, verdict = measure(indicator.target), verdict_of(indicator.result)
    told_measure = measure(f"{told.figure.text}%")
    if verdict is None or target is None or told_measure is None or told.above:
        return None
    met = reaches(told_measure, target)
    rough = bool(told.bound)
    if met is None or met == verdict or (rough and abs(told.value - target.value) <= _FAR):
        return None
    return RULE.finding(
        place,
        f"Lời văn ghi «{told.shown}», bảng ghi «{squeeze(indicator.result)}»"
        f" với mức giao «{indicator.target}» ({who}).",
        "Xem lại số đúng rồi sửa cho hai chỗ nói một điều.",
        related=(indicator.place,),
        severity=Severity.HINT,
    )


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """A sentence part by part, each with where it starts."""
    position = 0
    for border in _PARTS.finditer(text):
        yield position, text[position : border.start()]
        position = border.end()
    yield position, text[position:]


def _statements(passage: Passage, annex: _Annex) -> Iterator[tuple[Told, Indicator]]:
    """What the passage tells of an indicator: sentence by sentence, else clause by clause."""
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        if "%" not in text:
            continue
        found = [(told, annex.best(told.words)) for told in told_in(text)]
        if not any(best for _, best in found):
            named = _GOAL.search(text)
            goal = named.start() if named else len(text)
            found = [
                (replace(told, start=told.start + offset), annex.best(told.words))
                for offset, clause in _clauses(text)
                if offset <= goal
                for told in told_in(clause)
            ]
        for told, best in found:
            if best is not None:
                yield replace(told, start=told.start + start), best


def _several(passage: Passage, annex: _Annex) -> Iterator[Finding]:
    """A sentence with several rates about an indicator whose name has several: one must be the table's."""
    for start, end in sentences(passage.text):
        rates = [each for each in figures(passage.text[start:end]) if each.percent and each.values]
        best = annex.best(words_of(passage.text[start:end])) if len(rates) > 1 else None
        value = _value(best) if best else None
        if best is None or value is None or sum(each.percent for each in figures(best.name)) <= 1:
            continue
        if any(_agree(number, value[0]) for each in rates for number in each.values):
            continue
        told = ", ".join(f"{each.text}%" for each in rates)
        yield RULE.finding(
            passage.place_at(start + rates[0].start),
            f"Lời văn ghi {told}, bảng ghi «{value[2]}» cho cùng một việc (chỉ tiêu {best.id}).",
            _SAME,
            related=(best.place,),
        )


def _story(indicator: Indicator) -> Iterator[Finding]:
    """The indicator's own story: its fractions against the value in the table."""
    value = _value(indicator)
    pairs: list[tuple[Passage, Rated]] = [(each, pair) for each in indicator.told for pair in rated(each.text)]
    if value is None or not pairs:
        return
    rates = {rate for _, pair in pairs for rate in pair.rate.values}
    if any(_agree(rate, value[0]) for rate in rates):
        return
    terms = [counts(pair.ratio) for _, pair in pairs]
    part = sum((first for first, _ in terms if first is not None), Decimal(0))
    whole = sum((second for _, second in terms if second is not None), Decimal(0))
    total = computed(part, whole, decimals_of(value[0])) if whole else ""
    if len(pairs) > 1 and total == f"{value[2].rstrip('.%')}%":
        return
    passage, pair = pairs[0]
    told = ", ".join(f"{each.ratio.text} ({each.rate.text}%)" for _, each in pairs)
    together = f"; cộng lại là {total}" if len(pairs) > 1 else ""
    yield RULE.finding(
        passage.place_at(pair.ratio.start),
        f"Chỉ tiêu {indicator.id}: lời văn ghi {told}{together}; bảng ghi «{value[2]}».",
        _SAME,
        related=(indicator.place,),
    )


def check(said: Said) -> Iterator[Finding]:
    annex = _annex(said)
    for indicator in said.indicators:
        yield from _story(indicator)
    for passage in accounts(said):
        if "%" not in passage.text:
            continue
        yield from _several(passage, annex)
        for told, indicator in _statements(passage, annex):
            finding = _finding(passage.place_at(told.start), told, indicator)
            if finding is not None:
                yield finding
