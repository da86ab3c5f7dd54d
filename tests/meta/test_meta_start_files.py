"""The blank file of each kind has every key that a report must have, and no key, not even in a hint, that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.data.schema_blocks import KHOI
from generator.data.schema_catalogue import BO_CHI_TIEU
from generator.data.schema_report import BAO_CAO
from generator.data.start_file import SLOTS, missing_slots
from generator.jobs.workspace import START_CATALOGUE, Templates

TEMPLATES = Path(__file__).parents[2] / "templates"
START_FILES = sorted(TEMPLATES.glob("docx/*/khoi_dau.yaml"))
each_start_file = pytest.mark.parametrize("path", START_FILES, ids=lambda path: path.parent.name)

_HINTED_KEY = re.compile(r"(?<!\w)([a-z_]+): ")
_CHOSEN = {"thon"}  # what a hint calls a figure, as users do at their own choice
_WORDS = {"gian"}  # "Thời gian: …", with which a line of an invitation begins


def _known_keys(fields: dict[str, Any]) -> Iterator[str]:
    for key, rules in fields.items():
        yield key
        while "valuesrules" in rules or rules["type"] == "list":
            rules = rules.get("valuesrules") or rules["schema"]
        if isinstance(rules.get("schema"), dict):
            yield from _known_keys(rules["schema"])


def _amiss(node: object, rules: dict[str, Any], way: str) -> Iterator[str]:
    """The ways to keys that the schema does not know, and to keys that it demands and the node lacks."""
    if isinstance(node, dict) and rules.get("type") == "list":
        yield from _amiss([node], rules, way)  # one group may stand for a list of one
    elif isinstance(node, list):
        for item in node:
            yield from _amiss(item, rules["schema"], f"{way}[]")
    elif isinstance(node, dict) and "valuesrules" in rules:
        for key, value in node.items():
            yield from _amiss(value, rules["valuesrules"], f"{way}.{key}")
    elif isinstance(node, dict):
        # The one registered schema is that of blocks, which hold blocks.
        fields = KHOI if isinstance(rules["schema"], str) else rules["schema"]
        needed = {key for key, field in fields.items() if field.get("required")}
        for key in needed.symmetric_difference(node):
            if key in needed or key not in fields:
                yield f"{way}.{key}"
        for key in node.keys() & fields.keys():
            yield from _amiss(node[key], fields[key], f"{way}.{key}")


def test_the_reports_have_a_start_file() -> None:
    assert "bao_cao" in {path.parent.name for path in START_FILES}


@each_start_file
def test_it_starts_a_report_of_its_own_kind(path: Path) -> None:
    assert yaml.safe_load(path.read_text("utf-8"))["mau"] == path.parent.name


@each_start_file
def test_its_keys_are_those_of_the_schema(path: Path) -> None:
    tree = yaml.safe_load(path.read_text("utf-8"))
    assert list(_amiss(tree, {"schema": BAO_CAO}, "")) == []


@each_start_file
def test_its_hints_name_keys_that_there_are(path: Path) -> None:
    _, _, below_first_line = path.read_text("utf-8").partition("\n")
    hints = " ".join(re.findall(r"#(.*)", below_first_line))
    assert set(_HINTED_KEY.findall(hints)) <= {*_known_keys(BAO_CAO), *_known_keys(KHOI), *_CHOSEN, *_WORDS}


@each_start_file
def test_it_has_all_places_for_a_catalogue_or_none(path: Path) -> None:
    assert len(missing_slots(path.read_text("utf-8"))) in (0, len(SLOTS))


def test_a_report_starts_from_a_catalogue() -> None:
    assert missing_slots((TEMPLATES / "docx" / "bao_cao" / "khoi_dau.yaml").read_text("utf-8")) == []


def test_the_blank_catalogue_is_none_and_its_keys_are_those_of_the_schema() -> None:
    path = TEMPLATES / START_CATALOGUE
    tree = yaml.safe_load(path.read_text("utf-8"))
    assert list(_amiss(tree, {"schema": BO_CHI_TIEU}, "")) == []
    first = path.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../luoc_do/bo_chi_tieu.json"
    assert path.parent != Templates(TEMPLATES).catalogues


def test_a_blank_catalogue_with_every_hint_taken_up_has_no_key_that_is_none() -> None:
    text = (TEMPLATES / START_CATALOGUE).read_text("utf-8")
    tree = yaml.safe_load(re.sub(r"^( *)#(?=[a-z])", r"\1", text, flags=re.MULTILINE))
    assert list(_amiss(tree, {"schema": BO_CHI_TIEU}, "")) == []
    (group,) = tree["nhom"]
    assert {*group["chi_tieu"][0]} == {*BO_CHI_TIEU["nhom"]["schema"]["schema"]["chi_tieu"]["schema"]["schema"]} - {
        "cot_them"
    }


@each_start_file
def test_an_editor_finds_its_schema_from_where_data_files_are(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../templates/luoc_do/bao_cao.json"
