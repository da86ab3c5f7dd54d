"""Letters of other alphabets that look like Vietnamese ones, so that neither a search nor a sort finds the word."""

from __future__ import annotations

import functools
import unicodedata

_PAIRS = (
    # Latin letters of other languages, for đ.
    ("ÐĐ", "ðđ", "ƉĐ", "ɖđ"),
    # Cyrillic.
    ("АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "ХX", "УY", "ІI", "ЈJ", "ЅS"),
    ("аa", "еe", "оo", "рp", "сc", "хx", "уy", "іi", "јj", "ѕs", "һh", "кk", "мm", "тt", "нn", "вb", "пn", "иu"),
    # Greek.
    ("ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "οo", "νv", "αa", "ιi"),
)
LOOK_ALIKES = {pair[0]: pair[1] for row in _PAIRS for pair in row}
_REMEMBERED = 16384
_TABLE = str.maketrans(LOOK_ALIKES)
_FOR_D = frozenset("ÐðƉɖ")
_FIRST_FULL_WIDTH, _LAST_FULL_WIDTH = "\uff10", "\uff5a"
_FIRST_STYLED, _LAST_STYLED = "\U0001d400", "\U0001d7ff"
_FIRST_LIGATURE, _LAST_LIGATURE = "\ufb00", "\ufb06"


def is_foreign(letter: str) -> bool:
    """Whether the letter is no letter of Vietnamese although it looks like one."""
    return letter in LOOK_ALIKES or _has_plain_form(letter)


def plain_letters(word: str) -> str:
    """The word with each look-alike replaced by the letter that it looks like."""
    replaced = word.translate(_TABLE)
    return "".join(unicodedata.normalize("NFKC", ch) if _has_plain_form(ch) else ch for ch in replaced)


@functools.lru_cache(_REMEMBERED)
def misleads(word: str) -> bool:
    """Whether the word has a look-alike in it, and is not simply a word of another alphabet («α», «Москва»)."""
    found = [letter for letter in word if is_foreign(letter)]
    if not found:
        return False
    if any(letter in _FOR_D or _has_plain_form(letter) for letter in found):
        return True
    others = [letter for letter in word if letter not in LOOK_ALIKES]
    if not others:
        # Nothing but look-alikes: «ОСОР» misleads, «а» and «со» may be Russian.
        return len(word) > 1 and word.isupper() and unicodedata.name(word[0]).startswith("CYRILLIC")
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in others)


def _has_plain_form(letter: str) -> bool:
    return (
        _FIRST_FULL_WIDTH <= letter <= _LAST_FULL_WIDTH
        or _FIRST_STYLED <= letter <= _LAST_STYLED
        or _FIRST_LIGATURE <= letter <= _LAST_LIGATURE
    )
