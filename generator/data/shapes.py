"""Short forms -> full forms: ``may_tinh: 368`` becomes ``may_tinh: {gia_tri: 368}`` before the schema looks.

Cerberus takes one shape for a key; users may choose between a text and a group.  Only shapes change here: texts and
places stay, and whatever has neither form is left for the schema to refuse.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.data.nodes import Item, Mapping, Node, Scalar, Sequence
from generator.data.text_types import is_figure, split_unit

SHORT_BLOCK = "doan"  # the key that a block without a key stands for
_Change = Callable[[Node], Node]


def full_forms(report: Mapping) -> Mapping:
    """The tree of a data file with every short form written out."""
    for key, change in (
        ("so_lieu", _each_value(_figure)),
        ("chi_tieu", _listed(_at("ket_qua", _each_value(_result)))),
        ("noi_dung", _each_item(_block)),
        ("noi_nhan", _each_item(_wrapped("ten"))),
        ("phu_luc", _each_item(_annex)),
    ):
        report = _with(report, key, change)
    return report


def full_catalogue_forms(catalogue: Mapping) -> Mapping:
    """The tree of a catalogue with every short form written out."""
    formulas, replaced = _at("cong_thuc", _listed(lambda formula: formula)), _at("thay_cho", _alone)
    indicators = _at("chi_tieu", _each_item(lambda indicator: replaced(formulas(indicator))))
    return _with(catalogue, "nhom", _each_item(lambda group: replaced(indicators(group))))


def _with(group: Mapping, key: str, change: _Change) -> Mapping:
    item = group.items.get(key)
    if item is None:
        return group
    return Mapping({**group.items, key: Item(item.key_place, change(item.node))}, group.place)


def _at(key: str, change: _Change) -> _Change:
    return lambda node: _with(node, key, change) if isinstance(node, Mapping) else node


def _each_value(change: _Change) -> _Change:
    def changed(node: Node) -> Node:
        if not isinstance(node, Mapping):
            return node
        return Mapping({key: Item(item.key_place, change(item.node)) for key, item in node.items.items()}, node.place)

    return changed


def _each_item(change: _Change) -> _Change:
    return lambda node: Sequence(tuple(map(change, node.items)), node.place) if isinstance(node, Sequence) else node


def _listed(change: _Change) -> _Change:
    """A group becomes a list that holds it; each of a list is changed."""

    def changed(node: Node) -> Node:
        return _each_item(change)(Sequence((node,), node.place) if isinstance(node, Mapping) else node)

    return changed


def _wrapped(key: str) -> _Change:
    """A text becomes a group that holds it under ``key``; a blank stays blank."""
    return lambda node: _group(node, {key: node}) if isinstance(node, Scalar) and not node.is_blank else node


def _group(origin: Node, values: dict[str, Node]) -> Mapping:
    return Mapping({key: Item(node.place, node) for key, node in values.items()}, origin.place)


def _figure(node: Node) -> Node:
    """A figure of the text: "368", or a group in which those of the period before and up to now stand likewise."""
    return _at("luy_ke", _figure)(_at("ky_truoc", _figure)(_wrapped("gia_tri")(node)))


def _result(node: Node) -> Node:
    """The result of an indicator: blank, "Có", "100%", "14", "14 điểm"."""
    if not isinstance(node, Scalar):
        return _at("luy_ke", _result)(_at("ky_truoc", _result)(node))
    if node.is_open:
        return _group(node, {"gia_tri": node})
    if node.is_blank:
        return _group(node, {})
    if is_figure(node.text):
        return _group(node, {"gia_tri": node})
    parts = split_unit(node.text)
    if parts is None:
        return _group(node, {"chu": node})
    number, unit = (Scalar(text, node.place, node.first_line, node.plain) for text in parts)
    return _group(node, {"gia_tri": number, "don_vi": unit})


def reads_as_words(text: str) -> bool:
    """Whether a result typed as a bare text is words, neither a number nor a number with its unit."""
    return not is_figure(text) and split_unit(text) is None


def _block(node: Node) -> Node:
    if isinstance(node, Mapping):
        return _table(_with(node, "gom", _each_item(_block)))
    if isinstance(node, Sequence):
        # "- - Một dòng" without quotes: cerberus must see that a text was due here.
        return _group(node, {SHORT_BLOCK: node})
    return _wrapped(SHORT_BLOCK)(node)


def _annex(node: Node) -> Node:
    return _table(_with(node, "noi_dung", _each_item(_block))) if isinstance(node, Mapping) else node


def _table(node: Mapping) -> Mapping:
    """The columns and rows of a table, where the group has them."""
    return _with(_with(node, "cot", _each_item(_column)), "hang", _each_item(_row))


def _column(node: Node) -> Node:
    """A column: its name, or a group in which ``cot`` may name one or several."""
    group = _wrapped("cot")(node)
    if not isinstance(group, Mapping):
        return group
    return _with(group, "cot", lambda names: names if isinstance(names, Sequence) else _alone(names))


def _alone(node: Node) -> Node:
    """A text becomes a list that holds it; a blank stays blank."""
    return Sequence((node,), node.place) if isinstance(node, Scalar) and not node.is_blank else node


def _row(node: Node) -> Node:
    """A row: its cells, or a text that heads a group."""
    return _group(node, {"o": node}) if isinstance(node, Sequence) else _wrapped("nhom")(node)
