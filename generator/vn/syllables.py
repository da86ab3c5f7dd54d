"""What may be a Vietnamese syllable: an onset, a rhyme and a tone that go together, by the rules of spelling.

The tables say what can be written, not what means something: «ngoẹt» passes, «chuyểm» and «thưòng» do not.
"""

from __future__ import annotations

import functools

from msgspec import Struct

from generator.vn.vowels import ACUTE, DOT, LEVEL, split_tones, with_tone


def _words(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


_ONSETS = frozenset(("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx"))
_RHYMES = _words(
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât",
    "e eo ec em en eng ep et ê êu êch êm ên ênh êp êt",
    "i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu",
    "o oi oc om on ong op ot oong ooc oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt",
    "oe oeo oec oem oen oet ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    "u ua ui uc um un ung up ut uân uâng uât uây uê uêch uênh uêt uêu uơ uôc uôm uôn uông uôt uôi",
    "uy uya uyên uyêt uych uynh uyt uyu uyp uyn",
    "ư ưa ưi ưu ưc ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu",
)
# After «qu» the glide is part of the onset: «quyết», «quốc», «quanh».
_AFTER_QU = _words(
    "a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây ân âng ât",
    "e eo en eng et ê êu êch ên ênh êt i it ich inh iu y yên yêt yt ynh ych yu yp ơ ôc",
)
# Where the vowel of «gi» is its own: «gì», «gìn», «giêng», «giết».
_I_OF_GI = frozenset({"i", "in", "iêng", "iêt", "iêc"})
_BEFORE_FRONT = frozenset("eêi")
_SPECIAL = "ăâêôơư"
_VOWELS = frozenset("aăâeêioôơuưy")
_TWO_STYLES = frozenset({"oa", "oe", "uy"})
_STOPS = ("ch", "c", "p", "t")
_LONGEST = 7
_REMEMBERED = 16384


class Syllable(Struct, frozen=True):
    """A syllable without its tone, the tone, where it stands, and where it may stand (indexes into the word)."""

    onset: str
    rhyme: str
    tone: str
    tone_at: int
    may_stand: tuple[int, ...]

    @property
    def well_placed(self) -> bool:
        return self.tone == LEVEL or self.tone_at in self.may_stand

    @property
    def two_styles(self) -> bool:
        """Whether the tone has two right places: «hòa» and «hoà»."""
        return self.tone != LEVEL and self.rhyme in _TWO_STYLES and self.onset != "qu"

    @property
    def mended(self) -> str:
        """The syllable in lower case with the tone in its (first) right place."""
        bare = self.onset + self.rhyme
        return bare if self.tone == LEVEL else with_tone(bare, self.may_stand[0], self.tone)


@functools.lru_cache(_REMEMBERED)
def read_syllable(word: str) -> Syllable | None:
    """The syllable that the NFC word is, wherever on its vowels the tone stands; None if it cannot be one."""
    if len(word) > _LONGEST:
        return None
    bare, tones = split_tones(word.lower())
    if len(tones) > 1:
        return None
    tone_at, tone = tones[0] if tones else (-1, LEVEL)
    parts = _parts(bare)
    if parts is None or (tone not in (ACUTE, DOT) and parts[1].endswith(_STOPS)):
        return None
    onset, rhyme = parts
    return Syllable(onset, rhyme, tone, tone_at, tuple([len(onset) + index for index in _places(rhyme)]))


def is_syllable(word: str) -> bool:
    """Whether the word is spelled as a Vietnamese syllable, its tone in a right place."""
    syllable = read_syllable(word)
    return syllable is not None and syllable.well_placed


def has_vowel(word: str) -> bool:
    """Whether the word has a Vietnamese vowel at all; abbreviations like «qđ» have none."""
    return any(letter in _VOWELS for letter in split_tones(word.lower())[0])


def _parts(bare: str) -> tuple[str, str] | None:
    if bare.startswith("gi") and bare[1:] in _I_OF_GI:
        return "g", bare[1:]
    if bare.startswith("qu"):
        return ("qu", bare[2:]) if bare[2:] in _AFTER_QU else None
    if bare in _RHYMES:
        return None if bare.startswith("iê") else ("", bare)
    onset = next(filter(_ONSETS.__contains__, (bare[:3], bare[:2], bare[:1])), "")
    rhyme = bare[len(onset) :]
    if not onset or rhyme not in _RHYMES or rhyme.startswith("yê") or not _go_together(onset, rhyme):
        return None
    return onset, rhyme


def _go_together(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in _BEFORE_FRONT or (rhyme[0] == "y" and onset == "k")
    if onset in ("k", "gh", "ngh"):
        return front
    return not front if onset in ("c", "g", "ng") else True


@functools.lru_cache(_REMEMBERED)
def _places(rhyme: str) -> tuple[int, ...]:
    vowels = len(rhyme) - next((i for i, letter in enumerate(reversed(rhyme)) if letter in _VOWELS), 0)
    special = [index for index in range(vowels) if rhyme[index] in _SPECIAL]
    if special:
        return (special[-1],)
    if vowels == 1:
        return (0,)
    if vowels < len(rhyme):
        return (vowels - 1,)
    if vowels == 2 and rhyme in _TWO_STYLES:
        return (0, 1)
    return (0,) if vowels == 2 else (1,)
