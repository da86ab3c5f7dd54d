"""What became of many files: a table for a terminal; JSON and CSV for programs, written row by row."""

from __future__ import annotations

import csv
import enum
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from msgspec import Struct

from generator.findings import Finding
from generator.report.json_text import plain_finding

# Programs read these by their place: what is new stands at the end.
_HEAD = ("tệp", "trạng thái", "giây", "số lỗi", "số cảnh báo", "phát hiện")
_PDF_HEAD = ("tệp PDF", "trạng thái PDF", "giây PDF", "trở ngại PDF")
_TABLE = ("Tệp", "Kết quả", "Giây", "Lỗi", "Cảnh báo")
_PDF_TABLE = ("PDF", "Giây PDF")
_LONGEST_CELL = 32_000  # letters; Excel cuts a cell at 32,767
_FORMULA = ("=", "+", "-", "@", "\t")
_WORDS = ("Tệp", "Kết quả", "PDF")  # columns of words; the rest are figures


class PdfStatus(enum.Enum):
    """What became of the PDF of a file."""

    NEW = "đã tạo"
    REPLACED = "đã cập nhật"
    SAME = "không đổi"
    FAILED = "không làm được"
    LEFT = "chưa làm"  # the work was stopped before
    NO_DOCUMENT = "chờ tệp Word"  # which could not be built, or is not what the data say
    NOT_ASKED = "không yêu cầu"


class PdfTold(Struct, frozen=True):
    """The PDF of a file; ``target`` is empty where there is none of this Word file, ``trouble`` then says why.

    ``seconds`` as printed: none for a PDF that stays as it was.
    """

    status: PdfStatus = PdfStatus.NOT_ASKED
    target: str = ""
    seconds: str = ""
    trouble: str = ""


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
    pdf: PdfTold = PdfTold()


class Writer(Protocol):
    """What takes bytes."""

    def write(self, data: bytes) -> object: ...


class Rows(Protocol):
    """A file of rows that grows."""

    def add(self, row: Row) -> None: ...

    def end(self, totals: Mapping[str, int]) -> None:
        """Write what stands after the last row; ``totals`` are the files by status."""


class JsonRows:
    """``{"tep": [one object a file], "tom_tat": {status: how many}, "tom_tat_pdf": the same of the PDF files}``."""

    def __init__(self, stream: Writer) -> None:
        self._stream = stream
        self._before = '{"tep": [\n'
        self._pdfs: Counter[str] = Counter()

    def add(self, row: Row) -> None:
        plain = {
            "tep": row.file,
            "ket_qua": row.target or None,
            "trang_thai": row.status,
            "giay": _number(row.seconds),
            "so_loi": row.errors,
            "so_canh_bao": row.warnings,
            "tro_ngai": row.trouble or None,
            "phat_hien": [plain_finding(finding) for finding in row.findings],
            "pdf": {
                "ket_qua": row.pdf.target or None,
                "trang_thai": row.pdf.status.value,
                "giay": _number(row.pdf.seconds),
                "tro_ngai": row.pdf.trouble or None,
            },
        }
        self._pdfs[row.pdf.status.value] += 1
        self._write(self._before + json.dumps(plain, ensure_ascii=False))
        self._before = ",\n"

    def end(self, totals: Mapping[str, int]) -> None:
        opened = self._before if self._before != ",\n" else ""
        counts = {"tom_tat": totals, "tom_tat_pdf": self._pdfs}
        self._write(f"{opened}\n], {json.dumps(counts, ensure_ascii=False)[1:]}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))


def _number(seconds: str) -> float:
    """The number that was written the Vietnamese way: "1.234,5"."""
    return float(seconds.replace(".", "").replace(",", ".") or 0)


class CsvRows:
    """One line a file, with the mark by which Excel knows UTF-8; findings stand in one cell, a line each."""

    def __init__(self, stream: Writer) -> None:
        self._stream = stream
        self._stream.write("\ufeff".encode())
        self._write((*_HEAD, *_PDF_HEAD))

    def add(self, row: Row) -> None:
        told = [row.trouble] if row.trouble else []
        told += [f"{item.severity.label} {item.rule} {item.place}: {item.problem}" for item in row.findings]
        pdf = (row.pdf.target, row.pdf.status.value, row.pdf.seconds, row.pdf.trouble)
        self._write((row.file, row.status, row.seconds, str(row.errors), str(row.warnings), "\n".join(told), *pdf))

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


def table_lines(rows: Iterable[Row], *, pdf: bool = False) -> Iterator[str]:
    """The rows as a table of plain text; ``pdf``: with what became of the PDF files."""
    head = (*_TABLE, *_PDF_TABLE) if pdf else _TABLE
    cells = [head, *(_cells(row)[: len(head)] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        set_out = (
            cell.ljust(width) if name in _WORDS else cell.rjust(width)
            for name, cell, width in zip(head, line, widths, strict=True)
        )
        yield "  ".join(set_out)


def _cells(row: Row) -> tuple[str, ...]:
    built = (row.file, row.status, row.seconds, str(row.errors), str(row.warnings))
    return (*built, row.pdf.status.value, row.pdf.seconds)
