"""Entries taken out of the groups of a data file, and put in."""

from __future__ import annotations

import json

from generator.data.edits import Edit, line_end, line_start, lines_out
from generator.data.spans import EntrySpan, GroupSpan
from generator.jobs.next_period.flow import flow_text


def without(text: str, group: GroupSpan, key: str) -> Edit:
    """The edit that takes an entry out: its lines, or in braces what stands between two commas."""
    entry = group.entries[key]
    end = entry.value.end
    if not group.in_braces:
        return lines_out(text, entry.start, end)
    rest = text[end : group.end - 1]
    behind = rest.lstrip()
    if behind.startswith(","):
        after = behind[1:].lstrip()
        return Edit(entry.start, group.end - 1 - len(after), "")
    before = [each for each in group.entries.values() if each.start < entry.start]
    return Edit(max(before, key=lambda each: each.start).value.end if before else entry.start, end, "")


def behind(text: str, group: GroupSpan, entry: EntrySpan, typed: str) -> Edit:
    """The edit that puts ``key: value`` behind an entry of the group."""
    if group.in_braces:
        return Edit(entry.value.end, entry.value.end, f", {typed}")
    end = line_end(text, entry.value.end)
    return Edit(end, end, f"\n{' ' * (entry.start - line_start(text, entry.start))}{typed}")


def typed_like(typed: str, value: str) -> str:
    """The value in quotes like those of what stands there, without any where there are none."""
    if typed.startswith('"'):
        return json.dumps(value, ensure_ascii=False)
    if typed.startswith("'"):
        return "'" + value.replace("'", "''") + "'"
    return flow_text(value)
