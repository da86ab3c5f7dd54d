"""A province in one go: thousands of communes through ``cds-gen build``; print the results as Markdown.

    python bench/batch.py [--count N] [--jobs N] [--seed N] [--pdf N]

The faults that the communes were given on purpose must be the faults that are reported, file by file, or the run ends.
With ``--pdf N`` it is the PDF files of so many communes that are made and timed.  bench/README.md says more.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from communes import write_communes
from memory import Memory

from generator.jobs.batch.running import Status
from generator.jobs.init import lay_out

ROOT = Path(__file__).resolve().parents[1]
HUNDRED = 100
PROBED_EVERY = 0.2  # seconds
EARLY = 300  # documents after which the memory of the parent is noted for the first time


def run_batch(office: Path, arguments: list[str], memory: Memory) -> tuple[float, float]:
    """Seconds of a run, and the parent's memory in MB when ``EARLY`` reports were there."""
    files = sorted(str(path.relative_to(office)) for path in office.glob("inputs/xa/*.yaml"))
    command = [sys.executable, "-m", "generator.cli.main", "build", *files, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(office / "caches")}
    began, early, looks = time.perf_counter(), 0.0, 0
    with (office / "told.txt").open("wb") as told:
        process = subprocess.Popen(command, cwd=office, env=environment, stdout=told, stderr=told)
        while process.poll() is None:
            memory.probe(process.pid)
            looks += 1
            if not early and looks % 10 == 0 and sum(1 for _ in office.glob("outputs/*.docx")) >= EARLY:
                early = memory.parent
            time.sleep(PROBED_EVERY)
    if process.returncode not in (0, 1):
        sys.exit((office / "told.txt").read_text("utf-8")[-2000:])
    return time.perf_counter() - began, early


def rows_of(report: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["tep"]
    return rows


def check_faults(rows: list[dict[str, Any]], planted: dict[str, str], count: int) -> None:
    """Ends the run where a good file was refused, or a faulty one was built or refused for something else."""
    if len(rows) != count:
        sys.exit(f"{count} files were given, {len(rows)} are in the report.")
    for row in rows:
        name, rules = Path(row["tep"]).name, {each["luat"] for each in row["phat_hien"] if each["muc"] == "error"}
        if rules != ({planted[name]} if name in planted else set()) or bool(row["so_loi"]) != (name in planted):
            sys.exit(f"{name}: planted {planted.get(name)}, reported {rules or row['tro_ngai']}.")


def check_current(rows: list[dict[str, Any]]) -> None:
    """Ends the run where something was built although nothing had changed."""
    states = Counter(row["trang_thai"] for row in rows if row["so_loi"] == 0)
    if states.keys() - {Status.CURRENT.value}:
        sys.exit(f"Run again, nothing changed (or was the program edited meanwhile?), and yet: {dict(states)}.")


def hundreds(rows: list[dict[str, Any]], office: Path) -> Iterator[tuple[int, float, float]]:
    """Of each hundred finished documents: how many, milliseconds of making one, milliseconds from one to the next.

    The second are those of the report, of a worker; the third are taken from the times of the files on the disk.
    """
    built = [row for row in rows if row["so_loi"] == 0]
    written = [(office / row["ket_qua"]).stat().st_mtime_ns / 1e6 for row in built]
    for first in range(0, len(built), HUNDRED):
        last = min(first + HUNDRED, len(built)) - 1
        if last - first >= HUNDRED // 2:
            before = max(first - 1, 0)
            making = mean(row["giay"] for row in built[first : last + 1]) * 1000
            yield last - first + 1, making, (written[last] - written[before]) / (last - before)


def slope(values: list[float]) -> float:
    """What the straight line through the values gains from the first to the last, as a part of their mean."""
    middle = (len(values) - 1) / 2
    rise = sum((place - middle) * value for place, value in enumerate(values))
    square = sum((place - middle) ** 2 for place in range(len(values)))
    return rise / square * (len(values) - 1) / mean(values) if square else 0.0


def print_results(rows: list[dict[str, Any]], planted: dict[str, str], total: float, again: float) -> None:
    finished = sum(row["so_loi"] == 0 for row in rows)
    print(f"| | |\n|---|--:|\n| files | {len(rows):,} |\n| finished | {finished:,} |")
    print(f"| faulty on purpose | {len(planted)} |")
    print(f"| refused, each with the rule of its fault, and no other file | {len(rows) - finished} |")
    print(f"| the whole run | {total:.1f} s, {total / len(rows) * 1000:.0f} ms a file |")
    print(f"| run again, nothing changed | {again:.1f} s |")


def print_hundreds(found: list[tuple[int, float, float]]) -> None:
    print("\n| documents | making one, ms | from one to the next, ms |\n|---|--:|--:|")
    number = 0
    for count, making, apart in found:
        print(f"| {number + 1:,}–{number + count:,} | {making:.0f} | {apart:.0f} |")
        number += count
    columns = [[each[column] for each in found] for column in (1, 2)]
    print(f"| last ÷ first | {' | '.join(f'{column[-1] / column[0]:.2f}' for column in columns)} |")
    print(f"| the straight line, from first to last | {' | '.join(f'{slope(column):+.0%}' for column in columns)} |")


def province(office: Path, wished: argparse.Namespace) -> None:
    """Build all communes, twice, and print what came of it."""
    began = time.perf_counter()
    planted = write_communes(office / "inputs/xa", office / "templates/chi_tieu", wished.count, wished.seed)
    written = time.perf_counter() - began
    memory = Memory()
    course = ["--jobs", str(wished.jobs), "--report"]
    total, early = run_batch(office, [*course, "first.json"], memory)
    rows = rows_of(office / "first.json")
    check_faults(rows, planted, wished.count)
    found = list(hundreds(rows, office))
    again, _ = run_batch(office, [*course, "again.json"], Memory())
    check_faults(repeated := rows_of(office / "again.json"), planted, wished.count)
    check_current(repeated)
    print(f"{wished.jobs} processes; {wished.count:,} data files, written in {written:.0f} s.\n")
    print_results(rows, planted, total, again)
    after = f"after {EARLY} reports and at the end | {early:.0f}, " if early else "at the end | "
    print(f"| largest memory of the parent, {after}{memory.parent:.0f} MB |")
    print(f"| largest memory of each worker | {', '.join(f'{peak:.0f} MB' for peak in memory.workers.values())} |")
    if found:
        print_hundreds(found)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build a province's communes in one go.")
    parser.add_argument("--count", type=int, default=3321, help="how many communes (default: 3321)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1829)
    parser.add_argument("--pdf", type=int, default=0, metavar="N", help="instead: the PDF files of N communes")
    wished = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; ", end="", flush=True)
    with tempfile.TemporaryDirectory() as work:
        office = Path(work)
        lay_out(office)
        if wished.pdf:
            from pdfs import sample

            sample(office, wished)
        else:
            province(office, wished)


if __name__ == "__main__":
    main()
