"""Sizes that go together in one document, and what the specimens choose where the decree leaves a choice."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct

from generator.decree.facts import Source, law, specimen
from generator.decree.page import Side


class SizeSet(Struct, frozen=True):
    """Sizes of Quốc hiệu, Tiêu ngữ and the line of place and date in one document, in pt."""

    quoc_hieu: Decimal
    tieu_ngu: Decimal
    dia_danh: Decimal
    source: Source


_FOOTNOTE = "Phụ lục I, phần I, mục V, chú thích 1"

SIZES_AGREE = law(_FOOTNOTE)
"""The law itself: within one document sizes go up and down together."""

SIZE_SETS: tuple[SizeSet, ...] = (
    SizeSet(Decimal(12), Decimal(13), Decimal(13), specimen(_FOOTNOTE)),
    SizeSet(Decimal(13), Decimal(14), Decimal(14), specimen(_FOOTNOTE)),
)
"""The sets that the footnote names, as examples ("ví dụ"): mẫu 1.5 itself is set 12/14/14."""


def discord(quoc_hieu: Decimal, tieu_ngu: Decimal, dia_danh: Decimal) -> Source | None:
    """What sizes that do not go together are at odds with: the law, or its examples alone; None where they agree.

    Each size is inside its own range: a Quốc hiệu as large as a line below it went up where that one went down.
    """
    if (quoc_hieu, tieu_ngu, dia_danh) in ((each.quoc_hieu, each.tieu_ngu, each.dia_danh) for each in SIZE_SETS):
        return None
    return SIZES_AGREE if quoc_hieu >= min(tieu_ngu, dia_danh) else SIZE_SETS[0].source


class Specimen(Struct, frozen=True, kw_only=True):
    """How the specimens of Phụ lục III are set: lengths in mm, sizes and spacing in pt, tables in twips.

    ``sizes`` holds one size for every component, by its id.  Where specimens differ it is what most of them
    have: the signer's office is 14 everywhere but in mẫu 1.4 (13).
    ``header_table`` and ``closing_table`` are the widths of the two columns in mẫu 1.4.
    """

    sizes: Mapping[str, Decimal]
    first_line: Decimal
    space_before: Decimal
    line_spacing: Decimal
    margins: Mapping[Side, Decimal]
    header_distance: Decimal
    different_first_page: bool
    header_table: tuple[int, int]
    closing_table: tuple[int, int]
    source: Source
    kinh_gui_indent: Decimal
    addressee_indent: Decimal
    kinh_gui_source: Source


SPECIMEN = Specimen(
    sizes=MappingProxyType(
        {
            "quoc_hieu": Decimal(13),
            "tieu_ngu": Decimal(14),
            "co_quan_chu_quan": Decimal(13),
            "co_quan_ban_hanh": Decimal(13),
            "so_ky_hieu": Decimal(13),
            "dia_danh_thoi_gian": Decimal(14),
            "ten_loai": Decimal(14),
            "trich_yeu": Decimal(14),
            "trich_yeu_cong_van": Decimal(12),
            "kinh_gui": Decimal(14),
            "can_cu": Decimal(14),
            "noi_dung": Decimal(14),
            "phan_chuong": Decimal(14),
            "tieu_de_phan_chuong": Decimal(14),
            "muc_tieu_muc": Decimal(14),
            "tieu_de_muc_tieu_muc": Decimal(14),
            "dieu": Decimal(14),
            "muc": Decimal(14),
            "khoan": Decimal(14),
            "khoan_co_tieu_de": Decimal(14),
            "diem": Decimal(14),
            "quyen_han_chuc_vu": Decimal(14),
            "ho_ten": Decimal(14),
            "chuc_vu_khac": Decimal(14),
            "noi_nhan_tu": Decimal(12),
            "noi_nhan_danh_sach": Decimal(11),
            "phu_luc_tu": Decimal(14),
            "phu_luc_tieu_de": Decimal(14),
            "phu_luc_kem_theo": Decimal(13),
            "so_trang": Decimal(14),
        }
    ),
    first_line=Decimal(10),
    space_before=Decimal(6),
    line_spacing=Decimal(1),
    margins=MappingProxyType(
        {
            Side.TOP: Decimal(25),
            Side.BOTTOM: Decimal(20),
            Side.LEFT: Decimal(35),
            Side.RIGHT: Decimal(20),
        }
    ),
    header_distance=Decimal(10),
    different_first_page=True,
    header_table=(3829, 5670),
    closing_table=(2994, 6290),
    source=specimen("Phụ lục III, mẫu 1.4"),
    kinh_gui_indent=Decimal(35),
    addressee_indent=Decimal(45),
    kinh_gui_source=specimen("Phụ lục III, mẫu 1.5"),
)
