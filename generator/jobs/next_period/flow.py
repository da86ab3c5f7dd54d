"""Values of a data file written on one line, as they stand inside braces."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.data.edits import line_start
from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan
from generator.patterns import regex

_PLAIN = regex(r"[^\s,\[\]{}:#\"'&*!|>%@`?~-][^,\[\]{}:#\"\n]*")


def flow(span: Span) -> str:
    """The value on one line, in quotes where braces would take it otherwise."""
    if isinstance(span, TextSpan):
        return flow_text(span.value)
    if isinstance(span, ListSpan):
        return f"[{', '.join(map(flow, span.items))}]"
    return flow_group({key: entry.value for key, entry in span.entries.items()})


def flow_group(entries: dict[str, Span]) -> str:
    """The entries as a group in braces."""
    return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in entries.items()) + "}"


def flow_text(value: str) -> str:
    """One text: bare, or in double quotes, where JSON and YAML escape alike."""
    return value if _PLAIN.fullmatch(value) and value == value.strip() else json.dumps(value, ensure_ascii=False)


def is_given(span: Span | None) -> bool:
    """Whether something was typed."""
    return span is not None and (not isinstance(span, TextSpan) or bool(span.value))


def texts_of(span: Span) -> Iterator[TextSpan]:
    """Every text below, blank ones too."""
    if isinstance(span, TextSpan):
        yield span
        return
    for each in span.items if isinstance(span, ListSpan) else [entry.value for entry in span.entries.values()]:
        yield from texts_of(each)


def free_line(text: str, several_lines: list[TextSpan], index: int) -> int:
    """Where the line of a character begins above which a comment can stand: no text goes on there.

    ``several_lines`` are the texts that do go on, in the order of the file.
    """
    at = line_start(text, index)
    for span in reversed(several_lines):
        if span.start < at < span.end:
            at = line_start(text, span.start)
    return at


def entry_of(group: Span | None, *keys: str) -> Span | None:
    """The value that a way of keys leads to, None where it ends before."""
    found = group
    for key in keys:
        entry = found.entries.get(key) if isinstance(found, GroupSpan) else None
        found = entry.value if entry else None
    return found
