"""A report whose tables have everything that a table can show, and how tables are read."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.data.model_kind import CotMau
from generator.data.model_text import Text
from generator.findings import DataPlace
from generator.jobs.view.printed import BangIn, HangIn, OIn

UPRIGHT, ACROSS = 9071, 14003
PLACE = DataPlace("xa.yaml", 1, 1)
SHOWN_FORMULA = "Tỷ lệ = (Số thôn có mạng) / (Tổng số thôn) × 100%"
KNOWN = {
    name: CotMau(name.upper(), Decimal(width), side)
    for name, width, side in (
        ("tt", 10, "giua"),
        ("ten", 70, "trai"),
        ("don_vi_tinh", 20, "giua"),
        ("chi_tieu", 20, "giua"),
        ("ket_qua", 30, "giua"),
        ("danh_gia", 30, "giua"),
        ("minh_chung", 40, "trai"),
        ("ghi_chu", 20, "trai"),
        ("trich_yeu", 80, "trai"),
        ("so", 30, "giua"),
    )
}
CATALOGUE = """
ten: Bộ đủ mọi thứ
can_cu: {so: 100/KH-BCĐ, ngay: 26/4/2023, trich_yeu: về chuyển đổi số}
nhom:
  - ma: chinh_quyen_so
    so: "I"
    ten: Chính quyền số
    chi_tieu:
      - {ma: "1.1", so: "1", ten: Kế hoạch chuyển đổi số, don_vi_tinh: Văn bản, muc_tieu: Có}
      - ma: "1.2"
        so: "2"
        ten: Thôn có mạng
        don_vi_tinh: "%"
        muc_tieu: 80%
        ghi_chu: |
          - Theo Kế hoạch số 100
          - Không tính thôn mới
        cong_thuc: {ghi: "Công thức:", tu: Số thôn có mạng, mau: Tổng số thôn}
        cot_them: {co_quan_bao_cao: Sở A, kho_khan: theo bộ}
      - {ma: "1.2b", so: "", ten: Trong đó ở vùng cao}
  - ma: ha_tang_so
    so: "II"
    ten: Hạ tầng số
    chi_tieu:
      - ma: "2.1"
        ten: Điểm phát sóng
        don_vi_tinh: Điểm
        muc_tieu: "10"
        cong_thuc:
          - {ghi: "Cấp tỉnh:", ve_trai: Số điểm, tu: Số điểm phát, mau: Số thôn, nhan: 1.000}
          - {ghi: "Cấp xã:", tu: Số điểm phát của xã, mau: Số thôn của xã, nhan: 1.000}
"""
# A list, which takes the place of the smallest report's own results.
RESULTS = """
chi_tieu:
  - bo: bo-du
    nhom:
      ha_tang_so: {ghi_chu: "Nguồn: {{ don_vi.viet_tat }}", kho_khan: thiếu điện}
    ket_qua:
      "1.1": Có
      "1.2":
        tu: 7
        mau: 8
        lam_tron: 1
        ky_truoc: {tu: 3, mau: 4}
        minh_chung: "https://a\\nhttps://b"
        ghi_chu: số mới
        cot_them: {kho_khan: thiếu vốn}
      "1.2b":
      "2.1":
        chu: |
          - 10 điểm của xã
          - 4 điểm của doanh nghiệp
        ky_truoc: 9 điểm
"""
DOCUMENTS = """
van_ban_ban_hanh:
  - {so: 5/KH-BCĐ, ngay: 03/03/2023, trich_yeu: "về *chuyển đổi* số", co_quan: BCĐ tỉnh, nhom: cap_tren}
  - {so: 6/KH-UBND, ngay: 4 tháng 3 năm 2023, trich_yeu: của xã, cot_them: {nguoi_giu: Ông An}}
  - {so: 7/BC-UBND, ngay: 5/3/2023, trich_yeu: báo cáo quý I}
  - {so: 8/UBND-VP, ngay: 6/3/2023, trich_yeu: về tập huấn, loai: Công văn}
"""
TableOf = Callable[..., BangIn]


def typed(text: str) -> Text:
    return Text(text, PLACE, 1)


def words(cell: OIn) -> list[str]:
    return [str(line) for line in cell.dong]


def rows(table: BangIn) -> list[list[str]]:
    """The words of every cell, lines of one parted by " / "."""
    return [[" / ".join(words(cell)) for cell in row.o] for row in table.hang]


def plain_rows(table: BangIn) -> list[HangIn]:
    return [row for row in table.hang if not row.nhom]


def column(table: BangIn, index: int = 0) -> list[list[str]]:
    """The lines of a column's cells, groups left out."""
    return [words(row.o[index]) for row in plain_rows(table)]
