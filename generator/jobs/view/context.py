"""Everything that a template may print, by the names of its tags."""

from __future__ import annotations

from generator.data.derive import NhomDanhGia
from generator.data.kind import MoTa
from generator.data.model import BaoCao
from generator.jobs.view import annex, body, head
from generator.word.geometry import Geometry


def context(report: BaoCao, groups: tuple[NhomDanhGia, ...], kind: MoTa, geometry: Geometry) -> dict[str, object]:
    """The context of a report whose texts are expanded and whose rules found no error."""
    return {
        "don_vi": head.unit(report, geometry),
        "van_ban": head.document(report, geometry),
        "kinh_gui": head.addressees(report),
        "noi_dung": body.body(report, groups),
        "ket_thuc": body.closing(report),
        "noi_nhan": head.recipients(report),
        "nguoi_ky": head.signer(report.nguoi_ky),
        "phu_luc": annex.annexes(report, groups, kind.cot, geometry),
    }
