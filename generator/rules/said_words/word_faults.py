"""What is wrong with a single word as a word: left over from scanning, from an old encoding, or mistyped."""

from __future__ import annotations

import functools

from msgspec import Struct

from generator.patterns import regex
from generator.vn.legacy import OI, from_tcvn3, from_vni
from generator.vn.look_alikes import plain_letters
from generator.vn.syllables import has_vowel, is_syllable, read_syllable
from generator.vn.vowels import LETTERS, MARKED, split_tones

_GLUED_ACRONYM = regex(r"([A-ZĐÂÊÔƠƯĂ]{2,12})([^\WA-ZĐ\d_]{2,12})")
_VOWEL_RUN = regex("[aăâeêioôơuưy]++")
# Names and loans from elsewhere keep their own beginnings and ends: «crôm», «Đắk».
_FOREIGN_SHAPE = regex(r"^(?:br|bl|cr|cl|đr|dr|fl|gr|kr|pl|pr|st|xt)|[klr]$")
_LONGEST = 24
_REMEMBERED = 16384


class WordFault(Struct, frozen=True):
    """``reason`` ends the sentence that the word begins; ``meant`` is the word meant, empty where nobody can tell.

    ``sure`` tells that nothing else can have been meant.
    """

    reason: str
    meant: str = ""
    sure: bool = False


@functools.lru_cache(_REMEMBERED)
def word_fault(word: str) -> WordFault | None:
    """What is wrong with the NFC word for sure; look-alike letters are another matter."""
    if word.isascii() or (is_syllable(word) and (word.islower() or word.istitle() or word.isupper())):
        return None  # nearly every word
    plain = plain_letters(word)
    if plain.translate(OI) != plain:
        return WordFault("có chữ «ƣ» do phần mềm quét đọc nhầm chữ «ư»", plain.translate(OI), sure=True)
    if not 2 <= len(plain) <= _LONGEST or plain.isascii():
        return None
    old = from_tcvn3(plain) or from_vni(plain)
    if old and not set(plain) <= LETTERS:
        return WordFault("là chữ của bảng mã cũ (TCVN3, VNI)", _as_cased(old, plain))
    if not set(plain) <= LETTERS or not has_vowel(plain):
        return None
    return _misspelled(plain) or (WordFault("là chữ của bảng mã cũ (VNI)", _as_cased(old, plain)) if old else None)


def pieces(word: str) -> tuple[str, str] | None:
    """The two syllables that the lower-case word would be if a blank were missing in it, or None."""
    if not 4 <= len(word) <= _LONGEST or not word.islower():
        return None
    cuts = ((word[:at], word[at:]) for at in range(len(word) - 2, 1, -1))
    return next((cut for cut in cuts if is_syllable(cut[0]) and is_syllable(cut[1])), None)


def _misspelled(word: str) -> WordFault | None:
    glued = _glued(word)
    if glued:
        return WordFault("viết dính liền", glued)
    bare, tones = split_tones(word.lower())
    if len(tones) > 1:
        cut = pieces(word)
        return WordFault("viết dính liền", " ".join(cut)) if cut else WordFault("có hai dấu thanh trong một chữ")
    syllable = read_syllable(word)
    if syllable is not None:
        if syllable.well_placed:
            return None
        # People spell their own names in their own way.
        return WordFault("đặt dấu thanh sai chỗ", _as_cased(syllable.mended, word), sure=word.islower())
    as_l = "l" + word[1:]
    if word[0] == "I" and word[1:].islower() and is_syllable(as_l):
        return WordFault("có chữ I hoa ở chỗ của chữ l", as_l, sure=True)
    if len(_VOWEL_RUN.findall(bare)) != 1 or _FOREIGN_SHAPE.search(bare):
        return None
    if word.islower() or (word.isupper() and tones):
        return WordFault("không phải là một chữ tiếng Việt")
    return None


def _glued(word: str) -> str:
    acronym = _GLUED_ACRONYM.fullmatch(word)
    if acronym and not acronym[2].isascii() and acronym[2].islower():
        if acronym[1].endswith("I") and len(acronym[1]) > 2 and is_syllable("l" + acronym[2]):
            return f"{acronym[1][:-1]} l{acronym[2]}"
        if is_syllable(acronym[2]):
            return f"{acronym[1]} {acronym[2]}"
    if word.islower() or word.isupper() or word.istitle():
        return ""
    upper_at = next((index for index in range(2, len(word)) if word[index].isupper()), len(word))
    one, other = word[:upper_at], word[upper_at:]
    both = len(other) > 1 and other[1:].islower() and one[1:].islower() and is_syllable(one) and is_syllable(other)
    return f"{one} {other}" if both and not MARKED.isdisjoint(one) else ""


def _as_cased(meant: str, written: str) -> str:
    if written.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if written[0].isupper() else meant
