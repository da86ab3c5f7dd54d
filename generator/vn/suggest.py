"""Which of the known words was meant by an unknown one."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.patterns import regex
from generator.vn.text import fold

_SEPARATORS = regex(r"[\s_-]+")
_NEAR = 0.6
_REMEMBERED = 4096  # candidates; a long catalogue is gone through again for every word that it does not have


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None when none is near.

    Accents, case and the separators ``_``, ``-`` and blank do not count. Of equally near candidates the first
    in alphabetical order is taken, so that the order in which they come does not matter.
    """
    wanted = _key(word)
    if not wanted:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, best_ratio = None, _NEAR
    for candidate in sorted(set(candidates)):
        matcher.set_seq1(_key(candidate))
        # The two cheap upper bounds spare the slow ratio for words that cannot win.
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio == best_ratio):
            best, best_ratio = candidate, ratio
    return best


@functools.lru_cache(_REMEMBERED)
def _key(word: str) -> str:
    return _SEPARATORS.sub("_", fold(word)).strip("_")
