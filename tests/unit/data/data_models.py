"""Models made by hand, for the tests of what is computed from them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from generator.data.model import BaoCao, DonVi, KetQua, KetQuaBo, Ky, NguoiKy, SoLieu, VanBan
from generator.data.model_catalogue import BoChiTieu, ChiTieu, MucTieu, NhomChiTieu
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_text import Text
from generator.decree.symbols import parse_symbol, ten_loai
from generator.findings import DataPlace
from generator.vn.dates import parse_date

PLACE = DataPlace("xa.yaml", 1, 1)


def text(raw: str, line: int = 1, first_line: int | None = None) -> Text:
    """A text that starts on a line; its words start there too, or further down for a block scalar."""
    return Text(raw, DataPlace("xa.yaml", line, 5, "noi_dung"), line if first_line is None else first_line)


def muc_tieu(words: str, **more: Any) -> MucTieu:
    """A target: "70%" and "50" are numbers, all else words."""
    number = words.removesuffix("%").replace(",", ".")
    if number and all(part.isdigit() for part in number.split(".")):
        return MucTieu(words, Decimal(number), words.endswith("%"))
    return MucTieu(words, **more)


def chi_tieu(target: str = "70%", ma: str = "1.1", **more: Any) -> ChiTieu:
    """An indicator with that target."""
    return ChiTieu(ma, f"Chỉ tiêu {ma}", "Yêu cầu", "%", muc_tieu(target), **more)


def ket_qua(ma: str = "1.1", **more: Any) -> KetQua:
    """A result; numbers are given as text."""
    numbers: dict[str, Any] = {key: Decimal(more[key]) for key in ("tu", "mau", "gia_tri", "ty_le") if key in more}
    return KetQua(ma, PLACE, **(more | numbers))


def so_lieu(ten: str, **more: Any) -> SoLieu:
    """A figure; numbers are given as text."""
    numbers: dict[str, Any] = {key: Decimal(more[key]) for key in ("tu", "mau", "gia_tri", "ty_le") if key in more}
    return SoLieu(ten, PLACE, **(more | numbers))


def van_ban(so: str, ngay: str = "13/5/2022", **more: Any) -> VanBanBanHanh:
    """A document of the list."""
    symbol = parse_symbol(so)
    facts: dict[str, Any] = {"loai": ten_loai(symbol) or "Công văn", "trich_yeu": text("về việc thành lập tổ")} | more
    return VanBanBanHanh(symbol, ngay=parse_date(ngay), place=PLACE, **facts)


def bo_chi_tieu(*groups: NhomChiTieu, ma: str = "bo") -> BoChiTieu:
    """A catalogue of those groups."""
    return BoChiTieu(ma, "Bộ chỉ tiêu", van_ban("1829/QĐ-UBND"), groups)


def ket_qua_bo(bo: BoChiTieu, *results: KetQua, **more: Any) -> KetQuaBo:
    """What a unit reports for a catalogue."""
    return KetQuaBo(bo, results, PLACE, **more)


def nhom(*indicators: ChiTieu, ma: str = "chinh_quyen_so", ten: str = "Chính quyền số") -> NhomChiTieu:
    """A group of those indicators."""
    return NhomChiTieu(ma, "1", ten, indicators)


def bao_cao(**fields: Any) -> BaoCao:
    """The smallest report, with other fields."""
    smallest = BaoCao(
        file="xa.yaml",
        mau="bao_cao",
        don_vi=DonVi("Ủy ban nhân dân xã Hoàng Kim", "UBND xã Hoàng Kim", "Hoàng Kim", "UBND", "UBND huyện Hoàng Hóa"),
        van_ban=VanBan("BC", parse_date("12/2023"), text("Kết quả")),
        ky=Ky(nam=2023, place=PLACE, chot_den=parse_date("30/11/2023")),
        danh_so=("I.", "1.", "a)"),
        ten_chi_tieu=None,
        kinh_gui=(),
        so_lieu=(),
        van_ban_ban_hanh=(),
        chi_tieu=(),
        noi_dung=(),
        kien_nghi=(),
        ket_thuc=text("Trên đây là báo cáo"),
        noi_nhan=(),
        nguoi_ky=NguoiKy("Chủ tịch", "Lê Quang Thành"),
        phu_luc=(),
    )
    return replace(smallest, **fields)
