"""A text as the words and marks that names are recognised by, whatever the capitals, the tone marks, the blanks."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from generator.patterns import regex
from generator.vn.text import nfc
from generator.vn.tones import ToneStyle, in_tone_style

_TOKEN = regex(r"[^\W_]+|[^\s]")
_REMEMBERED = 4096
_DASHES = regex("[\u2010-\u2015\u2212]")
_MAY_HAVE_TWO_STYLES = regex(r"o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]")


class Token(NamedTuple):
    """A word or a mark: as written, as compared, its place in the text; ``joined`` to the one before on one line."""

    text: str
    key: str
    start: int
    end: int
    joined: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def all_capitals(words: Sequence[Token]) -> bool:
    """Whether the words are all in capitals, which of one letter alone cannot be told."""
    return any(word.is_upper for word in words) and all(word.text.isupper() for word in words if word.text.isalpha())


def tokens(text: str) -> list[Token]:
    """The words and marks of an NFC text."""
    found, end = list[Token](), 0
    for each in _TOKEN.finditer(text):
        word = each.group()
        found.append(Token(word, _key(word), each.start(), each.end(), "\n" not in text[end : each.start()]))
        end = each.end()
    return found


@functools.lru_cache(_REMEMBERED)
def keys(text: str) -> tuple[str, ...]:
    """The words and marks of any text as they are compared."""
    return tuple(token.key for token in tokens(nfc(text)))


def _key(word: str) -> str:
    if len(word) == 1:
        return _DASHES.sub("-", word).lower()
    lower = word.lower()
    return in_tone_style(lower, ToneStyle.FIRST) if _MAY_HAVE_TWO_STYLES.search(lower) else lower
