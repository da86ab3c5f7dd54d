"""What is read straight is what cerberus makes of it, and whatever cerberus finds fault with is left to cerberus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from data_reports import REPORT, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.declared import DECLARED, REGISTERED
from generator.data.located import read_yaml
from generator.data.nodes import Item, Mapping, Node, Scalar, Sequence
from generator.data.open_places import opened
from generator.data.schema import check_report
from generator.data.schema_fields import Fields, Rules, group, rows, table, value
from generator.data.schema_validator import validated
from generator.data.shapes import full_catalogue_forms, full_forms
from generator.data.straight import KNOWN_RULES, straight
from generator.findings import DataPlace

TEMPLATES = ROOT / "templates"
PLACE = DataPlace("xa.yaml", 1, 1)
Change = Callable[[Mapping], Mapping]


def as_report(tree: Mapping) -> Mapping:
    return full_forms(opened(tree)[0])


def as_is(tree: Mapping) -> Mapping:
    return tree


SHIPPED: dict[str, tuple[Change, list[Path]]] = {
    "bao_cao": (as_report, [*ROOT.glob("inputs/*.yaml"), *TEMPLATES.glob("docx/*/vi_du*.yaml")]),
    "bo_chi_tieu": (full_catalogue_forms, [*TEMPLATES.glob("chi_tieu/*.yaml")]),
    "mo_ta": (as_is, [*TEMPLATES.glob("docx/*/mo_ta.yaml")]),
    "quy_cach": (as_is, [TEMPLATES / "quy_cach.yaml"]),
    "thay_doi": (as_is, [TEMPLATES / "thay_doi.yaml"]),
}
FILES = {path.relative_to(ROOT).as_posix(): name for name, (_, paths) in SHIPPED.items() for path in sorted(paths)}


def tree_of(written: str) -> Mapping:
    tree, findings = read_yaml(written.encode(), "xa.yaml")
    assert findings == []
    assert tree is not None
    return tree


def tree_in(file: str) -> Mapping:
    return tree_of((ROOT / file).read_text("utf-8"))


def full(tree: Mapping, name: str) -> Mapping:
    return SHIPPED[name][0](tree)


@pytest.mark.parametrize("file", FILES)
def test_every_file_that_is_shipped_is_read_straight_as_cerberus_reads_it(file: str) -> None:
    tree, fields = full(tree_in(file), FILES[file]), DECLARED[FILES[file]]
    typed, findings = validated(tree, fields)
    assert findings == []
    # In words, 1 differs from True, 1.0 from 1.00, one order of keys from another.
    assert repr(straight(tree, fields)) == repr(typed)


def test_what_is_wrong_is_told_by_cerberus() -> None:
    tree = as_report(tree_of(REPORT.replace("nam: 2023", "nam: 1023")))
    assert straight(tree, DECLARED["bao_cao"]) is None
    (finding,) = check_report(tree)[1]
    assert finding.problem == "«1023» nhỏ hơn 1900, không dùng được."


def test_what_a_kind_demands_is_demanded_of_what_could_be_read_straight() -> None:
    tree = as_report(tree_of(REPORT.replace("ky: {nam: 2023}\n", "")))
    assert straight(tree, DECLARED["bao_cao"]) is not None
    (finding,) = check_report(tree)[1]
    assert finding.problem.startswith("Thiếu mục «ky» ")


def fields_below(rules: Rules) -> Iterator[Rules]:
    """The rules of a field and of all that it holds, but for what it names."""
    yield rules
    if "valuesrules" in rules:
        yield from fields_below(rules["valuesrules"])
    elif rules["type"] == "list":
        yield from fields_below(rules["schema"])
    elif isinstance(rules.get("schema"), dict):
        for each in rules["schema"].values():
            yield from fields_below(each)


TOPS: list[Fields] = [*DECLARED.values(), *({name: rules} for name, rules in REGISTERED.items())]
EVERY_FIELD = [each for top in TOPS for rules in top.values() for each in fields_below(rules)]


def test_every_rule_of_a_declaration_is_known() -> None:
    assert {rule for rules in EVERY_FIELD for rule in rules} <= KNOWN_RULES
    for rules in EVERY_FIELD:
        assert {"type", "coerce", "nullable"} <= rules.keys()
        assert (rules["type"] in ("dict", "list")) == (len({"schema", "valuesrules"} & rules.keys()) == 1)
        assert rules["type"] != "list" or "schema" in rules


def text(words: str) -> Scalar:
    return Scalar(words, PLACE, 1, True)


@pytest.mark.parametrize("number", range(7))
def test_limits_are_kept_as_cerberus_keeps_them(number: int) -> None:
    words = value("chu", "Một mục", "x")
    fields = {
        "so": value("dem", "Một số", "2", min=2, max=4),
        "dai": rows(words, "Các mục", "[x]", minlength=2, maxlength=4),
        "co": rows(words, "Các mục", "[x]", empty=False, maxlength=63),
    }
    items = Sequence((text("x"),) * number, PLACE)
    nodes = {"so": text(str(number)), "dai": items, "co": items}
    read = []
    for key, node in nodes.items():
        tree = Mapping({key: Item(PLACE, node)}, PLACE)
        found = validated(tree, fields)[1]
        read += [key] * (straight(tree, fields) is not None)
        assert (key in read) == (not found)
    assert read == [key for key, good in (("so", 2 <= number <= 4), ("dai", 2 <= number <= 4), ("co", number)) if good]


@pytest.mark.parametrize(
    "field",
    [
        value("chu", "Một mục", "x", regex="x"),
        rows(value("chu", "Một mục", "x"), "Các mục", "[x]", items=[]),
        table(value("chu", "Một mục", "x"), "Các mục", "{a: x}", keysrules={"type": "chu"}),
        group({"a": value("chu", "Một mục", "x", excludes="b")}, "Một nhóm", "{a: x}"),
    ],
    ids=["regex", "items", "keysrules", "excludes"],
)
def test_an_unknown_rule_is_refused(field: Rules) -> None:
    one = text("x")
    shapes: dict[str, Node] = {"list": Sequence((one,), PLACE), "dict": Mapping({"a": Item(PLACE, one)}, PLACE)}
    tree = Mapping({"muc": Item(PLACE, shapes.get(field["type"], one))}, PLACE)
    with pytest.raises(KeyError):
        straight(tree, {"muc": field})


def pieces() -> Iterator[tuple[Mapping, Fields, Change]]:
    """What is shipped, in pieces that cerberus judges fast: short files, and of long ones each entry by itself."""
    for file, name in FILES.items():
        tree, fields, forms = tree_in(file), DECLARED[name], SHIPPED[name][0]
        if file.startswith("templates/docx"):
            yield tree, fields, forms
        for key, (place, node) in tree.items.items():
            alone = [Sequence((item,), node.place) for item in node.items] if isinstance(node, Sequence) else [node]
            yield from ((Mapping({key: Item(place, each)}, PLACE), {key: fields[key]}, forms) for each in alone)


def nodes_in(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Node]]:
    yield path, node
    if isinstance(node, Mapping):
        for key, item in node.items.items():
            yield from nodes_in(item.node, (*path, key))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from nodes_in(item, (*path, index))


def replaced(node: Node, path: tuple[str | int, ...], change: Callable[[Node], Node]) -> Node:
    if not path:
        return change(node)
    step, *below = path
    if isinstance(node, Mapping):
        place, old = node.items[str(step)]
        return Mapping({**node.items, str(step): Item(place, replaced(old, tuple(below), change))}, node.place)
    assert isinstance(node, Sequence)
    assert isinstance(step, int)
    items = list(node.items)
    items[step] = replaced(items[step], tuple(below), change)
    return Sequence(tuple(items), node.place)


PIECES = [(*piece, [path for path, _ in nodes_in(piece[0])]) for piece in pieces()]
STANDING: dict[str, list[Node]] = {"xyz": [], "Máy": [], "": []}
for tree, *_ in PIECES:
    for path, node in nodes_in(tree):
        if path and isinstance(path[-1], str):
            STANDING.setdefault(path[-1], []).append(node)
KEYS = sorted(STANDING)
BESIDE: dict[str, set[str]] = {}
for fields in [*TOPS, *(rules["schema"] for rules in EVERY_FIELD if rules["type"] == "dict" and "schema" in rules)]:
    for key in fields if isinstance(fields, dict) else ():
        BESIDE.setdefault(key, set()).update(fields)
WORDS = st.sampled_from(
    [
        *("", " ", "x", "Kết quả", "a\nb", "\n\na", "{{ so_lieu.a }}", "a-b", "A", "bao_cao", "tt", "Có", "Không"),
        *("0", "1", "7", "-1", "5000", "2023", "1.024", "43.5", "43,5", "12,850", "82,9%", "7/8", "14 điểm", "9" * 40),
        *("12/2023", "30/2/2022", "13/5/2022", "ngày 5", "43/QĐ-UBND", "52/2019/QH14", "43", "Luật", "Quyet dinh"),
        *("I.", "1.1.", "Chương I", "TM", "KT", "van_ban_ban_hanh", "tu_nhap", "chi_tieu", "kien_nghi", "VT", "…"),
    ]
)
TEXTS = st.builds(
    lambda words, plain: Scalar(words, PLACE, 1, plain), WORDS | st.text(max_size=6), st.booleans()
) | st.just(Scalar("x", PLACE, 1, True, told=True))
NODES: st.SearchStrategy[Node] = st.recursive(
    TEXTS,
    lambda below: (
        st.lists(below, max_size=3).map(lambda items: Sequence(tuple(items), PLACE))
        | st.dictionaries(st.sampled_from(KEYS), below.map(lambda node: Item(PLACE, node)), max_size=3).map(
            lambda items: Mapping(items, PLACE)
        )
    ),
    max_leaves=4,
)


@st.composite
def entries(draw: st.DrawFn, beside: list[str]) -> tuple[str, Item]:
    """A key, often one that may stand beside others, with a value, often one that may stand there."""
    near = sorted(BESIDE.get(draw(st.sampled_from(beside)), ())) if beside else []
    key = draw(st.sampled_from(near if near and draw(st.booleans()) else KEYS))
    fitting = STANDING.get(key)
    return key, Item(PLACE, draw(st.sampled_from(fitting) if fitting and draw(st.booleans()) else NODES))


@st.composite
def changed(draw: st.DrawFn, node: Node) -> Node:
    """A node in which something has been replaced, taken out, renamed, put in or repeated."""
    if isinstance(node, Scalar):
        return draw(TEXTS | TEXTS | NODES)
    how = draw(st.integers(0, 3))
    if how == 0:
        return draw(NODES)
    if isinstance(node, Mapping):
        items = dict(node.items)
        old = items.pop(draw(st.sampled_from(sorted(items))), None) if items and how < 3 else None
        if how > 1:
            key, new = draw(entries(sorted(node.items)))
            items[key] = old or new
        return Mapping(items, node.place)
    if how == 1:
        return Sequence(node.items * draw(st.sampled_from([0, 2, 6, 64])), node.place)
    kept = node.items[draw(st.integers(0, 1)) :]
    return Sequence((*kept, *draw(st.lists(NODES, max_size=2)), *node.items[: draw(st.integers(0, 2))]), node.place)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Mapping, Fields]:
    """A piece of what is shipped, changed in one place or in two."""
    tree, fields, forms, paths = draw(st.sampled_from(PIECES))
    node: Node = tree
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(paths))
        paths = [other for other in paths if other[: len(path)] != path and path[: len(other)] != other] or [()]
        node = replaced(node, path, lambda old: draw(changed(old)))
        if paths == [()]:
            break
    return forms(node if isinstance(node, Mapping) else tree), fields


def is_told(node: Node) -> bool:
    """Whether the tree holds a text of which a finding has been noted before."""
    if isinstance(node, Mapping):
        return any(is_told(item.node) for item in node.items.values())
    return any(map(is_told, node.items)) if isinstance(node, Sequence) else node.told


@settings(max_examples=2000, deadline=None)
@given(spoilt())
def test_what_is_spoilt_is_left_to_cerberus_and_all_else_is_read_as_it_would(given_: tuple[Mapping, Fields]) -> None:
    tree, fields = given_
    read: Any = straight(tree, fields)
    typed, findings = validated(tree, fields)
    if read is None:
        assert findings or is_told(tree), "good data needs no cerberus"
    else:
        assert findings == []
        assert repr(read) == repr(typed)
