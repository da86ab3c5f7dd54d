"""What a sentence tells of: the words of an indicator's name or of a quantity, without its figures and bounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.patterns import regex
from generator.vn.figures_in_text import Figure, figures, ratios, sentences
from generator.vn.text import fold

_FIGURES = regex(r"[0-9][0-9.,/]*+ ?%?")
_WORD = regex(r"[^\W\d_]+")
_SMALL = frozenset(
    (
        *(
            "cac",
            "nhung",
            "cua",
            "va",
            "voi",
            "cho",
            "tai",
            "trong",
            "tren",
            "duoi",
            "duoc",
            "da",
            "dang",
            "la",
            "co",
            "dat",
        ),
        *(
            "ty",
            "ti",
            "le",
            "tu",
            "tro",
            "len",
            "so",
            "ve",
            "it",
            "nhat",
            "toi",
            "thieu",
            "phan",
            "dau",
            "hon",
            "muc",
            "gan",
        ),
        *("khoang", "theo", "nay", "do", "tong", "hien", "tinh", "den", "nam", "ngay", "tiep", "tuc", "dam", "bao"),
        *("nguoi", "su", "dung"),
    )
)
_BOUND = regex(r"\b(?P<bound>trên|hơn|dưới|gần|khoảng|ước đạt|ước|chưa đạt|từ)[ \u00a0*]{1,4}$", re.IGNORECASE)
_ABOVE = ("trên", "hơn")
# A rate behind these words is a goal, a change, a part or another time, not what was reached.
_OTHER = regex(
    r"mục tiêu|kế hoạch|phấn đấu|yêu cầu|chỉ tiêu|tăng(?! cường| thêm)|giảm|so với|cùng kỳ|năm trước|\(dưới|vượt"
    r"|đến năm|giai đoạn|trong đó|toàn tỉnh|toàn quốc|cả nước|bình quân"
)
_BOUND_WIDTH = 14


class Told(Struct, frozen=True):
    """A percentage that a sentence states: where, its value, whether only a bound («trên 60%»), the subject's words."""

    start: int
    figure: Figure
    bound: str
    words: Counter[str]
    sentence: str

    @property
    def value(self) -> Decimal:
        return self.figure.values[-1] if "." in self.figure.text else self.figure.values[0]

    @property
    def shown(self) -> str:
        return f"{self.bound} {self.figure.text}%".strip()

    @property
    def above(self) -> bool:
        return self.bound.lower() in _ABOVE


@lru_cache(maxsize=4096)
def _core(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(fold(_FIGURES.sub(" ", text))) if word not in _SMALL)


def words_of(text: str) -> Counter[str]:
    """The words that carry the meaning, folded, with how often each stands."""
    return Counter(_core(text))


def likeness(first: Counter[str], second: Counter[str]) -> float:
    """How much two subjects have in common: 1 for the same words, 0 for none (Dice)."""
    shared = sum(min(first[word], second[word]) for word in first.keys() & second.keys())
    return alike(shared, first.total(), second.total()) if shared else 0.0


def alike(shared: int, one: int, other: int) -> float:
    """How much two subjects of so many words have in common that share that many."""
    return 2 * shared / (one + other)


def told_in(text: str) -> Iterator[Told]:
    """Every sentence with exactly one percentage, stated as reached."""
    for start, end in sentences(text) if "%" in text else ():
        sentence = text[start:end]
        rates = [each for each in figures(sentence) if each.percent and each.values]
        if len(rates) != 1 or _OTHER.search(sentence.lower()):
            continue
        rate = rates[0]
        bound = _BOUND.search(sentence[max(0, rate.start - _BOUND_WIDTH) : rate.start])
        yield Told(start + rate.start, rate, bound["bound"] if bound else "", words_of(sentence), sentence.strip())


def bare_numbers(sentence: str) -> int:
    """How many figures the sentence has besides percentages and the terms of fractions."""
    terms = {each.start for ratio in ratios(sentence) for each in (ratio.part, ratio.whole)}
    return sum(not each.percent and each.start not in terms for each in figures(sentence))
