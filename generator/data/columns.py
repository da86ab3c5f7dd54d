"""The columns that tables made from data can have: their names in the data file and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INDICATOR_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "tt": "số thứ tự",
        "ten": "tên chỉ tiêu",
        "don_vi_tinh": "đơn vị tính",
        "chi_tieu": "mức phải đạt",
        "ket_qua": "kết quả",
        "ket_qua_day_du": "kết quả kèm phân số",
        "phan_so": "phân số",
        "ky_truoc": "kết quả kỳ trước",
        "tang_giam": "tăng (+), giảm (-) so với kỳ trước",
        "so_voi_muc_tieu": "cao hơn (+), thấp hơn (-) mức phải đạt",
        "danh_gia": "đánh giá",
        "minh_chung": "minh chứng",
        "ghi_chu": "ghi chú",
        "cong_thuc": "công thức tính",
    }
)
DOCUMENT_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "tt": "số thứ tự",
        "trich_yeu": "trích yếu",
        "so": "số, ký hiệu",
        "ngay": "ngày ban hành",
        "loai": "loại văn bản",
        "co_quan": "cơ quan ban hành",
        "van_ban": "loại, số, ngày và cơ quan ban hành",
    }
)
