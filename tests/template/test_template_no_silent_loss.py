"""A tag rubbed out of a shipped template: all words of the data are printed still, or it is told which are not.

Each kind is tried with some of its tags, the same every time; with CDS_GEN_MOI_THE=1 every tag of every kind is.
"""

from __future__ import annotations

import os
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct
from secretary_edits import ROOT, paragraphs

from generator.errors import Refused
from generator.findings import Finding
from generator.jobs import build
from generator.jobs.build import make
from generator.jobs.lost_words import NO_PLACE
from generator.jobs.template_store import prepared_template
from generator.jobs.view.vocabulary import vocabulary
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.pieces import Piece
from generator.word.render import CompiledTemplate, TemplateFault, compile_template, render

KINDS = sorted(path.parent for path in (ROOT / "templates" / "docx").glob("*/mau.docx"))
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
SAMPLE = 10_000 if os.environ.get("CDS_GEN_MOI_THE") else 14
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
Words = Mapping[str, list[str]]
"""Words of the data, with the path of each place where they stand."""


class Example(Struct, frozen=True):
    """A data file, what it gives a template to print, and what the shipped template makes of it."""

    path: Path
    context: Mapping[str, object]
    printed: str
    words: Words


def documents(kind: Path) -> list[Path]:
    of_reports = [path for path in INPUTS if re.search(rf"^mau: {kind.name}$", path.read_text("utf-8"), re.MULTILINE)]
    return [*sorted(kind.glob("vi_du*.yaml")), *of_reports]


def leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str | Piece):
        yield " ".join(str(value).split()), path
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from leaves(each, str(name))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each, f"{path}[]")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from leaves(getattr(value, name), f"{path}.{name}")


def shown(template: CompiledTemplate, context: Mapping[str, object]) -> str:
    return "\n".join(paragraphs(render(template, context)))


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, CompiledTemplate], Example]:
    def example_of(path: Path, template: CompiledTemplate) -> Example:
        seen: list[Mapping[str, object]] = []
        context = build.context

        def kept(*given: object) -> Mapping[str, object]:
            seen.append(context(*given))
            return seen[-1]

        with monkeypatch.context() as patched:
            patched.setattr(build, "context", kept)
            make(path, ROOT, template=template)
        printed = shown(template, seen[-1])
        words: defaultdict[str, list[str]] = defaultdict(list)
        for leaf, at in leaves(seen[-1]):
            if leaf and leaf in printed and at in vocabulary() and not vocabulary().entries[at].steers:
                words[leaf].append(at)
        return Example(path, seen[-1], printed, words)

    return example_of


def rubbed_out(kind: Path) -> Iterator[tuple[str, bytes]]:
    """The template without one of its tags, which is named with its number."""
    parts = read_parts((kind / "mau.docx").read_bytes())
    text = parts[DOCUMENT].decode()
    tags = list(TAG.finditer(text))
    chosen = random.Random(kind.name).sample(tags, min(SAMPLE, len(tags)))
    for tag in sorted(chosen, key=lambda each: each.start()):
        without = text[: tag.start()] + text[tag.end() :]
        members = (Member.of(name, without.encode() if name == DOCUMENT else part) for name, part in parts.items())
        yield f"{tag.group()} ({tags.index(tag) + 1})", write_package(members)


def unnamed(example: Example, template: CompiledTemplate, told: list[Finding]) -> list[str]:
    """The words that are printed fewer times than by the shipped template, and that no finding names.

    What is printed as often as it stands in the data is not lost, though a head may be printed a second time.
    """
    try:
        printed = shown(template, example.context)
    except TemplateFault:
        return []  # nothing is made
    fewer = [words for words in example.words if printed.count(words) < example.printed.count(words)]
    problems = "\n".join(each.problem for each in told if each.rule == NO_PLACE)
    named = [words for words in fewer if any(names(path, problems) for path in example.words[words])]
    lost = [words for words in fewer if len(words) < 2 or printed.count(words) < len(example.words[words])]
    # What stands within words that are told is lost with them: "." with "I.".
    return [words for words in lost if not any(words in each for each in named)]


def names(path: str, told: str) -> bool:
    entry = vocabulary().entries[path]
    forms = {path, entry.form_of or path}
    outer = {each[:end] for each in forms for end in [*(at.start() for at in re.finditer(r"\[\]|\.", each)), len(each)]}
    return any(f"«{each}»" in told for each in outer)


def told_by_building(path: Path, template: CompiledTemplate) -> list[Finding]:
    try:
        return list(make(path, ROOT, template=template)[1].findings)
    except Refused as refused:
        return list(refused.findings)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_word_is_lost_unless_it_is_told(kind: Path, example: Callable[[Path, CompiledTemplate], Example]) -> None:
    prepared, _ = prepared_template((kind / "mau.docx").read_bytes(), "mau.docx")
    assert prepared is not None
    examples = [example(path, compile_template(prepared)) for path in documents(kind)]
    tried, silent = 0, []
    for tag, data in rubbed_out(kind):
        try:
            without, _ = prepared_template(data, "mau.docx")
        except TemplateFault:
            continue
        if without is None:
            continue
        template = compile_template(without)
        tried += 1
        for each in examples:
            missing = unnamed(each, template, told_by_building(each.path, template))
            silent += [(tag, each.path.name, words) for words in missing]
    assert silent == []
    assert tried >= 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_shipped_template_loses_nothing(kind: Path) -> None:
    prepared, _ = prepared_template((kind / "mau.docx").read_bytes(), "mau.docx")
    assert prepared is not None
    template = compile_template(prepared)
    for path in documents(kind):
        assert NO_PLACE not in {each.rule for each in told_by_building(path, template)}
