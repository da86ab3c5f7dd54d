"""Compare cds-gen's rendering with other engines on equivalent templates; print the results as Markdown.

    (cd bench/peers && npm ci) && python bench/peers/run.py [--rounds N]

Every side is timed from ready data and a template that it has seen before to the bytes of the file, once in each
round; ratios are taken within a round.  bench/README.md says what is compared.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from content import DIALECTS, JINJA, Load, letter, report, table, template
from docxtpl import DocxTemplate
from material import paragraphs
from msgspec import defstruct
from spreads import ratios, spread

from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.prepare import prepare
from generator.word.render import CompiledTemplate, compile_template, render

HERE = Path(__file__).resolve().parent
OURS, DOCXTPL = "cds-gen", "docxtpl"
FLOOR, FLOOR_READY, FLOOR_6 = "floor", "floor, all but the text ready-deflated", "floor, at level 6"
LEVEL = 3  # of deflate, as cds-gen's: proved below
NODE = ("carbone", "docx-templates", "docxtemplater", "easy-template-x")
ROWS = (100, 500, 2000, 8000)
_PLACE, _SENTINEL = "ky", "\ue000"

Timed = Callable[[], float]


class Engines:
    """The process that runs the engines of npm."""

    def __init__(self, work: Path) -> None:
        node = shutil.which("node") or sys.exit("node is not installed.")
        if not (HERE / "node_modules").is_dir():
            sys.exit("First install the engines: cd bench/peers && npm ci")
        command = [node, str(HERE / "engines.mjs"), str(work)]
        self._process = subprocess.Popen(
            command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def make(self, engine: str, name: str, save: Path | None = None) -> float:
        """Milliseconds that the second of two documents took."""
        assert self._process.stdin
        assert self._process.stdout
        asked = json.dumps({"engine": engine, "name": name, "save": str(save) if save else None})
        for _ in range(2):  # as ``timed``
            self._process.stdin.write(asked + "\n")
            self._process.stdin.flush()
            told = json.loads(self._process.stdout.readline())
            if "error" in told:
                sys.exit(f"{engine}, {name}: {told['error']}")
        return float(told["ms"])

    def close(self) -> None:
        self._process.communicate(timeout=10)


class Ours:
    """Everything that runs in this process, for one load."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._view = load | {name: _view(load[name]) for name in ("doan", "hang")}
        self._template = template(load, JINJA)
        self._compiled = _compiled(self._template)
        parts = read_parts(render(self._compiled, load | {_PLACE: _SENTINEL}))
        self._ready = parts.pop(DOCUMENT).decode()
        self._others = parts
        self._members = [Member.of(name, content) for name, content in parts.items()]

    def ours(self) -> bytes:
        return render(self._compiled, self._view)

    def docxtpl(self) -> bytes:
        document = DocxTemplate(io.BytesIO(self._template))
        document.render(self._load, autoescape=True)
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    def floor(self, level: int = LEVEL) -> bytes:
        """The least that a program can do: a ready text with one word put in, and the standard library's zip."""
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
            archive.writestr(DOCUMENT, self._text())
            for name, content in self._others.items():
                archive.writestr(name, content)
        return written.getvalue()

    def floor_ready(self) -> bytes:
        """The same, where all parts but the text were deflated before, as cds-gen's are."""
        return write_package([Member.of(DOCUMENT, self._text().encode()), *self._members])

    def _text(self) -> str:
        return self._ready.replace(_SENTINEL, self._load[_PLACE])

    def sides(self) -> dict[str, Callable[[], bytes]]:
        floors = {FLOOR: self.floor, FLOOR_READY: self.floor_ready, FLOOR_6: partial(self.floor, 6)}
        return {**floors, OURS: self.ours, DOCXTPL: self.docxtpl}


def _view(items: list[Load]) -> list[object]:
    """The items as cds-gen has them: its views are made of frozen structs."""
    kind = defstruct("Item", list(items[0]) if items else [], frozen=True)
    return [kind(**item) for item in items]


def _compiled(data: bytes) -> CompiledTemplate:
    prepared, findings = prepare(data, "mau.docx")
    if prepared is None:
        sys.exit(str(findings))
    return compile_template(prepared)


def prove_level(made: bytes) -> None:
    """Ends the run where cds-gen deflates the text less than the floor that it is held against."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text, size = archive.read(DOCUMENT), archive.getinfo(DOCUMENT).compress_size
    squeezer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    floor = len(squeezer.compress(text) + squeezer.flush())
    if size > floor:
        sys.exit(f"cds-gen deflates {len(text)} bytes to {size}, the floor at level {LEVEL} to {floor}.")


def timed(make: Callable[[], bytes]) -> float:
    """Milliseconds of the second of two documents: the first sweeps up the memory that the side before it left."""
    gc.collect()
    make()
    start = perf_counter()
    make()
    return (perf_counter() - start) * 1000


def sides_of(name: str, load: Load, engines: Engines | None, work: Path) -> dict[str, Timed]:
    """All sides of a load, proved to print the same words."""
    makers = Ours(load).sides()
    made = {side: make() for side, make in makers.items()}
    prove_level(made[OURS])
    sides: dict[str, Timed] = {side: partial(timed, make) for side, make in makers.items()}
    if engines:
        (work / f"{name}.json").write_text(json.dumps(load, ensure_ascii=False), "utf-8")
        for engine in NODE:
            (work / f"{name}.{engine}.docx").write_bytes(template(load, DIALECTS[engine]))
            saved = work / f"{name}.{engine}.out.docx"
            engines.make(engine, name, saved)
            made[engine] = saved.read_bytes()
            sides[engine] = partial(engines.make, engine, name)
    words = {side: [word for words in paragraphs(data) for word in words] for side, data in made.items()}
    for side, found in words.items():
        if found != words[OURS]:
            first = next((pair for pair in zip(found, words[OURS], strict=False) if pair[0] != pair[1]), "length")
            sys.exit(f"«{side}» does not print the same {name} ({len(found)}, {len(words[OURS])} words): {first}")
    print(f"{name}: the same {len(words[OURS]):,} words in the same order from all {len(made)} sides.", flush=True)
    return sides


def interleaved(sides: dict[str, Timed], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each side, round by round, each round beginning with another side."""
    times: dict[str, list[float]] = {side: [] for side in sides}
    order = list(sides)
    for number in range(rounds + 1):
        for side in order:
            spent = sides[side]()
            if number:  # the first round only warms up
                times[side].append(spent)
        order = [*order[1:], order[0]]
    return times


def print_load(name: str, times: dict[str, list[float]]) -> None:
    print(f"\n### {name}\n\n| | ms: median (quartiles) | ÷ floor | ÷ floor, ready | ÷ cds-gen |\n|---|--:|--:|--:|--:|")
    for side in sorted(times, key=lambda side: median(times[side])):
        above = " | ".join(ratios(times[side], times[below]) for below in (FLOOR, FLOOR_READY, OURS))
        print(f"| {side} | {spread(times[side], 2)} | {above} |")


def print_growth(times: dict[int, dict[str, list[float]]]) -> None:
    print("\n### Tables of more and more rows\n\nµs a row, and that held against the table of 100 rows.\n")
    sides = (OURS, DOCXTPL)
    print(f"| rows | {' | '.join(f'{side} | ÷ 100 rows' for side in sides)} |\n|--:|{'--:|--:|' * len(sides)}")
    for size in ROWS:
        cells = []
        for side in sides:
            a_row = [spent * 1000 / size for spent in times[size][side]]
            first = [spent * 1000 / ROWS[0] for spent in times[ROWS[0]][side]]
            cells += [f"{median(a_row):.1f}", ratios(a_row, first)]
        print(f"| {size:,} | {' | '.join(cells)} |")


def versions() -> str:
    pinned = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    told = [f"Python {platform.python_version()}", f"docxtpl {version('docxtpl')}", f"{os.cpu_count()} cores"]
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return ", ".join([*told, f"Node {node}", *(f"{name} {number}" for name, number in pinned.items())])


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare cds-gen with other template engines.")
    parser.add_argument("--rounds", type=int, default=15, help="how often each side is timed (default: 15)")
    rounds = max(parser.parse_args().rounds, 2)
    print(f"{versions()}; {rounds} rounds\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        engines = Engines(work)
        loads = {"report": report(), "letter": letter(), "table of 2,000 rows": table(2000)}
        sides = {name: sides_of(name, load, engines, work) for name, load in loads.items()}
        for name, each in sides.items():
            print_load(name, interleaved(each, rounds))
        engines.close()
        growing = {size: sides_of(f"table of {size:,} rows", table(size), None, work) for size in ROWS}
        spent = interleaved(
            {f"{size} {side}": growing[size][side] for size in ROWS for side in (OURS, DOCXTPL)},
            max(rounds // 3, 2),
        )
        print_growth({size: {side: spent[f"{size} {side}"] for side in (OURS, DOCXTPL)} for size in ROWS})


if __name__ == "__main__":
    main()
