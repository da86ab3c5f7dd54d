"""What became of many files: a table for a terminal; JSON and CSV for programs, written row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from generator.findings import Finding
from generator.report.json_text import plain_finding

_HEAD = ("tệp", "trạng thái", "giây", "số lỗi", "số cảnh báo", "phát hiện")
_TABLE = ("Tệp", "Kết quả", "Giây", "Lỗi", "Cảnh báo")
_LONGEST_CELL = 32_000  # letters; Excel cuts a cell at 32,767
_FORMULA = ("=", "+", "-", "@", "\t")
_NAMES = 2  # columns of words; the rest are figures


class Row(Struct, frozen=True):
    """One file; ``seconds`` as printed; ``trouble`` is what kept it from being built where no finding tells it."""

    file: str
    target: str
    status: str
    seconds: str
    errors: int
    warnings: int
    findings: tuple[Finding, ...] = ()
    trouble: str = ""


class Writer(Protocol):
    """What takes bytes."""

    def write(self, data: bytes) -> object: ...


class Rows(Protocol):
    """A file of rows that grows."""

    def add(self, row: Row) -> None: ...

    def end(self, totals: Mapping[str, int]) -> None:
        """Write what stands after the last row; ``totals`` are the files by status."""


class JsonRows:
    """``{"tep": [one object a file], "tom_tat": {status: how many}}``."""

    def __init__(self, stream: Writer) -> None:
        self._stream = stream
        self._before = '{"tep": [\n'

    def add(self, row: Row) -> None:
        plain = {
            "tep": row.file,
            "ket_qua": row.target or None,
            "trang_thai": row.status,
            "giay": float(row.seconds.replace(",", ".")),
            "so_loi": row.errors,
            "so_canh_bao": row.warnings,
            "tro_ngai": row.trouble or None,
            "phat_hien": [plain_finding(finding) for finding in row.findings],
        }
        self._write(self._before + json.dumps(plain, ensure_ascii=False))
        self._before = ",\n"

    def end(self, totals: Mapping[str, int]) -> None:
        opened = self._before if self._before != ",\n" else ""
        self._write(f'{opened}\n], "tom_tat": {json.dumps(totals, ensure_ascii=False)}}}\n')

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))


class CsvRows:
    """One line a file, with the mark by which Excel knows UTF-8; findings stand in one cell, a line each."""

    def __init__(self, stream: Writer) -> None:
        self._stream = stream
        self._stream.write("\ufeff".encode())
        self._write(_HEAD)

    def add(self, row: Row) -> None:
        told = [row.trouble] if row.trouble else []
        told += [f"{item.severity.label} {item.rule} {item.place}: {item.problem}" for item in row.findings]
        self._write((row.file, row.status, row.seconds, str(row.errors), str(row.warnings), "\n".join(told)))

    def end(self, totals: Mapping[str, int]) -> None:
        """Nothing stands after the last line."""

    def _write(self, cells: Iterable[str]) -> None:
        line = io.StringIO()
        csv.writer(line).writerow([_harmless(cell) for cell in cells])
        self._stream.write(line.getvalue().encode("utf-8", "replace"))


def _harmless(cell: str) -> str:
    """A cell that Excel neither cuts without a word nor takes for a formula."""
    cut = cell if len(cell) <= _LONGEST_CELL else f"{cell[:_LONGEST_CELL]}…"
    return f"'{cut}" if cut.startswith(_FORMULA) else cut


def table_lines(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as a table of plain text."""
    cells = [_TABLE, *((row.file, row.status, row.seconds, str(row.errors), str(row.warnings)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        named = [cell.ljust(width) for cell, width in zip(line[:_NAMES], widths, strict=False)]
        figures = [cell.rjust(width) for cell, width in zip(line[_NAMES:], widths[_NAMES:], strict=True)]
        yield "  ".join((*named, *figures))
