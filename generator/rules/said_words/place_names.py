"""Names of places and people that lost a mark in one spot: Bim Sơn beside Bỉm Sơn."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_words.name_forms import Clash, Forms, by_key
from generator.rules.said_words.spots import Spot, composed, gathered
from generator.vn.near import one_edit_apart
from generator.vn.syllables import is_syllable, read_syllable
from generator.vn.text import fold
from generator.vn.tones import ToneStyle, in_tone_style
from generator.vn.vowels import UPPER, split_tones
from generator.vn.word_spans import without_addresses

# The capital comes first, so that the search skips to one; the lookbehind wants no letter before it.
_PAIR = regex(rf"([{UPPER}](?<![^\W\d_].)[^\W\d_]*+) (?=([{UPPER}][^\W\d_]*+))")
_CAPITALS = frozenset(UPPER)
_MARK_LOST_AT_LEAST = 3  # times as common
_TONE_CHANGED_AT_LEAST = 5
_SHORTEST_BROKEN = 3  # «Khu B» is no slip for «Khu A»


def broken_names(said: Said) -> Iterator[Clash]:
    """Names of which one word is no syllable, beside the name that is one letter apart: Qung Trung, Quang Trung."""
    pairs = _pairs(said)
    broken = {written: at for written in pairs.where if (at := _broken_at(written)) is not None}
    beside = {(at, written.split(" ")[1 - at]) for written, at in broken.items()}
    wholes: dict[tuple[int, str], list[str]] = defaultdict(list)
    for written in pairs.where if broken else ():
        words = written.split(" ")
        for at in (0, 1):
            if (at, words[1 - at]) in beside and written not in broken and is_syllable(words[at]):
                wholes[at, words[1 - at]].append(written)
    for written, at in broken.items():
        words = written.split(" ")
        others = wholes[at, words[1 - at]]
        near = [each for each in others if one_edit_apart(words[at].lower(), each.split(" ")[at].lower())]
        if near:
            usual = max(near, key=lambda each: len(pairs.where[each]))
            spots = gathered(pairs.spots({written, usual}))
            yield Clash(usual, tuple(spots[usual]), tuple(spots[written]), Severity.WARNING)


def _broken_at(written: str) -> int | None:
    """Which of the two words is no syllable, when the other is one."""
    words = written.split(" ")
    first, second = (read_syllable(word) is not None for word in words)
    return None if first == second or len(words[first]) < _SHORTEST_BROKEN else int(first)


class _Pairs(Struct, frozen=True, eq=False):
    """Two words with capitals running: each pair with the numbers of the texts that it stands in."""

    texts: tuple[tuple[Passage, str], ...]
    where: Mapping[str, Sequence[int]]

    def spots(self, wanted: Collection[str]) -> Iterator[Spot]:
        """Where these pairs stand, in reading order."""
        for number in sorted({number for written in wanted for number in self.where[written]}):
            passage, text = self.texts[number]
            yield from (Spot(passage, start, written) for start, written in _pairs_in(text) if written in wanted)


def _pairs_in(text: str) -> Iterator[tuple[int, str]]:
    """Where each pair of the text starts and how it is written; words with more capitals are no names of places."""
    for found in _PAIR.finditer(text):
        if _CAPITALS.isdisjoint(found[1][1:]) and _CAPITALS.isdisjoint(found[2][1:]):
            yield found.start(), f"{found[1]} {found[2]}"


@functools.lru_cache(2)
def _pairs(said: Said) -> _Pairs:
    texts = tuple((passage, without_addresses(text)) for passage, text in composed(said))
    where: dict[str, list[int]] = defaultdict(list)
    for number, (_, text) in enumerate(texts):
        for _, written in _pairs_in(text):
            where[written].append(number)
    return _Pairs(texts, dict(where))


def place_names(said: Said) -> Iterator[Clash]:
    """Names of two syllables that differ in the marks of one syllable, one of them much rarer.

    Vĩnh Hùng and Vĩnh Hưng are two communes: both bear their marks, so a difference of letters is no fault; nor is one
    of tones between names that stand in one passage.
    """
    pairs = _pairs(said)
    keys: dict[str, set[str]] = defaultdict(set)
    for written in pairs.where:
        keys[fold(written)].add(_name(written))
    several = {written for written in pairs.where if len(keys[fold(written)]) > 1}
    spots = ((fold(spot.text), replace(spot, text=_name(spot.text))) for spot in pairs.spots(several))
    for forms in by_key(spots).values():
        yield from _clashes(forms)


def _name(written: str) -> str:
    return " ".join(in_tone_style(word, ToneStyle.FIRST) for word in written.split(" "))


def _clashes(forms: Forms) -> Iterator[Clash]:
    usual = max(forms, key=lambda form: len(forms[form]))
    for form, spots in forms.items():
        if form == usual:
            continue
        common = len(forms[usual]) / len(spots)
        if _lost_mark(form, usual) and common >= _MARK_LOST_AT_LEAST:
            severity = Severity.WARNING
        elif len(spots) == 1 and common >= _TONE_CHANGED_AT_LEAST and _other_tone(form, usual, forms):
            severity = Severity.HINT
        else:
            continue
        yield Clash(usual, tuple(forms[usual]), tuple(spots), severity)


def _differing(form: str, usual: str) -> tuple[str, str] | None:
    pairs = [(a, b) for a, b in zip(form.split(), usual.split(), strict=True) if a != b]
    return pairs[0] if len(pairs) == 1 else None


def _lost_mark(form: str, usual: str) -> bool:
    """Whether the form has every mark of the usual one but some: «Bim» for «Bỉm», «Đinh» for «Định»."""
    pair = _differing(form, usual)
    if pair is None or len(pair[0]) != len(pair[1]):
        return False
    written, meant = pair
    letters = zip(written, meant, strict=True)
    return all(a == b or a in (fold(b), fold(b).upper(), split_tones(b)[0]) for a, b in letters)


def _other_tone(form: str, usual: str, forms: Forms) -> bool:
    pair = _differing(form, usual)
    if pair is None or {id(spot.passage) for spot in forms[form]} & {id(spot.passage) for spot in forms[usual]}:
        return False
    same_letters = split_tones(pair[0])[0] == split_tones(pair[1])[0]
    return same_letters and bool(split_tones(pair[0])[1]) and is_syllable(pair[0])
