"""A kind of document is a folder: nothing in the program names one, but for the default."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = {path.parent.name for path in (ROOT / "templates" / "docx").glob("*/mo_ta.yaml")}
DEFAULT = "bao_cao"
# The data file's schema is called after the reports, for which it was made first; it is that of every kind.
OF_SCHEMA = "generator/data/"
OF_DEFAULT = "generator/cli/init.py"


def named_kinds(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and node.value in KINDS:
            yield node.value


@pytest.mark.parametrize("path", sorted((ROOT / "generator").rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_names_a_kind(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    allowed = {DEFAULT} if name == OF_DEFAULT or name.startswith(OF_SCHEMA) else set()
    assert set(named_kinds(path)) <= allowed


def test_there_are_kinds_to_look_for() -> None:
    assert {"bao_cao", "cong_van", "quyet_dinh", "to_trinh", "thong_bao", "ke_hoach", "giay_moi"} <= KINDS
