"""The table of short forms says what ``shapes`` does, at every group and list of the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.data.declared import DECLARED, REGISTERED
from generator.data.nodes import Item, Mapping, Node, Scalar, Sequence
from generator.data.schema_fields import Rules
from generator.data.shapes import full_catalogue_forms, full_forms
from generator.data.short_forms import NOTHING_SHORT, SHORT_FORMS
from generator.findings import DataPlace

PLACE = DataPlace("f", 1, 1)
TEXT = Scalar("Một chữ", PLACE, 1, True)
ROWS = Sequence((TEXT,), PLACE)
# Where a registered group stands in a report.
HOMES = {"khoi": "bao_cao.noi_dung[]"}
WRITE_OUT = {
    "bao_cao": full_forms,
    "bo_chi_tieu": full_catalogue_forms,
    "mo_ta": lambda tree: tree,
    "quy_cach": lambda tree: tree,
    "thay_doi": lambda tree: tree,
}


def below(rules: Rules, path: str) -> Iterator[tuple[str, Rules]]:
    """Every group and list from a path down; a registered group stands for itself."""
    if "valuesrules" in rules:
        yield from below(rules["valuesrules"], f"{path}.*")
    elif rules["type"] == "list":
        yield path, rules
        yield from below(rules["schema"], f"{path}[]")
    elif rules["type"] == "dict" and isinstance(rules["schema"], dict):
        yield path, rules
        for key, inner in rules["schema"].items():
            yield from below(inner, f"{path}.{key}")


PATHS = dict(
    entry
    for name, fields in (*DECLARED.items(), *((name, rules["schema"]) for name, rules in REGISTERED.items()))
    for entry in below({"type": "dict", "schema": fields}, name)
    if entry[0] not in DECLARED
)


def group(**values: Node) -> Mapping:
    return Mapping({key: Item(PLACE, node) for key, node in values.items()}, PLACE)


def written_out(path: str, node: Node) -> Node:
    """What the node at a path becomes."""
    name, *rest = re.findall(r"[a-z_]+|\[\]|\*", re.sub(r"^\w+", lambda found: HOMES.get(found[0], found[0]), path))
    for step in reversed(rest):
        node = Sequence((node,), PLACE) if step == "[]" else group(**{"x" if step == "*" else step: node})
    assert isinstance(node, Mapping)
    node = WRITE_OUT[name](node)
    for step in rest:
        if isinstance(node, Mapping):
            node = node.items["x" if step == "*" else step].node
        else:
            assert isinstance(node, Sequence)
            node = node.items[0]
    return node


def keys(node: Node) -> list[str] | None:
    return list(node.items) if isinstance(node, Mapping) else None


def test_every_path_of_the_table_is_declared() -> None:
    assert set(SHORT_FORMS) <= set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_text_or_a_list_becomes_what_the_table_says(path: str) -> None:
    short = SHORT_FORMS.get(path, NOTHING_SHORT)
    if PATHS[path]["type"] == "dict":
        assert keys(written_out(path, TEXT)) == ([short.text] if short.text else None), "sửa SHORT_FORMS"
        if path not in REGISTERED:  # a list there is given a key so that it can be refused
            assert keys(written_out(path, ROWS)) == ([short.rows] if short.rows else None), "sửa SHORT_FORMS"


@pytest.mark.parametrize("path", [path for path, rules in PATHS.items() if rules["type"] == "list"])
def test_one_item_becomes_the_list_of_it_where_the_table_says_so(path: str) -> None:
    of_groups = PATHS[path]["schema"]["type"] == "dict"
    became = written_out(path, group() if of_groups else TEXT)
    assert isinstance(became, Sequence) == SHORT_FORMS.get(path, NOTHING_SHORT).alone, "sửa SHORT_FORMS"


@pytest.mark.parametrize(("text", "expected"), [("14", ["gia_tri"]), ("14 điểm", ["gia_tri", "don_vi"]), ("", [])])
def test_a_result_has_a_form_of_its_own(text: str, expected: list[str]) -> None:
    for path, short in SHORT_FORMS.items():
        if short.form == "ket_qua":
            assert keys(written_out(path, Scalar(text, PLACE, 1, True))) == expected
