"""``cds-gen build --pdf``: the PDF files of what was built, and what a person is told of them."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import click

from generator.cli.progress import Progress, duration
from generator.findings import Severity
from generator.jobs.output import Written
from generator.jobs.pdf.converter import PdfConverter
from generator.jobs.pdf.making import MadePdf, make_pdfs
from generator.jobs.pdf.office import find_office, lacks
from generator.jobs.workspace import shown_path
from generator.report.text import trouble_text


def print_one(document: Path, here: Path, *, force: bool) -> None:
    """Make the PDF of one Word file and tell it.  Raises ``CannotGoOn``."""
    for made in _made([document], here, force=force):
        if made.trouble:
            raise made.trouble
        _tell_copy(made, here)
        if made.written:
            click.echo(f"    PDF: {shown_path(made.target, here)} ({made.written.value})")


def print_many(documents: Sequence[Path], here: Path, *, force: bool) -> int:
    """Make the PDF of each Word file; how many could not be made.  Raises ``CannotGoOn`` without LibreOffice."""
    if not documents:
        return 0
    began = time.monotonic()
    told: Counter[str] = Counter()
    failed = 0
    progress = Progress(len(documents), sys.stderr)
    try:
        for made in _made(documents, here, force=force):
            progress.clear()
            _tell_copy(made, here)
            if made.trouble:
                failed += 1
                click.echo(trouble_text(made.trouble.problem, made.trouble.fix), err=True)
            elif made.written:
                told[made.written.value] += 1
            progress.step(quick=made.written is Written.SAME)
    finally:
        # Stopped by Ctrl-C or by a LibreOffice that cannot be run, what is done is done.
        progress.clear()
        parts = [f"{told[state.value]} {state.value}" for state in Written if told[state.value]]
        parts += [f"{failed} không làm được"] if failed else []
        counts = f": {', '.join(parts)}" if parts else ""
        done = told.total() + failed
        click.echo(f"PDF: xong {done}/{len(documents)} tệp trong {duration(time.monotonic() - began)}{counts}.")
    return failed


def _made(documents: Sequence[Path], here: Path, *, force: bool) -> Iterator[MadePdf]:
    office = find_office()
    for lack in lacks(office, documents):
        click.echo(trouble_text(lack.problem, lack.fix, Severity.WARNING), err=True)
    click.echo("Đang chuyển sang PDF bằng LibreOffice…", err=True)
    with _told_to_end() as end:
        converter = PdfConverter(office, pulse=end)
        with closing(make_pdfs(documents, here, converter, force=force)) as pdfs:
            for made in pdfs:
                end()
                yield made


def _tell_copy(made: MadePdf, here: Path) -> None:
    if made.kept_copy:
        click.echo(f"    Bản PDF không do cds-gen tạo ra được giữ tại {shown_path(made.kept_copy, here)}")


@contextmanager
def _told_to_end() -> Iterator[Callable[[], None]]:
    """What raises once the program is told to end: by Ctrl-C, by the system, or left by its terminal.

    Signals are noted and told later: raised where they arrive, they may fall where Python can only drop them.
    """
    asked: list[int] = []

    def end() -> None:
        if asked and asked[0] == signal.SIGINT:
            raise KeyboardInterrupt
        if asked:
            raise SystemExit(128 + asked[0])

    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        names = []
    before = {name: signal.signal(getattr(signal, name), lambda number, _: asked.append(number)) for name in names}
    try:
        yield end
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
    end()
