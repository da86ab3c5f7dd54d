"""The PDF files of a sample of communes, made by ``cds-gen build --pdf``; called by ``batch.py --pdf N``."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any
from unicodedata import normalize

from batch import check_faults, rows_of, run_batch
from communes import write_communes
from memory import Memory
from run import interleaved
from spreads import ratios, spread

from generator.jobs.pdf.converter import Conversion, PdfConverter
from generator.jobs.pdf.office import Office, find_office

END = 10  # PDF files at either end whose times are told
FEW, ROUNDS = 5, 3  # of one start for all against one start for each
UPRIGHT, ACROSS = "upright", "across"
_A4 = (595, 842)  # points
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", re.DOTALL)
_PAGE_TOLD = re.compile(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", re.MULTILINE)


def sample(office: Path, wished: argparse.Namespace) -> None:
    """Make the PDF files of ``wished.pdf`` communes, check them, and print what they took."""
    planted = write_communes(office / "inputs/xa", office / "templates/chi_tieu", wished.pdf, wished.seed)
    program = find_office()
    told = subprocess.run([program.program, "--version"], capture_output=True, text=True, check=False, timeout=60)
    memory = Memory()
    total, _ = run_batch(office, ["--jobs", str(wished.jobs), "--pdf", "--report", "first.json"], memory)
    rows = rows_of(office / "first.json")
    check_faults(rows, planted, wished.pdf)
    made = checked(rows, planted, office)
    print(f"{wished.jobs} processes; {told.stdout.strip() or 'LibreOffice'}\n")
    print_sample(rows, made, office, total)
    largest = ", ".join(f"{peak:.0f} MB" for peak in memory.offices.values())
    print(f"| largest memory of each start of LibreOffice ({len(memory.offices)}) | {largest} |")
    workers = ", ".join(f"{peak:.0f}" for peak in memory.workers.values())
    print(f"| largest memory of cds-gen; of its workers | {memory.parent:.0f} MB; {workers} MB |")
    again, _ = run_batch(office, ["--jobs", str(wished.jobs), "--pdf", "--report", "again.json"], Memory())
    states = Counter(row["pdf"]["trang_thai"] for row in rows_of(office / "again.json"))
    if states["không đổi"] != len(made):
        sys.exit(f"Run again, nothing changed, and yet: {dict(states)}.")
    print(f"| run again, nothing changed, no PDF made again | {again:.1f} s |\n", flush=True)
    print_starts(program, [office / row["ket_qua"] for row in made[:FEW]])


def checked(rows: list[dict[str, Any]], planted: dict[str, str], office: Path) -> list[dict[str, Any]]:
    """The rows of the PDF files; ends the run where one is missing, does not open, or has other pages than it should.

    The body of a commune's report stands on upright pages, its annex, which comes last, on pages across.
    """
    made = [row for row in rows if Path(row["tep"]).name not in planted]
    for row in made:
        if row["pdf"]["trang_thai"] != "đã tạo":
            sys.exit(f"{row['tep']}: {row['pdf']}")
        pages = pages_of(office / row["pdf"]["ket_qua"])
        upright = pages.count(UPRIGHT)
        if not upright or upright == len(pages) or pages != [UPRIGHT] * upright + [ACROSS] * (len(pages) - upright):
            sys.exit(f"{row['pdf']['ket_qua']}: its pages are {pages or 'none, or it does not open'}.")
        check_letters(row, office)
    return made


def pages_of(pdf: Path) -> list[str]:
    """How each page of a PDF lies, as poppler sees it, without it as the PDF says; empty for what does not open."""
    if shutil.which("pdfinfo"):
        command = ["pdfinfo", "-f", "1", "-l", "9999", str(pdf)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
        sizes = _PAGE_TOLD.findall(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else []
    else:
        sizes = [(wide.decode(), high.decode()) for wide, high in _PAGE.findall(pdf.read_bytes())]
    known = {_A4: UPRIGHT, _A4[::-1]: ACROSS}
    return [known.get((round(float(wide)), round(float(high))), f"{wide} × {high}") for wide, high in sizes]


def check_letters(row: dict[str, Any], office: Path) -> None:
    """Ends the run where a letter of the Word file is not in its PDF as often, if there is poppler to read it.

    Letters and not words: poppler takes the wider gaps of a justified line for blanks within a word.
    """
    if not shutil.which("pdftotext"):
        return
    from material import paragraphs

    command = ["pdftotext", str(office / row["pdf"]["ket_qua"]), "-"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    printed = _letters(done.stdout.decode("utf-8", "replace"))
    words = (word for words in paragraphs((office / row["ket_qua"]).read_bytes()) for word in words)
    if missing := _letters("".join(words)) - printed:
        sys.exit(f"{row['pdf']['ket_qua']}: letters of the Word file are not in it: {dict(missing.most_common(5))}.")


def _letters(text: str) -> Counter[str]:
    """How often each letter or figure stands in a text.

    Capitals, which Word may only show, count as small ones; signs do not count: poppler drops hyphens at line ends.
    """
    return Counter(letter for letter in normalize("NFC", text).lower() if letter.isalnum())


def print_sample(rows: list[dict[str, Any]], made: list[dict[str, Any]], office: Path, total: float) -> None:
    seconds = [row["pdf"]["giay"] for row in made]
    numbers = [len(pages_of(office / row["pdf"]["ket_qua"])) for row in made]
    refused = len(rows) - len(made)
    print(f"| | |\n|---|--:|\n| communes; faulty on purpose, refused, without PDF | {len(rows)}; {refused} |")
    pages = f"{min(numbers)}–{max(numbers)} pages, {sum(numbers)} in all"
    print(f"| PDF files made, all open, their pages and letters as they should be | {len(made)}; {pages} |")
    print(f"| the whole run, Word files included | {total:.1f} s |")
    print(f"| the first PDF, with the start of LibreOffice | {seconds[0]:.2f} s |")
    rest, counts = seconds[1:], numbers[1:]
    for label, part in (("first", slice(END)), ("last", slice(-END, None))):
        if len(rest) >= 2 * END:
            page = sum(rest[part]) / sum(counts[part])
            middle = f"{median(rest[part]):.2f} s ({min(rest[part]):.2f}–{max(rest[part]):.2f})"
            print(
                f"| a PDF of the {label} {END} after it: median (least–most); a page | {middle}; {page * 1000:.0f} ms |"
            )
    if len(rest) > 1:
        print(f"| a PDF of all after it: median (quartiles); mean | {spread(rest, 2)} s; {mean(rest):.2f} s |")


def print_starts(program: Office, documents: list[Path]) -> None:
    """One start of LibreOffice for a few documents, held against one for each, in turn."""

    def together() -> list[Conversion]:
        return list(PdfConverter(program).convert(documents))

    def apart() -> list[Conversion]:
        return [each for document in documents for each in PdfConverter(program).convert([document])]

    names = (f"one start for {len(documents)} files, as cds-gen does", "one start for each file")
    times, given = interleaved(dict(zip(names, (partial(together), partial(apart)), strict=True)), ROUNDS)
    for conversions in (each for side in given.values() for each in side):
        if any(conversion.pdf is None for conversion in conversions):
            sys.exit(f"Not every file was printed: {[conversion.failure for conversion in conversions]}.")
    print(f"| {ROUNDS} rounds in turn | s: median (quartiles) | ÷ one start for all |\n|---|--:|--:|")
    for name in names:
        seconds = [each / 1000 for each in times[name]]
        print(f"| {name} | {spread(seconds, 2)} | {ratios(times[name], times[names[0]])} |")


if __name__ == "__main__":
    sys.exit("python bench/batch.py --pdf N")
