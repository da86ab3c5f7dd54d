"""Checked data of a catalogue -> its frozen model."""

from __future__ import annotations

from typing import Any

from generator.data.building import build_cited
from generator.data.building_blocks import given
from generator.data.model_catalogue import BoChiTieu, ChiTieu, CongThuc, MucTieu, NhomChiTieu
from generator.data.nodes import Mapping

Plain = dict[str, Any]

CONG_THUC_TINH, TY_LE = "Công thức tính:", "Tỷ lệ"


def build_catalogue(data: Plain, tree: Mapping, ma: str) -> BoChiTieu:
    """The model of a catalogue named ``ma``; ``data`` has passed the schema and mirrors ``tree``."""
    return BoChiTieu(
        ma=ma,
        ten=data["ten"],
        can_cu=build_cited(data["can_cu"], tree.items["can_cu"].key_place),
        nhom=tuple(_group(group, number) for number, group in enumerate(data["nhom"], start=1)),
        thay_cho=data.get("thay_cho"),
    )


def _group(data: Plain, number: int) -> NhomChiTieu:
    return NhomChiTieu(
        ma=data["ma"],
        so=data.get("so") or str(number),
        ten=data["ten"],
        chi_tieu=tuple(map(_indicator, data["chi_tieu"])),
        thay_cho=_replaced(data),
    )


def _replaced(data: Plain) -> tuple[str, ...] | None:
    said = data.get("thay_cho")
    return None if said is None else tuple(said)


def _indicator(data: Plain) -> ChiTieu:
    fields = given(data)
    fields["muc_tieu"] = fields.get("muc_tieu") or MucTieu("")
    fields["dat_khi"] = tuple(fields.get("dat_khi") or ())
    fields["cong_thuc"] = tuple(_formula(given(formula)) for formula in fields.get("cong_thuc") or ())
    fields["cot_them"] = given(fields.get("cot_them") or {})
    fields["thay_cho"] = _replaced(data)
    return ChiTieu(**{"so": data["ma"], "yeu_cau": data["ten"], "don_vi_tinh": "", **fields})


def _formula(data: Plain) -> CongThuc:
    factor: MucTieu | None = data.pop("nhan", None)
    words = {"ghi": CONG_THUC_TINH, "ve_trai": TY_LE, **data}
    if factor is None or factor.gia_tri is None:
        return CongThuc(**words)
    return CongThuc(**words, nhan=factor.chu, he_so=factor.gia_tri, phan_tram=factor.phan_tram)
