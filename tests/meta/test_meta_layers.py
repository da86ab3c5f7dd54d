"""Who may import whom (docs/kien-truc.md), and which third party lives where."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

# layer -> layers of ours that it may import, besides itself
ALLOWED = {
    "findings": set(),
    "patterns": set(),  # anybody may import it
    "errors": {"findings"},
    "sandbox": set(),
    "vn": set(),
    "decree": {"vn", "findings"},
    "data": {"decree", "vn", "findings", "errors", "sandbox"},
    "word": {"decree", "vn", "findings", "errors", "sandbox"},
    "rules": {"data", "word", "decree", "vn", "findings", "errors"},
    "jobs": {"data", "word", "rules", "decree", "vn", "findings", "errors"},
    "report": {"findings"},
    "cli": {"jobs", "report", "data", "findings", "errors"},
}
# Of ``word`` a rule sees what a document looks like and what it was recognised as, never its XML.
SEEN_BY_RULES = {
    *("generator.word.looks", "generator.word.view", "generator.word.recognised", "generator.word.metrics"),
    "generator.word.template_view",
}
# third party -> places that may import it
FENCES = {
    "docxtpl": ("word/prepare.py",),
    "docx": (),
    "lxml": ("word/",),
    "cerberus": ("data/schema_validator.py", "data/schema_messages.py"),
    "yaml": ("data/",),
    "click": ("cli/",),
    "num2words": ("vn/words.py",),
    "jinja2": (
        *("sandbox.py", "data/expressions.py", "word/render.py", "word/quick.py", "word/proof.py"),
        *("word/grammar.py", "word/bounded.py", "word/template_conditions.py", "word/template_uses.py"),
    ),
    "markupsafe": ("word/",),
    "msgspec": ("",),  # values, in every layer
    "xlsxwriter": ("word/chart_parts.py",),
    "distributed": ("jobs/batch/cluster.py",),
}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            # "from generator import findings" names the layer among the imported names
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_layer_imports_only_what_lies_below_it(path: Path) -> None:
    layer = _layer(path)
    if layer == "__init__":
        return
    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("generator.")}
    assert imported <= ALLOWED[layer] | {layer, "patterns"}


@pytest.mark.parametrize("path", [path for path in MODULES if _layer(path) == "rules"], ids=_name)
def test_a_rule_knows_documents_and_not_their_xml(path: Path) -> None:
    assert {name for name in _imports(path) if name.startswith("generator.word")} <= SEEN_BY_RULES


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_third_parties_stay_behind_their_fences(path: Path) -> None:
    for name in _imports(path):
        top = name.split(".")[0]
        if top == "generator" or top in sys.stdlib_module_names:
            continue
        assert top in FENCES, f"{_name(path)} imports {top}, which has no fence"
        assert any(_name(path).startswith(place) for place in FENCES[top]), f"{_name(path)} imports {top}"
