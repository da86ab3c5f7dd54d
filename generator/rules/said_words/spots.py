"""Where a fault stands, and how a finding names the same fault in several places."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import Place
from generator.rules.said import Passage, Said
from generator.vn.text import nfc, quoted, squeeze
from generator.vn.word_spans import word_list, word_starts

_RELATED = 20
_LOOKED_AT = 100  # spots whose places are looked up; several may stand on one line
_SHOWN = 4
_AROUND = 24


class Spot(Struct, frozen=True):
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


@functools.lru_cache(2)
def characters(said: Said) -> frozenset[str]:
    """Every character of the document: a rule about one that is not there has nothing to look for."""
    return frozenset[str]().union(*(text for _, text in composed(said)))


class Vocabulary(Struct, frozen=True, eq=False, dict=True):
    """The words of a document: passage by passage in order, and each with the passages that it stands in.

    A document has few different words: rules judge those, and only for what they find look up where it stands.
    """

    texts: tuple[tuple[Passage, str], ...]
    lists: tuple[list[str], ...]
    where: Mapping[str, Sequence[int]]

    @cached_property
    def lower(self) -> Mapping[str, str]:
        """Each word in lower case."""
        return {word: word.lower() for word in self.where}

    @cached_property
    def lower_lists(self) -> tuple[list[str], ...]:
        """The words of each passage in lower case."""
        return tuple(list(map(self.lower.__getitem__, words)) for words in self.lists)

    def holding(self, wanted: Collection[str]) -> list[int]:
        """The passages with any of these words, in order."""
        return sorted({number for word in wanted for number in self.where.get(word, ())})

    def spots(self, wanted: Collection[str]) -> Iterator[Spot]:
        """Where these words stand, in reading order."""
        for number in self.holding(wanted):
            passage, words = self.texts[number][0], self.lists[number]
            for word, start in zip(words, self.starts(number), strict=True):
                if word in wanted:
                    yield Spot(passage, start, word)

    def starts(self, number: int) -> list[int]:
        """Where each word of a passage starts."""
        return word_starts(self.texts[number][1], self.lists[number])


@functools.lru_cache(2)
def vocabulary(said: Said) -> Vocabulary:
    """The words of the document."""
    texts = composed(said)
    lists = tuple(word_list(text) for _, text in texts)
    where: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(lists):
        for word in found:
            where[word].append(number)
    return Vocabulary(texts, lists, dict(where))


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
