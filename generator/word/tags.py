"""Tags that are written whole: every opening has its closing in the same paragraph.

docxtpl gathers a tag up to the next closing it meets, be it pages away, and all that lies between is lost without a
word.  So a tag that has lost a brace is found before anything is gathered.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from generator.findings import EXCERPT
from generator.patterns import regex

_PARAGRAPH = regex(r"<w:p[ >/]")
_MARKUP = regex(r"<[^>]+>")
_SPACE = regex(r"\s+")
_TOKEN = regex(r"\{\{|\{%|\{#|\}\}|%\}|#\}|\{|\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def broken_tags(part: str) -> Iterator[tuple[int, str]]:
    """The paragraphs (from 1) of a part whose tags do not pair, each with its words.

    A single brace counts: outside a tag it is one that has lost its twin.  Text before the first paragraph (a part
    of properties) counts as paragraph 0.
    """
    starts = [match.start() for match in _PARAGRAPH.finditer(part)]
    edges = [0, *starts, len(part)]
    for number, (start, end) in enumerate(pairwise(edges)):
        words = unescape(_MARKUP.sub("", part[start:end]))
        if not pairs(words):
            yield number, _SPACE.sub(" ", words).strip()[:EXCERPT]


def pairs(words: str) -> bool:
    """Whether every tag of a paragraph is opened and closed; a brace inside a tag is Jinja's own affair."""
    awaited = ""
    for token in _TOKEN.findall(words):
        if awaited:
            if token == awaited:
                awaited = ""
            elif token in _CLOSING or token in _CLOSING.values():
                return False
        elif token in _CLOSING:
            awaited = _CLOSING[token]
        else:
            return False
    return not awaited
