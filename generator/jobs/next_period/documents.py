"""Documents of the list: those of the period leave it, those still in force may stay."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.data.edits import Edit, lines_out
from generator.data.model import BaoCao
from generator.data.periods import Period
from generator.data.spans import EntrySpan, ListSpan, Span, TextSpan
from generator.findings import FilePlace
from generator.jobs.next_period.flow import entry_of, flow
from generator.patterns import regex
from generator.rules.said import Passage
from generator.rules.said_citations.scan import mentions
from generator.vn.dates import VnDate

LIST = "van_ban_ban_hanh"
KEEP_ALL = "all"
_CALLED = regex(r"\bvb\(\s*(?:'([^']*)'|\"([^\"]*)\")")


class Documents(Struct, frozen=True):
    """What became of the list: how many left, the numbers of those that stay, those that stay since texts name them."""

    left: int = 0
    kept: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


def names_of(document: Span) -> tuple[str, ...]:
    """The number and the id that a document is called by."""
    found = (entry_of(document, key) for key in ("so", "ma"))
    return tuple(each.value for each in found if isinstance(each, TextSpan) and each.value)


def called_in(text: str) -> tuple[str, ...]:
    """The numbers and ids of the documents that a text calls, each once."""
    return tuple(dict.fromkeys(one or other for one, other in _CALLED.findall(text)))


def issued_in(report: BaoCao, period: Period) -> frozenset[str]:
    """The numbers and ids of the documents of the list that bear a date of the period."""
    of_period = [each for each in report.van_ban_ban_hanh if is_of(each.ngay, period)]
    return frozenset(name for each in of_period for name in (str(each.so), each.ma) if name)


def is_of(date: VnDate, period: Period) -> bool:
    """Whether a date lies in a period; one without month lies in its year."""
    months = range(period.start_month, period.end_month + 1)
    return date.year == period.nam and (date.month is None or date.month in months)


def cited_of(text: str, old: Period, new: Period) -> tuple[str, ...]:
    """The documents that a text cites in words and that bear a date of the old period but not of the new, each once."""
    found = [each for each in mentions(Passage(text, FilePlace("-"))) if each.date and is_of(each.date, old)]
    return tuple(dict.fromkeys(str(each.symbol) for each in found if each.date and not is_of(each.date, new)))


def sorted_out(text: str, entry: EntrySpan | None, wished: tuple[str, ...]) -> tuple[list[Edit], Documents]:
    """The edits of the list, and what became of it."""
    if entry is None or not isinstance(entry.value, ListSpan) or not entry.value.items:
        return [], Documents()
    items = entry.value.items
    called = {*called_in(text)}
    wanted = [KEEP_ALL in wished or bool({*names_of(item)} & {*wished}) for item in items]
    cited = [not keep and bool({*names_of(item)} & called) for item, keep in zip(items, wanted, strict=True)]
    stays = [keep or named for keep, named in zip(wanted, cited, strict=True)]
    told = Documents(
        stays.count(False),
        tuple(names_of(item)[0] for item, keep in zip(items, wanted, strict=True) if keep),
        tuple(names_of(item)[0] for item, named in zip(items, cited, strict=True) if named),
    )
    return [] if all(stays) else list(_removed(text, entry, stays)), told


def _removed(text: str, entry: EntrySpan, stays: list[bool]) -> Iterator[Edit]:
    value = entry.value
    assert isinstance(value, ListSpan)
    if value.in_brackets:
        kept = [flow(item) for item, stay in zip(value.items, stays, strict=True) if stay]
        yield Edit(value.start, value.end, f"[{', '.join(kept)}]")
        return
    for item, stay in zip(value.items, stays, strict=True):
        if not stay:
            yield lines_out(text, item.start, item.end)
