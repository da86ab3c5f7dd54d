"""DL701: no words broken by scanning, by an old encoding or by a keyboard that was off."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import (
    Spot,
    characters,
    first_and_others,
    gathered,
    times,
    vocabulary,
)
from generator.rules.said_words.word_faults import WordFault, pieces, word_fault
from generator.vn.legacy import from_tcvn3, from_telex
from generator.vn.syllables import is_syllable
from generator.vn.text import character_name, quoted
from generator.vn.vowels import MARKED
from generator.vn.word_spans import without_addresses

RULE = SaidRule(
    "DL701",
    Severity.WARNING,
    "Không còn chữ hỏng do quét, do bảng mã cũ, do gõ máy",
    "Chữ hỏng làm người đọc mất công đoán, máy không tìm ra; văn bản gửi cấp trên còn chữ hỏng là chưa đọc lại.",
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
_FIRST_INVISIBLE = regex(f"[{_INVISIBLE}]")
_SYMBOLS_OF_TCVN3 = frozenset(map(chr, range(0xA1, 0xC0)))
_CHUNK = regex(r"[^\s.,;:!?()\[\]/\"“”]++")
_O_FOR_ZERO = regex(r"(?<![^\W_])[0-9]{1,6}+[Oo][0-9]{1,6}+(?![^\W_])")
_SHORTEST_SURE_TELEX, _SHORTEST_TELEX = 3, 4
_REMEMBERED = 16384


def check(said: Said) -> Iterator[Finding]:
    known = vocabulary(said)
    faults = {word: fault for word in known.where if (fault := word_fault(word)) is not None}
    for written, group in gathered(known.spots(faults)).items():
        yield _finding(written, faults[written], group)
    yield from _glued(said)
    yield from _telex(said)
    yield from _characters(said)


def _finding(written: str, fault: WordFault, group: list[Spot], severity: Severity = Severity.WARNING) -> Finding:
    place, others = first_and_others(group)
    fix = f"Viết {quoted(fault.meant)}." if fault.meant else "Xem bản gốc và gõ lại chữ này."
    return RULE.finding(place, f"{quoted(written)} {fault.reason}{times(len(group))}.", fix, others, severity)


def _glued(said: Said) -> Iterator[Finding]:
    """Two words without their blank; only what the document itself writes with a blank, so that «ôtô» stays."""
    known = vocabulary(said)
    cuts = {word: cut for word in known.where if (cut := _may_be_two(word)) is not None}
    wanted = set(cuts.values())
    apart = {pair for words in known.lower_lists for pair in pairwise(words) if pair in wanted} if cuts else set()
    glued = {word: cut for word, cut in cuts.items() if cut in apart}
    for written, group in gathered(known.spots(glued)).items():
        yield _finding(written, WordFault("viết dính liền", " ".join(glued[written])), group)


@functools.lru_cache(_REMEMBERED)
def _may_be_two(word: str) -> tuple[str, str] | None:
    """The two words that a word would be which is no syllable itself, and has no other fault."""
    if not word.islower() or MARKED.isdisjoint(word) or is_syllable(word) or word_fault(word) is not None:
        return None
    return pieces(word)


def _telex(said: Said) -> Iterator[Finding]:
    """Keys of the Telex keyboard in a word that the document elsewhere writes right."""
    known = vocabulary(said)
    typed = (word for word in known.where if word.isascii() and len(word) >= _SHORTEST_SURE_TELEX)
    right = {word: other for word in typed if word[1:].islower() and (other := from_telex(word)) is not None}
    often: Counter[str] = Counter()
    for word, passages in known.where.items() if right else ():
        often[known.lower[word]] += len(passages)
    meant = {
        word: other for word, other in right.items() if not other.isascii() and often[other] > often[known.lower[word]]
    }
    for written, group in gathered(known.spots(meant)).items():
        sure = written[-1] in "fj"
        if sure or (len(written) >= _SHORTEST_TELEX and written.islower()):
            fault = WordFault("còn phím gõ dấu kiểu Telex", meant[written])
            yield _finding(written, fault, group, Severity.WARNING if sure else Severity.HINT)


def _characters(said: Said) -> Iterator[Finding]:
    """What a character out of place tells, looked for where the document has such a character at all."""
    known, there = vocabulary(said), characters(said)
    hidden, symbols = not there.isdisjoint(_INVISIBLE), not there.isdisjoint(_SYMBOLS_OF_TCVN3)
    with_o = frozenset(known.holding(("O", "o")))
    for number, (passage, text) in enumerate(known.texts) if hidden or symbols or with_o else ():
        if hidden:
            yield from _invisible(passage, text)
        if symbols:
            yield from _in_symbols(passage, text)
        if number in with_o:
            yield from _o_for_zero(passage, text)


def _invisible(passage: Passage, text: str) -> Iterator[Finding]:
    hidden = _FIRST_INVISIBLE.search(text)
    if hidden:
        name = character_name(hidden.group())
        yield RULE.finding(
            passage.place_at(hidden.start()),
            f"{quoted(text[max(0, hidden.start() - 12) : hidden.end() + 12])} có ký tự ẩn {name}.",
            "Xóa ký tự ẩn: gõ lại chữ ở chỗ ấy.",
        )


def _in_symbols(passage: Passage, text: str) -> Iterator[Finding]:
    """Words of an old encoding that have symbols for letters."""
    for chunk in () if _SYMBOLS_OF_TCVN3.isdisjoint(text) else _CHUNK.finditer(text):
        meant = from_tcvn3(chunk.group())
        if meant and not _SYMBOLS_OF_TCVN3.isdisjoint(chunk.group()):
            fault = WordFault("là chữ của bảng mã cũ (TCVN3)", meant)
            yield _finding(chunk.group(), fault, [Spot(passage, chunk.start(), chunk.group())])


def _o_for_zero(passage: Passage, text: str) -> Iterator[Finding]:
    """Figures with a letter O among them."""
    for found in _O_FOR_ZERO.finditer(without_addresses(text)):
        fault = WordFault("có chữ O ở chỗ của số 0", re.sub("[Oo]", "0", found.group()))
        yield _finding(found.group(), fault, [Spot(passage, found.start(), found.group())], Severity.HINT)
