"""The fields of a kind's description (``mo_ta.yaml``), declared."""

from __future__ import annotations

from generator.data import schema_checks as checks
from generator.data.model_kind import BAT_BUOC, DUOC, DUOI_TEN_LOAI, KHONG, V_V
from generator.data.schema_blocks import DANH_SO
from generator.data.schema_fields import Fields, choice, group, required, rows, table, value
from generator.decree.kinds import KINDS

_MOT_COT = "{tieu_de: TT, rong: 12, can: giua}"

_COT_MAU: Fields = required(
    ("tieu_de", "rong", "can"),
    {
        "tieu_de": value("chu", "Tiêu đề của cột", "Kết quả"),
        "rong": value("so_duong", "Bề rộng theo mm; chỉ tỷ lệ giữa các cột là đáng kể", "30"),
        "can": choice("chu", "Chữ trong ô đứng ở đâu", {"giua": "giữa ô", "trai": "bên trái"}),
    },
)

_CO = {BAT_BUOC: "phải có", DUOC: "có cũng được", KHONG: "không có"}
_PHAN: Fields = {
    "ky": choice("chu", "Kỳ báo cáo; không ghi thì phải có", _CO),
    "kinh_gui": choice("chu", "Kính gửi; không ghi thì có cũng được", _CO),
    "can_cu": choice("chu", "Các căn cứ ban hành; không ghi thì không có", _CO),
    "tham_quyen": choice("chu", "Dòng thẩm quyền ban hành (van_ban.tham_quyen); không ghi thì không có", _CO),
    "ket_thuc": choice("chu", "Câu kết; không ghi thì phải có", _CO),
    "phu_luc": choice("chu", "Phụ lục; không ghi thì có cũng được", _CO),
    "ban_hanh": choice(
        "chu",
        "Văn bản ban hành kèm theo (phu_luc có ban_hanh), in với đầu trang riêng; không ghi thì không có",
        {said: meaning for said, meaning in _CO.items() if said != BAT_BUOC},
    ),
}

MO_TA: Fields = required(
    ("ten", "mo_ta"),
    {
        "ten": value("chu", "Tên loại văn bản", "Báo cáo"),
        "mo_ta": value("chu", "Mẫu này dùng cho việc gì", "Báo cáo kết quả gửi cấp trên"),
        "ky_hieu": choice(
            "chu",
            "Chữ viết tắt tên loại trong số, ký hiệu; công văn không có thì bỏ mục này",
            {kind.ky_hieu: kind.ten for kind in KINDS if kind.ky_hieu},
        ),
        "trich_yeu": choice(
            "chu",
            "Trích yếu đứng ở đâu; không ghi thì dưới tên loại",
            {DUOI_TEN_LOAI: "dưới dòng tên loại", V_V: "sau «V/v», dưới số, ký hiệu; không có dòng tên loại"},
        ),
        "phan": group(
            _PHAN,
            "Những phần mà tệp dữ liệu của loại này phải có, được có, không có",
            f"{{ky: {KHONG}, can_cu: {BAT_BUOC}}}",
        ),
        "menh_lenh": value("chu", "Dòng chữ đứng giữa căn cứ và nội dung", '"QUYẾT ĐỊNH:"'),
        "danh_so": DANH_SO,
        "phai_co": rows(
            value("chu", "Những chữ mở đầu một đoạn", "Thời gian"),
            "Thân văn bản phải có đoạn mở đầu bằng mỗi chữ này",
            "[Thời gian, Địa điểm]",
        ),
        "cot": table(
            group(_COT_MAU, "Một cột của bảng", _MOT_COT, nullable=False),
            "Các cột mà bảng có thể dùng, theo tên; có thể thêm cột riêng của cơ quan",
            f"{{tt: {_MOT_COT}}}",
            check_with=checks.rule(checks.column_keys),
        ),
    },
)
