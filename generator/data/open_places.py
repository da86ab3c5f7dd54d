"""Places that an office has left open: a value that is nothing but "…" says "not known yet"."""

from __future__ import annotations

from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.faults import fault
from generator.data.nodes import Item, Mapping, Node, Scalar, Sequence
from generator.findings import DataPlace, Finding, Severity
from generator.patterns import regex

OPEN = "…"
"""How an open place is written; three dots or more are read alike."""

PRINTED = "[…]"
"""What a draft prints at an open place."""

_FIGURE = regex(r"so_lieu\.|chi_tieu\b.*\bket_qua\.")
_RATE = "ty_le"
_MARK = regex(r"(?:…|\.{3})[…. ]*")


def opened(tree: Mapping) -> tuple[Mapping, tuple[DataPlace, ...]]:
    """The tree with a blank at every open place, and those places in the order of the file."""
    places: list[DataPlace] = []

    def walk(node: Node) -> Node:
        if isinstance(node, Scalar):
            if not (node.plain and _MARK.fullmatch(node.text)):
                return node
            places.append(node.place)
            return replace(node, text="", is_open=True)
        if isinstance(node, Mapping):
            return Mapping({key: Item(item.key_place, walk(item.node)) for key, item in node.items.items()}, node.place)
        return Sequence(tuple(map(walk, node.items)), node.place)

    changed = walk(tree)
    assert isinstance(changed, Mapping)
    return (changed, tuple(places)) if places else (tree, ())


def unexplained(findings: list[Finding], places: tuple[DataPlace, ...], *, draft: bool) -> list[Finding]:
    """The schema's findings without those that an open place explains: a value missing, alone or beside another.

    In a draft a value that no report can do without stays missing.
    """
    left_open = {place.path for place in places}
    figures = {path for path in left_open | {_above(path) for path in left_open} if _FIGURE.match(path)}

    def is_explained(finding: Finding) -> bool:
        place = finding.place
        if not isinstance(place, DataPlace) or finding.rule not in (ids.MISSING_KEY, ids.KEYS_AT_ODDS):
            return False
        return not figures.isdisjoint((place.path, _above(place.path))) or (place.path in left_open and not draft)

    return [finding for finding in findings if not is_explained(finding)]


def _above(path: str) -> str:
    return path.rpartition(".")[0] if not path.endswith('"') else path.rpartition('."')[0]


def told(places: tuple[DataPlace, ...], *, draft: bool) -> list[Finding]:
    """What is told of open places: an error, since a report cannot be sent so; a warning in a draft."""
    severity = Severity.WARNING if draft else Severity.ERROR
    return [
        replace(fault(ids.OPEN_PLACE, each, "chỗ này còn để ngỏ.", _fix(each.path)), severity=severity)
        for each in places
    ]


def _fix(path: str) -> str:
    if path.endswith(f".{_RATE}") and _FIGURE.match(path):
        return f"xóa mục «{_RATE}» để máy tự tính từ tử số, mẫu số; tự ghi tỷ lệ thì điền vào chỗ «…»."
    return "điền giá trị của kỳ này vào chỗ «…»; không có thì xóa cả dòng."
