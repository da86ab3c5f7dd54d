"""Remarks that confirm something for one period: in the next they would pass over what nobody has confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.data.edits import Edit, line_end, lines_out
from generator.data.remarks import Remark, Verb
from generator.patterns import regex

_NEXT = regex(r"(?<!\S)#[ \t]*cds[ \t]*:", re.IGNORECASE)


def without_confirmed(text: str, remarks: Iterable[Remark], file: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits that take the remarks «không đổi» of a file out, where none of the other edits does so already."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    taken = [(edit.start, edit.end) for edit in edits]
    for remark in remarks:
        if remark.verb is Verb.UNCHANGED and remark.place.file == file:
            edit = _removed(text, starts[remark.place.line - 1], remark.place.column)
            if edit and not any(start < edit.end and edit.start < end for start, end in taken):
                yield edit


def _removed(text: str, line: int, column: int) -> Edit | None:
    found = _NEXT.search(text, line + column - 1, line_end(text, line))
    if found is None:
        return None
    following = _NEXT.search(text, found.end(), line_end(text, line))
    if following:
        return Edit(found.start(), following.start(), "")
    before = text[line : found.start()]
    if before.strip():
        return Edit(line + len(before.rstrip()), line_end(text, line), "")
    return lines_out(text, line, line)
