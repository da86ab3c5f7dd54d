"""A group of a data file written over: its comments stay, above what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.data.comments import comments
from generator.data.edits import Edit, own_line
from generator.data.spans import Span
from generator.patterns import regex

_REMARK = regex(r"#[ \t]*cds[ \t]*:", re.IGNORECASE)


def overwritten(text: str, old: Span, words: str) -> Iterator[Edit]:
    """The edits that put ``words`` in the place of a value; remarks to the machine go with what they were about."""
    if old.start == old.end:
        yield Edit(old.start, old.end, f" {words}")
        return
    if "\n" in text[old.start : old.end]:
        yield from (
            own_line(text, old.start, comment) for comment in _comments_in(text, old) if not _is_remark(comment)
        )
    yield Edit(old.start, old.end, words)


def _comments_in(text: str, span: Span) -> Iterator[str]:
    first, last = (text.count("\n", 0, index) + 1 for index in (span.start, span.end))
    for comment in comments(text) if "#" in text[span.start : span.end] else ():
        # What stands behind the end of the value is not lost.
        if first <= comment.line < last:
            yield comment.text


def _is_remark(comment: str) -> bool:
    return bool(_REMARK.match(comment))
