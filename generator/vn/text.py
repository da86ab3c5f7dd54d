"""Vietnamese words as characters: normal form, comparison, blanks, and what Word cannot hold."""

from __future__ import annotations

import functools
import unicodedata

from generator.patterns import regex

# XML 1.0 has no place for most of these; the others (C1 controls, U+2028, U+2029) are line breaks or
# invisible marks that Word shows each in its own way. U+FEFF is only good at the very start of a file.
_FORBIDDEN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# đ has no decomposition. ð (eth) is what some keyboards and old converters give for it.
_CROSSED_D = str.maketrans("đð", "dd")
_QUOTED_LENGTH = 60
_REMEMBERED = 4096


def nfc(text: str) -> str:
    """The text with each accented letter as one character (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def forbidden_character(text: str) -> int | None:
    """The index of the first character that may not stand in a Word text, or None.

    A carriage return counts: whoever reads a file turns CRLF into a line feed before.
    """
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def character_name(ch: str) -> str:
    """How messages name a character that cannot be shown: ``U+000B``."""
    return f"U+{ord(ch):04X}"


@functools.lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """The text in lower case and without accents, for comparing and for slugs: ``Đạt`` is ``dat``."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


def _without_accents(text: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch))


class _Folded(dict[int, str]):
    """Each character in lower case and without accents, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _without_accents(_without_accents(chr(code)).lower()).translate(_CROSSED_D)
        return self[code]


_FOLDED = _Folded()


def squeeze(text: str) -> str:
    """One line: each run of blanks, line breaks, no-break spaces is one space; none at the ends."""
    return " ".join(text.split())


def upper_first(words: str) -> str:
    """The words with their first character in upper case; empty stays empty."""
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """The words with their first character in lower case; empty stays empty."""
    return words[:1].lower() + words[1:]


def sentence_start(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched.

    Marks before that letter (quotes, a dash, ``**``) are passed over; a text that starts with a figure stays.
    """
    for index, ch in enumerate(text):
        if ch.isalnum():
            return text[:index] + ch.upper() + text[index + 1 :]
    return text


def quoted(text: str) -> str:
    """The text as messages show it: in «», on one line, cut when long, forbidden characters by name."""
    shown = _FORBIDDEN.sub(lambda found: f"[{character_name(found.group())}]", text[: _QUOTED_LENGTH * 4])
    shown = squeeze(shown)
    if len(shown) > _QUOTED_LENGTH or len(text) > _QUOTED_LENGTH * 4:
        shown = shown[:_QUOTED_LENGTH] + "…"
    return f"«{shown}»"
