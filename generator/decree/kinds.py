"""The kinds of administrative documents and their abbreviations (Điều 7; Phụ lục III, mục I)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.decree.facts import law
from generator.vn.text import nfc, squeeze


class LoaiVanBan(Struct, frozen=True):
    """A kind of document: its name, and its abbreviation in symbols (None for công văn and thư công)."""

    ky_hieu: str | None
    ten: str


KINDS_SOURCE = law("Phụ lục III, mục I")
WITHOUT_SYMBOL_SOURCE = law("Điều 7; Phụ lục I, phần I, mục II.3.b")

CONG_VAN = LoaiVanBan(None, "Công văn")
THU_CONG = LoaiVanBan(None, "Thư công")

KINDS: tuple[LoaiVanBan, ...] = (
    LoaiVanBan("NQ", "Nghị quyết"),
    LoaiVanBan("QĐ", "Quyết định"),
    LoaiVanBan("CT", "Chỉ thị"),
    LoaiVanBan("QC", "Quy chế"),
    LoaiVanBan("QyĐ", "Quy định"),
    LoaiVanBan("TC", "Thông cáo"),
    LoaiVanBan("TB", "Thông báo"),
    LoaiVanBan("HD", "Hướng dẫn"),
    LoaiVanBan("CTr", "Chương trình"),
    LoaiVanBan("KH", "Kế hoạch"),
    LoaiVanBan("PA", "Phương án"),
    LoaiVanBan("ĐA", "Đề án"),
    LoaiVanBan("DA", "Dự án"),
    LoaiVanBan("BC", "Báo cáo"),
    LoaiVanBan("BB", "Biên bản"),
    LoaiVanBan("TTr", "Tờ trình"),
    LoaiVanBan("HĐ", "Hợp đồng"),
    LoaiVanBan("CĐ", "Công điện"),
    LoaiVanBan("BGN", "Bản ghi nhớ"),
    LoaiVanBan("BTT", "Bản thỏa thuận"),
    LoaiVanBan("GUQ", "Giấy ủy quyền"),
    LoaiVanBan("GM", "Giấy mời"),
    LoaiVanBan("GGT", "Giấy giới thiệu"),
    LoaiVanBan("GNP", "Giấy nghỉ phép"),
    LoaiVanBan("PG", "Phiếu gửi"),
    LoaiVanBan("PC", "Phiếu chuyển"),
    LoaiVanBan("PB", "Phiếu báo"),
    CONG_VAN,
    THU_CONG,
)
"""In the order of the decree's table; the two without an abbreviation last."""

COPIES: tuple[LoaiVanBan, ...] = (
    LoaiVanBan("SY", "Bản sao y"),
    LoaiVanBan("TrS", "Bản trích sao"),
    LoaiVanBan("SL", "Bản sao lục"),
)
"""The kinds of copies of a document."""

_BY_SYMBOL: Mapping[str, LoaiVanBan] = MappingProxyType(
    {kind.ky_hieu: kind for kind in (*KINDS, *COPIES) if kind.ky_hieu is not None}
)


def _key(ten: str) -> str:
    """Case, blanks and both spellings of the tone (uỷ/ủy, thoả/thỏa) count as one."""
    return squeeze(nfc(ten)).casefold().replace("uỷ", "ủy").replace("oả", "ỏa")


_BY_NAME: Mapping[str, LoaiVanBan] = MappingProxyType({_key(kind.ten): kind for kind in (*KINDS, *COPIES)})


def by_symbol(ky_hieu: str) -> LoaiVanBan | None:
    """The kind, or kind of copy, of that abbreviation, spelled exactly so (``QyĐ``, ``TTr``)."""
    return _BY_SYMBOL.get(ky_hieu)


def by_name(ten: str) -> LoaiVanBan | None:
    """The kind, or kind of copy, of that name; capitals do not matter."""
    return _BY_NAME.get(_key(ten))
