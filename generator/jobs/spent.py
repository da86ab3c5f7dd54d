"""How long something took, as it is told."""

from __future__ import annotations

from decimal import Decimal

from generator.vn.numbers import format_number


def seconds_told(seconds: float) -> str:
    """The seconds as they are printed: "0,37"."""
    return format_number(Decimal(round(seconds * 100)) / 100, 2)
