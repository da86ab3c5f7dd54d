"""A choice inside the decree's ranges: what a first template is built with."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from generator.decree.components import COMPONENTS
from generator.decree.page import BODY, MARGINS, Side
from generator.decree.sizes import SIZES_AGREE, discord


class Margins(Struct, frozen=True):
    """Millimetres from each edge of the paper."""

    top: Decimal = Decimal(20)
    bottom: Decimal = Decimal(20)
    left: Decimal = Decimal(30)
    right: Decimal = Decimal(20)

    def __post_init__(self) -> None:
        for side in Side:
            if getattr(self, side.name.lower()) not in MARGINS[side]:
                raise ValueError(f"margin {side.name} is outside the decree's range")


class Choice(Struct, frozen=True):
    """Sizes in points, lengths in millimetres.  Raises ``ValueError`` for what the decree does not allow.

    ``committee_in_full`` tells whether «Ủy ban nhân dân» is spelled out where it may be shortened (the superior body,
    the words on what an annex is attached to); None leaves it as the data has it.
    """

    margins: Margins = Margins()
    quoc_hieu: Decimal = Decimal(13)
    tieu_ngu: Decimal = Decimal(14)
    dia_danh_thoi_gian: Decimal = Decimal(14)
    noi_dung: Decimal = Decimal(14)
    indent: Decimal = Decimal(10)
    spacing_before: Decimal = Decimal(6)
    line_spacing: Decimal = Decimal(1)
    header: Decimal = Decimal(10)
    committee_in_full: bool | None = None

    def __post_init__(self) -> None:
        for component in ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian", "noi_dung"):
            if getattr(self, component) not in COMPONENTS[component].sizes:
                raise ValueError(f"size of {component} is outside the decree's range")
        if discord(self.quoc_hieu, self.tieu_ngu, self.dia_danh_thoi_gian) is SIZES_AGREE:
            raise ValueError("sizes of the head do not go together")
        if self.indent not in BODY.first_line_indents or self.spacing_before < BODY.paragraph_spacing:
            raise ValueError("indent or spacing of the body is outside the decree's range")
        if self.line_spacing not in BODY.line_spacing:
            raise ValueError("line spacing is outside the decree's range")
