"""Checked data of a catalogue -> its frozen model."""

from __future__ import annotations

from typing import Any

from generator.data.building import build_cited
from generator.data.model import BoChiTieu, ChiTieu, MucTieu, NhomChiTieu
from generator.data.nodes import Mapping

Plain = dict[str, Any]


def build_catalogue(data: Plain, tree: Mapping, ma: str) -> BoChiTieu:
    """The model of a catalogue named ``ma``; ``data`` has passed the schema and mirrors ``tree``."""
    return BoChiTieu(
        ma=ma,
        ten=data["ten"],
        can_cu=build_cited(data["can_cu"], tree.items["can_cu"].key_place),
        nhom=tuple(_group(group, number) for number, group in enumerate(data["nhom"], start=1)),
    )


def _group(data: Plain, number: int) -> NhomChiTieu:
    return NhomChiTieu(
        ma=data["ma"],
        so=data.get("so") or str(number),
        ten=data["ten"],
        chi_tieu=tuple(map(_indicator, data["chi_tieu"])),
    )


def _indicator(data: Plain) -> ChiTieu:
    fields = {key: value for key, value in data.items() if value is not None}
    fields["muc_tieu"] = fields.get("muc_tieu") or MucTieu("")
    fields["dat_khi"] = tuple(fields.get("dat_khi") or ())
    return ChiTieu(**fields)
