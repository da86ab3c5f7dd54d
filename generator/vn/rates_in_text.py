"""Rates stated beside their fractions: «2.526/3.501 = 72,1%», «34/42 hộ, đạt tỷ lệ 80,95%», «72,1% (2.526/3.501)»."""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from functools import lru_cache
from itertools import product

from msgspec import Struct

from generator.patterns import regex
from generator.vn.figures_in_text import Figure, Ratio, figures, ratios
from generator.vn.numbers import format_number

_REMEMBERED = 4096
_MOST_BETWEEN = 220
_YEAR = regex("(?:19|20)[0-9]{2}")
_AGE_AFTER = regex(r"(?:[ \u00a0]?[-–][ \u00a0]?| đến (?:dưới )?)?[0-9]{0,3}[ \u00a0](?:tháng )?tuổi\b", re.IGNORECASE)
_MOST_BEFORE = 16
_CHANGE_BEFORE = regex(r"\b(?:tăng|giảm|vượt)(?: (?:thêm|là|được))?[ \u00a0]{1,2}$", re.IGNORECASE)
_WHERE_BEFORE = regex(r"\b(?:ở|tại|thuộc|của|trên địa bàn|trong)[ \u00a0]{1,2}$", re.IGNORECASE)
_PAUSE = regex(r"[^0-9.,;:!?\n()]{1,40}(?:,|[ \u00a0]\()")
_END_OF_SENTENCE = regex(r"[.;!?…](?=[\s*]|$)|\n")
# What must stand right before the rate for it to be the rate of the fraction.
_EQUAL = regex(r"[ \u00a0]{0,3}[=≈][ \u00a0]{0,3}")
_NAMED = regex(
    r"(?:\b(?:tỷ|tỉ) lệ(?: đạt| là| chiếm)?|\bchiếm|\btương (?:đương|ứng)(?: với)?|[(=≈])"
    r"[ \u00a0]{0,2}[:=]?[ \u00a0*]{0,4}$",
    re.IGNORECASE,
)
_REACHED = regex(r"\b(?:đạt|bằng|tức(?: là)?)[ \u00a0]{0,2}[:=]?[ \u00a0*]{0,4}$", re.IGNORECASE)
_OUTSIDE = regex(r"\)[ \u00a0](?:là|đạt|bằng|chiếm)[ \u00a0*]{1,3}$", re.IGNORECASE)
# A rate after «đạt» with a noun behind it is a rate of something else: «20/26 xã đạt 100% tiêu chí».
_NOTHING_FOLLOWS = regex(
    r"[ \u00a0*]*(?:$|[.,;:()\n…\]–-]|(?:trên|trong|so với) tổng\b|tổng số\b|số\b|và\b"
    r"|trở lên\b|tăng\b|vượt\b|cao\b|kèm\b|theo\b)",
    re.IGNORECASE,
)
_OF_A_PLAN = regex(
    r"[ \u00a0*]*(?:so với (?!tổng)|kế hoạch\b|KH\b|mục tiêu\b|chỉ tiêu\b|dự toán\b"
    r"|nghị quyết\b|cùng kỳ\b|bình quân\b)",
    re.IGNORECASE,
)
_OTHER_MATTER = regex(
    r"\b(?:tăng|giảm|vượt|so với|kế hoạch|mục tiêu|chỉ tiêu (?:giao|được giao|là)|yêu cầu|cùng kỳ|còn lại|trong đó"
    r"|có (?:tỷ|tỉ) lệ (?!đạt\b|là\b|$)|với (?:tỷ|tỉ) lệ \w|có số|trên mức|cao hơn|thấp hơn|bình quân|trung bình)",
    re.IGNORECASE,
)
_REVERSED = regex(
    r"[ \u00a0*]{0,3}(?:\((?:tức |với |gồm |là |đạt |tương ứng (?:với )?)?"
    r"|,? ?(?:tức(?: là)?|tương (?:ứng|đương)(?: với)?) |= ?)",
    re.IGNORECASE,
)


class Judgement(enum.Enum):
    """How a stated rate stands to its fraction."""

    RIGHT = "right"
    TRUNCATED = "truncated"
    WRONG = "wrong"
    IMPROPER = "improper"


class Rated(Struct, frozen=True):
    """A fraction and the rate stated for it."""

    ratio: Ratio
    rate: Figure


@lru_cache(maxsize=_REMEMBERED)
def rated(text: str) -> tuple[Rated, ...]:
    """Every fraction of the text that has its rate beside it."""
    if not ratios(text):
        return ()
    found = figures(text)
    place = {figure.start: index for index, figure in enumerate(found)}
    pairs, taken = [], set()
    for ratio in ratios(text):
        after = place[ratio.whole.start] + 1
        while after < len(found) and _is_aside(text, ratio, found[after]):
            after += 1
        before = place[ratio.part.start] - 1
        if before >= 0 and found[before].start not in taken and _reversed(text, found[before], ratio):
            rate = found[before]
        elif after < len(found) and _states(text, ratio, found[after]):
            rate = found[after]
        else:
            continue
        taken.add(rate.start)
        pairs.append(Rated(ratio, rate))
    return tuple(pairs)


def _is_aside(text: str, ratio: Ratio, figure: Figure) -> bool:
    """Whether the figure says more of what is counted and has no rate of its own: a year, an age, «ở 12 xã»."""
    if figure.percent or text[figure.end : figure.end + 1] == "/" or text[figure.start - 1] == "/":
        return False
    if _YEAR.fullmatch(figure.text) or _AGE_AFTER.match(text, figure.end):
        return True
    return (
        _WHERE_BEFORE.search(text, max(ratio.end, figure.start - _MOST_BEFORE), figure.start) is not None
        and _PAUSE.match(text, figure.end) is not None
    )


def judge(pair: Rated) -> Judgement:
    """Whether the rate is the fraction's, to half a unit of its last digit.

    The terms are read as counts («12,850» is 12 850); where that gives another rate, also as they stand.
    """
    part, whole = counts(pair.ratio)
    terms = {
        (part, whole),
        tuple(each.values[0] if each.values else None for each in (pair.ratio.part, pair.ratio.whole)),
    }
    readable = [(first, second) for first, second in terms if first is not None and second]
    judgements = {_judge(first, second, rate) for (first, second), rate in product(readable, pair.rate.values)}
    if Judgement.RIGHT in judgements or not judgements:
        return Judgement.RIGHT
    if all(first > second for first, second in readable):
        return Judgement.IMPROPER
    return Judgement.TRUNCATED if Judgement.TRUNCATED in judgements else Judgement.WRONG


def counts(ratio: Ratio) -> tuple[Decimal | None, Decimal | None]:
    """Numerator and denominator, as counts where they can be; a decimal stays one."""
    first, second = (
        Decimal(each.whole) if each.whole is not None else (each.values[0] if each.values else None)
        for each in (ratio.part, ratio.whole)
    )
    return first, second


def computed(part: Decimal, whole: Decimal, decimals: int) -> str:
    """The rate as it should be written: «72,15%»."""
    numerator, denominator = _in_whole_numbers(part, whole)
    rounded = (200 * numerator * 10**decimals + denominator) // (2 * denominator)
    return f"{format_number(Decimal(rounded).scaleb(-decimals), decimals)}%"


def is_rate_of(rate: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether the rate is part / whole, to half a unit of its last digit."""
    return _judge(part, whole, rate) is Judgement.RIGHT


def decimals_of(value: Decimal) -> int:
    """How many digits stand after the comma."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _in_whole_numbers(part: Decimal, whole: Decimal) -> tuple[int, int]:
    """The fraction of whole numbers of the same value: exact, and much faster than ``Fraction``."""
    places = max(decimals_of(part), decimals_of(whole))
    return (int(part.scaleb(places)), int(whole.scaleb(places))) if places else (int(part), int(whole))


def _judge(part: Decimal, whole: Decimal, rate: Decimal) -> Judgement:
    numerator, denominator = _in_whole_numbers(part, whole)
    digits = decimals_of(rate)
    excess = numerator * 100 * 10**digits - int(rate.scaleb(digits)) * denominator
    if abs(2 * excess) <= denominator:
        return Judgement.RIGHT
    return Judgement.TRUNCATED if 0 < excess < denominator else Judgement.WRONG


def _reversed(text: str, rate: Figure, ratio: Ratio) -> bool:
    if not rate.percent or _REVERSED.fullmatch(text, rate.end, ratio.start) is None:
        return False
    return _CHANGE_BEFORE.search(text, max(0, rate.start - _MOST_BEFORE), rate.start) is None


def _states(text: str, ratio: Ratio, rate: Figure) -> bool:
    if rate.start - ratio.end > _MOST_BETWEEN:
        return False
    between = text[ratio.end : rate.start]
    if _EQUAL.fullmatch(between):
        # «7/8 = 0,875» is no percentage.
        is_share = not rate.percent and bool(rate.values) and rate.values[0] <= 1
        return not is_share and not re.match(r"[ \u00a0]{0,2}[/x×*:]", text[rate.end : rate.end + 3])
    if not rate.percent or _END_OF_SENTENCE.search(between) or _OTHER_MATTER.search(between):
        return False
    if _OF_A_PLAN.match(text, rate.end):
        return False
    if _NAMED.search(between) or (text.endswith("(", 0, ratio.start) and _OUTSIDE.search(between)):
        return True
    return _REACHED.search(between) is not None and _NOTHING_FOLLOWS.match(text, rate.end) is not None
