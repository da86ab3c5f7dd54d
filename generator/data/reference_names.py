"""What ``{{ … }}`` may name, told in Vietnamese: for each name what it prints, for each filter what it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.data import names
from generator.data.markdown import table_of
from generator.sandbox import FILTERS


class TenGoi(Struct, frozen=True):
    """A name: how it is called, what it prints, and what stands behind a point after it.

    ``lop`` is the class of ``names`` that it gives; ``thuoc_tinh`` says what each public attribute of that is.
    """

    goi: str
    nghia: str
    lop: type | None = None
    thuoc_tinh: Mapping[str, str] = field(default_factory=dict)


_MOVED: Mapping[str, str] = {
    "tang_giam": "tăng, giảm so với kỳ trước: tăng 5,2 điểm %, giảm 12 hồ sơ, không đổi",
    "so_voi_ky_truoc": "như trên, kèm tên kỳ trước (ở `ky` › `truoc`): tăng 12 hồ sơ so với cùng kỳ năm 2023",
    "ty_le_tang_giam": "tăng, giảm bao nhiêu phần trăm so với kỳ trước, khi là số đếm: tăng 8,3%",
}
NAMES: tuple[TenGoi, ...] = (
    TenGoi(
        "so_lieu.may_tinh",
        "một con số ở `so_lieu`, theo tên của nó",
        names.TenSoLieu,
        {
            "gia_tri": "riêng con số",
            "don_vi": "riêng đơn vị",
            "day_du": "con số và đơn vị",
            "tu": "tử số",
            "mau": "mẫu số",
            "phan_so": "phân số",
            "ty_le": "tỷ lệ",
            **_MOVED,
        },
    ),
    TenGoi(
        "ct('1.6')",
        "kết quả của một chỉ tiêu, theo mã",
        names.TenChiTieu,
        {
            "ma": "mã",
            "ten": "tên chỉ tiêu",
            "chi_tieu": "mức phải đạt",
            "ket_qua": "kết quả",
            "day_du": "kết quả kèm phân số: 78/261 = 29,9%",
            "danh_gia": "đánh giá: Đạt, Không đạt…",
            "ky_truoc": "kết quả kỳ trước",
            "tu": "tử số",
            "mau": "mẫu số",
            "phan_so": "phân số",
            "ty_le": "tỷ lệ, khi kết quả là phân số",
            "gia_tri": "con số, khi kết quả là một số",
            "don_vi": "đơn vị của con số ấy",
            **_MOVED,
        },
    ),
    TenGoi("ct('1.1', 'qd-1829-2023')", "như trên, khi hai bộ chỉ tiêu cùng có mã ấy"),
    TenGoi(
        "nhom('xa_hoi_so')",
        "tên một nhóm chỉ tiêu, theo mã nhóm",
        names.TenNhom,
        {
            "ten": "tên nhóm",
            "tong": "nhóm có mấy chỉ tiêu",
            "dat": "mấy chỉ tiêu đạt",
            "khong_dat": "mấy chỉ tiêu không đạt",
            "dang_trien_khai": "mấy chỉ tiêu đang triển khai",
            "ty_le": "số đạt trên tổng số",
            "danh_gia": "đánh giá cả nhóm",
        },
    ),
    TenGoi("nhom('xa_hoi_so', 'qd-1829-2023')", "như trên, khi hai bộ chỉ tiêu cùng có mã ấy"),
    TenGoi(
        "vb('43/QĐ-UBND')",
        "dẫn đầy đủ một văn bản ở `van_ban_ban_hanh`, theo số, ký hiệu hoặc theo `ma`",
        names.TenVanBan,
        {
            "ngan": "dẫn gọn, từ lần thứ hai: Quyết định số 43/QĐ-UBND",
            "khong_trich_yeu": "dẫn đầy đủ nhưng không có trích yếu",
            "loai": "loại văn bản",
            "so": "số, ký hiệu",
            "ngay": "ngày, như đã gõ",
            "thoi_gian": "ngày kèm chữ «ngày», «tháng» hoặc «năm»",
            "co_quan": "cơ quan ban hành, nếu có ghi",
            "trich_yeu": "trích yếu",
        },
    ),
    TenGoi("dem()", "có mấy văn bản ở `van_ban_ban_hanh`"),
    TenGoi("dem('Quyết định')", "mấy văn bản loại ấy"),
    TenGoi(
        "dem(loai='Quyết định', co_quan='UBND xã A', nam=2023, nhom='cap_tren')",
        "mấy văn bản đúng mọi điều kiện ấy; bỏ bớt điều kiện nào cũng được, `nhom=''` là không thuộc nhóm nào",
    ),
    TenGoi("phu_luc('van_ban')", "số của một phụ lục, theo `ma` của nó: «Phụ lục II»"),
    TenGoi(
        "ky",
        "năm báo cáo",
        names.TenKy,
        {
            "ten": "tên kỳ: «năm 2024», «6 tháng đầu năm 2024», «quý III năm 2024»",
            "nam": "năm",
            "nua_nam": "nửa năm: 1 hoặc 2",
            "quy": "quý",
            "thang": "tháng",
            "chot_den": "ngày chốt số liệu",
        },
    ),
    TenGoi(
        "don_vi",
        "tên cơ quan",
        names.TenDonVi,
        {
            "ten": "tên cơ quan",
            "viet_tat": "tên viết tắt",
            "dia_danh": "địa danh",
            "cap_tren": "cơ quan chủ quản, nếu có ghi",
        },
    ),
)

OF_THE_OFFICE: Mapping[str, tuple[str, str]] = {
    "hai_chu_so": ("so_lieu.thon | hai_chu_so", "thêm số 0 cho số dưới 10: 09"),
    "bang_chu": ("so_lieu.may_tinh | bang_chu", "đọc số thành chữ: hai mươi tư"),
    "lower": ("ct('1.6').danh_gia | lower", "chữ thường: đạt"),
    "upper": ("don_vi.viet_tat | upper", "chữ hoa: UBND XÃ A"),
    "round": ("(so_lieu.dien_tich.gia_tri / 2) | round(1)", "làm tròn đến mấy chữ số sau dấu phẩy"),
    "default": ("so_lieu.may_tinh.don_vi | default('chiếc', true)", "chữ in thay khi chưa có giá trị"),
    "replace": ("don_vi.ten | replace('Ủy ban nhân dân', 'UBND')", "thay chữ"),
}
"""The filters that an office may need: an expression with each, and what it does."""


def names_section() -> Iterator[str]:
    """The lines on expressions."""
    rows = [
        row
        for name in NAMES
        for row in (
            (_shown(name.goi), name.nghia),
            *((_shown(f"{name.goi}.{key}"), meaning) for key, meaning in name.thuoc_tinh.items()),
        )
    ]
    yield from table_of(("Gõ", "In ra"), rows)


def filters_section() -> Iterator[str]:
    """The lines on filters."""
    yield from table_of(("Gõ", "Để làm gì"), ((_shown(call), meaning) for call, meaning in OF_THE_OFFICE.values()))
    others = ", ".join(f"`{name}`" for name in FILTERS if name not in OF_THE_OFFICE)
    yield from ("", f"Người quen ngôn ngữ Jinja còn dùng được: {others}.")


def _shown(expression: str) -> str:
    return f"`{{{{ {expression} }}}}`"
