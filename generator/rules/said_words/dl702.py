"""DL702: letters and their marks are one character (Unicode NFC)."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import characters, composed
from generator.vn.text import nfc, quoted

RULE = SaidRule(
    "DL702",
    Severity.WARNING,
    "Chữ có dấu viết bằng một ký tự, không phải chữ và dấu rời nhau",
    "Dấu rời (Unicode tổ hợp) trông giống chữ thường nhưng tìm kiếm không ra, sắp thứ tự sai, có máy in dấu lệch chỗ.",
)

_REMEMBERED = 16384


def check(said: Said) -> Iterator[Finding]:
    lasting = set(filter(unicodedata.combining, characters(said)))  # marks that go with no letter before them
    for passage, (composed_passage, _) in zip(said.everything, composed(said), strict=True):
        # The same object where composing has changed nothing.
        if passage is not composed_passage or (lasting and not lasting.isdisjoint(passage.text)):
            yield from _in_passage(passage)
    for passage in said.loose:
        yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Finding]:
    offset = 0
    for line in passage.text.split("\n"):
        loose = [word for word in line.split() if _is_loose(word)]
        if loose:
            yield RULE.finding(
                passage.place_at(offset),
                f"{quoted(nfc(loose[0]))} viết bằng chữ và dấu rời nhau ({len(loose)} từ trong dòng này).",
                "Gõ lại bằng bảng mã Unicode dựng sẵn.",
            )
        offset += len(line) + 1


@functools.lru_cache(_REMEMBERED)
def _is_loose(word: str) -> bool:
    if word.isascii():
        return False
    one = nfc(word)
    return one != word or any(unicodedata.combining(ch) for ch in one)
