"""The smallest data file, and how the tests of this folder name places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.data.model import BaoCao
from generator.findings import DataPlace, Finding

ROOT = Path(__file__).parents[3]
CATALOGUES = ROOT / "templates" / "chi_tieu"

REPORT = """\
mau: bao_cao
don_vi:
  ten: Ủy ban nhân dân xã Hoàng Kim
  viet_tat: UBND xã Hoàng Kim
  dia_danh: Hoàng Kim
  ky_hieu: UBND
van_ban:
  loai: BC
  ngay: 12/2023
  trich_yeu: Kết quả chuyển đổi số
ky: {nam: 2023}
noi_dung:
  - Một đoạn văn.
ket_thuc: Trên đây là báo cáo
noi_nhan:
  - luu: VT
nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Lê Quang Thành}
"""
"""17 lines; what a test adds starts on line 18."""

Loaded = tuple[BaoCao | None, list[Finding]]
Load = Callable[[str], Loaded]


def where(finding: Finding) -> str:
    """The place of a finding as "line:column path"."""
    place = finding.place
    assert isinstance(place, DataPlace)
    return f"{place.line}:{place.column} {place.path}".rstrip()
