"""The fields of a kind's description (``mo_ta.yaml``), declared."""

from __future__ import annotations

from generator.data import schema_checks as checks
from generator.data.schema_fields import Fields, choice, group, required, table, value

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
        "cot": table(
            group(_COT_MAU, "Một cột của bảng", _MOT_COT, nullable=False),
            "Các cột mà bảng có thể dùng, theo tên; có thể thêm cột riêng của cơ quan",
            f"{{tt: {_MOT_COT}}}",
            check_with=checks.rule(checks.column_keys),
        ),
    },
)
