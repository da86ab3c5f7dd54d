"""Targets and results of indicators as measures: «trên 80%», «ít nhất 01 huyện», «22/22 = 100%», «14 điểm»."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.patterns import regex
from generator.vn.figures_in_text import figures
from generator.vn.rates_in_text import rated
from generator.vn.text import fold, squeeze

_LEAST = (
    "tren",
    "hon",
    "tu",
    "it nhat",
    "toi thieu",
    "dat",
    "dat tren",
    "dat tu",
    "phan dau",
    "phan dau dat",
    "phan dau tren",
    "dat ty le",
    "",
)
_MOST = ("duoi", "khong qua", "toi da", "nho hon", "thap hon", "khong vuot qua")
_SIGNS = {"≥": "", ">": "tren", "≤": "khong qua", "<": "duoi"}
_STRICT = ("tren", "hon", "dat tren", "phan dau tren")
_ABOVE = regex(r"\b(?:tro len)$")
_BELOW = regex(r"\b(?:tro xuong)$")
_YES = ("hoan thanh", "dat", "vuot")
_NO = ("khong hoan thanh", "khong dat", "chua hoan thanh", "chua dat")
_ASKED = ("", " yeu cau", " chi tieu", " muc giao", " ke hoach")
_VERDICTS = {f"{met}{asked}": met in _YES for met in (*_YES, *_NO) for asked in _ASKED}
_REMEMBERED = 1024


class Measure(Struct, frozen=True):
    """A value with its bound: ``direction`` 1 for «at least», -1 for «at most»; ``bound`` the words before it."""

    value: Decimal
    percent: bool
    direction: int
    bound: str
    unit: str


@lru_cache(maxsize=_REMEMBERED)
def measure(text: str) -> Measure | None:
    """The one measure that the text states; None when it is words, or states several."""
    written = squeeze(text).strip(" .;*")
    pairs = rated(written)
    found = figures(written)
    if len(pairs) == 1 and len(found) == 3 and pairs[0].rate.end >= len(written) and pairs[0].rate.values:
        rate = pairs[0].rate
        return Measure(rate.values[-1 if "." in rate.text else 0], True, 1, "", "%")
    if len(found) != 1 or not found[0].values:
        return None
    figure = found[0]
    before = fold(written[: figure.start]).strip(" :*")
    before = _SIGNS.get(before, before)
    after = fold(written[figure.end :]).strip(" .;*")
    direction = -1 if before in _MOST or _BELOW.search(after) else 1
    if before not in _LEAST and before not in _MOST:
        return None
    unit = "%" if figure.percent else _BELOW.sub("", _ABOVE.sub("", after)).strip()
    if figure.percent and after and not _ABOVE.search(after) and not _BELOW.search(after):
        return None
    value = (
        figure.values[-1] if figure.percent else Decimal(figure.whole if figure.whole is not None else figure.values[0])
    )
    return Measure(value, figure.percent, direction, before, unit)


def reaches(result: Measure, target: Measure) -> bool | None:
    """Whether the result meets the target; None when they are not of one kind or the result is only a bound."""
    if result.percent != target.percent or result.direction != 1:
        return None
    if not result.percent and result.unit and target.unit and result.unit != target.unit:
        return None
    if result.bound in _STRICT or result.bound in ("it nhat", "toi thieu", "tu", "phan dau", "phan dau dat"):
        return True if target.direction == 1 and result.value >= target.value else None
    return result.value >= target.value if target.direction == 1 else result.value <= target.value


@lru_cache(maxsize=_REMEMBERED)
def verdict_of(text: str) -> bool | None:
    """True for «Đạt», False for «Không đạt», «Chưa đạt»; None for anything else."""
    return _VERDICTS.get(fold(squeeze(text)).lstrip(" *-").rstrip(" .;*"))
