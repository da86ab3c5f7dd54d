"""The two ways of setting the tone on oa, oe, uy: «hòa», «ủy» and «hoà», «uỷ»; both are right, one document has one."""

from __future__ import annotations

import enum
import functools

from generator.vn.syllables import read_syllable
from generator.vn.vowels import split_tones, with_tone

_REMEMBERED = 16384


class ToneStyle(enum.Enum):
    """Which letter of oa, oe, uy bears the tone."""

    FIRST = "hòa, ủy"
    SECOND = "hoà, uỷ"

    @property
    def other(self) -> ToneStyle:
        return ToneStyle.SECOND if self is ToneStyle.FIRST else ToneStyle.FIRST


@functools.lru_cache(_REMEMBERED)
def tone_style(word: str) -> ToneStyle | None:
    """The style that the NFC word shows; None when it would be written alike in both."""
    syllable = read_syllable(word)
    if syllable is None or not syllable.two_styles or not syllable.well_placed:
        return None
    return ToneStyle.FIRST if syllable.tone_at == syllable.may_stand[0] else ToneStyle.SECOND


@functools.lru_cache(_REMEMBERED)
def in_tone_style(word: str, style: ToneStyle) -> str:
    """The word with the tone set in ``style``, its capitals kept; the word itself where there is nothing to move."""
    syllable = read_syllable(word)
    if syllable is None or tone_style(word) in (None, style):
        return word
    at = syllable.may_stand[0 if style is ToneStyle.FIRST else 1]
    return with_tone(split_tones(word)[0], at, syllable.tone)
