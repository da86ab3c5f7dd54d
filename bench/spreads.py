"""How the tables of the benchmarks tell times and ratios: medians, with the quartiles in brackets."""

from __future__ import annotations

from statistics import quantiles


def spread(values: list[float], digits: int = 0) -> str:
    """The median and, in brackets, the quartiles."""
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def ratios(above: list[float], below: list[float]) -> str:
    """The spread of the ratio, each taken within one round."""
    return spread([one / other for one, other in zip(above, below, strict=True)], 2)
