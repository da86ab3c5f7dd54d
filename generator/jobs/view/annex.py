"""Annexes: their heading and the blocks that they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.data.derive import NhomDanhGia
from generator.data.kind import CotMau
from generator.data.model import BaoCao
from generator.decree.components import COMPONENTS
from generator.decree.kinds import by_symbol
from generator.decree.uy_ban import in_full, in_short
from generator.decree.wording import KEM_THEO, annex_name
from generator.jobs.view.body import Blocks
from generator.jobs.view.head import FIRST_LINE, short_rule
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.prose import title
from generator.jobs.view.tables import Columns, Tables
from generator.vn.dates import long_date
from generator.word.drawings import DrawnLine
from generator.word.geometry import Geometry
from generator.word.metrics import text_width
from generator.word.runs import Runs


@dataclass(frozen=True)
class PhuLucIn:
    """An annex; ``kem_theo`` as the data names the body, with the committee spelled out, and shortened."""

    ten: str
    tieu_de: Runs
    kem_theo: str
    ke: DrawnLine
    kho: str
    noi_dung: tuple[KhoiIn, ...]

    @property
    def kem_theo_day_du(self) -> str:
        return in_full(self.kem_theo)

    @property
    def kem_theo_viet_tat(self) -> str:
        return in_short(self.kem_theo)


def _attached_to(report: BaoCao) -> str:
    """ "(Kèm theo Báo cáo số … ngày … của …)", with room for number and day while they are open."""
    kind = by_symbol(report.van_ban.loai)
    number = f"{report.van_ban.so:02d}" if report.van_ban.so else "     "
    symbol = f"số {number}/{report.van_ban.loai}-{report.don_vi.ky_hieu}"
    name = kind.ten if kind else "Văn bản"
    return f"({KEM_THEO} {name} {symbol} {long_date(report.van_ban.ngay)} của {report.don_vi.viet_tat})"


def annexes(
    report: BaoCao, groups: tuple[NhomDanhGia, ...], known: Mapping[str, CotMau], geometry: Geometry
) -> list[PhuLucIn]:
    """Every annex; numbered in Roman from two on (Phụ lục I, phần I, mục III.1.a)."""
    attached = _attached_to(report)
    found = []
    for number, annex in enumerate(report.phu_luc, start=1):
        width = geometry.text_width(annex.kho)
        line = min(width, text_width(attached, COMPONENTS["phu_luc_kem_theo"].sizes.high))
        tables = Tables(report, groups, Columns(known, width))
        found.append(
            PhuLucIn(
                annex_name(number, len(report.phu_luc)),
                title(annex.tieu_de),
                attached,
                short_rule("phu_luc_kem_theo", line, FIRST_LINE + 1 + number),
                annex.kho,
                tuple(Blocks(report, groups, tables, annex.danh_so).below(annex.noi_dung)),
            )
        )
    return found
