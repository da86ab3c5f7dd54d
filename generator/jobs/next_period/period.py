"""The period, its cut-off date, and the number and date of the document move on."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from generator.data.edits import Edit
from generator.data.model import Ky
from generator.data.open_places import OPEN
from generator.data.periods import YEAR, Period
from generator.data.spans import GroupSpan, TextSpan
from generator.jobs.next_period.entries import behind, without
from generator.jobs.next_period.flow import flow_text, is_given
from generator.jobs.next_period.overwritten import overwritten
from generator.vn.dates import VnDate

_PARTS = ("nua_nam", "quy", "thang")
_MONTHS = 12


def months_between(before: Period, after: Period) -> int:
    """How many months the end of a period lies after that of another."""
    return (after.nam - before.nam) * _MONTHS + after.end_month - before.end_month


def moved_month(date: VnDate, months: int) -> tuple[int, int]:
    """Year and month of a date so many months on; a date without month stays at the end of its year."""
    year, month = divmod(date.year * _MONTHS + (date.month or _MONTHS) - 1 + months, _MONTHS)
    return year, month + 1


def moved_day(date: VnDate, months: int) -> str:
    """The date so many months on, as "30/11/2024"; the last day of a month stays the last."""
    if date.day is None or date.month is None:
        raise ValueError(f"a cut-off date has its day and month: {date!r}")
    year, month = moved_month(date, months)
    last = calendar.monthrange(year, month)[1]
    was_last = date.day == calendar.monthrange(date.year, date.month)[1]
    return f"{last if was_last else min(date.day, last)}/{month}/{year}"


def moved_period(text: str, group: GroupSpan, ky: Ky, new: Period, file: str) -> Iterator[Edit]:
    """The edits of ``ky``: the new period, with the old one as ``truoc``; ``file`` is the old data file."""
    old = Period.of(ky)
    yield _said(group, "nam", str(new.nam))
    for part in _PARTS:
        if part in group.entries and part == new.kind:
            yield _said(group, part, str(new.so))
        elif part in group.entries:
            yield without(text, group, part)
    added = {} if new.kind == YEAR or new.kind in group.entries else {new.kind: str(new.so)}
    if ky.chot_den is not None:
        same_kind = old.kind == new.kind
        yield _said(group, "chot_den", moved_day(ky.chot_den, months_between(old, new)) if same_kind else OPEN)
    previous = {"nam": str(old.nam)} | ({} if old.kind == YEAR else {old.kind: str(old.so)})
    if ky.chot_den is not None:
        previous["chot_den"] = ky.chot_den.written
    told = ", ".join(f"{key}: {flow_text(value)}" for key, value in (previous | {"tep": file}).items())
    if "truoc" in group.entries:
        yield from overwritten(text, group.entries["truoc"].value, f"{{{told}}}")
    else:
        added["truoc"] = f"{{{told}}}"
    leaving = {part for part in _PARTS if part != new.kind}
    yield from _added(text, group, added, max(e.start for key, e in group.entries.items() if key not in leaving))


def _said(group: GroupSpan, key: str, words: str) -> Edit:
    value = group.entries[key].value
    blank = value.start == value.end
    return Edit(value.start, value.end, f" {words}" if blank else words)


def _added(text: str, group: GroupSpan, added: dict[str, str], after: int) -> Iterator[Edit]:
    """Entries put behind the one that starts at ``after``."""
    last = next(entry for entry in group.entries.values() if entry.start == after)
    for key, words in added.items():
        yield behind(text, group, last, f"{key}: {words}")


def moved_document(group: GroupSpan, ngay: VnDate, months: int) -> Iterator[Edit]:
    """The edits of ``van_ban``: no number yet, and the month moved on; the day is set when it is signed."""
    number = group.entries.get("so")
    if number is not None and isinstance(number.value, TextSpan) and is_given(number.value):
        yield Edit(number.value.start, number.value.end, "")
    year, month = moved_month(ngay, months)
    yield _said(group, "ngay", f"{month}/{year}")
