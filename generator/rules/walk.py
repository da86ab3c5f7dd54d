"""Walking through a report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, KetQua, SoLieu
from generator.data.model_blocks import Bang, BieuDo, Dieu, Khoi, Muc, ThuyetMinhChiTieu


def blocks(report: BaoCao) -> Iterator[Khoi]:
    """Every block of the body and of the annexes, in the order of the file."""
    yield from _below(report.noi_dung)
    for annex in report.phu_luc:
        yield from _below(annex.noi_dung)


def _below(items: tuple[Khoi, ...]) -> Iterator[Khoi]:
    for item in items:
        yield item
        if isinstance(item, Muc | Dieu):
            yield from _below(item.gom)


def groups_of(block: Bang | BieuDo | ThuyetMinhChiTieu, groups: tuple[NhomDanhGia, ...]) -> list[NhomDanhGia]:
    """The groups that a block may choose from: those of the catalogue that it names, else of all."""
    return [group for group in groups if block.bo in (None, group.bo)]


def chosen_groups(block: BieuDo, groups: tuple[NhomDanhGia, ...]) -> list[NhomDanhGia]:
    """The groups that a chart shows."""
    return [group for group in groups_of(block, groups) if not block.nhom or group.nhom.ma in block.nhom]


def fractions(report: BaoCao) -> Iterator[SoLieu | KetQua]:
    """Every figure of the report that is a numerator over a denominator, those of last period among them."""
    before = tuple(result.ky_truoc for result in report.ket_qua if result.ky_truoc)
    figures: tuple[SoLieu | KetQua, ...] = (*report.so_lieu, *report.ket_qua, *before)
    for figure in figures:
        if figure.tu is not None and figure.mau is not None:
            yield figure


def columns_given(report: BaoCao, table: Bang) -> frozenset[str]:
    """Names of the columns that the data, or the catalogues, hold words for beside those that the program fills."""
    if table.bang == "van_ban_ban_hanh":
        return frozenset(name for document in report.van_ban_ban_hanh for name in document.cot_them)
    parts = [part for part in report.chi_tieu if table.bo in (None, part.bo.ma)]
    of_catalogues = {name for part in parts for group in part.bo.nhom for ct in group.chi_tieu for name in ct.cot_them}
    of_results = {name for part in parts for result in part.ket_qua for name in result.cot_them}
    return frozenset(of_catalogues | of_results | {cell.cot for part in parts for cell in part.o_nhom})


def has_result(result: KetQua | None) -> bool:
    """Whether the unit reports anything for an indicator, be it a verdict only, or that it will."""
    if result is None or result.de_ngo:
        return result is not None
    said = (result.tu, result.gia_tri, result.chu, result.ty_le, result.danh_gia)
    return any(part is not None for part in said)
