"""Checked data with the tree it came from -> the frozen model of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from generator.data.model import (
    BaoCao,
    BoChiTieu,
    Cot,
    DanhSach,
    Doan,
    DonVi,
    KetQua,
    Khoi,
    Ky,
    Muc,
    NguoiKy,
    NoiNhan,
    PhuLuc,
    SoLieu,
    Text,
    ThuyetMinhChiTieu,
    VanBan,
    VanBanBanHanh,
)
from generator.data.nodes import Item, Mapping, Node
from generator.data.nodes import Sequence as ListNode
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.findings import DataPlace

Plain = dict[str, Any]
T = TypeVar("T")

DANH_SO = ("I.", "1.", "a)")
KHO = "ngang"
_CLOSING_MARK = re.compile(r"(?:\./\.?|/\.|\.)$")
_LIST_MARK = re.compile(r"[;.]$")


def build_report(data: Plain, tree: Mapping, file: str, catalogue: BoChiTieu | None) -> BaoCao:
    """The model of a report; ``data`` has passed the schema and mirrors ``tree``, the tree in full forms."""
    chi_tieu = data.get("chi_tieu") or {}
    return BaoCao(
        file=file,
        mau=data["mau"],
        don_vi=DonVi(**_given(data["don_vi"])),
        van_ban=VanBan(**_given(data["van_ban"])),
        ky=Ky(place=tree.items["ky"].key_place, **_given(data["ky"])),
        danh_so=tuple((data.get("trinh_bay") or {}).get("danh_so") or DANH_SO),
        kinh_gui=tuple(_bare(name) for name in data.get("kinh_gui") or ()),
        so_lieu=tuple(
            SoLieu(ten=name, place=item.key_place, **_given(value))
            for name, value, item in _named(data.get("so_lieu"), tree, "so_lieu")
        ),
        van_ban_ban_hanh=tuple(
            build_cited(value, node.place)
            for value, node in _listed(data.get("van_ban_ban_hanh"), tree, "van_ban_ban_hanh")
        ),
        bo_chi_tieu=catalogue,
        ket_qua=_results(chi_tieu, tree),
        noi_dung=tuple(_block(value, node) for value, node in _listed(data["noi_dung"], tree, "noi_dung")),
        kien_nghi=tuple(data.get("kien_nghi") or ()),
        ket_thuc=_without_mark(data["ket_thuc"], _CLOSING_MARK),
        noi_nhan=tuple(map(_recipient, data["noi_nhan"])),
        nguoi_ky=NguoiKy(**_given(data["nguoi_ky"])),
        phu_luc=tuple(_annex(value, node) for value, node in _listed(data.get("phu_luc"), tree, "phu_luc")),
    )


def build_cited(data: Plain, place: DataPlace) -> VanBanBanHanh:
    """A document named in the data; its kind is told by its symbol where the data does not."""
    so: SoKyHieu = data["so"]
    loai = data.get("loai") or ten_loai(so) or "Công văn"
    return VanBanBanHanh(place=place, **{**_given(data), "loai": loai})


def _given(data: Plain) -> Plain:
    return {key: value for key, value in data.items() if value is not None}


def _named(values: Plain | None, parent: Mapping, key: str) -> Iterator[tuple[str, Plain, Item]]:
    if values:
        group = parent.items[key].node
        assert isinstance(group, Mapping)
        for name, value in values.items():
            yield name, value, group.items[name]


def _listed(values: Sequence[T] | None, parent: Node, key: str) -> Iterator[tuple[T, Node]]:
    if values:
        assert isinstance(parent, Mapping)
        node = parent.items[key].node
        assert isinstance(node, ListNode)
        yield from zip(values, node.items, strict=True)


def _results(chi_tieu: Plain, tree: Mapping) -> tuple[KetQua, ...]:
    if not chi_tieu:
        return ()
    group = tree.items["chi_tieu"].node
    assert isinstance(group, Mapping)
    return tuple(_result(ma, value, item) for ma, value, item in _named(chi_tieu["ket_qua"], group, "ket_qua"))


def _result(ma: str, data: Plain, item: Item) -> KetQua:
    fields = _given(data)
    figure = fields.pop("gia_tri", None)
    if figure is not None:
        fields |= {"gia_tri": figure.gia_tri, "phan_tram": figure.phan_tram}
    return KetQua(ma=ma, place=item.key_place, **fields)


def _block(data: Plain, node: Node) -> Khoi:
    if data.get("doan") is not None:
        return Doan(data["doan"])
    if data.get("muc") is not None:
        return Muc(data["muc"], tuple(_block(value, below) for value, below in _listed(data.get("gom"), node, "gom")))
    if data.get("danh_sach") is not None:
        wanted = {key: str(value) for key, value in _given(data.get("loc") or {}).items()}
        return DanhSach(data["danh_sach"], node.place, wanted)
    return ThuyetMinhChiTieu(data["chi_tieu"], node.place)


def _annex(data: Plain, node: Node) -> PhuLuc:
    columns = tuple(Cot(place=below.place, **_given(value)) for value, below in _listed(data["cot"], node, "cot"))
    return PhuLuc(data["tieu_de"], data["bang"], data.get("kho") or KHO, columns, node.place)


def _recipient(data: Plain) -> NoiNhan:
    kept = data.get("luu")
    return NoiNhan(_bare(kept if kept is not None else data["ten"]), luu=kept is not None)


def _bare(name: str) -> str:
    """An addressee or recipient without the mark after it: the program sets the marks."""
    return _LIST_MARK.sub("", name.rstrip()).rstrip()


def _without_mark(text: Text, mark: re.Pattern[str]) -> Text:
    return Text(mark.sub("", text.raw.rstrip()).rstrip(), text.place, text.first_line)
