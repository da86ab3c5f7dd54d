"""Names of bodies with capitals set in two ways, and words spelled in two ways."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

from generator.findings import Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_words.name_forms import Clash, Forms, by_key, clash
from generator.rules.said_words.spots import Spot, vocabulary
from generator.vn.syllables import read_syllable
from generator.vn.tones import ToneStyle, in_tone_style
from generator.vn.word_spans import without_addresses

_BODIES = frozenset({"Sở", "Bộ", "Ban", "Phòng"})
_SHORTEST, _LONGEST = 3, 6
_BODY = regex(rf"(?<![^\W\d_])(?=((?:{'|'.join(sorted(_BODIES))})(?: [^\W\d_]++){{{_SHORTEST - 1},{_LONGEST - 1}}}))")
# Pairs that mean one thing; which is right is for the office to say.
_TERMS = {
    ("gán", "nhãn"): "gắn nhãn",
    ("gắn", "nhãn"): "gắn nhãn",
    ("hằng", "năm"): "hàng năm",
    ("hàng", "năm"): "hàng năm",
}
_IN_TERMS = {first: second for first, second in _TERMS if first != second}
_I_OR_Y = frozenset("hklmst")
_ENDS_IN_I = frozenset("iíìỉĩịyýỳỷỹỵ")
_REMEMBERED = 16384


def body_names(said: Said) -> Iterator[Clash]:
    """«Sở thông tin và Truyền thông» beside «Sở Thông tin và Truyền thông»: the shortest beginning that differs."""
    beginnings: dict[tuple[str, ...], Forms] = defaultdict(lambda: defaultdict(list))
    known = vocabulary(said)
    for number in known.holding(_BODIES):
        passage, text = known.texts[number]
        for found in _BODY.finditer(without_addresses(text)):
            run = _run(found[1].split(" "))
            lower = tuple(part.lower() for part in run)
            for length in range(_SHORTEST, len(run) + 1):
                form = " ".join(run[:length])
                beginnings[lower[:length]][form].append(Spot(passage, found.start(), form))
    reported: set[tuple[str, ...]] = set()
    for key in sorted(beginnings, key=len):
        told = any(key[:length] in reported for length in range(_SHORTEST, len(key)))
        if len(beginnings[key]) > 1 and not told:
            reported.add(key)
            yield clash(beginnings[key], Severity.HINT, better=max(beginnings[key], key=_capitals))


def terms(said: Said) -> Iterator[Clash]:
    """Words that mean one thing in two spellings: «gán nhãn» and «gắn nhãn», «tỷ lệ» and «tỉ lệ»."""
    known = vocabulary(said)
    wanted = _two_ways(known.lower.values())
    spots = []
    for number in known.holding([word for word, lower in known.lower.items() if lower in wanted]):
        passage, text = known.texts[number]
        words, lower, starts = known.lists[number], known.lower_lists[number], known.starts(number)
        for at in _pairs_with(wanted, lower):
            pair = (lower[at], lower[at + 1])
            key = _TERMS.get(pair) or _with_y(*pair)
            if key and text[starts[at] + len(words[at]) : starts[at + 1]] == " ":
                spots.append((key, Spot(passage, starts[at], " ".join(pair))))
    groups = [(key, forms) for key, forms in by_key(spots).items() if len(forms) > 1]
    told: set[str] = set()
    # «tỉ lệ» and «đạt tỉ» are one slip: the pair that occurs most tells it.
    for key, forms in sorted(groups, key=lambda group: -sum(map(len, group[1].values()))):
        syllables = {part for part in key.split() if not part[-1].isalpha()}
        if not syllables or not syllables <= told:
            told |= syllables
            yield clash(forms, Severity.HINT)


def _pairs_with(wanted: Collection[str], words: list[str]) -> list[int]:
    """Where pairs of words begin of which one is wanted."""
    at_wanted = [at for at, word in enumerate(words) if word in wanted]
    return sorted({start for at in at_wanted for start in (at - 1, at) if 0 <= start < len(words) - 1})


def _two_ways(said: Iterable[str]) -> frozenset[str]:
    """The words, in lower case, that the document spells in two ways."""
    ways: dict[str, set[str]] = defaultdict(set)
    for word in said:
        if word in _IN_TERMS:
            ways[_IN_TERMS[word]].add(word)
        elif word[-1] in _ENDS_IN_I:
            ways[_syllable_with_y(word)].add(word)
    return frozenset(word for key, alike in ways.items() if key and len(alike) > 1 for word in alike)


def _run(words: list[str]) -> list[str]:
    named = takewhile(lambda word: len(word) == 1 or not word.isupper(), words)
    return [in_tone_style(word, ToneStyle.FIRST) for word in named]


def _capitals(form: str) -> int:
    return sum(ch.isupper() for ch in form)


def _with_y(one: str, other: str) -> str:
    """The pair with y for i in both, where i and y sound alike: «tỉ lệ» gives «tỷ lệ»; empty for other pairs."""
    parts = [_syllable_with_y(word) for word in (one, other)]
    if not any(parts):
        return ""
    return " ".join(
        part or in_tone_style(word, ToneStyle.FIRST) for part, word in zip(parts, (one, other), strict=True)
    )


@functools.lru_cache(_REMEMBERED)
def _syllable_with_y(word: str) -> str:
    """The syllable with y for i and its tone behind it, where i and y sound alike; empty for other words."""
    syllable = read_syllable(word)
    if syllable is None or syllable.rhyme not in ("i", "y") or syllable.onset not in _I_OR_Y or not syllable.tone:
        return ""
    return f"{syllable.onset}y{syllable.tone}"
