"""What a person is told of a batch: each file that is not well under its name, then a table and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import click
from msgspec.structs import replace

from generator.cli.progress import duration
from generator.findings import Finding, Severity
from generator.jobs.batch.running import Outcome, Status
from generator.jobs.build import UNFINISHED
from generator.report.batch_rows import PdfStatus, Row, table_lines
from generator.report.text import count_text, findings_text, trouble_text

_MOST_ROWS = 40


def row_of(outcome: Outcome) -> Row:
    """An outcome as a row of the files that programs read."""
    return Row(
        outcome.source,
        outcome.target,
        outcome.status.value,
        outcome.seconds_told,
        outcome.count(Severity.ERROR),
        outcome.count(Severity.WARNING),
        outcome.findings,
        outcome.trouble.problem if outcome.trouble else "",
    )


class Telling:
    """Tells outcomes one by one, and keeps what the summary needs: of many files only the rows of those that failed."""

    def __init__(self, files: int, make_room: Callable[[], None], *, verbose: bool, pdf: bool) -> None:
        """``make_room`` is called before something is printed while the work goes on; ``pdf``: PDF files are made."""
        self.totals: Counter[str] = Counter()
        self.failed = 0
        self._files = files
        self._make_room = make_room
        self._verbose = verbose
        self._pdf = pdf
        self._all_rows = files <= _MOST_ROWS or verbose
        self._rows: list[Row] = []
        self._found: Counter[Severity] = Counter()
        self._told_of_others: set[Finding] = set()
        self._unfinished = 0

    def tell(self, outcome: Outcome) -> None:
        """Say what is to be said of a file at once."""
        self.totals[outcome.status.value] += 1
        self.failed += outcome.status.failed
        for severity in Severity:
            self._found[severity] += outcome.count(severity)
        if outcome.status is Status.FAULTY:
            errors = [item for item in outcome.findings if item.severity is Severity.ERROR]
            self._unfinished += any(item.rule in UNFINISHED for item in errors)
        lines = list(self._lines(outcome))
        if lines:
            self._make_room()
            click.echo("\n".join(lines), err=True)

    def enter(self, row: Row) -> None:
        """Take a row of which all is known into the table."""
        if self._all_rows or Status(row.status).failed or row.pdf.status is PdfStatus.FAILED:
            self._rows.append(replace(row, findings=(), trouble=""))

    def sum_up(self, seconds: float, *, stopped: bool) -> None:
        """The table, the counts, and what may be done next."""
        for line in self._summary(seconds, stopped=stopped):
            click.echo(line)

    def _lines(self, outcome: Outcome) -> Iterator[str]:
        if outcome.kept_copy:
            yield f"{outcome.source}: bản đã sửa tay được giữ tại {outcome.kept_copy}"
        shown = list(outcome.findings) if self._verbose else _to_mend_first(outcome)
        new = [item for item in shown if item not in self._told_of_others]
        if not (shown or outcome.trouble):
            return
        told = f", {count_text(outcome.findings)}" if outcome.findings else ""
        yield f"── {outcome.source}: {outcome.status.value}{told}"
        if new:
            yield findings_text(new)
        if len(new) < len(shown):
            yield f"    và {len(shown) - len(new)} phát hiện ở tệp dùng chung, đã kể ở trên"
        if outcome.trouble:
            yield trouble_text(outcome.trouble.problem, outcome.trouble.fix)
        # What is wrong with a base or a catalogue comes again with every file that it serves.
        self._told_of_others.update(item for item in new if item.place.file not in (outcome.source, outcome.target))

    def _summary(self, seconds: float, *, stopped: bool) -> Iterator[str]:
        if self._rows:
            if not self._all_rows:
                yield f"Những tệp không dựng được{' hoặc không có PDF' if self._pdf else ''}:"
            yield from table_lines(self._rows, pdf=self._pdf)
        told = sum(self.totals.values())
        parts = [f"{self.totals[status.value]} {status.value}" for status in Status if self.totals[status.value]]
        found = [f"{self._found[item]} {item.label.lower()}" for item in (Severity.ERROR, Severity.WARNING)]
        counts = f": {', '.join(parts)}; {', '.join(found)}" if parts else ""
        yield f"Xong {told}/{self._files} tệp trong {duration(seconds)}{counts}."
        if self._unfinished:
            yield f"{self._unfinished} tệp chưa điền đủ; muốn xem thử thì dựng bản dự thảo: thêm --draft vào lệnh."
        if stopped:
            yield "Đã dừng theo yêu cầu, không tệp nào dở dang; chạy lại đúng lệnh ấy thì máy làm tiếp các tệp còn lại."


def _to_mend_first(outcome: Outcome) -> list[Finding]:
    """Of a file that was refused, its errors; where it has none, the warnings for which it was."""
    if outcome.status is not Status.FAULTY:
        return []
    errors = [item for item in outcome.findings if item.severity is Severity.ERROR]
    return errors or [item for item in outcome.findings if item.severity is Severity.WARNING]
