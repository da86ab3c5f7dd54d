"""One name in several forms."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from generator.findings import Severity
from generator.rules.said_words.spots import Spot

_REMEMBERED = 4096

Forms = dict[str, list[Spot]]


class Clash(Struct, frozen=True):
    """The forms of one name: ``usual`` is the one to keep, ``rare`` the others with where they stand."""

    usual: str
    usual_spots: tuple[Spot, ...]
    rare: tuple[Spot, ...]
    severity: Severity


def clash(forms: Forms, severity: Severity, better: str = "") -> Clash:
    """The clash of two or more forms; the commonest is kept, or ``better`` where all are equally common."""
    most = max(len(spots) for spots in forms.values())
    common = [form for form, spots in forms.items() if len(spots) == most]
    usual = better if better in common else common[0]
    rare = tuple(spot for form, spots in forms.items() if form != usual for spot in spots)
    return Clash(usual, tuple(forms[usual]), rare, severity)


def by_key(spots: Iterable[tuple[str, Spot]]) -> dict[str, Forms]:
    """The spots by key, then by form."""
    groups: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for key, spot in spots:
        groups[key][spot.text].append(spot)
    return groups


def is_capitals(text: str, at: int) -> bool:
    """Whether the line about the offset is set in capitals, as headings are."""
    starts, capitals = _lines(text)
    return capitals[bisect_right(starts, at) - 1]


@functools.lru_cache(_REMEMBERED)
def _lines(text: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return tuple(starts), tuple(line.isupper() for line in lines)
