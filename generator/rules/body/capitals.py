"""Running text in which capitals are judged, and where in it a word stands inside a sentence.

Phụ lục II is law, but a machine cannot be sure that words are a name.  So no finding on capitals is an error: a warning
where the decree's own example is broken, a hint elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, chain

from msgspec import Struct

from generator.decree.facts import Source, custom
from generator.findings import Place
from generator.rules.body.prose import written
from generator.vn.text import squeeze
from generator.word.recognised import Fragment, Recognised

_NAMING = ("trich_yeu", "trich_yeu_cong_van", "kinh_gui", "noi_nhan_danh_sach")
_BETWEEN = "\0"  # no letter and no blank
_BEFORE_SENTENCE = frozenset(".?!:;…\"“”‘’'«([/|+*•-–—")
# Both ways of setting the tone are right: hóa and hoá, ủy and uỷ, tòa and toà.
_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "ũy": "uỹ"}


def hinted(source: Source) -> Source:
    """The same article for a finding that is no more than a hint."""
    return custom(source.article)


class _RunningText(Struct, frozen=True):
    """Each paragraph of running text on one line, and all of them in one text: ``starts`` are their places in it."""

    passages: tuple[tuple[str, Fragment], ...]
    whole: str
    small: str
    starts: list[int]

    def having(self, text: str, words: Iterable[str]) -> set[int]:
        """The passages in which any of the words stands, ``text`` being the whole as it is or in small letters."""
        found = set()
        for word in words:
            at = text.find(word)
            while at >= 0:
                passage = bisect_right(self.starts, at)
                found.add(passage - 1)
                at = text.find(word, self.starts[passage]) if passage < len(self.starts) else -1
        return found


def has_running_text(doc: Recognised) -> bool:
    """Whether there is any text in which capitals can be judged."""
    return bool(_running_text(doc).passages)


def passages(doc: Recognised, words: Iterable[str], in_any_letters: Iterable[str] = ()) -> Iterator[tuple[str, Place]]:
    """The paragraphs of running text, each on one line, in which any of these words stands; those in capitals are left
    out.  Words ``in_any_letters`` are given in small ones.
    """
    text = _running_text(doc)
    for number in sorted(text.having(text.whole, words) | text.having(text.small, in_any_letters)):
        passage, fragment = text.passages[number]
        yield passage, fragment.place


def occurrences(doc: Recognised, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Place]]:
    """What a pattern finds in running text; it may not match a NUL, which stands between paragraphs."""
    text = _running_text(doc)
    for found in pattern.finditer(text.whole):
        yield found, text.passages[bisect_right(text.starts, found.start()) - 1][1].place


@lru_cache(maxsize=1)  # five rules ask for it in turn
def _running_text(doc: Recognised) -> _RunningText:
    found = tuple(_passages(doc))
    whole = _BETWEEN.join(text for text, _ in found)
    starts = list(accumulate((len(text) + 1 for text, _ in found[:-1]), initial=0))
    return _RunningText(found, whole, small_letters(whole), starts)


def _passages(doc: Recognised) -> Iterator[tuple[str, Fragment]]:
    annexes = chain.from_iterable(annex.content for annex in doc.annexes)
    paragraphs = [Fragment.whole(para) for para in (*doc.content, *annexes) if para.cell is None]
    for fragment in (*paragraphs, *chain.from_iterable(doc.of(name) for name in _NAMING)):
        text = written(fragment.para) if fragment.is_whole else squeeze(fragment.text)
        in_capitals = any(stretch.look.caps for stretch in fragment.stretches)
        if text and not text.isupper() and not in_capitals:
            yield text, fragment


def small_letters(text: str) -> str:
    """The text in small letters, letter for letter."""
    return text.replace("İ", "I").lower()


def in_word(character: str) -> bool:
    """Whether a character, where there is one, is a letter, a figure or a low line."""
    return character.isalnum() or character == "_"


def inside_sentence(text: str, start: int) -> bool:
    """Whether what begins at ``start`` surely does not begin a sentence, a quotation or an item."""
    before = text[:start].rstrip()
    return before != "" and before[-1] not in _BEFORE_SENTENCE


def spellings(name: str) -> list[str]:
    """The name with its tones set in the one way and the other."""
    found = [name]
    for one, other in _TONES.items():
        found += [each.replace(one, other) for each in found if one in each]
    return found


@lru_cache(maxsize=256)  # the same names for every document
def pattern_of(name: str) -> str:
    """A pattern for the name in any capitals, blanks and both ways of setting tones; it has no groups."""
    words = []
    for word in name.split():
        pattern = re.escape(word)
        for one, other in _TONES.items():
            pattern = pattern.replace(one, f"(?:{one}|{other})")
            # "Ủy" and "Uỷ": the capital moves with its letter, the tone does not.
            pattern = pattern.replace(one.capitalize(), f"(?:{one.capitalize()}|{other.capitalize()})")
        words.append(pattern)
    return r"\s+".join(words)


def as_named(found: str, right: str) -> str:
    """The words as found with the capitals of ``right``, so that tones stay as the writer sets them."""
    if len(found) != len(right):
        return right
    return "".join(ch.upper() if model.isupper() else ch.lower() for ch, model in zip(found, right, strict=True))
