"""Walking through a report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.model import BaoCao, KetQua, Khoi, Muc, SoLieu


def blocks(items: tuple[Khoi, ...], depth: int = 0) -> Iterator[tuple[Khoi, int]]:
    """Every block with the depth of the headings above it, in the order of the file."""
    for item in items:
        yield item, depth
        if isinstance(item, Muc):
            yield from blocks(item.gom, depth + 1)


def fractions(report: BaoCao) -> Iterator[SoLieu | KetQua]:
    """Every figure of the report that is a numerator over a denominator."""
    figures: tuple[SoLieu | KetQua, ...] = (*report.so_lieu, *report.ket_qua)
    for figure in figures:
        if figure.tu is not None and figure.mau is not None:
            yield figure
