"""The course of a batch: orders to a crew, results to the disk, one outcome a file, in the order of the files."""

from __future__ import annotations

import enum
import os
import unicodedata
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.errors import CannotGoOn
from generator.findings import Finding, Severity
from generator.jobs.batch.crews import Crew
from generator.jobs.batch.stamps import findings_if_current, keep_stamp
from generator.jobs.batch.work import Order, Result, Trouble
from generator.jobs.build import Wished, plan
from generator.jobs.output import EditedByHand, Written, write_output
from generator.jobs.spent import seconds_told
from generator.jobs.workspace import shown_path

TICK = 0.2  # seconds
_MOST_CLASHES = 5


class Status(enum.Enum):
    """What became of a file."""

    NEW = "đã tạo"
    REPLACED = "đã cập nhật"
    SAME = "không đổi"
    CURRENT = "còn mới"
    FAULTY = "có lỗi"
    EDITED = "đã sửa tay"
    STOPPED = "không dựng được"

    @property
    def failed(self) -> bool:
        """Whether there is no report that is what the data say."""
        return self in (Status.FAULTY, Status.EDITED, Status.STOPPED)


_WRITTEN = {Written.NEW: Status.NEW, Written.REPLACED: Status.REPLACED, Written.SAME: Status.SAME}


class Outcome(Struct, frozen=True):
    """What became of one file; paths as they are shown, ``target`` and ``kept_copy`` empty where there is none."""

    source: str
    status: Status
    target: str = ""
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    trouble: Trouble | None = None
    kept_copy: str = ""

    @property
    def seconds_told(self) -> str:
        """The seconds as they are printed; none for what took no making."""
        return seconds_told(self.seconds)

    def count(self, severity: Severity) -> int:
        """How many findings of that kind; what kept a file from being built at all is an error."""
        found = sum(finding.severity is severity for finding in self.findings)
        return found + (severity is Severity.ERROR and self.trouble is not None)


Entry = Order | Outcome
"""A file that can be ordered, or that is known already not to be."""


def planned(names: Iterable[str], here: Path, out: Path | None, wished: Wished) -> list[Entry]:
    """The files of those names, each once.  Raises ``CannotGoOn`` where two would be built into one."""
    entries: list[Entry] = []
    sources: dict[str, Path] = {}
    clashes: list[tuple[Path, Path, Path]] = []
    for name in names:
        try:
            source, target = plan(name, here, out, draft=wished.draft)
        except CannotGoOn as error:
            entries.append(Outcome(name, Status.STOPPED, trouble=Trouble(error.problem, error.fix)))
            continue
        first = sources.setdefault(_everywhere_the_same(target), source)
        if first is source:
            entries.append(Order(source, target, here, wished))
        elif not os.path.samefile(first, source):
            clashes.append((first, source, target))
    if clashes:
        raise _same_target(clashes, here)
    return entries


def _everywhere_the_same(target: Path) -> str:
    """The path as a file system sees it that knows neither capitals nor forms of accents apart."""
    return unicodedata.normalize("NFC", os.path.abspath(target)).casefold()


def _same_target(clashes: Sequence[tuple[Path, Path, Path]], here: Path) -> CannotGoOn:
    told = [
        f"«{shown_path(first, here)}» và «{shown_path(second, here)}» cùng dựng ra một tệp «{target.name}»"
        for first, second, target in clashes[:_MOST_CLASHES]
    ]
    more = f"; và {len(clashes) - _MOST_CLASHES} cặp khác" if len(clashes) > _MOST_CLASHES else ""
    return CannotGoOn(
        f"{'; '.join(told)}{more}. Chưa dựng tệp nào.",
        "Đổi tên một trong hai tệp, hoặc dựng từng thư mục một, mỗi lần vào một thư mục riêng bằng --out.",
    )


class _Begun(NamedTuple):
    order: Order
    future: Future[Result]
    crew: Crew


class Batch:
    """One run over many files; ``crew`` is made when the first file really has to be built."""

    def __init__(self, crew: Callable[[], Crew], *, rebuild: bool = False) -> None:
        self._make_crew = crew
        self._rebuild = rebuild
        self._crew: Crew | None = None

    def outcomes(self, entries: Iterable[Entry]) -> Generator[Outcome | None, None, None]:
        """The outcome of each file, in the order of the files; None now and then while one is waited for.

        To stop, close the iterator: what is being made is given up, and nothing is half written.
        """
        waiting: deque[_Begun | Outcome] = deque()
        left = iter(entries)
        finished = False
        try:
            while self._fill(waiting, left):
                head = waiting[0]
                if isinstance(head, Outcome):
                    yield head
                elif (result := head.crew.result(head.order, head.future, TICK)) is None:
                    yield None
                    continue
                else:
                    yield _written(head.order, result)
                waiting.popleft()
            finished = True
        finally:
            if self._crew:
                self._crew.leave(at_once=not finished)

    def _fill(self, waiting: deque[_Begun | Outcome], left: Iterator[Entry]) -> bool:
        """Begin as many files as the crew takes at once; whether any is waited for."""
        while len(waiting) < (self._crew.at_once if self._crew else 1):
            entry = next(left, None)
            if entry is None:
                break
            waiting.append(self._begun(entry))
        return bool(waiting)

    def _begun(self, entry: Entry) -> _Begun | Outcome:
        if isinstance(entry, Outcome):
            return entry
        known = None if self._rebuild else findings_if_current(entry)
        if known is not None:
            return Outcome(*_names(entry), findings=known)
        if self._crew is None:
            self._crew = self._make_crew()
        return _Begun(entry, self._crew.begin(entry), self._crew)


def _names(order: Order, status: Status = Status.CURRENT) -> tuple[str, Status, str]:
    return shown_path(order.source, order.here), status, shown_path(order.target, order.here)


def _written(order: Order, result: Result) -> Outcome:
    """What became of an order once its report is on the disk."""
    if result.data is None:
        status = Status.STOPPED if result.trouble else Status.FAULTY
        return Outcome(*_names(order, status), result.seconds, result.findings, result.trouble)
    shown = shown_path(order.target, order.here)
    try:
        written, copy = write_output(order.target, result.data, shown, force=order.wished.force)
    except CannotGoOn as error:
        status = Status.EDITED if isinstance(error, EditedByHand) else Status.STOPPED
        return Outcome(*_names(order, status), result.seconds, result.findings, Trouble(error.problem, error.fix))
    keep_stamp(order, result.data, result.findings, result.read)
    kept = shown_path(copy, order.here) if copy else ""
    return Outcome(*_names(order, _WRITTEN[written]), result.seconds, result.findings, kept_copy=kept)
