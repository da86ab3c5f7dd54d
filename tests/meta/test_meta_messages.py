"""What a person reads is Vietnamese, and what is committed names no machine."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from generator.rules.form_registry import FORM_RULES
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES
from generator.rules.template_registry import TEMPLATE_RULES

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
RULE_FILES = sorted((ROOT / "generator" / "rules").glob("*/[a-z]*[0-9].py"))
_ENGLISH = re.compile(r"\b(the|is|not|must|missing|invalid|found|error|unknown|expected|should)\b", re.IGNORECASE)
_SPEAKERS = {"Finding", "CannotGoOn", "finding", "UnknownReference", "_Fault"}


def _constants(node: ast.AST) -> str:
    return " ".join(
        part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_messages_are_not_english(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in _SPEAKERS:
            words = re.sub(r"«[^»]*»", "", _constants(node))
            assert not _ENGLISH.search(words), words


def test_every_rule_file_is_registered_under_its_own_id() -> None:
    registered = [*DATA_RULES, *SAID_RULES, *TEMPLATE_RULES, *FORM_RULES, *HOUSE_RULES]
    assert sorted(path.stem.upper() for path in RULE_FILES) == sorted(registered)
    assert list(SAID_RULES) == sorted(SAID_RULES)
    assert list(TEMPLATE_RULES) == sorted(TEMPLATE_RULES)
    assert list(DATA_RULES) == sorted(DATA_RULES)
    assert list(FORM_RULES) == sorted(FORM_RULES)
    assert list(HOUSE_RULES) == sorted(HOUSE_RULES)


def test_every_rule_says_what_and_why() -> None:
    registries = (DATA_RULES, SAID_RULES, TEMPLATE_RULES, FORM_RULES, HOUSE_RULES)
    for rule, _ in (each for rules in registries for each in rules.values()):
        assert len(rule.title) > 10
        assert len(rule.why) > 20


def test_nothing_committed_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    secret = re.compile(
        r"(?<!\w)/(?:work|root|home)/|\bpypi\.|127\.0\.0\.1:\d|registry\.npm|\bissue #?\d", re.IGNORECASE
    )
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if not name or not path.is_file() or path.suffix in (".docx", ".png", ".mo") or path == Path(__file__):
            continue
        assert not secret.search(path.read_text("utf-8")), name
