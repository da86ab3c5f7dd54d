"""Checked data with the tree it came from -> the blocks that a body and an annex are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from generator.data.model_blocks import (
    Bang,
    BieuDo,
    ChiaNhom,
    Cot,
    DanhSach,
    Dieu,
    Doan,
    Hang,
    Khoi,
    LietKe,
    Muc,
    ThuyetMinhChiTieu,
)
from generator.data.model_text import Text
from generator.data.nodes import Item, Mapping, Node
from generator.data.nodes import Sequence as ListNode

Plain = dict[str, Any]
T = TypeVar("T")

_OF_COLUMN = ("tieu_de", "rong", "can", "kieu", "truoc", "sau")


def given(data: Plain) -> Plain:
    """The keys that have a value."""
    return {key: value for key, value in data.items() if value is not None}


def named(values: Plain | None, parent: Node, key: str) -> Iterator[tuple[str, Plain, Item]]:
    """The entries of a group of ``parent`` with what stands at each in the tree."""
    if values:
        assert isinstance(parent, Mapping)
        group = parent.items[key].node
        assert isinstance(group, Mapping)
        for name, value in values.items():
            yield name, value, group.items[name]


def listed(values: Sequence[T] | None, parent: Node, key: str) -> Iterator[tuple[T, Node]]:
    """The items of a list of ``parent``, each with its node."""
    if values:
        assert isinstance(parent, Mapping)
        node = parent.items[key].node
        assert isinstance(node, ListNode)
        yield from zip(values, node.items, strict=True)


def build_blocks(data: Plain, node: Node, key: str) -> tuple[Khoi, ...]:
    """The blocks listed at a key."""
    return tuple(_block(value, below) for value, below in listed(data.get(key), node, key))


def _block(data: Plain, node: Node) -> Khoi:
    if data.get("doan") is not None:
        return Doan(data["doan"])
    if data.get("muc") is not None:
        return Muc(data["muc"], build_blocks(data, node, "gom"))
    if data.get("dieu") is not None:
        return Dieu(data["dieu"], build_blocks(data, node, "gom"))
    dau = data.get("dau") or "-"
    if data.get("danh_sach") is not None:
        return DanhSach(data["danh_sach"], node.place, _wanted(data.get("loc")), dau)
    if data.get("liet_ke") is not None:
        return LietKe(tuple(data["liet_ke"]), node.place, dau)
    if data.get("bang") is not None:
        return build_table(data, node)
    if data.get("bieu_do") is not None:
        return _chart(data, node)
    return ThuyetMinhChiTieu(data["chi_tieu"], node.place, data.get("bo"))


def _chart(data: Plain, node: Node) -> BieuDo:
    return BieuDo(
        data["bieu_do"],
        data["tieu_de"],
        node.place,
        data.get("bo"),
        tuple(data.get("nhom") or ()),
        data.get("kieu") or "cot",
    )


def build_table(data: Plain, node: Node) -> Bang:
    """The table that a group with ``bang`` declares."""
    return Bang(
        bang=data["bang"],
        cot=tuple(_column(value, below) for value, below in listed(data["cot"], node, "cot")),
        place=node.place,
        bo=data.get("bo"),
        nhom=tuple(data.get("nhom") or ()),
        loc=_wanted(data.get("loc")),
        chia_nhom=tuple(ChiaNhom(group["ten"], _wanted(group["loc"])) for group in data.get("chia_nhom") or ()),
        stt=data.get("stt") or "theo_nhom",
        hang=tuple(_row(value, below) for value, below in listed(data.get("hang"), node, "hang")),
    )


def _wanted(loc: Plain | None) -> dict[str, str]:
    return {key: str(value) for key, value in given(loc or {}).items()}


def _column(data: Plain, node: Node) -> Cot:
    facts = {key: data[key] for key in _OF_COLUMN if data.get(key) is not None}
    return Cot(tuple(data.get("cot") or ()), node.place, **facts)


def _row(data: Plain, node: Node) -> Hang:
    if data.get("nhom") is not None:
        return Hang((data["nhom"],), node.place, nhom=True)
    blank = Text("", node.place, node.place.line)
    return Hang(tuple(cell or blank for cell in data["o"]), node.place)
