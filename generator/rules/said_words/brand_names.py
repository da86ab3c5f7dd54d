"""Short names with several spellings: abbreviations with Đ or D (BCĐ, BCD) and brands (TDOffice, TDoffice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Severity
from generator.rules.said import Passage, Said
from generator.rules.said_words.name_forms import Clash, Forms, by_key, clash, is_capitals, lines_of_words
from generator.rules.said_words.spots import Spot
from generator.vn.near import near_pairs
from generator.vn.vowels import split_tones
from generator.vn.word_spans import WordSpan

# Two letters stand for too many things: DA and ĐA, DV and ĐV, HD and HĐ are different words.
_SHORTEST_ABBREVIATION = 3
_SHORTEST_BRAND = 4
_SHORTEST_NEAR_BRAND = 6
_MIXED = re.compile("[a-z][A-Z]|[A-Z]{2}[a-z]")


def abbreviations(said: Said) -> Iterator[Clash]:
    """Abbreviations that differ in Đ and D alone, both in this document."""
    spots = (
        (word.text.replace("Đ", "D"), Spot(start.passage, word.start, word.text))
        for start, text, words in lines_of_words(said)
        for word in words
        if _is_abbreviation(word.text) and not is_capitals(text, word.start)
    )
    for forms in by_key(spots).values():
        if len(forms) > 1:
            yield clash(forms, Severity.WARNING, better=max(forms, key=lambda form: form.count("Đ")))


def brands(said: Said) -> Iterator[Clash]:
    """Names with capitals inside that are written in several ways, a lost letter included."""
    groups = by_key(
        (word.text.replace("-", "").casefold(), Spot(passage, word.start, word.text))
        for passage, word in _latin_words(said)
    )
    mixed = {key: forms for key, forms in groups.items() if any(_MIXED.search(form) for form in forms)}
    joined = {key: key for key in mixed}
    for one, other in near_pairs(key for key in mixed if len(key) >= _SHORTEST_NEAR_BRAND):
        kept, lost = joined[one], joined[other]
        joined = {key: kept if name == lost else name for key, name in joined.items()}
    for name in dict.fromkeys(joined.values()):
        keys = [key for key in mixed if joined[key] == name]
        forms: Forms = {form: spots for key in keys for form, spots in mixed[key].items()}
        if len(forms) > 1:
            yield clash(forms, Severity.WARNING, better=max(forms, key=_fullness))


def _fullness(form: str) -> tuple[int, int, int]:
    """Of equally common forms: the one with no letter lost, then with more capitals, then without a hyphen."""
    return len(form.replace("-", "")), sum(ch.isupper() for ch in form), -form.count("-")


def _is_abbreviation(word: str) -> bool:
    return len(word) >= _SHORTEST_ABBREVIATION and word.isupper() and not split_tones(word)[1]


def _latin_words(said: Said) -> Iterator[tuple[Passage, WordSpan]]:
    for start, text, words in lines_of_words(said):
        previous: WordSpan | None = None
        for word in (*words, None):
            if previous is not None and word is not None and _joined_by_hyphen(text, previous, word):
                previous = WordSpan(text[previous.start : word.end], previous.start)
                continue
            if previous is not None and _may_be_brand(previous.text) and not is_capitals(text, previous.start):
                yield start.passage, previous
            previous = word


def _may_be_brand(word: str) -> bool:
    return word.isascii() and len(word) >= _SHORTEST_BRAND


def _joined_by_hyphen(text: str, one: WordSpan, other: WordSpan) -> bool:
    return text[one.end : other.start] == "-" and one.text.isascii() and other.text.isascii()
