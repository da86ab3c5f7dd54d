"""Compare the format checker with what python-docx needs to open a document and walk its runs; print Markdown.

    python bench/check.py [--rounds N]

Both sides take their turns within each round, so that the machine's moods meet both; ratios are taken within a round.
"""

from __future__ import annotations

import argparse
import gc
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from docx import Document
from docx.text.paragraph import Paragraph

from generator.jobs.build import make
from generator.jobs.check_format import judge_form
from generator.rules.form_registry import check_form
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.reading import read_view
from generator.word.recognise import recognise

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "inputs" / "hoangkim.yaml"
TIMES = (1, 5, 20)  # the content of the report so often: 23, 93 and 356 pages
_CONTENT = re.compile(r"(<w:body><w:tbl>.*?</w:tbl>)(.*?)(<w:tbl>(?:(?!<w:tbl>).)*?Nơi nhận.*)".encode(), re.S)


def longer(document: bytes, times: int) -> bytes:
    """The report with its content repeated between head and close."""
    parts = read_parts(document)
    found = _CONTENT.search(parts[DOCUMENT])
    if found is None:
        raise SystemExit("the report has no head and close of the usual form")
    before = parts[DOCUMENT][: found.start()]
    parts[DOCUMENT] = before + found[1] + found[2] * times + found[3]
    return write_package(Member.of(name, data) for name, data in parts.items())


def _paragraphs(container: object) -> Iterator[Paragraph]:
    for block in container.iter_inner_content():  # type: ignore[attr-defined]
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)


def walk(document: bytes) -> int:
    """What a checker on python-docx cannot do without: open, and look at each run's words, size, weight and slant."""
    seen = 0
    for paragraph in _paragraphs(Document(BytesIO(document))):
        for run in paragraph.runs:
            seen += len(run.text) + bool(run.bold) + bool(run.italic) + bool(run.font.size)
    return seen


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def spread(values: list[float], digits: int) -> str:
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the format checker.")
    parser.add_argument("--rounds", type=int, default=15, help="how often each side is timed (default: 15)")
    rounds = max(parser.parse_args().rounds, 2)
    report = make(REPORT, ROOT)[0]
    documents = {times: longer(report, times) for times in TIMES}
    ours: dict[int, list[float]] = {times: [] for times in TIMES}
    theirs: dict[int, list[float]] = {times: [] for times in TIMES}
    for document in documents.values():
        walk(document), judge_form(document, "x")
    for number in range(rounds):
        for times, document in documents.items():
            sides = [(theirs[times], walk), (ours[times], lambda data: judge_form(data, "x"))]
            for found, work in sides if number % 2 else reversed(sides):
                found.append(timed(lambda work=work, document=document: work(document)))  # type: ignore[misc]
    print(
        "| content | paragraphs | python-docx, ms | cds-gen check, ms | ratio | to the shortest, for each paragraph |"
    )
    print("|--:|--:|--:|--:|--:|--:|")
    counts = {times: len(read_view(document, "x").body) for times, document in documents.items()}
    for times in TIMES:
        ratio = [one / other for one, other in zip(ours[times], theirs[times], strict=True)]
        shortest = counts[times] / counts[TIMES[0]]
        growth = [long / short / shortest for long, short in zip(ours[times], ours[TIMES[0]], strict=True)]
        row = (spread(theirs[times], 0), spread(ours[times], 0), spread(ratio, 2), spread(growth, 2))
        print(f"| {times}× | {counts[times]} | {' | '.join(row)} |")
    view = read_view(report, "x")
    found = recognise(view)
    stages = {
        "reading": lambda: read_view(report, "x"),
        "recognising": lambda: recognise(view),
        "rules": lambda: check_form(found),
    }
    print("\n| stage of the shortest | ms |\n|---|--:|")
    for name, stage in stages.items():
        print(f"| {name} | {median(timed(stage) for _ in range(rounds)):.1f} |")


if __name__ == "__main__":
    main()
