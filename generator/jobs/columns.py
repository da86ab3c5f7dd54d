"""Columns for findings that know only their line: those over the lines of a block, «|»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.findings import DataPlace, Finding, Place
from generator.patterns import regex

_QUOTED = regex("«([^»…]+)")


def with_columns(findings: Iterable[Finding], data: bytes, file: str) -> Iterator[Finding]:
    """The findings, those at the very start of an indented line of ``file`` moved to the words that they quote.

    Where the words do not stand in the line as quoted, they are moved to its first letter.
    """
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    for finding in findings:
        place = _moved(finding.place, finding.problem, lines, file)
        related = tuple(_moved(other, "", lines, file) for other in finding.related)
        same = place is finding.place and related == finding.related
        yield finding if same else replace(finding, place=place, related=related)


def _moved(place: Place, problem: str, lines: Sequence[str], file: str) -> Place:
    if not isinstance(place, DataPlace) or place.column != 1 or place.file != file or place.line > len(lines):
        return place
    line = lines[place.line - 1]
    indentation = len(line) - len(line.lstrip(" "))
    if indentation in (0, len(line)):
        return place
    stands = (_stands(words.strip(), line) for words in _QUOTED.findall(problem))
    return replace(place, column=next((at for at in stands if at >= 0), indentation) + 1)


def _stands(words: str, line: str) -> int:
    """Where the words stand without beginning or ending within a word or a figure; -1 for nowhere."""
    at = line.find(words) if words else -1
    while at >= 0:
        after = line[at + len(words) : at + len(words) + 1]
        if not (_goes_on(line[:at][-1:], ".,/") or _goes_on(after, "/")):
            return at
        at = line.find(words, at + 1)
    return -1


def _goes_on(letter: str, marks: str) -> bool:
    return letter.isalnum() or (letter != "" and letter in marks)
