"""Files, functions and signatures stay small, and no module is a drawer for odds and ends."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
MAX_FILE, MAX_FUNCTION, MAX_POSITIONAL = 400, 50, 5
# path -> why it may be longer
LONGER_FILES: dict[str, str] = {}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_size(path: Path) -> None:
    text = path.read_text("utf-8")
    if _name(path) not in LONGER_FILES:
        assert text.count("\n") <= MAX_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, node.name
            positional = [arg for arg in node.args.posonlyargs + node.args.args if arg.arg not in ("self", "cls")]
            assert len(positional) <= MAX_POSITIONAL, node.name


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_names_tell_what_a_module_is(path: Path) -> None:
    assert path.stem not in ("utils", "util", "helpers", "helper", "common", "misc")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_with_code_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not tree.body or ast.get_docstring(tree)
