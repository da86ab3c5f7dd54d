"""Where a fault stands, and how a finding names the same fault in several places."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.findings import Place
from generator.rules.said import Passage, Said
from generator.vn.text import nfc, quoted, squeeze
from generator.vn.word_spans import WordSpan, words

_RELATED = 20
_LOOKED_AT = 100  # spots whose places are looked up; several may stand on one line
_SHOWN = 4
_AROUND = 24


@dataclass(frozen=True)
class Spot:
    """Words in a passage, at an offset into it."""

    passage: Passage
    start: int
    text: str

    @property
    def place(self) -> Place:
        return self.passage.place_at(self.start)


@functools.lru_cache(2)
def composed(said: Said) -> tuple[tuple[Passage, str], ...]:
    """Every passage with its words in NFC; line breaks stand where they stood, so lines can be told."""
    texts = [(passage, nfc(passage.text)) for passage in said.everything]
    return tuple((passage if text == passage.text else replace(passage, text=text), text) for passage, text in texts)


def word_spots(said: Said) -> Iterator[tuple[Passage, str, WordSpan]]:
    """Every word of the document."""
    for passage, text in composed(said):
        for word in words(text):
            yield passage, text, word


def gathered(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    """The spots by their words, in the order of the first ones."""
    by_text: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        by_text[spot.text].append(spot)
    return by_text


def first_and_others(spots: list[Spot]) -> tuple[Place, tuple[Place, ...]]:
    """The place of the first spot, and the other places, each once and not too many."""
    places = list(dict.fromkeys(spot.place for spot in spots[:_LOOKED_AT]))
    return places[0], tuple(places[1 : _RELATED + 1])


def times(count: int) -> str:
    """How often, for the end of a remark: empty for once."""
    return f" ({count} chỗ)" if count > 1 else ""


def listed(texts: Iterable[str]) -> str:
    """The texts in «», the first few of them."""
    known = list(dict.fromkeys(texts))
    rest = len(known) - _SHOWN
    return ", ".join(quoted(text) for text in known[:_SHOWN]) + (f" và {rest} chữ khác" if rest > 0 else "")


def around(text: str, start: int, end: int) -> str:
    """The words about ``start`` to ``end``, whole where they are short, in «»."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank >= 0 else last
    return quoted(squeeze(text[first:last]))
