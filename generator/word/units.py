"""Units of WordprocessingML and DrawingML."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

TWIPS_PER_POINT = 20
EMU_PER_TWIP = 635


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def twips_from_mm(mm: Decimal | int) -> int:
    """Millimetres to twentieths of a point (ECMA-376 part 1, 22.9.2.14)."""
    return _whole(Decimal(mm) * 1440 / Decimal("25.4"))


def mm_from_twips(twips: int) -> Decimal:
    """Twentieths of a point to millimetres."""
    return Decimal(twips) * Decimal("25.4") / 1440


def twips_from_pt(pt: Decimal | int) -> int:
    """Points to twentieths of a point."""
    return _whole(Decimal(pt) * TWIPS_PER_POINT)


def half_points(pt: Decimal | int) -> int:
    """Points to half-points, the unit of ``w:sz`` (ECMA-376 part 1, 17.3.2.38)."""
    return _whole(Decimal(pt) * 2)
