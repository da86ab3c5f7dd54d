"""Annexes: their heading and the blocks that they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_kind import CotMau
from generator.decree.components import COMPONENTS
from generator.decree.uy_ban import in_full, in_short
from generator.decree.wording import KEM_THEO, annex_name
from generator.findings import Place
from generator.jobs.view.body import annex_blocks
from generator.jobs.view.head import FIRST_LINE, DonViIn, short_rule, unit
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.prose import title
from generator.jobs.view.tables import Columns, Tables
from generator.jobs.view.told import Told, Untold
from generator.vn.dates import long_date
from generator.word.drawings import DrawnLine
from generator.word.geometry import Geometry
from generator.word.metrics import text_width
from generator.word.runs import Runs

_FIRST_HEAD_LINE = 5001  # of the heads of annexes, beyond all other drawn lines


class BanHanhIn(Struct, frozen=True):
    """The head of a document that stands in place of an annex: it has no place and no date of its own.

    ``cho`` is where the name of its body stands in the data.
    """

    don_vi: Annotated[DonViIn, Told("Cơ quan ban hành, in lại ở đầu văn bản kèm theo", without=("dia_danh",))]
    ke_tieu_ngu: Annotated[DrawnLine, Told("Đường kẻ dưới Tiêu ngữ của văn bản kèm theo")]
    cho: Annotated[Place | None, Untold] = None


class PhuLucIn(Struct, frozen=True):
    """An annex; ``kem_theo`` as the data names the body, with the committee spelled out, and shortened.

    ``cho`` is where its title stands in the data.
    """

    ten: Annotated[str, Told("Từ «Phụ lục» và số của nó; của văn bản ban hành kèm theo là tên loại", "Phụ lục I")]
    tieu_de: Annotated[
        Runs, Told("Tiêu đề của phụ lục; của văn bản ban hành kèm theo là trích yếu", "Kết quả thực hiện các chỉ tiêu")
    ]
    kem_theo: Annotated[
        str, Told("Câu kèm theo văn bản nào", "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2024…)")
    ]
    ke: Annotated[DrawnLine, Told("Đường kẻ dưới câu kèm theo, dài theo chữ")]
    kho: Annotated[str, Told("Khổ giấy: doc hoặc ngang", "ngang", steers=True)]
    noi_dung: Annotated[tuple[KhoiIn, ...], Told("Các khối của phụ lục")]
    cho: Annotated[Place | None, Untold] = None
    ban_hanh: Annotated[
        BanHanhIn | None,
        Told("Đầu trang của văn bản ban hành kèm theo, phụ lục thì không có", steers=True, part="phu_luc.ban_hanh"),
    ] = None

    @property
    def kem_theo_day_du(
        self,
    ) -> Annotated[str, Told("Câu kèm theo, viết «Ủy ban nhân dân» cho đủ", form_of="kem_theo")]:
        return in_full(self.kem_theo)

    @property
    def kem_theo_viet_tat(self) -> Annotated[str, Told("Câu kèm theo, viết tắt «UBND»", form_of="kem_theo")]:
        return in_short(self.kem_theo)


def _attached_to(report: BaoCao) -> str:
    """ "(Kèm theo Báo cáo số … ngày … của …)", with room for number and day while they are open."""
    number = f"{report.van_ban.so:02d}" if report.van_ban.so else "     "
    symbol = "-".join(filter(None, (report.van_ban.loai, report.noi_ky_hieu)))
    date = long_date(report.van_ban.ngay)
    return f"({KEM_THEO} {report.ten_loai} số {number}/{symbol} {date} của {report.don_vi.viet_tat})"


def annexes(
    report: BaoCao, groups: tuple[NhomDanhGia, ...], known: Mapping[str, CotMau], geometry: Geometry
) -> list[PhuLucIn]:
    """Every annex; numbered in Roman from two on (Phụ lục I, phần I, mục III.1.a), documents of their own apart."""
    attached = _attached_to(report)
    numbered = report.phu_luc_rieng
    found = []
    for number, annex in enumerate(report.phu_luc, start=1):
        width = geometry.text_width(annex.kho)
        line = min(width, text_width(attached, COMPONENTS["phu_luc_kem_theo"].sizes.high))
        tables = Tables(report, groups, Columns(known, geometry.table_width(annex.kho, annex=True), width))
        found.append(
            PhuLucIn(
                annex.ban_hanh or annex_name(numbered.index(annex) + 1, len(numbered)),
                title(annex.tieu_de),
                attached,
                short_rule("phu_luc_kem_theo", line, FIRST_LINE + 1 + number),
                annex.kho,
                tuple(annex_blocks(report, groups, tables, annex)),
                annex.tieu_de.place_of_line(0),
                _own_head(report, geometry, number) if annex.ban_hanh else None,
            )
        )
    return found


def _own_head(report: BaoCao, geometry: Geometry, number: int) -> BanHanhIn:
    """The head of a document that stands in place of an annex, with drawn lines of its own."""
    first = _FIRST_HEAD_LINE + 2 * number
    body = unit(report, geometry)
    rule, motto_rule = replace(body.ke, number=first), DrawnLine(geometry.motto_rule, first + 1)
    return BanHanhIn(replace(body, ke=rule, dia_danh=""), motto_rule, report.places.get("don_vi.ten"))
