"""Names of bodies with capitals set in two ways, and words spelled in two ways."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Severity
from generator.rules.said import Said
from generator.rules.said_words.name_forms import Clash, Forms, by_key, clash, lines_of_words
from generator.rules.said_words.spots import Spot
from generator.vn.syllables import read_syllable
from generator.vn.tones import ToneStyle, in_tone_style
from generator.vn.word_spans import WordSpan

_BODIES = frozenset({"Sở", "Bộ", "Ban", "Phòng"})
_SHORTEST, _LONGEST = 3, 6
# Pairs that mean one thing; which is right is for the office to say.
_TERMS = {
    ("gán", "nhãn"): "gắn nhãn",
    ("gắn", "nhãn"): "gắn nhãn",
    ("hằng", "năm"): "hàng năm",
    ("hàng", "năm"): "hàng năm",
}
_I_OR_Y = frozenset("hklmst")
_ENDS_IN_I = frozenset("iíìỉĩịyýỳỷỹỵ")
_REMEMBERED = 16384


def body_names(said: Said) -> Iterator[Clash]:
    """«Sở thông tin và Truyền thông» beside «Sở Thông tin và Truyền thông»: the shortest beginning that differs."""
    beginnings: dict[tuple[str, ...], Forms] = defaultdict(lambda: defaultdict(list))
    for start, text, words in lines_of_words(said):
        for at, word in enumerate(words):
            if word.text not in _BODIES:
                continue
            run = _run(text, words[at : at + _LONGEST])
            for length in range(_SHORTEST, len(run) + 1):
                form = " ".join(run[:length])
                key = tuple(part.lower() for part in run[:length])
                beginnings[key][form].append(Spot(start.passage, word.start, form))
    reported: set[tuple[str, ...]] = set()
    for key in sorted(beginnings, key=len):
        known = any(key[:length] in reported for length in range(_SHORTEST, len(key)))
        if len(beginnings[key]) > 1 and not known:
            reported.add(key)
            yield clash(beginnings[key], Severity.HINT, better=max(beginnings[key], key=_capitals))


def terms(said: Said) -> Iterator[Clash]:
    """Words that mean one thing in two spellings: «gán nhãn» and «gắn nhãn», «tỷ lệ» and «tỉ lệ»."""
    spots = []
    for start, text, words in lines_of_words(said):
        for one, other in pairwise(words):
            pair = (one.text.lower(), other.text.lower())
            if pair not in _TERMS and not (pair[0][-1] in _ENDS_IN_I or pair[1][-1] in _ENDS_IN_I):
                continue
            if text[one.end : other.start] != " ":
                continue
            key = _TERMS.get(pair) or _with_y(*pair)
            if key:
                spots.append((key, Spot(start.passage, one.start, " ".join(pair))))
    groups = [(key, forms) for key, forms in by_key(spots).items() if len(forms) > 1]
    told: set[str] = set()
    # «tỉ lệ» and «đạt tỉ» are one slip: the pair that occurs most tells it.
    for key, forms in sorted(groups, key=lambda group: -sum(map(len, group[1].values()))):
        syllables = {part for part in key.split() if not part[-1].isalpha()}
        if not syllables or not syllables <= told:
            told |= syllables
            yield clash(forms, Severity.HINT)


def _run(text: str, words: tuple[WordSpan, ...]) -> list[str]:
    run: list[str] = []
    end = words[0].start
    for word in words:
        if (run and text[end : word.start] != " ") or (len(word.text) > 1 and word.text.isupper()):
            break
        run.append(in_tone_style(word.text, ToneStyle.FIRST))
        end = word.end
    return run


def _capitals(form: str) -> int:
    return sum(ch.isupper() for ch in form)


@functools.lru_cache(_REMEMBERED)
def _with_y(one: str, other: str) -> str:
    """The pair with y for i in both, where i and y sound alike: «tỉ lệ» gives «tỷ lệ»; empty for other pairs."""
    parts = []
    changed = False
    for word in (one, other):
        syllable = read_syllable(word)
        if syllable is not None and syllable.rhyme in ("i", "y") and syllable.onset in _I_OR_Y and syllable.tone:
            parts.append(f"{syllable.onset}y{syllable.tone}")
            changed = True
        else:
            parts.append(in_tone_style(word, ToneStyle.FIRST))
    return " ".join(parts) if changed else ""
