"""DL701: no words broken by scanning, by an old encoding or by a keyboard that was off."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Spot, composed, first_and_others, gathered, times, vocabulary
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
_INVISIBLE = regex("[\u00ad\u200b\u200c\u200d\u2060]")
_SYMBOLS_OF_TCVN3 = regex("[\u00a1-\u00bf]")
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
    often: Counter[str] = Counter()
    for word, passages in known.where.items():
        often[known.lower[word]] += len(passages)
    meant: dict[str, str] = {}
    for word in known.where:
        if word.isascii() and len(word) >= _SHORTEST_SURE_TELEX and word[1:].islower():
            right = from_telex(word)
            if right is not None and not right.isascii() and often[right] > often[word.lower()]:
                meant[word] = right
    for written, group in gathered(known.spots(meant)).items():
        sure = written[-1] in "fj"
        if sure or (len(written) >= _SHORTEST_TELEX and written.islower()):
            fault = WordFault("còn phím gõ dấu kiểu Telex", meant[written])
            yield _finding(written, fault, group, Severity.WARNING if sure else Severity.HINT)


def _characters(said: Said) -> Iterator[Finding]:
    for passage, text in composed(said):
        hidden = _INVISIBLE.search(text)
        if hidden:
            name = character_name(hidden.group())
            yield RULE.finding(
                passage.place_at(hidden.start()),
                f"{quoted(text[max(0, hidden.start() - 12) : hidden.end() + 12])} có ký tự ẩn {name}.",
                "Xóa ký tự ẩn: gõ lại chữ ở chỗ ấy.",
            )
        if _SYMBOLS_OF_TCVN3.search(text):
            for chunk in _CHUNK.finditer(text):
                meant = from_tcvn3(chunk.group())
                if meant and _SYMBOLS_OF_TCVN3.search(chunk.group()):
                    fault = WordFault("là chữ của bảng mã cũ (TCVN3)", meant)
                    yield _finding(chunk.group(), fault, [Spot(passage, chunk.start(), chunk.group())])
        for found in _O_FOR_ZERO.finditer(without_addresses(text)):
            figure = re.sub("[Oo]", "0", found.group())
            fault = WordFault("có chữ O ở chỗ của số 0", figure)
            yield _finding(found.group(), fault, [Spot(passage, found.start(), found.group())], Severity.HINT)
