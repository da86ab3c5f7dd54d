"""Running text in which capitals are judged, and where in it a word stands inside a sentence.

Phụ lục II is law, but a machine cannot be sure that words are a name.  So no finding on capitals is an error: a warning
where the decree's own example is broken, a hint elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from generator.decree.facts import Source, custom
from generator.findings import Place
from generator.patterns import regex
from generator.rules.body.prose import written
from generator.vn.text import squeeze
from generator.word.recognised import Fragment, Recognised

_NAMING = ("trich_yeu", "trich_yeu_cong_van", "kinh_gui", "noi_nhan_danh_sach")
_BEFORE_SENTENCE = regex(r"(?:^|[.?!:;…\"“”‘’'«(\[/|+*•-]|[–—])\s*$")
# Both ways of setting the tone are right: hóa and hoá, ủy and uỷ, tòa and toà.
_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "ũy": "uỹ"}


def hinted(source: Source) -> Source:
    """The same article for a finding that is no more than a hint."""
    return custom(source.article)


@lru_cache(maxsize=1)  # five rules ask for it in turn
def running_text(doc: Recognised) -> tuple[tuple[str, Place], ...]:
    """Each paragraph of running text on one line, those in capitals left out."""
    return tuple(_running_text(doc))


def _running_text(doc: Recognised) -> Iterator[tuple[str, Place]]:
    annexes = chain.from_iterable(annex.content for annex in doc.annexes)
    paragraphs = [Fragment.whole(para) for para in (*doc.content, *annexes) if para.cell is None]
    for fragment in (*paragraphs, *chain.from_iterable(doc.of(name) for name in _NAMING)):
        text = written(fragment.para) if fragment.is_whole else squeeze(fragment.text)
        in_capitals = any(stretch.look.caps for stretch in fragment.stretches)
        if text and not text.isupper() and not in_capitals:
            yield text, fragment.place


def inside_sentence(text: str, start: int) -> bool:
    """Whether what begins at ``start`` surely does not begin a sentence, a quotation or an item."""
    return _BEFORE_SENTENCE.search(text[:start]) is None


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
