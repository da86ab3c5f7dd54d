"""Checked data with the tree it came from -> the frozen model of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.data.building_blocks import build_blocks, build_table, given, listed, named
from generator.data.model import (
    BaoCao,
    DonVi,
    KetQua,
    KetQuaBo,
    KhongBaoCao,
    Ky,
    NguoiKy,
    NoiNhan,
    ONhom,
    SoLieu,
    VanBan,
)
from generator.data.model_blocks import CHUONG_MARKER, DIEU_MARKER, Dieu, Khoi, PhuLuc
from generator.data.model_catalogue import BoChiTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_kind import BY_SECTIONS, MoTa
from generator.data.model_text import Text
from generator.data.nodes import Item, Mapping, Node, Scalar, word_places
from generator.decree.symbols import SoKyHieu, ten_loai
from generator.findings import DataPlace
from generator.patterns import regex

Plain = dict[str, Any]

KHO, KHO_BAN_HANH = "ngang", "doc"
_ARTICLES = (DIEU_MARKER, "1.", "a)")
_COMPARED = {"ky_truoc", "luy_ke"}  # groups of a figure or a result that hold another one
_CLOSING_MARK = regex(r"(?:\./\.?|/\.|\.)$")
_LIST_MARK = regex(r"[;.]$")


def build_report(
    data: Plain, tree: Mapping, file: str, catalogues: Sequence[BoChiTieu], kind: MoTa | None = None
) -> BaoCao:
    """The model of a report; ``data`` has passed the schema and mirrors ``tree``, the tree in full forms.

    ``catalogues`` are those that ``chi_tieu`` names, in its order; ``kind`` is what its kind of document is like.
    """
    kind = kind or MoTa()
    trinh_bay = data.get("trinh_bay") or {}
    given_numbers = tuple(trinh_bay.get("danh_so") or ())
    of_annexes = given_numbers or BY_SECTIONS
    return BaoCao(
        file=file,
        mau=data["mau"],
        don_vi=DonVi(**given(data["don_vi"])),
        van_ban=VanBan(**{"loai": kind.ky_hieu, **given(data["van_ban"])}),
        ky=_period(data["ky"], tree.items["ky"]) if data.get("ky") else _year_of(data, tree),
        danh_so=given_numbers or kind.danh_so,
        ten_chi_tieu=trinh_bay.get("ten_chi_tieu"),
        kinh_gui=tuple(_bare(name) for name in data.get("kinh_gui") or ()),
        so_lieu=tuple(_figure(name, value, item) for name, value, item in named(data.get("so_lieu"), tree, "so_lieu")),
        van_ban_ban_hanh=tuple(
            build_cited(value, node.place)
            for value, node in listed(data.get("van_ban_ban_hanh"), tree, "van_ban_ban_hanh")
        ),
        chi_tieu=tuple(
            _results(value, node, bo)
            for (value, node), bo in zip(listed(data.get("chi_tieu"), tree, "chi_tieu"), catalogues, strict=True)
        ),
        noi_dung=build_blocks(data, tree, "noi_dung"),
        kien_nghi=tuple(data.get("kien_nghi") or ()),
        ket_thuc=_without_mark(data["ket_thuc"], _CLOSING_MARK) if data.get("ket_thuc") else None,
        noi_nhan=tuple(map(_recipient, data["noi_nhan"])),
        nguoi_ky=NguoiKy(**given(data["nguoi_ky"])),
        phu_luc=tuple(_annex(value, node, of_annexes) for value, node in listed(data.get("phu_luc"), tree, "phu_luc")),
        can_cu=tuple(_without_mark(each, _LIST_MARK) for each in data.get("can_cu") or ()),
        kind=kind,
        theo_ky=bool(data.get("ky")),
        places={
            path: place
            for key in ("don_vi", "van_ban", "kinh_gui", "noi_nhan", "nguoi_ky")
            if key in tree.items
            for path, place in word_places(tree.items[key].node, key)
        },
    )


def build_cited(data: Plain, place: DataPlace) -> VanBanBanHanh:
    """A document named in the data; its kind is told by its symbol where the data does not."""
    so: SoKyHieu = data["so"]
    loai = data.get("loai") or ten_loai(so) or "Công văn"
    facts = {**given(data), "loai": loai, "cot_them": given(data.get("cot_them") or {})}
    return VanBanBanHanh(place=place, **facts)


def _period(data: Plain, item: Item) -> Ky:
    fields = given(data)
    if "truoc" in fields:
        fields["truoc"] = _period(fields["truoc"], _within(item, "truoc"))
    return Ky(place=item.key_place, **fields)


def _year_of(data: Plain, tree: Mapping) -> Ky:
    """The period of a document that has none: the year of its date."""
    return Ky(data["van_ban"]["ngay"].year, tree.items["van_ban"].key_place)


def _figure(name: str, data: Plain, item: Item) -> SoLieu:
    fields = given(data)
    for key in _COMPARED & fields.keys():
        fields[key] = _figure(name, fields[key], _within(item, key))
    return SoLieu(ten=name, place=item.key_place, de_ngo=_has_open(item), **fields)


def _within(item: Item, key: str) -> Item:
    assert isinstance(item.node, Mapping)
    return item.node.items[key]


def _has_open(item: Item) -> bool:
    held = item.node.items.values() if isinstance(item.node, Mapping) else ()
    return any(isinstance(each.node, Scalar) and each.node.is_open for each in held)


def _results(data: Plain, node: Node, bo: BoChiTieu) -> KetQuaBo:
    return KetQuaBo(
        bo,
        tuple(_result(ma, value, item) for ma, value, item in named(data["ket_qua"], node, "ket_qua")),
        node.place,
        tuple(KhongBaoCao(ma, below.place) for ma, below in listed(data.get("khong_bao_cao"), node, "khong_bao_cao")),
        tuple(
            ONhom(ma, column, words)
            for ma, cells in (data.get("nhom") or {}).items()
            for column, words in given(cells or {}).items()
        ),
    )


def _result(ma: str, data: Plain, item: Item) -> KetQua:
    fields = given(data)
    figure = fields.pop("gia_tri", None)
    if figure is not None:
        fields |= {"gia_tri": figure.gia_tri, "phan_tram": figure.phan_tram}
    for key in _COMPARED & fields.keys():
        fields[key] = _result(ma, fields[key], _within(item, key))
    if "cot_them" in fields:
        fields["cot_them"] = given(fields["cot_them"])
    return KetQua(ma=ma, place=item.key_place, de_ngo=_has_open(item), **fields)


def _annex(data: Plain, node: Node, danh_so: tuple[str, ...]) -> PhuLuc:
    held = build_blocks(data, node, "noi_dung") if data.get("noi_dung") else (build_table(data, node),)
    issued = data.get("ban_hanh")
    return PhuLuc(
        tieu_de=data["tieu_de"],
        kho=data.get("kho") or (KHO_BAN_HANH if issued else KHO),
        noi_dung=held,
        place=node.place,
        danh_so=tuple(data.get("danh_so") or (_numbering_of_issued(held) if issued else danh_so)),
        ma=data.get("ma"),
        ban_hanh=issued,
    )


def _numbering_of_issued(held: Sequence[Khoi]) -> tuple[str, ...]:
    """Chapters of articles, or articles alone where they stand outermost."""
    return _ARTICLES if any(isinstance(block, Dieu) for block in held) else (CHUONG_MARKER, *_ARTICLES)


def _recipient(data: Plain) -> NoiNhan:
    if data.get("gom") is not None:
        # The template sets the brackets.
        return NoiNhan(data["chu_thich"].strip("() "), gom=tuple(map(_bare, data["gom"])))
    if data.get("luu") is not None:
        return NoiNhan(_bare(data["luu"]), luu=True)
    return NoiNhan(_bare(data["ten"]), dong_duoi=data.get("dong_duoi"))


def _bare(name: str) -> str:
    """An addressee or recipient without the mark after it: the program sets the marks."""
    return _LIST_MARK.sub("", name.rstrip()).rstrip()


def _without_mark(text: Text, mark: re.Pattern[str]) -> Text:
    return Text(mark.sub("", text.raw.rstrip()).rstrip(), text.place, text.first_line)
