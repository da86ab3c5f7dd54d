"""``cds-gen build`` over many files: each told under its name, a table and counts at the end."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from types import FrameType

import click
from msgspec import Struct

from generator.cli.batch_telling import Telling, row_of
from generator.cli.progress import Progress
from generator.jobs.batch.crews import Alone, Crew, Processes, prepare_templates
from generator.jobs.batch.running import Batch, Entry, Outcome, Status
from generator.jobs.batch.work import Order
from generator.jobs.output import GrowingFile
from generator.jobs.workspace import shown_path, templates_for
from generator.report.batch_rows import CsvRows, JsonRows, Rows

_FOUND, _INTERRUPTED = 1, 130
_SAME_PRESS = 1.0  # seconds within which signals are one press: a terminal may send several
_MOST_PROCESSES = 61  # as many as Windows lets one wait for
_FILES_A_PROCESS = 4  # for fewer, a process of its own is not worth starting


class Course(Struct, frozen=True):
    """How a batch is to go: on how many processes or by which scheduler, all anew, reported into which file."""

    jobs: int | None = None
    rebuild: bool = False
    report: Path | None = None
    scheduler: str | None = None
    verbose: bool = False
    force: bool = False
    pdf: bool = False


def build_many(entries: list[Entry], here: Path, course: Course) -> None:
    """Build all files; leaves with 1 where one failed, 130 where the user stopped it."""
    began = time.monotonic()
    documents: list[Path] = []
    progress = Progress(len(entries), sys.stderr)
    telling = Telling(len(entries), progress.clear, verbose=course.verbose)
    with _report_file(course, here) as file, _interrupts() as asked:
        rows = _rows(course, file)

        def take(outcome: Outcome) -> None:
            telling.tell(outcome)
            if not outcome.status.failed:
                documents.append(here / outcome.target)
            if rows:
                rows.add(row_of(outcome))

        batch = Batch(lambda: _crew(entries, here, course), rebuild=course.rebuild)
        with closing(batch.outcomes(entries)) as outcomes:
            _follow(outcomes, take, progress, asked)
        progress.clear()
        if rows and file and not asked:
            rows.end(telling.totals)
            file.keep()
    telling.sum_up(time.monotonic() - began, stopped=bool(asked))
    if course.report and not asked:
        click.echo(f"Kết quả từng tệp: {course.report}")
    unprinted = 0
    if course.pdf and not asked:
        from generator.cli.pdf_telling import print_many

        unprinted = print_many(documents, here, force=course.force)
    if asked or telling.failed or unprinted:
        click.get_current_context().exit(_INTERRUPTED if asked else _FOUND)


def _follow(
    outcomes: Iterator[Outcome | None], take: Callable[[Outcome], None], progress: Progress, asked: list[float]
) -> None:
    """Hand on each outcome, until all is done or somebody has asked to stop."""
    for outcome in outcomes:
        if outcome is None:
            progress.tick()
        else:
            take(outcome)
            progress.step(quick=outcome.status is Status.CURRENT)
        if asked:
            return


def _crew(entries: list[Entry], here: Path, course: Course) -> Crew:
    if course.scheduler:
        from generator.jobs.batch.cluster import Cluster  # an extra, and heavy

        return Cluster(course.scheduler)
    orders = [entry for entry in entries if isinstance(entry, Order)]
    jobs = course.jobs or min(os.cpu_count() or 1, len(orders) // _FILES_A_PROCESS)
    if jobs <= 1:
        return Alone()
    folders = {order.source.parent: order for order in orders}
    prepare_templates([templates_for(order.source, here) for order in folders.values()], here)
    return Processes(min(jobs, len(orders), _MOST_PROCESSES))


@contextmanager
def _interrupts() -> Iterator[list[float]]:
    """A list that is no longer empty once Ctrl-C was pressed; pressed again later, it stops the program at once."""
    asked: list[float] = []
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def hear(number: int, frame: FrameType | None) -> None:
        now = time.monotonic()
        if asked and now - asked[0] > _SAME_PRESS:
            signal.default_int_handler(number, frame)
        asked.append(now)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def _report_file(course: Course, here: Path) -> AbstractContextManager[GrowingFile | None]:
    if course.report is None:
        return nullcontext()
    return GrowingFile(here / course.report, shown_path(course.report, here), force=course.force)


def _rows(course: Course, file: GrowingFile | None) -> Rows | None:
    if file is None or course.report is None:
        return None
    return CsvRows(file) if course.report.suffix.casefold() == ".csv" else JsonRows(file)
