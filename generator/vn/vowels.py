"""The letters of Vietnamese vowels, and the tone that stands on each."""

from __future__ import annotations

import unicodedata

LEVEL = ""
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
TONES = (GRAVE, ACUTE, HOOK, TILDE, DOT)
PLAIN_VOWELS = "aăâeêioôơuưy"


def _toned(vowel: str, tone: str) -> str:
    return unicodedata.normalize("NFC", vowel + tone)


_SPLIT = {
    _toned(vowel, tone): (vowel, tone)
    for plain in PLAIN_VOWELS
    for vowel in (plain, plain.upper())
    for tone in (LEVEL, *TONES)
}
_BARE = str.maketrans({letter: vowel for letter, (vowel, _) in _SPLIT.items()})
_TONES = {letter: tone for letter, (_, tone) in _SPLIT.items() if tone}
LETTERS = frozenset(_SPLIT) | frozenset("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX")
UPPER = "".join(sorted(letter for letter in LETTERS if letter.isupper()))
MARKED = frozenset(letter for letter in LETTERS if not letter.isascii())


def split_tones(word: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The NFC word without tones (circumflex, breve, horn and bar stay), and where each tone stood."""
    tones = [(index, _TONES[letter]) for index, letter in enumerate(word) if letter in _TONES]
    return word.translate(_BARE), tuple(tones)


def with_tone(bare: str, index: int, tone: str) -> str:
    """The toneless word with ``tone`` on its letter at ``index``."""
    return bare[:index] + _toned(bare[index], tone) + bare[index + 1 :]
