"""Everything that a template may print, by the names of its tags."""

from __future__ import annotations

from typing import TypedDict

from generator.data.derive import NhomDanhGia
from generator.data.kind import MoTa
from generator.data.model import BaoCao
from generator.jobs.view import annex, body, head
from generator.jobs.view.printed import KhoiIn
from generator.jobs.view.tables import Columns, Tables
from generator.word.geometry import Geometry
from generator.word.runs import Runs


class Context(TypedDict):
    """What stands behind each tag."""

    don_vi: head.DonViIn
    van_ban: head.VanBanIn
    kinh_gui: list[head.NoiIn]
    noi_dung: list[KhoiIn]
    ket_thuc: Runs
    noi_nhan: list[head.NoiIn]
    nguoi_ky: head.NguoiKyIn
    phu_luc: list[annex.PhuLucIn]


def context(report: BaoCao, groups: tuple[NhomDanhGia, ...], kind: MoTa, geometry: Geometry) -> Context:
    """The context of a report whose texts are expanded and whose rules found no error."""
    tables = Tables(report, groups, Columns(kind.cot, geometry.text_width("doc")))
    return {
        "don_vi": head.unit(report, geometry),
        "van_ban": head.document(report, geometry),
        "kinh_gui": head.addressees(report),
        "noi_dung": body.body(report, groups, tables),
        "ket_thuc": body.closing(report),
        "noi_nhan": head.recipients(report, geometry),
        "nguoi_ky": head.signer(report.nguoi_ky),
        "phu_luc": annex.annexes(report, groups, kind.cot, geometry),
    }
