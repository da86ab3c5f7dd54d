"""A kind of document as its folder describes it: what its head has, which parts it must and may have, its numbering."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct, field

from generator.data.model_blocks import DIEU_MARKER

BAT_BUOC, DUOC, KHONG = "bat_buoc", "duoc", "khong"
DUOI_TEN_LOAI, V_V = "duoi_ten_loai", "v_v"

BY_SECTIONS = ("I.", "1.", "a)")
"""How headings are numbered where nothing else is said."""

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "ky": BAT_BUOC,
        "kinh_gui": DUOC,
        "can_cu": KHONG,
        "van_ban.tham_quyen": KHONG,
        "ket_thuc": BAT_BUOC,
        "phu_luc": DUOC,
        "phu_luc.ban_hanh": KHONG,
    }
)
"""The parts of a data file that a kind decides on, by path, each with what holds where its description is silent."""


class CotMau(Struct, frozen=True):
    """What a column of an annex table is by default: heading, width in mm, ``giua`` or ``trai``."""

    tieu_de: str
    rong: Decimal
    can: str


class MoTa(Struct, frozen=True):
    """A kind of document: its name, what it is for, and how it differs from others.

    ``ky_hieu`` is its abbreviation in symbols, None where the data file tells it, or where symbols have none.
    ``trich_yeu`` is where the subject stands: under the kind's line, or after «V/v» under the number.
    ``phan`` tells of each of ``PARTS`` whether a document must have it, may have it or has none.
    ``menh_lenh`` are the words that stand between grounds and content; ``danh_so`` numbers the headings of the body;
    ``phai_co`` are the beginnings of lines that the body must have.
    """

    ten: str = ""
    mo_ta: str = ""
    cot: Mapping[str, CotMau] = field(default_factory=dict)
    ky_hieu: str | None = None
    trich_yeu: str = DUOI_TEN_LOAI
    phan: Mapping[str, str] = field(default_factory=lambda: dict(PARTS))
    menh_lenh: str = ""
    danh_so: tuple[str, ...] = BY_SECTIONS
    phai_co: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the kind stands in a line of its own, above the subject."""
        return self.trich_yeu == DUOI_TEN_LOAI

    @property
    def required(self) -> tuple[str, ...]:
        """The paths of what a data file of the kind must have, beside what every data file must have."""
        parts = [path for path, said in self.phan.items() if said == BAT_BUOC]
        if not self.is_named:
            return (*parts, "van_ban.don_vi_soan")
        return tuple(parts) if self.ky_hieu else (*parts, "van_ban.loai")

    @property
    def without(self) -> tuple[str, ...]:
        """The paths of what a data file of the kind has no place for."""
        parts = [path for path, said in self.phan.items() if said == KHONG]
        return (*parts, "van_ban.don_vi_soan" if self.is_named else "van_ban.loai")

    @property
    def lacking(self) -> frozenset[str]:
        """The parts of a document that a template of the kind need not print."""
        parts = {path for path, said in self.phan.items() if said == KHONG}
        parts |= set() if self.is_named else {"ten_loai"}
        parts |= set() if self.menh_lenh else {"menh_lenh"}
        return frozenset(parts if DIEU_MARKER in self.danh_so else {*parts, "dieu"})
