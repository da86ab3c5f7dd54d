"""A province in one go: thousands of communes through ``cds-gen build``; print the results as Markdown.

    python bench/batch.py [--count N] [--jobs N] [--seed N]

The faults that the communes were given on purpose must be the faults that are reported, file by file, or the run ends.
Memory is the largest resident set of each process, as Linux counts it.
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
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from communes import write_communes

from generator.jobs.init import lay_out

ROOT = Path(__file__).resolve().parents[1]
SHOWN = 100  # documents at either end whose times are compared
PROBED_EVERY = 0.5  # seconds
EARLY = 300  # documents after which the memory is noted for the first time


class Memory:
    """The largest resident sets of a process and of those that it started, in MB."""

    def __init__(self) -> None:
        self.parent = 0.0
        self.workers: dict[int, float] = {}

    def probe(self, pid: int) -> None:
        self.parent = max(self.parent, _peak(pid))
        for child in _children(pid):
            self.workers[child] = max(self.workers.get(child, 0.0), _peak(child))


def _peak(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def run_batch(office: Path, arguments: list[str], memory: Memory) -> tuple[float, float]:
    """Seconds of a run, and the parent's memory in MB when ``EARLY`` reports were there."""
    files = sorted(str(path.relative_to(office)) for path in office.glob("inputs/xa/*.yaml"))
    command = [sys.executable, "-m", "generator.cli.main", "build", *files, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(office / "caches")}
    began, early = time.perf_counter(), 0.0
    with (office / "told.txt").open("wb") as told:
        process = subprocess.Popen(command, cwd=office, env=environment, stdout=told, stderr=told)
        while process.poll() is None:
            memory.probe(process.pid)
            if not early and sum(1 for _ in (office / "outputs").glob("*.docx")) >= EARLY:
                early = memory.parent
            time.sleep(PROBED_EVERY)
    if process.returncode not in (0, 1):
        sys.exit((office / "told.txt").read_text("utf-8")[-2000:])
    return time.perf_counter() - began, early


def check_faults(rows: list[dict[str, Any]], planted: dict[str, str]) -> None:
    """Ends the run where a good file was refused, or a faulty one was built or refused for something else."""
    for row in rows:
        name, rules = Path(row["tep"]).name, {each["luat"] for each in row["phat_hien"] if each["muc"] == "error"}
        if rules != ({planted[name]} if name in planted else set()) or bool(row["so_loi"]) != (name in planted):
            sys.exit(f"{name}: planted {planted.get(name)}, reported {rules or row['tro_ngai']}.")


def print_results(rows: list[dict[str, Any]], planted: dict[str, str], total: float, again: float) -> None:
    print(f"| | |\n|---|--:|\n| files | {len(rows):,} |")
    print(f"| faulty on purpose, all reported with their rule and no other file refused | {len(planted)} |")
    print(f"| the whole run | {total:.0f} s, {total / len(rows) * 1000:.0f} ms a file |")
    print(f"| run again, nothing changed | {again:.1f} s |")
    built = [row["giay"] for row in rows if row["so_loi"] == 0]
    for label, seconds in ((f"first {SHOWN}", built[:SHOWN]), (f"last {SHOWN}", built[-SHOWN:])):
        low, _, high = quantiles(seconds, n=4)
        print(f"| making one of the {label}: median (quartiles) | {median(seconds):.2f} s ({low:.2f}–{high:.2f}) |")
    print(f"| last to first | {median(built[-SHOWN:]) / median(built[:SHOWN]):.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build a province's communes in one go.")
    parser.add_argument("--count", type=int, default=3321, help="how many communes (default: 3321)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1829)
    wished = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        office = Path(work)
        lay_out(office)
        began = time.perf_counter()
        planted = write_communes(office / "inputs/xa", office / "templates/chi_tieu", wished.count, wished.seed)
        written = time.perf_counter() - began
        memory = Memory()
        course = ["--jobs", str(wished.jobs), "--report"]
        total, early = run_batch(office, [*course, "first.json"], memory)
        rows = json.loads((office / "first.json").read_text("utf-8"))["tep"]
        check_faults(rows, planted)
        again, _ = run_batch(office, [*course, "again.json"], Memory())
        check_faults(json.loads((office / "again.json").read_text("utf-8"))["tep"], planted)
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; {wished.jobs} processes; ")
    print(f"{wished.count:,} data files, written in {written:.0f} s.\n")
    print_results(rows, planted, total, again)
    print(
        f"| largest memory of the parent, after {EARLY} reports and at the end | {early:.0f}, {memory.parent:.0f} MB |"
    )
    print(f"| largest memory of each worker | {', '.join(f'{peak:.0f} MB' for peak in memory.workers.values())} |")


if __name__ == "__main__":
    main()
