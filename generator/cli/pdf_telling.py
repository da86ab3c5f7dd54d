"""``cds-gen build --pdf``: the PDF files of what was built, and what a person is told of them."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

import click

from generator.cli.progress import Progress, duration
from generator.cli.stopping import told_to_end
from generator.errors import CannotGoOn
from generator.findings import Severity
from generator.jobs.output import Written
from generator.jobs.pdf.converter import PdfConverter
from generator.jobs.pdf.making import MadePdf, make_pdfs
from generator.jobs.pdf.office import find_office, lacks
from generator.jobs.spent import seconds_told
from generator.jobs.workspace import shown_path
from generator.report.batch_rows import PdfStatus, PdfTold, Row
from generator.report.text import trouble_text


def print_one(document: Path, here: Path, *, force: bool) -> None:
    """Make the PDF of one Word file and tell it.  Raises ``CannotGoOn``."""
    with closing(_made([document], here, force=force)) as pdfs:
        for made in pdfs:
            if made.trouble:
                raise made.trouble
            _tell_copy(made, here)
            if made.written:
                click.echo(f"    PDF: {shown_path(made.target, here)} ({made.written.value})")


class Pdfs:
    """What became of the PDF files of a batch; each is known by its Word file, as that is shown."""

    def __init__(self) -> None:
        self.failed = 0
        self._told: dict[str, PdfTold] = {}
        self._seconds = 0.0

    def want(self, document: str) -> None:
        self._told[document] = PdfTold(PdfStatus.LEFT)

    def of(self, row: Row) -> PdfTold:
        """What became of the PDF of a file."""
        return self._told.get(row.target, PdfTold(PdfStatus.NO_DOCUMENT))

    def make(self, here: Path, *, force: bool) -> None:
        """Make the PDF of each Word file that is wanted.

        Raises ``CannotGoOn`` without a LibreOffice that can be run, and what ends the program where that was asked for.
        """
        if not self._told:
            return
        began = time.monotonic()
        progress = Progress(len(self._told), sys.stderr)
        try:
            names = list(self._told)
            with closing(_made([here / name for name in names], here, force=force)) as pdfs:
                for name, made in zip(names, pdfs, strict=True):
                    progress.clear()
                    self._take(name, made, here)
                    progress.step(quick=made.written is Written.SAME)
        except CannotGoOn as error:
            self._give_up(error.problem)
            raise
        finally:
            progress.clear()
            self._seconds = time.monotonic() - began

    def sum_up(self) -> None:
        """The counts: what is done is done, also where the work was stopped, or LibreOffice cannot be run."""
        counted = Counter(told.status for told in self._told.values())
        left = counted.pop(PdfStatus.LEFT, 0)
        parts = [f"{counted[status]} {status.value}" for status in PdfStatus if counted[status]]
        counts = f": {', '.join(parts)}" if parts else ""
        total = len(self._told)
        if total:
            click.echo(f"PDF: xong {total - left}/{total} tệp trong {duration(self._seconds)}{counts}.")

    def _take(self, name: str, made: MadePdf, here: Path) -> None:
        _tell_copy(made, here)
        seconds = seconds_told(made.seconds)
        if made.trouble:
            self.failed += 1
            click.echo(trouble_text(made.trouble.problem, made.trouble.fix), err=True)
            self._told[name] = PdfTold(PdfStatus.FAILED, seconds=seconds, trouble=made.trouble.problem)
        elif made.written:
            self._told[name] = PdfTold(PdfStatus(made.written.value), shown_path(made.target, here), seconds)

    def _give_up(self, problem: str) -> None:
        for name, told in self._told.items():
            if told.status is PdfStatus.LEFT:
                self._told[name] = PdfTold(PdfStatus.LEFT, trouble=problem)


def _made(documents: Sequence[Path], here: Path, *, force: bool) -> Generator[MadePdf, None, None]:
    office = find_office()
    for lack in lacks(office, documents):
        click.echo(trouble_text(lack.problem, lack.fix, Severity.WARNING), err=True)
    click.echo("Đang chuyển sang PDF bằng LibreOffice…", err=True)
    # Every step is short: Ctrl-C pressed again must not fall into the ending of LibreOffice.
    with told_to_end(patient=True) as asked:
        converter = PdfConverter(office, pulse=asked.end)
        with closing(make_pdfs(documents, here, converter, force=force)) as pdfs:
            for made in pdfs:
                yield made
                asked.end()
    asked.end()


def _tell_copy(made: MadePdf, here: Path) -> None:
    if made.kept_copy:
        click.echo(f"    Bản PDF không do cds-gen tạo ra được giữ tại {shown_path(made.kept_copy, here)}")
