"""DL707: no blank before a punctuation mark, one after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import around, composed
from generator.vn.syllables import is_syllable
from generator.vn.word_spans import without_addresses

RULE = SaidRule(
    "DL707",
    Severity.HINT,
    "Dấu câu viết liền chữ trước, cách chữ sau một dấu cách",
    "Dấu cách đứng trước dấu câu thì dấu câu có thể rơi xuống đầu dòng; thiếu dấu cách thì hai câu dính nhau.",
)
_BLANK_BEFORE = regex(r"(?<=[^\W_]|[)\]%”»])[ \u00a0]{1,4}+(?=[,;:?!.)](?![.…/]))")
_BLANK_INSIDE = regex(r"(?<=\()[ \u00a0]{1,4}+(?=[^\s.…_)])")
_NONE_AFTER = regex(r"(?<=[^\W\d_])[,;:](?=[^\W_])|(?<=[0-9])[,;](?=[^\W\d_])")
_SENTENCES_GLUED = regex(r"(?:(?<![^\W_])([^\W\d_]{2,7}+|[0-9]{4})|[%)”»])\.(?=([^\W\d_]{1,7}+)(?![^\W_.])|\()")
_TWO_POINTS = regex(r"(?<=[^\W_])\.\.(?![.…])")
_COMMON_SHORT = frozenset({"tp", "tx", "tt", "ths", "ts", "tr", "gs", "bs", "ks", "cn", "st", "vol", "no"})


# What none of the others can do without.
_SUSPECT = regex(
    r"[,;:?!.)(](?:(?<=[ \u00a0][,;:?!.)])|(?<=\()[ \u00a0]|(?<=[^\W\d_][,;:])[^\W_]|(?<=[0-9][,;])[^\W\d_]"
    r"|(?<=[^\W_]\.)[^\W\d_]|(?<=[^\W_]\.)[(.]|(?<=[%)”»]\.)[^\W\d_(])"
)


def check(said: Said) -> Iterator[Finding]:
    for passage, text in composed(said):
        masked = without_addresses(text)
        if _SUSPECT.search(masked):
            yield from _in_passage(passage, masked, text)


def _in_passage(passage: Passage, masked: str, text: str) -> Iterator[Finding]:
    if masked.strip(" .…:") == "":
        return
    offset = 0
    for line in masked.split("\n"):
        spots = sorted(_spots(line))
        if spots:
            at, problem, fix = spots[0]
            more = f" (dòng này còn {len(spots) - 1} chỗ nữa)" if len(spots) > 1 else ""
            start = offset + at
            yield RULE.finding(passage.place_at(start), f"{around(text, start, start + 1)} {problem}{more}.", fix)
        offset += len(line) + 1


def blanks_before_marks(line: str) -> Iterator[re.Match[str]]:
    """The blanks of a line that stand before a punctuation mark and should not."""
    for found in _BLANK_BEFORE.finditer(line):
        mark = line[found.end()]
        if mark == "." and line[found.end() + 1 :].strip() and line[found.end() + 1 : found.end() + 2] != " ":
            continue  # «phần mềm .NET»
        if mark == ":" and line[found.start() - 1].isdigit() and line[found.end() + 1 :].lstrip()[:1].isdigit():
            continue  # a scale, «1 : 500»
        yield found


def _spots(line: str) -> Iterator[tuple[int, str, str]]:
    for found in blanks_before_marks(line):
        mark = line[found.end()]
        yield found.start(), f"có dấu cách đứng trước dấu «{mark}»", f"Viết dấu «{mark}» liền chữ trước."
    for found in _BLANK_INSIDE.finditer(line):
        yield found.start(), "có dấu cách sau dấu mở ngoặc", "Viết chữ liền dấu mở ngoặc."
    for found in _NONE_AFTER.finditer(line):
        mark = found.group()
        yield found.start(), f"thiếu dấu cách sau dấu «{mark}»", f"Thêm dấu cách sau dấu «{mark}»."
    for found in _SENTENCES_GLUED.finditer(line):
        if (found[1] is None or _ends_sentence(found[1])) and _begins_sentence(found[2] or ""):
            yield found.end() - 1, "thiếu dấu cách sau dấu chấm", "Thêm dấu cách sau dấu chấm."
    for found in _TWO_POINTS.finditer(line):
        if not re.search(r"\bv\.v$", line[max(0, found.start() - 4) : found.start()]):
            yield found.start(), "có hai dấu chấm liền nhau", "Viết một dấu chấm, hoặc dấu ba chấm «...»."


def _ends_sentence(word: str) -> bool:
    return word.isdigit() or (word.islower() and is_syllable(word) and word not in _COMMON_SHORT)


def _begins_sentence(word: str) -> bool:
    """Whether a sentence may begin with the word, or with the bracket that stands in its place."""
    return not word or (word[0].isupper() and word[1:] == word[1:].lower() and is_syllable(word))
