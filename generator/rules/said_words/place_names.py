"""Names of places and people that lost a mark in one spot: Bim Sơn beside Bỉm Sơn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Severity
from generator.rules.said import Said
from generator.rules.said_words.name_forms import Clash, Forms, lines_of_words
from generator.rules.said_words.spots import Spot
from generator.vn.syllables import is_syllable
from generator.vn.text import fold
from generator.vn.tones import ToneStyle, in_tone_style
from generator.vn.vowels import split_tones

_MARK_LOST_AT_LEAST = 3  # times as common
_TONE_CHANGED_AT_LEAST = 5


def place_names(said: Said) -> Iterator[Clash]:
    """Names of two syllables that differ in the marks of one syllable, one of them much rarer.

    Vĩnh Hùng and Vĩnh Hưng are two communes: both bear their marks, so a difference of letters is no fault; nor is one
    of tones between names that stand in one passage.
    """
    groups: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for start, text, words in lines_of_words(said):
        for one, other in pairwise(words):
            if text[one.end : other.start] == " " and one.text.istitle() and other.text.istitle():
                name = " ".join(in_tone_style(word.text, ToneStyle.FIRST) for word in (one, other))
                groups[fold(name)][name].append(Spot(start.passage, one.start, name))
    for forms in groups.values():
        if len(forms) > 1:
            yield from _clashes(forms)


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
