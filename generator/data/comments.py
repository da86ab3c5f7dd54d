"""The comments of a YAML text, which its parser drops: what stands between the tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml
from msgspec import Struct

from generator.data.located import PARSER
from generator.patterns import regex

_COMMENT = regex(r"#[^\n]*")
_BLOCK_HEADER = regex(r"[|>][^\s#]*[ ]+(?=#)")
_OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
_UNSEEN = (yaml.BlockEndToken, yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.KeyToken)


class Comment(Struct, frozen=True):
    """A comment from its ``#`` to the end of the line; ``line`` and ``column`` count from 1.

    ``about`` is the line that it speaks of: the one below for a comment alone on its line or behind a bare dash, else
    the one where the text or the bracket begins that ends before it.  ``leads`` tells that it is the one below.
    """

    text: str
    line: int
    column: int
    about: int
    leads: bool


def comments(text: str) -> Iterator[Comment]:
    """The comments in order.  The text must be one that the parser takes."""
    lines = _Lines(text)
    gap, begun, dash = 0, 1, False
    opened: list[int] = []
    for token in yaml.scan(text, Loader=PARSER):
        first, start, end = token.start_mark.line + 1, token.start_mark.index, token.end_mark.index
        if isinstance(token, yaml.StreamEndToken):
            start = len(text)
        if start > gap:
            yield from lines.comments_in(gap, start, None if dash else begun)
            gap = start
        if isinstance(token, _UNSEEN):
            continue
        dash = isinstance(token, yaml.BlockEntryToken)
        if isinstance(token, _OPENING):
            opened.append(first)
        begun = opened.pop() if isinstance(token, _CLOSING) else first
        header = _BLOCK_HEADER.match(text, start) if getattr(token, "style", None) in ("|", ">") else None
        if header:
            yield from lines.comments_in(header.end(), lines.end_of(first), first)
        gap = max(gap, end)


class _Lines:
    """A text whose places are asked by index."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def end_of(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def comments_in(self, start: int, end: int, begun: int | None) -> Iterator[Comment]:
        """The comments between two tokens; ``begun`` is where that begins which ends before them, None for a dash."""
        below = bisect_right(self._starts, end)
        for found in _COMMENT.finditer(self._text, start, end):
            line = bisect_right(self._starts, found.start())
            begin = self._starts[line - 1]
            leads = begun is None or not self._text[begin : found.start()].strip()
            yield Comment(found[0], line, found.start() - begin + 1, below if leads else begun or below, leads)
