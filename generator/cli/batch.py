"""``cds-gen build`` over many files: each told under its name, a table and counts at the end."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from generator.cli.batch_telling import Telling, row_of
from generator.cli.progress import Progress
from generator.cli.shelf import Shelf
from generator.cli.stopping import Asked, told_to_end
from generator.jobs.batch.crews import Alone, Crew, prepare_templates
from generator.jobs.batch.processes import Processes
from generator.jobs.batch.running import Batch, Entry, Outcome, Status
from generator.jobs.batch.work import Order
from generator.jobs.output import GrowingFile
from generator.jobs.workspace import shown_path, templates_for
from generator.report.batch_rows import CsvRows, JsonRows, Row, Rows

if TYPE_CHECKING:
    from generator.cli.pdf_telling import Pdfs

_FOUND = 1
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
    """Build all files; leaves with 1 where one failed, with the status of a signal where one told it to stop."""
    progress = Progress(len(entries), sys.stderr)
    telling = Telling(len(entries), progress.clear, verbose=course.verbose, pdf=course.pdf)
    pdfs = _pdfs(course)
    began = time.monotonic()
    with _report_file(course, here) as file, tempfile.TemporaryFile() as put_by:
        shelf = Shelf(put_by)

        def take(outcome: Outcome) -> None:
            telling.tell(outcome)
            shelf.add(row_of(outcome))
            if pdfs and not outcome.status.failed:
                pdfs.want(outcome.target)

        with told_to_end() as asked:
            batch = Batch(lambda: _crew(entries, here, course), rebuild=course.rebuild)
            with closing(batch.outcomes(entries)) as outcomes:
                _follow(outcomes, take, progress, asked)
            progress.clear()
        seconds = time.monotonic() - began
        try:
            if pdfs and not asked:
                pdfs.make(here, force=course.force)
        finally:
            # Stopped by Ctrl-C or by a LibreOffice that cannot be run, what is done is done, and told.
            for row in _whole(shelf, pdfs):
                telling.enter(row)
            telling.sum_up(seconds, stopped=bool(asked))
            if pdfs and not asked:
                pdfs.sum_up()
            if file and course.report and not asked:
                _fill(file, course.report, _whole(shelf, pdfs), telling.totals)
                click.echo(f"Kết quả từng tệp: {course.report}")
    if asked or telling.failed or (pdfs and pdfs.failed):
        click.get_current_context().exit(asked.status or _FOUND)


def _follow(
    outcomes: Iterator[Outcome | None], take: Callable[[Outcome], None], progress: Progress, asked: Asked
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


def _whole(shelf: Shelf, pdfs: Pdfs | None) -> Iterator[Row]:
    """The rows, with what became of the PDF of each."""
    return (replace(row, pdf=pdfs.of(row)) if pdfs else row for row in shelf)


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


def _pdfs(course: Course) -> Pdfs | None:
    if not course.pdf:
        return None
    from generator.cli.pdf_telling import Pdfs  # needs much that others do not

    return Pdfs()


def _report_file(course: Course, here: Path) -> AbstractContextManager[GrowingFile | None]:
    if course.report is None:
        return nullcontext()
    return GrowingFile(here / course.report, shown_path(course.report, here), force=course.force)


def _fill(file: GrowingFile, report: Path, rows: Iterable[Row], totals: Mapping[str, int]) -> None:
    """Write the report of the run.  Raises ``CannotGoOn``."""
    into: Rows = CsvRows(file) if report.suffix.casefold() == ".csv" else JsonRows(file)
    for row in rows:
        into.add(row)
    into.end(totals)
    file.keep()
