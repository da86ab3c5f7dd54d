"""The fields of what a body and an annex are made of: texts, headings, lists, tables; declared."""

from __future__ import annotations

from generator.data import schema_block_checks as block_checks
from generator.data import schema_checks as checks
from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.schema_fields import Fields, Rules, choice, group, rows, table, value

_DAU_MUC = {
    "Chương I": "Chương I Chương II, tiêu đề ở dòng dưới",
    "Điều 1.": "Điều 1. Điều 2.",
    "I.": "I. II. III.",
    "1.": "1. 2. 3.",
    "1.1.": "1.1. 1.2.",
    "a)": "a) b) c)",
    "1)": "1) 2) 3)",
}
_DAU_DONG = {
    "-": "gạch đầu dòng",
    "+": "dấu cộng",
    "1.": "1. 2. 3.",
    "1)": "1) 2) 3)",
    "a)": "a) b) c)",
    "khong": "không có dấu",
}
_DAU_MUC_SAU_NHAT = 5
_MOST_COLUMNS = 63  # Word's own limit
NOI_DUNG = "[Một đoạn văn.]"
_MOT_COT = "{cot: ket_qua, tieu_de: Kết quả đạt được, rong: 30}"
_MOT_LOC = "{loai: Quyết định}"

DANH_SO: Rules = rows(
    choice("chu", "Dấu của một bậc", _DAU_MUC),
    "Cách đánh số các bậc, từ ngoài vào trong",
    "[I., 1., a)]",
    minlength=1,
    maxlength=_DAU_MUC_SAU_NHAT,
    check_with=checks.rule(checks.markers),
)
COT_THEM: Rules = table(
    value("chu_nhieu_dong", "Chữ in trong cột ấy", "Thiếu kinh phí"),
    "Giá trị của những cột riêng, theo tên cột",
    "{kho_khan: Thiếu kinh phí}",
    check_with=checks.rule(checks.column_keys),
)
_LOC: Fields = {
    "loai": value("ten_loai_van_ban", "Chỉ lấy loại văn bản này", "Quyết định"),
    "co_quan": value("chu_hoac_trong", "Chỉ lấy văn bản của cơ quan này", "UBND xã A"),
    "nam": value("dem", "Chỉ lấy văn bản của năm này", "2023", min=1900, max=2100),
    "nhom": value("chu_hoac_trong", 'Chỉ lấy văn bản của nhóm này; "" là văn bản không có nhóm', "cap_tren"),
}
_COT: Fields = {
    "cot": rows(
        value("dinh_danh", "Tên cột", "ket_qua"),
        f"Cột in gì: {', '.join(INDICATOR_COLUMNS)} (bảng chỉ tiêu); {', '.join(DOCUMENT_COLUMNS)} (bảng văn bản); "
        "tên khác là cột riêng. Nhiều tên thì các giá trị xếp chồng trong một ô",
        "ket_qua",
        empty=False,
    ),
    "tieu_de": value("mot_dong", "Tiêu đề in ở đầu cột", "Kết quả đạt được"),
    "rong": value("so_duong", "Độ rộng, tính bằng mm", "30"),
    "can": choice("chu", "Chữ trong ô đứng ở đâu", {"giua": "giữa ô", "trai": "bên trái"}),
    "kieu": choice("chu", "Kiểu chữ", {"thuong": "chữ đứng", "dam": "chữ đậm", "nghieng": "chữ nghiêng"}),
    "truoc": value("chu_giu_trang", "Chữ in trước giá trị của mỗi ô", '"Số: "'),
    "sau": value("chu_giu_trang", "Chữ in sau giá trị của mỗi ô", '" ngày"'),
}
_CHIA_NHOM: Fields = {
    "ten": value("mot_dong", "Tên nhóm", "Quyết định", required=True, nullable=False),
    "loc": group(_LOC, "Những văn bản thuộc nhóm", _MOT_LOC, required=True, nullable=False),
}
_HANG: Fields = {
    "nhom": value("mot_dong", "Tên một nhóm; thường viết ngay sau dấu «- »", "Quyết định"),
    "o": rows(
        value("doan_van_hoac_trong", "Chữ trong ô", "Một ô"), "Các ô, từ trái sang phải", "[Một ô, Hai ô]", blanks=True
    ),
}
BANG: Fields = {
    "bang": choice(
        "chu",
        "In một bảng",
        {
            "chi_tieu": "kết quả các chỉ tiêu",
            "van_ban_ban_hanh": "các văn bản đã ban hành",
            "tu_nhap": "các hàng gõ tại chỗ",
        },
    ),
    "bo": value("slug", "Bộ chỉ tiêu nào, khi báo cáo có nhiều bộ", "qd-1829-2023"),
    "nhom": rows(value("dinh_danh", "Mã nhóm", "chinh_quyen_so"), "Chỉ in những nhóm này", "[chinh_quyen_so]"),
    "loc": group(_LOC, "Chỉ lấy một phần của danh sách", _MOT_LOC),
    "chia_nhom": rows(
        group(_CHIA_NHOM, "Một nhóm văn bản", f"{{ten: Quyết định, loc: {_MOT_LOC}}}"),
        "Chia các văn bản thành nhóm, đánh số I, II, …",
        f"[{{ten: Quyết định, loc: {_MOT_LOC}}}]",
    ),
    "stt": choice(
        "chu", "Số thứ tự văn bản", {"theo_nhom": "đánh lại từ 1 ở mỗi nhóm", "lien_tuc": "liên tục qua các nhóm"}
    ),
    "cot": rows(
        group(_COT, "Một cột của bảng", _MOT_COT, check_with=checks.rule(block_checks.column)),
        "Các cột của bảng",
        "[tt, ten, ket_qua, danh_gia]",
        empty=False,
        maxlength=_MOST_COLUMNS,
    ),
    "hang": rows(
        group(_HANG, "Một hàng của bảng", "[Một ô, Hai ô]", check_with=checks.rule(block_checks.row)),
        "Các hàng gõ tại chỗ",
        "[[Một ô, Hai ô]]",
        empty=False,
    ),
}
MOT_KHOI: Rules = group(
    "khoi", "Một khối nội dung: đoạn văn, mục, điều, danh sách, bảng hoặc nhóm chỉ tiêu", "Một đoạn văn.",
    check_with=checks.rule(block_checks.block),
)  # fmt: skip
KHOI: Fields = {
    "doan": value("doan_van", "Một hoặc nhiều đoạn văn; thường viết ngay sau dấu «- »", "Một đoạn văn."),
    "muc": value("mot_dong", "Tiêu đề của mục", "Công tác chỉ đạo"),
    "dieu": value(
        "doan_van", "Một điều không có tiêu đề; lời của điều đứng ngay sau «Điều 1.»", "Thành lập Tổ giúp việc."
    ),
    "gom": rows(MOT_KHOI, "Các khối nằm trong mục, trong điều", NOI_DUNG),
    "danh_sach": choice(
        "chu",
        "In danh sách lấy từ dữ liệu",
        {"van_ban_ban_hanh": "các văn bản đã ban hành", "kien_nghi": "các kiến nghị"},
    ),
    "liet_ke": rows(
        value("doan_van", "Một dòng", "Một dòng."), "In danh sách gõ tại chỗ", "[Một dòng, Hai dòng]", empty=False
    ),
    "dau": choice("chu", "Đầu mỗi dòng của danh sách", _DAU_DONG),
    "chi_tieu": value("dinh_danh", "Thuyết minh từng chỉ tiêu của nhóm này", "chinh_quyen_so"),
    **BANG,
    "bieu_do": choice(
        "chu",
        "In một biểu đồ, sửa được bằng Word",
        {
            "chi_tieu": "kết quả từng chỉ tiêu bên cạnh mức phải đạt, tính theo %",
            "nhom": "tỷ lệ chỉ tiêu đạt của từng nhóm",
        },
    ),
    "tieu_de": value("mot_dong", "Tên biểu đồ, in ngay dưới nó", "Kết quả thực hiện các chỉ tiêu chuyển đổi số"),
    "kieu": choice("chu", "Biểu đồ vẽ thế nào", {"cot": "cột đứng", "thanh": "thanh ngang, khi tên dài"}),
}
