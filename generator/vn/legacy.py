"""What old encodings, scanners and the keyboard leave in words, and the word that was meant."""

from __future__ import annotations

from generator.vn.syllables import is_syllable
from generator.vn.vowels import ACUTE, DOT, GRAVE, HOOK, TILDE, split_tones, with_tone

_LONGEST = 14
# Scanned text has the letter OI (U+01A3) for ư.
OI = str.maketrans("ƣƢ", "ưƯ")
# TCVN3 (fonts .VnTime …) read as Latin-1.
_TCVN3 = str.maketrans(
    "\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6"
    "\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xad\xf5"
    "\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xa1\xa2\xa3\xa4\xa5\xa6\xa7",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)
# VNI (fonts VNI-Times …) read as Latin-1: a mark follows its vowel, except on these letters.
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS = {
    "ù": ("", ACUTE), "ø": ("", GRAVE), "û": ("", HOOK), "õ": ("", TILDE), "ï": ("", DOT),
    "â": ("\u0302", ""), "á": ("\u0302", ACUTE), "à": ("\u0302", GRAVE), "å": ("\u0302", HOOK), "ã": ("\u0302", TILDE),
    "ä": ("\u0302", DOT), "ê": ("\u0306", ""), "é": ("\u0306", ACUTE), "è": ("\u0306", GRAVE), "ú": ("\u0306", HOOK),
    "ü": ("\u0306", TILDE), "ë": ("\u0306", DOT),
}  # fmt: skip
_SHAPES = {("a", "\u0302"): "â", ("e", "\u0302"): "ê", ("o", "\u0302"): "ô", ("a", "\u0306"): "ă"}
_TELEX_TONES = {"f": GRAVE, "s": ACUTE, "r": HOOK, "x": TILDE, "j": DOT}
_TELEX_LETTERS = (
    ("dd", "đ"),
    ("aa", "â"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("uow", "ươ"),
    ("aw", "ă"),
    ("ow", "ơ"),
    ("uw", "ư"),
)


def from_tcvn3(word: str) -> str | None:
    """The syllable in lower case that the word was in TCVN3, or None; never for words that are right as they stand."""
    return _meant(word, word.translate(_TCVN3))


def from_vni(word: str) -> str | None:
    """The syllable in lower case that the word was in VNI, or None."""
    if len(word) > _LONGEST:
        return None
    decoded = ""
    for letter in word.lower():
        shape, tone = _VNI_MARKS.get(letter, ("", ""))
        last = decoded[-1:]
        base = _SHAPES.get((last, shape), "") if shape else last
        if (shape or tone) and base and base in "aăâeêioôơuưy":
            decoded = with_tone(decoded[:-1] + base, len(decoded) - 1, tone)
        else:
            decoded += _VNI_ALONE.get(letter, letter)
    return _meant(word, decoded)


def from_telex(word: str) -> str | None:
    """The syllable in lower case that was typed with the Vietnamese keyboard off: «ngayf» is «ngày»."""
    letters = word.lower()
    tone = _TELEX_TONES.get(letters[-1:])
    if tone is None or len(letters) > _LONGEST or split_tones(letters)[1]:
        return None
    bare = letters[:-1]
    for typed, meant in _TELEX_LETTERS:
        bare = bare.replace(typed, meant)
    toned = (with_tone(bare, index, tone) for index, letter in enumerate(bare) if letter in "aăâeêioôơuưy")
    return next((syllable for syllable in toned if is_syllable(syllable)), None)


def _meant(word: str, decoded: str) -> str | None:
    if word.isascii() or len(word) > _LONGEST or is_syllable(word):
        return None
    decoded = decoded.lower()
    return decoded if decoded != word.lower() and not decoded.isascii() and is_syllable(decoded) else None
