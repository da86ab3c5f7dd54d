"""The fields of a catalogue of indicators, declared."""

from __future__ import annotations

from generator.data import schema_checks as checks
from generator.data.schema_blocks import COT_THEM
from generator.data.schema_fields import Fields, Rules, choice, group, required, rows, value
from generator.data.schema_report import VAN_BAN_BAN_HANH

_MOT_CHI_TIEU = '{ma: "1.6", ten: Hồ sơ trực tuyến, yeu_cau: 70% hồ sơ được nộp trực tuyến, don_vi_tinh: "%"}'
_MOT_NHOM = f"{{ma: chinh_quyen_so, ten: Chính quyền số, chi_tieu: [{_MOT_CHI_TIEU}]}}"

_CONG_THUC: Fields = required(
    ("tu", "mau"),
    {
        "ghi": value("chu", "Chữ đứng trước công thức", '"Công thức tính:"'),
        "ve_trai": value("chu", "Vế trái của công thức", "Tỷ lệ"),
        "tu": value("chu", "Tử số là gì", "Số hộ gia đình có kết nối Internet"),
        "mau": value("chu", "Mẫu số là gì", "Tổng số hộ gia đình trên địa bàn"),
        "nhan": value("muc_tieu", "Phân số được nhân với bao nhiêu; không ghi là 100%", "100%"),
    },
)
_MOT_CONG_THUC = "{tu: Số hộ gia đình có kết nối Internet, mau: Tổng số hộ gia đình trên địa bàn}"


def _replaced(owner: str, same: str, example: str) -> Rules:
    return rows(
        value("chu", f"Mã {owner} của bộ cũ", example),
        f"Những {owner} của bộ cũ (bộ nêu ở «thay_cho» đầu tệp) nay là {owner} này; "
        f"không ghi thì là {owner} {same} ở bộ cũ; [] là không thay {owner} nào",
        f"[{example}]",
        check_with=checks.rule(checks.replaced_ids),
    )


_CHI_TIEU: Fields = required(
    ("ma", "ten"),
    {
        "ma": value("chu", "Mã chỉ tiêu, như trong văn bản giao", '"1.6"'),
        "so": value("chu_hoac_trong", 'Số in ở cột TT; không ghi thì là mã, "" là không in số', '"6"'),
        "ten": value("chu", "Tên chỉ tiêu", "Tỷ lệ hồ sơ giải quyết trực tuyến"),
        "yeu_cau": value(
            "chu_nhieu_dong", "Yêu cầu, nguyên văn; không ghi thì là tên chỉ tiêu", "70% hồ sơ được nộp trực tuyến"
        ),
        "don_vi_tinh": value("chu", "Đơn vị tính", '"%"'),
        "muc_tieu": value("muc_tieu", "Mức phải đạt: tỷ lệ, số hoặc chữ; để trống khi không giao mức", "70%"),
        "chieu": choice("chu", "Số thế nào là đạt", {"tang": "từ mức trở lên", "giam": "từ mức trở xuống"}),
        "tong_hop": choice(
            "chu",
            "Cấp trên tổng hợp nhiều đơn vị thế nào",
            {
                "ty_le": "tổng tử số trên tổng mẫu số",
                "cong": "cộng lại",
                "dem_dat": "đếm số đơn vị đạt",
                "khong": "không tổng hợp",
            },
        ),
        "dat_khi": rows(value("chu", "Chữ được tính là đạt", "Có"), "Những chữ được tính là đạt", "[Có]"),
        "ghi_chu": value(
            "chu_nhieu_dong", "Ghi chú của cấp trên, in ở cột ghi chú", "Đề nghị cung cấp số lượng cụ thể"
        ),
        "cong_thuc": rows(
            group(_CONG_THUC, "Một công thức", _MOT_CONG_THUC, check_with=checks.rule(checks.formula)),
            "Công thức tính; nhiều công thức thì viết thành danh sách",
            _MOT_CONG_THUC,
            check_with=checks.rule(checks.formulas),
        ),
        "cot_them": COT_THEM,
        "thay_cho": _replaced("chỉ tiêu", "cùng mã, cùng tên", '"1.6"'),
    },
)
_NHOM: Fields = required(
    ("ma", "ten", "chi_tieu"),
    {
        "ma": value("dinh_danh", "Mã nhóm", "chinh_quyen_so"),
        "ten": value("chu", "Tên nhóm", "Chính quyền số"),
        "so": value("chu", "Số in của nhóm; không ghi thì theo thứ tự", '"1"'),
        "thay_cho": _replaced("nhóm", "cùng mã", "chinh_quyen_so"),
        "chi_tieu": rows(
            group(_CHI_TIEU, "Một chỉ tiêu", _MOT_CHI_TIEU),
            "Các chỉ tiêu của nhóm",
            f"[{_MOT_CHI_TIEU}]",
            empty=False,
        ),
    },
)

BO_CHI_TIEU: Fields = required(
    ("ten", "can_cu", "nhom"),
    {
        "ten": value("chu", "Tên bộ chỉ tiêu", "Các tiêu chí chuyển đổi số cấp xã đến năm 2025"),
        "can_cu": group(
            VAN_BAN_BAN_HANH,
            "Văn bản giao bộ chỉ tiêu",
            "{so: 1829/QĐ-UBND, ngay: 30/5/2023, trich_yeu: về việc ban hành các tiêu chí}",
            check_with=checks.rule(checks.cited),
        ),
        "thay_cho": value("slug", "Bộ chỉ tiêu cũ mà bộ này thay, để lập báo cáo kỳ sau", "qd-1829-2023"),
        "nhom": rows(
            group(_NHOM, "Một nhóm chỉ tiêu", _MOT_NHOM),
            "Các nhóm chỉ tiêu",
            f"[{_MOT_NHOM}]",
            empty=False,
            check_with=checks.rule(checks.catalogue_ids),
        ),
    },
)
