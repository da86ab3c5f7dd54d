"""Everything that a template may print, by the names of its tags."""

from __future__ import annotations

from typing import Annotated, TypedDict

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.data.model_kind import MoTa
from generator.jobs.view import annex, body, head
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.tables import Columns, Tables
from generator.jobs.view.told import Told
from generator.word.geometry import Geometry
from generator.word.runs import Runs


class Context(TypedDict):
    """What stands behind each tag."""

    don_vi: Annotated[head.DonViIn, Told("Cơ quan ban hành")]
    van_ban: Annotated[head.VanBanIn, Told("Văn bản này")]
    kinh_gui: Annotated[
        list[head.NoiIn], Told("Những nơi kính gửi, có khi trống", without=("gom", "ngoac"), part="kinh_gui")
    ]
    can_cu: Annotated[list[head.CanCuIn], Told("Các căn cứ ban hành, có khi trống", part="can_cu")]
    noi_dung: Annotated[list[KhoiIn], Told("Các khối của thân văn bản, theo thứ tự")]
    ket_thuc: Annotated[
        Runs, Told("Câu kết, có khi trống; dấu «./.» là của mẫu", "Trên đây là báo cáo kết quả năm 2024")
    ]
    noi_nhan: Annotated[list[head.NoiIn], Told("Những nơi nhận, theo thứ tự")]
    nguoi_ky: Annotated[head.NguoiKyIn, Told("Người ký")]
    phu_luc: Annotated[list[annex.PhuLucIn], Told("Các phụ lục, có khi không có", part="phu_luc")]


def context(report: BaoCao, groups: tuple[NhomDanhGia, ...], kind: MoTa, geometry: Geometry) -> Context:
    """The context of a report whose texts are expanded and whose rules found no error."""
    tables = Tables(report, groups, Columns(kind.cot, geometry.table_width("doc"), geometry.text_width("doc")))
    return {
        "don_vi": head.unit(report, geometry),
        "van_ban": head.document(report, geometry),
        "kinh_gui": head.addressees(report),
        "can_cu": head.grounds(report),
        "noi_dung": body.body(report, groups, tables),
        "ket_thuc": body.closing(report),
        "noi_nhan": head.recipients(report, geometry),
        "nguoi_ky": head.signer(report.nguoi_ky),
        "phu_luc": annex.annexes(report, groups, kind.cot, geometry),
    }
