"""Figures and results: what was reported goes to ``ky_truoc``, and its places are left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.data.edits import Edit
from generator.data.open_places import OPEN
from generator.data.shapes import reads_as_words
from generator.data.spans import GroupSpan, Span, TextSpan
from generator.data.text_types import split_unit
from generator.jobs.next_period.entries import behind
from generator.jobs.next_period.flow import flow_group, flow_text, is_given
from generator.jobs.next_period.overwritten import overwritten

_VALUES = ("tu", "mau", "gia_tri", "chu", "ty_le")
_WITH_VALUES = ("don_vi", "lam_tron", "luy_ke")
_JUDGED = "danh_gia"
PREVIOUS = "ky_truoc"


def renewed(text: str, value: Span, short_key: str) -> Iterator[Edit]:
    """The edits of one figure or result; ``short_key`` is the key that a bare text stands for."""
    if isinstance(value, TextSpan):
        if is_given(value) and value.value != OPEN:
            parts = split_unit(value.value) if short_key == "gia_tri" else None
            unit = f", don_vi: {flow_text(parts[1])}" if parts else ""
            yield Edit(value.start, value.end, f"{{{short_key}: {OPEN}{unit}, {PREVIOUS}: {flow_text(value.value)}}}")
    elif isinstance(value, GroupSpan):
        yield from _group(text, value)


def _group(text: str, group: GroupSpan) -> Iterator[Edit]:
    values = {key: group.entries[key].value for key in _VALUES if _has(group, key)}
    yield from _opened(values.values())
    if _has(group, _JUDGED):
        yield from _opened([group.entries[_JUDGED].value])
    if _has(group, "luy_ke"):
        yield from _emptied(group.entries["luy_ke"].value)
    if values:
        kept = {key: group.entries[key].value for key in _WITH_VALUES if _has(group, key)}
        yield from _told(text, group, _in_short(values | kept), list(values))


def _in_short(entries: dict[str, Span]) -> str:
    """The entries in braces, or the bare value where it is read as the same."""
    if len(entries) == 1:
        key, value = next(iter(entries.items()))
        if isinstance(value, TextSpan) and (key == "gia_tri" or (key == "chu" and reads_as_words(value.value))):
            return flow_text(value.value)
    return flow_group(entries)


def _has(group: GroupSpan, key: str) -> bool:
    return key in group.entries and is_given(group.entries[key].value)


def _opened(values: Iterable[Span]) -> Iterator[Edit]:
    for value in values:
        if isinstance(value, TextSpan) and value.value != OPEN:
            yield Edit(value.start, value.end, OPEN)


def _emptied(value: Span) -> Iterator[Edit]:
    """The places of a cumulative figure left open."""
    if isinstance(value, GroupSpan):
        yield from _opened([value.entries[key].value for key in _VALUES if _has(value, key)])
    else:
        yield from _opened([value])


def _told(text: str, group: GroupSpan, previous: str, keys: list[str]) -> Iterator[Edit]:
    """``ky_truoc`` written over the one that is there, inside the braces, or on a line below the values."""
    if PREVIOUS in group.entries:
        yield from overwritten(text, group.entries[PREVIOUS].value, previous)
        return
    if group.in_braces:
        end = group.start + len(text[group.start : group.end - 1].rstrip())
        yield Edit(end, end, f", {PREVIOUS}: {previous}")
        return
    last = max((group.entries[key] for key in keys), key=lambda entry: entry.start)
    yield behind(text, group, last, f"{PREVIOUS}: {previous}")
