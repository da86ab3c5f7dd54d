"""The rules over figures, citations and words against a build of the same report; print the results as Markdown.

    python bench/figures.py [--rounds N]

Both take their turns within each round, so that the machine's moods meet both; ratios are taken within a round.  What
the rules keep between calls is dropped before each turn: every report is new to them.  bench/README.md says more.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from material import ROOT
from msgspec.structs import replace
from run import interleaved, ratios, spread

import generator.jobs.build as job
from generator.data.kind import load_kind
from generator.jobs.said_of_data import said_of_report
from generator.rules.said import Indicator, Passage, Row, Said, Table
from generator.rules.said_registry import SAID_RULES, check_each, check_said

COMMAND, BUILD = "`cds-gen build`, a process of its own", "the same work in this process, without these rules"
RULES, SAYING = "what is said, and all rules over it", "what is said alone"
TIMES = (1, 2, 4)
_KEEPERS = ("generator.rules.said", "generator.vn.")
_KIND = ROOT / "templates" / "docx" / "bao_cao" / "mo_ta.yaml"


def forget() -> None:
    """Drops what the rules keep between calls."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_KEEPERS):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def largest() -> Path:
    """The data file whose report says most."""
    reports = sorted((ROOT / "inputs").glob("*.yaml"))
    return max(reports, key=lambda path: sum(len(passage.text) for passage in said_by(path).everything))


def said_by(path: Path) -> Said:
    checked = job.make(path, ROOT)[1]
    return said_of_report(checked.report, checked.groups, load_kind(_KIND, _KIND.name).cot)


def longer(said: Said, times: int) -> Said:
    """The same words so often, each time with a word more, so that nothing is known from the time before."""
    return replace(
        said,
        passages=tuple(_again(passage, turn) for turn in range(times) for passage in said.passages),
        tables=tuple(_table(table, turn) for turn in range(times) for table in said.tables),
        indicators=tuple(_indicator(each, turn) for turn in range(times) for each in said.indicators),
        listed=tuple(each for _ in range(times) for each in said.listed),
    )


def _again(passage: Passage, turn: int) -> Passage:
    return passage if turn == 0 or not passage.text else replace(passage, text=f"{passage.text} (lần {turn})")


def _table(table: Table, turn: int) -> Table:
    rows = (Row(tuple(_again(cell, turn) for cell in row.cells), row.group) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _indicator(indicator: Indicator, turn: int) -> Indicator:
    told = tuple(_again(passage, turn) for passage in indicator.told)
    if turn == 0:
        return indicator
    return replace(indicator, id=f"{turn}.{indicator.id}", name=f"{indicator.name} lần {turn}", told=told)


def _built(path: Path, work: Path) -> None:
    """A build in this process, all but what is timed beside it."""
    forget()
    own, job.check_said = job.check_said, lambda _: []
    saying, job.said_of_printed = job.said_of_printed, lambda *_: None
    try:
        job.build(str(path), ROOT, work, job.Wished(force=True))
    finally:
        job.check_said, job.said_of_printed = own, saying


def _command(path: Path, work: Path) -> None:
    arguments = ["build", str(path), "--out", str(work), "--force"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
    command = [sys.executable, "-m", "generator.cli.main", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)


def _judged(path: Path) -> None:
    """What the rules cost: a report loaded and checked before, said and judged now."""
    forget()
    checked, columns = _CHECKED[path]
    check_said(said_of_report(checked.report, checked.groups, columns))


def _said(path: Path) -> None:
    checked, columns = _CHECKED[path]
    said_of_report(checked.report, checked.groups, columns)


def _all_rules(said: Said) -> None:
    forget()
    check_said(said)


_CHECKED = {}


def slowest(said: Said) -> Iterator[tuple[str, float]]:
    """Milliseconds of each rule by itself, the slowest first."""
    sides = {}
    for rule, (_, check) in SAID_RULES.items():
        sides[rule] = partial(_alone, check, said)
    times, _ = interleaved(sides, 3)
    yield from sorted(((rule, median(spent)) for rule, spent in times.items()), key=lambda each: -each[1])


def _alone(check: object, said: Said) -> None:
    forget()
    list(check(said))  # type: ignore[operator]


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the rules over figures, citations and words.")
    parser.add_argument("--rounds", type=int, default=15, help="how often each side is timed (default: 15)")
    rounds = max(parser.parse_args().rounds, 2)
    path = largest()
    checked = job.make(path, ROOT)[1]
    _CHECKED[path] = checked, load_kind(_KIND, _KIND.name).cot
    said = said_by(path)
    found = sum(map(len, check_each(said).values()))
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; {rounds} rounds")
    words = sum(len(passage.text) for passage in said.everything)
    print(f"\n`inputs/{path.name}`: {words:,} letters, {len(SAID_RULES)} rules, {found} findings\n")
    with tempfile.TemporaryDirectory() as work:
        sides = {COMMAND: partial(_command, path, Path(work)), BUILD: partial(_built, path, Path(work))}
        sides |= {RULES: partial(_judged, path), SAYING: partial(_said, path)}
        for side in sides.values():
            side()
        times, _ = interleaved(sides, rounds)
    print("| | ms: median (quartiles) | ÷ the command | ÷ the work in this process |\n|---|--:|--:|--:|")
    for side, spent in times.items():
        print(f"| {side} | {spread(spent)} | {ratios(spent, times[COMMAND])} | {ratios(spent, times[BUILD])} |")
    print("\n| text | ms: median (quartiles) | time a letter ÷ that of 1× |\n|--:|--:|--:|")
    lengths = {f"{turns}×": partial(_all_rules, longer(said, turns)) for turns in TIMES}
    growth, _ = interleaved(lengths, rounds)
    once = growth["1×"]
    for turns, (name, spent) in zip(TIMES, growth.items(), strict=True):
        print(f"| {name} | {spread(spent)} | {ratios([each / turns for each in spent], once)} |")
    print("\n| slowest rules, each alone | ms |\n|---|--:|")
    for rule, spent in list(slowest(said))[:8]:
        print(f"| {rule} | {spent:.1f} |")


if __name__ == "__main__":
    main()
