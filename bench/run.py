"""Compare cds-gen with a plain docxtpl script, in one run, interleaved; print the results as Markdown.

    python bench/run.py [--rounds N]

Every round times each side once, each round in another order; ratios are taken within a round, so that whatever else
the machine does meets both sides alike.  bench/README.md says what is compared.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from docxtpl import DocxTemplate
from imports import by_library
from material import DATA_FILE, ROOT, Material, paragraphs
from plain_docxtpl import rich
from spreads import ratios, spread

from generator.jobs.build import make

BENCH = Path(__file__).resolve().parent
LIBRARIES = ("docxtpl", "python-docx", "lxml", "jinja2", "pyyaml", "cerberus", "click")
OURS, PLAIN, BARE = "cds-gen build", "plain docxtpl script", "Python alone (`-c pass`)"
IMPORTED = "import of docxtpl alone (`-c 'import docxtpl'`)"
COLD = "cds-gen build, first time for a template"
_CACHE_VARIABLES = ("XDG_CACHE_HOME", "LOCALAPPDATA")
RENDER, MAKE = "cds-gen: context + render", "cds-gen: load + check + expand + context + render"
READING = "docxtpl: JSON read, a new DocxTemplate"
FRESH, REUSED = "docxtpl: context ready, a new DocxTemplate", "docxtpl: context ready, DocxTemplate re-used"

STAGES, IMPORTS = "stages", "imports"
TURNS = 3

Sides = Mapping[str, Callable[[], Any]]


class Processes:
    """The programs as a user starts them, each run with a new target."""

    def __init__(self, work: Path, made_of: Material) -> None:
        self._work, self._runs = work, 0
        self._json = work / "context.json"
        self._json.write_text(made_of.as_json(), "utf-8")
        self._template = made_of.template_file
        # Compiled modules are kept, as on a user's machine, but beside the targets and not in the checkout.
        self._environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
        # Prepared templates are kept as well: warm for one side, an empty folder each time for the other.
        self._environment |= dict.fromkeys(_CACHE_VARIABLES, str(work / "caches"))
        script = shutil.which("cds-gen", path=str(Path(sys.executable).parent))
        self._cds_gen = [script] if script else [sys.executable, "-m", "generator.cli.main"]

    def _folder(self) -> Path:
        self._runs += 1
        folder = self._work / str(self._runs)
        folder.mkdir()
        return folder

    def _run(self, command: list[str], **variables: str) -> str:
        environment = self._environment | variables
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
        return done.stderr

    def _build(self, folder: Path) -> list[str]:
        return ["build", str(DATA_FILE), "--out", str(folder)]

    def ours(self) -> Path:
        folder = self._folder()
        self._run([*self._cds_gen, *self._build(folder)])
        return folder / f"{DATA_FILE.stem}.docx"

    def ours_cold(self) -> Path:
        folder = self._folder()
        empty = dict.fromkeys(_CACHE_VARIABLES, str(folder / "caches"))
        self._run([*self._cds_gen, *self._build(folder)], **empty)
        return folder / f"{DATA_FILE.stem}.docx"

    def plain(self) -> Path:
        target = self._folder() / "plain.docx"
        self._run([sys.executable, str(BENCH / "plain_docxtpl.py"), str(self._template), str(self._json), str(target)])
        return target

    def imported(self) -> None:
        self._run([sys.executable, "-c", "import docxtpl"])

    def bare(self) -> None:
        self._run([sys.executable, "-c", "pass"])

    def stages(self) -> dict[str, float]:
        """Milliseconds by stage of one build in a process of its own."""
        folder = self._folder()
        report = folder / "stages.json"
        self._run([sys.executable, str(BENCH / "stages.py"), str(report), *self._build(folder)])
        found: dict[str, float] = json.loads(report.read_text("utf-8"))
        return found

    def imports(self) -> dict[str, float]:
        """Milliseconds of imports by library of one build."""
        command = [sys.executable, "-X", "importtime", "-m", "generator.cli.main", *self._build(self._folder())]
        return by_library(self._run(command))


class Documents:
    """One more document inside a process that has made some already; every side ends with the file's bytes."""

    def __init__(self, made_of: Material) -> None:
        self._made_of = made_of
        self._json = made_of.as_json()
        self._context = json.loads(self._json, object_hook=rich)
        self._reused = DocxTemplate(made_of.template_file)

    def render(self) -> bytes:
        return self._made_of.render()

    def make(self) -> bytes:
        return make(DATA_FILE, ROOT)[0]

    def reading(self) -> bytes:
        context = json.loads(self._json, object_hook=rich)
        return self._saved(DocxTemplate(self._made_of.template_file), context)

    def fresh(self) -> bytes:
        return self._saved(DocxTemplate(self._made_of.template_file), self._context)

    def reused(self) -> bytes:
        return self._saved(self._reused, self._context)

    def _saved(self, document: DocxTemplate, context: Any) -> bytes:
        document.render(context, autoescape=True)
        stream = BytesIO()
        document.save(stream)
        return stream.getvalue()


def check_equivalence(programs: Sides, documents: Sides) -> str:
    """The proof that all sides make the same report.  Ends the run where one differs.  Also warms everything up."""
    made = {side: make_file() for side, make_file in documents.items()}
    made |= {side: run().read_bytes() for side, run in programs.items()}
    wanted = paragraphs(made[RENDER])
    for side, docx in made.items():
        if paragraphs(docx) != wanted:
            sys.exit(f"«{side}» does not make the same report: nothing to compare.")
    words = sum(len(paragraph) for paragraph in wanted)
    return f"Equivalence: the same {words:,} words in the same {len(wanted):,} paragraphs from all {len(made)} sides."


def interleaved(sides: Sides, rounds: int, turns: int = 1) -> tuple[dict[str, list[float]], dict[str, list[Any]]]:
    """Milliseconds of each side, round by round; and what each gave back.

    In a round a side has ``turns`` in a row, so that short work does not start in caches that the others left cold;
    the mean of the turns counts.
    """
    times: dict[str, list[float]] = {side: [] for side in sides}
    given: dict[str, list[Any]] = {side: [] for side in sides}
    order = list(sides)
    for _ in range(rounds):
        for side in order:
            gc.collect()  # each side pays for its own garbage only
            start = perf_counter()
            for _ in range(turns):
                result = sides[side]()
            times[side].append((perf_counter() - start) * 1000 / turns)
            given[side].append(result)
        order = [*order[1:], order[0]]
    return times, given


def print_whole(times: dict[str, list[float]]) -> None:
    print("| | ms: median (quartiles) | times the plain script |\n|---|--:|--:|")
    for side in (OURS, COLD, PLAIN, IMPORTED, BARE):
        print(f"| {side} | {spread(times[side])} | {ratios(times[side], times[PLAIN])} |")


def print_further(times: dict[str, list[float]]) -> None:
    print("| | ms: median (quartiles) | ÷ ours: context + render | ÷ ours: the whole |\n|---|--:|--:|--:|")
    for side, values in times.items():
        print(f"| {side} | {spread(values, 1)} | {ratios(values, times[RENDER])} | {ratios(values, times[MAKE])} |")


def print_medians(rounds: list[dict[str, float]], least: float) -> None:
    print("| | ms |\n|---|--:|")
    names = {name: None for spent in rounds for name in spent}
    for name in names:
        middle = median(spent.get(name, 0) for spent in rounds)
        if middle >= least:
            print(f"| {name} | {middle:.1f} |")


def with_rest(stages: dict[str, float], whole: float, bare: float) -> dict[str, float]:
    """The stages of one build between what comes before and after them."""
    return {BARE: bare, **stages, "leaving (Python frees what it holds)": whole - bare - sum(stages.values())}


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare cds-gen with a plain docxtpl script.")
    parser.add_argument("--rounds", type=int, default=25, help="how often each side is timed (default: 25)")
    rounds = max(parser.parse_args().rounds, 2)
    made_of = Material()
    with tempfile.TemporaryDirectory() as work:
        processes, documents = Processes(Path(work), made_of), Documents(made_of)
        programs = {OURS: processes.ours, COLD: processes.ours_cold, PLAIN: processes.plain}
        further = {RENDER: documents.render, MAKE: documents.make}
        further |= {READING: documents.reading, FRESH: documents.fresh, REUSED: documents.reused}
        print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; ", end="")
        print(", ".join(f"{name} {version(name)}" for name in LIBRARIES))
        watched = {STAGES: processes.stages, IMPORTS: processes.imports}
        for warm_up in watched.values():
            warm_up()
        print(f"\n{check_equivalence(programs, further)}")

        times, given = interleaved({**programs, IMPORTED: processes.imported, BARE: processes.bare, **watched}, rounds)
        print(f"\n### (a) Whole process, {rounds} rounds\n")
        print_whole(times)
        print(f"\n### (b) One more document in the same process, {rounds} rounds of {TURNS}\n")
        print_further(interleaved(further, rounds, TURNS)[0])
        print("\n### (c) Where the time of one `cds-gen build` goes, medians\n")
        print_medians([with_rest(*parts) for parts in zip(given[STAGES], times[STAGES], times[BARE], strict=True)], 0.1)
        print("\nIts imports, as `-X importtime` counts them:\n")
        print_medians(given[IMPORTS], 1)


if __name__ == "__main__":
    main()
