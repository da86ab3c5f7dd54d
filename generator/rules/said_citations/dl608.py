"""DL608: a list of documents is in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_citations.ledger import ledger
from generator.rules.said_citations.mention import Mention
from generator.rules.said_citations.series import Day, falls, longest_rise
from generator.rules.said_rule import SaidRule
from generator.vn.dates import short_date

RULE = SaidRule(
    "DL608",
    Severity.HINT,
    "Danh sách văn bản xếp theo ngày",
    "Danh sách đã xếp theo ngày mà có văn bản lạc chỗ thì khó tìm, và thường là ngày gõ nhầm.",
)
_SHORTEST = 4
_ASTRAY = 0.25


def check(said: Said) -> Iterator[Finding]:
    book = ledger(said)
    faulty = {wrong.first.key for wrong, _ in falls(book.documents)}
    for entries in book.lists:
        dated = [each for each in entries if each.date is not None and each.date.day is not None]
        for part in _parts(dated):
            yield from _astray([each for each in part if each.key not in faulty])


def _parts(entries: list[Mention]) -> Iterator[list[Mention]]:
    """The entries by the level of their bodies, and by kind where the list is ordered by kind first."""
    levels = dict[int | None, list[Mention]]()
    for each in entries:
        levels.setdefault(each.body.level if each.body else None, []).append(each)
    told = [level for level in levels if level is not None]
    for part in levels.values() if len(told) > 1 else [entries]:
        runs = [list(run) for _, run in groupby(part, key=_series)]
        kinds = {_series(each) for each in part}
        by_kind = len(runs) == len(kinds) and sum(len(run) > 1 for run in runs) > 1
        yield from runs if by_kind else [part]


def _astray(entries: list[Mention]) -> Iterator[Finding]:
    days = [_day(each) for each in entries]
    kept = longest_rise(days)
    if len(entries) < _SHORTEST or len(entries) - len(kept) > _ASTRAY * len(entries):
        return  # short, or in some other order
    for index, each in enumerate(entries):
        if index in kept:
            continue
        before = next((other for other in reversed(entries[:index]) if _day(other) > days[index]), None)
        after = next((other for other in entries[index + 1 :] if _day(other) < days[index]), None)
        other, where = (before, "sau") if before is not None else (after, "trước")
        if other is None or each.date is None or other.date is None:
            continue
        yield RULE.finding(
            each.place,
            f"Danh sách xếp theo ngày mà «{each.symbol}» ngày {short_date(each.date)} "
            f"đứng {where} «{other.symbol}» ngày {short_date(other.date)}.",
            "Chuyển văn bản về chỗ theo ngày, hoặc sửa ngày nếu gõ nhầm.",
            related=(other.place,),
        )


def _series(mention: Mention) -> tuple[str | None, str]:
    return mention.symbol.loai, mention.symbol.co_quan.split("-")[0]


def _day(mention: Mention) -> Day:
    return mention.date.key() if mention.date is not None else (0, 0, 0)
