"""Patterns are compiled when first used (generator/patterns.py): a slip in one must show here, not at a user's."""

from __future__ import annotations

import ast
import functools
import gc
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.patterns import one_of, regex

PACKAGE = Path(__file__).parents[2] / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "patterns.py")


def _compiled_at_once(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            yield node.lineno


@functools.cache
def patterns() -> list[Any]:
    for path in MODULES:
        importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    kind = type(regex("a"))
    gc.unfreeze()  # a command that ended in this process has put what it loaded out of the collector's sight
    return [each for each in gc.get_objects() if issubclass(type(each), kind)]


def test_every_pattern_compiles() -> None:
    assert len(patterns()) > 300
    for each in patterns():
        assert re.compile(each.pattern, each.flags & ~re.UNICODE if isinstance(each.pattern, bytes) else each.flags)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_pattern_is_compiled_while_modules_are_loaded(path: Path) -> None:
    assert list(_compiled_at_once(ast.parse(path.read_text("utf-8")))) == []


def test_a_pattern_is_what_re_would_make_of_it() -> None:
    ours, theirs = regex(r"(?P<year>\d{4})|(x)", re.IGNORECASE), re.compile(r"(?P<year>\d{4})|(x)", re.IGNORECASE)
    text = "năm 2023, X và 2024"

    assert [each.groupdict() for each in ours.finditer(text)] == [each.groupdict() for each in theirs.finditer(text)]
    assert ours.sub("·", text) == theirs.sub("·", text)
    assert ours.groupindex == theirs.groupindex
    assert (ours.pattern, ours.flags) == (theirs.pattern, theirs.flags)


def test_a_pattern_with_beginnings_matches_what_it_matches_without_them() -> None:
    text = r"(?:tiểu\s+)?mục\s+(?P<number>\d+)"
    ours, theirs = regex(text, re.IGNORECASE, begins=("tiểu", "mục")), re.compile(text, re.IGNORECASE)
    lines = ("", "Mẹ", "MỤC LỤC", "Mục 1", "tiểu  mục 12", "Xem Mục 1")

    for _ in range(2):  # before it is compiled, and afterwards
        assert [ours.match(line) is None for line in lines] == [theirs.match(line) is None for line in lines]
        assert [ours.fullmatch(line) is None for line in lines] == [theirs.fullmatch(line) is None for line in lines]
        found = ours.match("Xem Mục 7", 4)
        assert found is not None
        assert found["number"] == "7"
    assert ours.search("Xem Mục 7")


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_whatever_a_pattern_with_beginnings_matches_begins_with_one_of_them(data: st.DataObject) -> None:
    opening = data.draw(st.sampled_from([each for each in patterns() if "begins" in vars(each)]))
    matched = data.draw(st.from_regex(re.compile(opening.pattern, opening.flags), fullmatch=True))

    assert matched.lower().startswith(opening.begins)


def test_one_of_several_classes_is_one_class_of_all() -> None:
    ours, theirs = regex(f"^{one_of('[.:-]', '–')}?x"), re.compile("^[.:–-]?x")

    for text in (".x", ":x", "-x", "–x", "x", "—x", "..x"):
        assert (ours.match(text) is None) == (theirs.match(text) is None)
