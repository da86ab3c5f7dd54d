"""The fields of a kind's description (``mo_ta.yaml``), declared."""

from __future__ import annotations

from generator.data.schema_fields import Fields, choice, group, required, value
from generator.data.schema_report import TIEU_DE_COT

_MOT_COT = "{tieu_de: TT, rong: 12, can: giua}"

_COT_MAU: Fields = required(
    ("tieu_de", "rong", "can"),
    {
        "tieu_de": value("chu", "Tiêu đề của cột", "Kết quả"),
        "rong": value("so_duong", "Bề rộng theo mm; chỉ tỷ lệ giữa các cột là đáng kể", "30"),
        "can": choice("chu", "Chữ trong ô đứng ở đâu", {"giua": "giữa ô", "trai": "bên trái"}),
    },
)

MO_TA: Fields = required(
    ("ten", "mo_ta", "cot"),
    {
        "ten": value("chu", "Tên loại văn bản", "Báo cáo"),
        "mo_ta": value("chu", "Mẫu này dùng cho việc gì", "Báo cáo kết quả gửi cấp trên"),
        "cot": group(
            required(
                TIEU_DE_COT,
                {ten: group(_COT_MAU, nhan, _MOT_COT) for ten, nhan in TIEU_DE_COT.items()},
            ),
            "Các cột mà bảng phụ lục có thể dùng",
            f"{{{', '.join(f'{ten}: {_MOT_COT}' for ten in TIEU_DE_COT)}}}",
        ),
    },
)
