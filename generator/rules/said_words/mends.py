"""Faults of letters and blanks with one right form only, whoever reads them: what may be mended without asking.

Left to people, though rules find them: words of the old encodings (in such a text some broken words look right, «sè»
for «số», so that mending the others would hide them), words run together, keys of Telex, names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.patterns import regex
from generator.rules.said_words.dl707 import blanks_before_marks
from generator.rules.said_words.word_faults import word_fault
from generator.vn.look_alikes import misleads, plain_letters
from generator.vn.syllables import is_syllable
from generator.vn.text import character_name, nfc
from generator.vn.vowels import LETTERS
from generator.vn.word_spans import without_addresses

HIDDEN = "\u00ad\u200b\u200c\u200d\u2060"
_LOOSE = "\u0300-\u036f"
_HIDDEN = regex(f"[{HIDDEN}]")
# Outside words, hidden characters between pictures make one picture of several.
_LETTERS = regex(
    rf"(?P<word>[^\W\d_](?:[^\W\d_]|[{_LOOSE}{HIDDEN}])*)"
    f"|(?<=[\u0020-\u20ff])[{HIDDEN}]+|[{HIDDEN}]+(?=[\u0020-\u20ff])"
)
# Five blanks and more are room for a pen; so are those in «ngày   tháng   năm».
_BLANKS = regex(r"(?<=\S)(?<!ngày)(?<!tháng)[ \u00a0\u202f]{2,4}(?=[^\s/])")
_WITHIN_SENTENCE = regex(r"[^\W_],?\s$")
_BROKEN, _COMBINED, _ALIKE, _BLANK = "DL701", "DL702", "DL703", "DL707"
_SHOWN = 12
# What was meant as an address, though it is none with such letters in it.
_ADDRESS_IN_DISORDER = regex(r"(?<!\S)\S*?(?:@|://|www\.)\S*")
_MASK = "\ue000"
_MASKED = regex(f"{_MASK}+")


class Mend(Struct, frozen=True):
    """From ``start`` to ``end`` of a line, put ``new``; ``old`` and ``told`` show it with what stands around.

    ``rule`` is the id of the rule that asks for it, ``why`` says in Vietnamese what was wrong.
    """

    start: int
    end: int
    new: str
    old: str
    told: str
    rule: str
    why: str


def mends(line: str, wanted: Callable[[Mend], bool] = lambda _mend: True) -> list[Mend]:
    """What is wanted to be mended in a line, from left to right: its letters, and when these are right its blanks.

    Addresses are left as they are.  A line mended has to be looked at again.
    """
    masked = _ADDRESS_IN_DISORDER.sub(lambda found: _MASK * len(found[0]), without_addresses(line))
    return list(filter(wanted, _letters(masked))) or list(filter(wanted, _blanks(masked)))


def settled(text: str) -> str:
    """The text with all mended that there is to mend: what two texts come to that differ by mends only."""
    return "\n".join(map(_settled, text.split("\n")))


def applied(line: str, found: list[Mend]) -> str:
    """The line with these mends, which stand from left to right."""
    pieces, end = list[str](), 0
    for mend in found:
        pieces += [line[end : mend.start], mend.new]
        end = mend.end
    return "".join((*pieces, line[end:]))


def _settled(line: str) -> str:
    while found := mends(line):
        line = applied(line, found)
    return line


def _letters(line: str) -> Iterator[Mend]:
    for found in _LETTERS.finditer(line):
        (start, end), written = found.span(), found[0]
        if not found["word"]:
            old, told = _shown(line, start, end, "")
            yield Mend(start, end, "", old, told, _BROKEN, _hidden(written[0]))
        elif not written.isascii():
            new, rule, why = _mended(written, line[max(0, start - _SHOWN) : start])
            if new != written:
                yield Mend(start, end, new, written, new, rule, why)


def _mended(written: str, before: str) -> tuple[str, str, str]:
    """The word as it must be, and the rule and the reason of the first thing wrong with it."""
    reasons = list[tuple[str, str]]()
    word = _HIDDEN.sub("", written)
    if word != written:
        reasons.append((_BROKEN, _hidden(next(ch for ch in written if ch in HIDDEN))))
    if nfc(word) != word:
        word = nfc(word)
        reasons.append((_COMBINED, "chữ và dấu rời nhau"))
    fault = word_fault(word)
    if fault and fault.sure and (word[0] != "I" or _WITHIN_SENTENCE.search(before)):
        word = fault.meant
        reasons.append((_BROKEN, fault.reason))
    if _is_alike(word):
        word = plain_letters(word)
        reasons.append((_ALIKE, "ký tự của bảng chữ khác"))
    return (word, *(reasons[0] if reasons else ("", "")))


def _is_alike(word: str) -> bool:
    """Whether letters of another alphabet stand among those of a Vietnamese word or abbreviation."""
    if not misleads(word):
        return False
    plain = plain_letters(word)
    mixed = not LETTERS.isdisjoint(word)
    return is_syllable(plain) or (mixed and plain.isupper() and LETTERS.issuperset(plain))


def _hidden(ch: str) -> str:
    return f"ký tự ẩn {character_name(ch)}"


def _blanks(line: str) -> Iterator[Mend]:
    end = 0
    before_marks = {found.start(): found for found in blanks_before_marks(line)}
    for found in sorted((*before_marks.values(), *_BLANKS.finditer(line)), key=lambda found: found.start()):
        if found.start() < end:
            continue
        end = found.end()
        if before_marks.get(found.start()) is found:
            if line[end + 1 :].lstrip()[:1] in (".", "…"):
                continue  # «. . . .» is room for a pen
            new, why = "", "dấu cách đứng trước dấu câu"
        elif found.start() in before_marks:
            continue
        else:
            new, why = (" " if " " in found[0] else found[0][0]), "nhiều dấu cách liền nhau"
        old, told = _shown(line, found.start(), end, new)
        yield Mend(found.start(), end, new, old, told, _BLANK, why)


def _shown(line: str, start: int, end: int, new: str) -> tuple[str, str]:
    """What stood there and what will, with the words on both sides."""
    before = _MASKED.sub("…", line[max(0, start - _SHOWN) : start].split(" ")[-1])
    after = _MASKED.sub("…", line[end : end + _SHOWN].split(" ")[0])
    return f"{before}{line[start:end]}{after}", f"{before}{new}{after}"
