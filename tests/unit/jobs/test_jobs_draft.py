"""Drafts: whatever results and figures are left open, the draft is made, shows each of them and loses no word."""

from __future__ import annotations

import io
import random
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar
from generator.errors import Refused
from generator.findings import Severity
from generator.jobs.build import make

ROOT = Path(__file__).parents[3]
REPORTS = ("hoangkim", "yendinh", "camthuy", "vinhloc")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN = "[…]"
RESULT = re.compile(r'chi_tieu(?:\[\d+\])?\.ket_qua\."?[^"]+"?(?:\.(?:tu|mau|gia_tri|chu))?')
FIGURE = re.compile(r"so_lieu\.(?P<name>\w+)(?:\.(?:tu|mau|gia_tri))?")
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
VERDICT = re.compile(r"(?:không )?đạt\b|đang triển khai\b|—", re.IGNORECASE)


class Source:
    """A data file: its lines, the places of the results and figures that can be opened by their paths, its words."""

    def __init__(self, lines: tuple[str, ...], places: dict[str, Scalar], printed: tuple[str, ...]) -> None:
        # No dataclass: hypothesis would print all of it.
        self.lines, self.places, self.printed = lines, places, printed

    def opened(self, paths: set[str]) -> str:
        """The file with those places open."""
        lines = list(self.lines)
        for node in sorted((self.places[path] for path in paths), key=lambda node: -node.place.column):
            at, start = node.place.line - 1, node.place.column - 1
            lines[at] = f"{lines[at][:start]}…{lines[at][start + len(node.text) :]}"
        return "\n".join(lines)


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for each in (item.node for item in node.items.values()) if isinstance(node, Mapping) else node.items:
        yield from scalars(each)


def can_be_opened(node: Scalar, lines: tuple[str, ...]) -> bool:
    is_one_of_them = RESULT.fullmatch(node.place.path) or FIGURE.fullmatch(node.place.path)
    return bool(
        is_one_of_them
        and node.plain
        and lines[node.place.line - 1][node.place.column - 1 :].startswith(node.text)
        and node.text
    )


def paragraphs(data: bytes) -> tuple[str, ...]:
    """The words of every paragraph of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    return tuple("".join(text.text or "" for text in each.iter(f"{W}t")) for each in root.iter(f"{W}p"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xa")
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module", params=REPORTS)
def source(request: pytest.FixtureRequest, office: Path) -> Source:
    path = office / "inputs" / f"{request.param}.yaml"
    text = path.read_text("utf-8")
    tree, _ = read_yaml(text.encode(), path.name)
    assert tree is not None
    lines = tuple(text.split("\n"))
    places = {node.place.path: node for node in scalars(tree) if can_be_opened(node, lines)}
    return Source(lines, places, paragraphs(make(path, office)[0]))


def is_kept(printed: str, before: str) -> bool:
    """Whether a paragraph still has its words: but for open places, counts that hang on them, and verdicts."""
    if OPEN in printed:
        return bool(re.fullmatch(".*".join(map(re.escape, printed.split(OPEN))), before, re.DOTALL))
    one, other = (NUMBER.sub("#", VERDICT.sub("*", words)) for words in (printed, before))
    return one == other


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_a_draft_shows_every_open_place_and_keeps_all_else(seed: int, source: Source, office: Path) -> None:
    chance = random.Random(seed)
    chosen = set(chance.sample(sorted(source.places), chance.randint(1, min(12, len(source.places)))))
    path = office / "inputs" / "thu.yaml"
    path.write_text(source.opened(chosen), "utf-8")

    made, checked = make(path, office, draft=True)

    printed = paragraphs(made)
    assert len(printed) == len(source.printed)
    assert [(one, other) for one, other in zip(printed, source.printed, strict=True) if not is_kept(one, other)] == []
    results = {re.sub(r"\.(?:tu|mau|gia_tri|chu)$", "", place) for place in chosen if RESULT.fullmatch(place)}
    assert sum(line.count(OPEN) for line in printed) >= len(results)
    told = {getattr(finding.place, "path", "") for finding in checked.findings if finding.rule == "DL801"}
    assert told == chosen


def test_a_report_with_an_open_place_is_refused_and_nothing_else_is_told_of_it(source: Source, office: Path) -> None:
    place = sorted(source.places)[0]
    path = office / "inputs" / "thu.yaml"
    path.write_text(source.opened({place}), "utf-8")
    with pytest.raises(Refused) as refused:
        make(path, office)
    errors = [finding for finding in refused.value.findings if finding.severity is Severity.ERROR]
    assert [(finding.rule, getattr(finding.place, "path", "")) for finding in errors] == [("DL801", place)]


def test_each_figure_of_the_text_is_seen_where_it_is_open(source: Source, office: Path) -> None:
    text = "\n".join(source.lines)
    for place in sorted(source.places):
        found = FIGURE.fullmatch(place)
        if found and re.search(rf"so_lieu\.{found['name']}\b", text):
            path = office / "inputs" / "thu.yaml"
            path.write_text(source.opened({place}), "utf-8")
            assert any(OPEN in line for line in paragraphs(make(path, office, draft=True)[0])), place
