"""The fields of a data file, declared."""

from __future__ import annotations

from generator.data import schema_block_checks as block_checks
from generator.data import schema_checks as checks
from generator.data.schema_blocks import BANG, COT_THEM, DANH_SO, MOT_KHOI, NOI_DUNG
from generator.data.schema_fields import Fields, choice, group, required, rows, table, value
from generator.decree.kinds import KINDS

_DON_VI: Fields = required(
    ("ten", "viet_tat", "dia_danh", "ky_hieu"),
    {
        "ten": value("chu", "Tên đầy đủ của cơ quan ban hành", "Ủy ban nhân dân xã A"),
        "viet_tat": value("chu", "Tên viết tắt dùng trong lời văn", "UBND xã A"),
        "cap_tren": value("chu", "Cơ quan chủ quản, in ở dòng trên", "UBND huyện B"),
        "dia_danh": value("chu", "Địa danh ghi trước ngày tháng", "A"),
        "ky_hieu": value("chu", "Chữ viết tắt của cơ quan trong số, ký hiệu", "UBND"),
    },
)
_VAN_BAN: Fields = required(
    ("ngay", "trich_yeu"),
    {
        "loai": choice(
            "chu",
            "Ký hiệu loại văn bản; mẫu đã nói thì không cần",
            {kind.ky_hieu: kind.ten for kind in KINDS if kind.ky_hieu},
        ),
        "so": value("dem", "Số văn bản; để trống khi chưa ban hành", "12", min=1),
        "ngay": value("ngay_co_thang", "Ngày ban hành; chưa rõ ngày thì chỉ ghi tháng", "12/2023"),
        "trich_yeu": value("mot_dong", "Trích yếu nội dung", "Kết quả thực hiện chuyển đổi số năm 2023"),
        "don_vi_soan": value(
            "chu", "Chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực trong ký hiệu của công văn", "VHXH"
        ),
        "tham_quyen": value(
            "mot_dong", "Thẩm quyền ban hành, in trên các căn cứ của quyết định", "Chủ tịch Ủy ban nhân dân xã A"
        ),
    },
)
_MOT_KY: Fields = required(
    ("nam",),
    {
        "nam": value("dem", "Năm báo cáo", "2023", min=1900, max=2100),
        "nua_nam": value("dem", "Nửa năm: 1 hoặc 2", "1", min=1, max=2),
        "quy": value("dem", "Quý, từ 1 đến 4", "3", min=1, max=4),
        "thang": value("dem", "Tháng, từ 1 đến 12", "11", min=1, max=12),
        "chot_den": value("ngay_du", "Ngày chốt số liệu", "30/11/2023"),
    },
)
_KY: Fields = {
    **_MOT_KY,
    "truoc": group(
        {
            **_MOT_KY,
            "tep": value("chu", "Tệp dữ liệu của kỳ trước, tính từ thư mục tệp này, để đối chiếu câu chữ", "xa-a.yaml"),
        },
        "Kỳ trước, để so sánh",
        "{nam: 2022}",
        check_with=checks.rule(checks.period),
    ),
}
_TRINH_BAY: Fields = {
    "danh_so": DANH_SO,
    "ten_chi_tieu": value(
        "chu", "Chữ in thay cho tên chỉ tiêu ở đầu phần thuyết minh; số của chỉ tiêu in theo sau", "Chỉ tiêu"
    ),
}
_TY_LE: Fields = {
    "tu": value("so_trong_phan_so", "Tử số", "845"),
    "mau": value("so_trong_phan_so", "Mẫu số", "1024"),
    "lam_tron": value("dem", "Số chữ số thập phân khi in tỷ lệ, từ 0 đến 6", "1", max=6),
    "ty_le": value("phan_tram", "Tỷ lệ do cơ quan tự công bố, chỉ để đối chiếu", '"82,9%"'),
}
_SO_DON: Fields = {
    "gia_tri": value("so", "Giá trị", "368"),
    "don_vi": value("chu", "Đơn vị tính", "máy"),
    **_TY_LE,
}
_LUY_KE = "Số lũy kế đến hết kỳ, kể cả các kỳ trước"
_SO_LUY_KE: Fields = {"luy_ke": group(_SO_DON, _LUY_KE, "1024", check_with=checks.rule(checks.figure))}
_SO_LIEU: Fields = {
    **_SO_DON,
    **_SO_LUY_KE,
    "ky_truoc": group(
        {**_SO_DON, **_SO_LUY_KE},
        "Số liệu kỳ trước, viết như một số liệu",
        "352",
        check_with=checks.rule(checks.figure),
    ),
}
VAN_BAN_BAN_HANH: Fields = required(
    ("so", "ngay", "trich_yeu"),
    {
        "so": value("ky_hieu", "Số, ký hiệu", "43/QĐ-UBND"),
        "ngay": value("ngay", "Ngày ban hành, in như đã viết", "13/5/2022"),
        "trich_yeu": value("mot_dong", "Trích yếu", "về việc thành lập Ban Chỉ đạo chuyển đổi số"),
        "loai": value("ten_loai_van_ban", "Tên loại văn bản, khi ký hiệu không nói rõ", "Hướng dẫn"),
        "co_quan": value("chu", "Cơ quan ban hành, khi cần nêu", "UBND xã A"),
        "ma": value("dinh_danh", "Mã riêng, khi hai văn bản trùng số", "qd_43"),
        "nhom": value("dinh_danh", "Nhóm tự đặt, để lọc danh sách và bảng", "cap_tren"),
        "cot_them": COT_THEM,
    },
)
_GIA_TRI: Fields = {
    **_TY_LE,
    "gia_tri": value("so_hoac_phan_tram", "Kết quả là một số hoặc một tỷ lệ", "14"),
    "don_vi": value("chu", "Đơn vị tính", "điểm"),
    "chu": value("chu_nhieu_dong", "Kết quả bằng chữ; mỗi dòng in thành một dòng của ô", "Sử dụng hiệu quả"),
}
_GIA_TRI_LUY_KE: Fields = {"luy_ke": group(_GIA_TRI, _LUY_KE, "1024", check_with=checks.rule(checks.result))}
_KET_QUA: Fields = {
    **_GIA_TRI,
    **_GIA_TRI_LUY_KE,
    "danh_gia": choice(
        "chu",
        "Đánh giá do cơ quan tự ghi, thay cho đánh giá máy tính",
        {"Đạt": "đạt", "Không đạt": "không đạt", "Đang triển khai": "đang triển khai"},
    ),
    "ly_do": value("chu_nhieu_dong", "Lý do tự ghi đánh giá", "chờ huyện nghiệm thu"),
    "minh_chung": value("chu_nhieu_dong", "Minh chứng: địa chỉ, số văn bản", "https://xa-a.example"),
    "ghi_chu": value("chu_nhieu_dong", "Ghi chú", "số liệu đến 30/11"),
    "noi_dung": value("doan_van", "Thuyết minh kết quả", "UBND xã thường xuyên đôn đốc."),
    "muc_tieu": value("muc_tieu", "Mức giao riêng cho cơ quan này, thay mức của bộ chỉ tiêu", "50%"),
    "ky_truoc": group(
        {**_GIA_TRI, **_GIA_TRI_LUY_KE},
        "Kết quả kỳ trước, viết như một kết quả",
        "80%",
        check_with=checks.rule(checks.result),
    ),
    "cot_them": COT_THEM,
}
_CHI_TIEU: Fields = required(
    ("bo", "ket_qua"),
    {
        "bo": value("slug", "Tên bộ chỉ tiêu", "qd-1829-2023"),
        "khong_bao_cao": rows(
            value("chu", "Mã chỉ tiêu", '"1.1"'), "Những chỉ tiêu của bộ mà cơ quan này không phải báo cáo", '["1.1"]'
        ),
        "nhom": table(
            table(
                value("doan_van", "Chữ in ở hàng của nhóm, trong cột ấy", "Đạt 11/11"),
                "Những ô của hàng nhóm, theo tên cột",
                "{ghi_chu: Đạt 11/11}",
                check_with=checks.rule(checks.column_keys),
            ),
            "Những gì hàng của một nhóm in thêm, theo mã nhóm",
            "{chinh_quyen_so: {ghi_chu: Đạt 11/11}}",
        ),
        "ket_qua": table(
            group(_KET_QUA, "Kết quả của một chỉ tiêu", "{tu: 845, mau: 1024}", check_with=checks.rule(checks.result)),
            "Kết quả theo mã chỉ tiêu",
            '{"1.1": Có}',
        ),
    },
)
_NOI_NHAN: Fields = {
    "ten": value("chu", "Nơi nhận; thường viết ngay sau dấu «- »", "Sở Thông tin và Truyền thông (b/c)"),
    "dong_duoi": value("chu", "Dòng ghi thêm ngay dưới nơi nhận", "(theo Quyết định số 43/QĐ-UBND)"),
    "gom": rows(
        value("chu", "Một nơi nhận", "UBND tỉnh"),
        "Những nơi nhận nối bằng dấu ngoặc",
        "[UBND tỉnh, Sở A]",
        empty=False,
    ),
    "chu_thich": value("chu", "Chữ ghi cạnh dấu ngoặc", "để b/c"),
    "luu": value("chu", "Những chữ đứng sau «Lưu:»", '"VT, VHXH"'),
}
_NGUOI_KY: Fields = required(
    ("chuc_vu", "ho_ten"),
    {
        "quyen_han": choice(
            "chu",
            "Ký thay mặt, ký thay, quyền, thừa lệnh, thừa ủy quyền",
            {"TM": "thay mặt", "KT": "ký thay", "Q": "quyền", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền"},
        ),
        "tap_the": value("chu", "Tập thể lãnh đạo được thay mặt", "Ủy ban nhân dân"),
        "thay": value("chu", "Chức vụ của người được ký thay", "Chủ tịch"),
        "chuc_vu": value("chu", "Chức vụ của người ký", "Chủ tịch"),
        "ho_ten": value("chu", "Họ và tên người ký", "Nguyễn Văn A"),
        "chuc_vu_khac": value("chu", "Chức vụ ở ban chỉ đạo, hội đồng", "Trưởng Ban Chỉ đạo"),
    },
)
_PHU_LUC: Fields = {
    **required(
        ("tieu_de",),
        {
            "tieu_de": value(
                "doan_van",
                "Tiêu đề phụ lục; mỗi dòng in thành một dòng",
                "Chi tiết tự đánh giá kết quả thực hiện tiêu chí",
            ),
            "ma": value("dinh_danh", "Mã riêng, để lời văn gọi bằng phu_luc('…')", "van_ban"),
            "ban_hanh": value(
                "ten_loai_van_ban",
                "Tên loại của văn bản mà quyết định này ban hành, phê duyệt kèm theo; in với đầu trang riêng, không "
                "có chữ «Phụ lục», tieu_de là trích yếu của nó",
                "Quy chế",
            ),
            "kho": choice("chu", "Khổ giấy", {"ngang": "khổ ngang", "doc": "khổ dọc"}),
            "danh_so": DANH_SO,
            "noi_dung": rows(MOT_KHOI, "Nội dung phụ lục, gồm các khối như nội dung báo cáo", NOI_DUNG, empty=False),
        },
    ),
    **BANG,
}
_MOT_VAN_BAN = "{so: 43/QĐ-UBND, ngay: 13/5/2022, trich_yeu: về việc thành lập Ban Chỉ đạo}"
_MOT_PHU_LUC = "{tieu_de: Kết quả, bang: chi_tieu, cot: [tt, ten, ket_qua]}"

BAO_CAO: Fields = required(
    ("mau", "don_vi", "van_ban", "noi_dung", "noi_nhan", "nguoi_ky"),
    {
        "mau": value("slug", "Mẫu văn bản, là tên thư mục trong templates/docx", "bao_cao"),
        "ke_thua": rows(
            value("chu", "Một tệp trong cùng thư mục", "don_vi/xa-a.yaml"),
            "Các tệp chứa phần dùng chung; tệp sau thắng tệp trước, tệp này thắng tất cả",
            "[don_vi/xa-a.yaml]",
        ),
        "don_vi": group(
            _DON_VI,
            "Cơ quan ban hành",
            "{ten: Ủy ban nhân dân xã A, viet_tat: UBND xã A, dia_danh: A, ky_hieu: UBND}",
        ),
        "van_ban": group(_VAN_BAN, "Văn bản này", "{loai: BC, ngay: 12/2023, trich_yeu: Kết quả chuyển đổi số}"),
        "ky": group(
            _KY,
            "Kỳ báo cáo; loại văn bản không theo kỳ thì không có",
            "{nam: 2023, chot_den: 30/11/2023}",
            check_with=checks.rule(checks.period),
        ),
        "trinh_bay": group(_TRINH_BAY, "Cách trình bày", "{danh_so: [I., 1., a)]}"),
        "kinh_gui": rows(
            value("chu", "Nơi kính gửi", "Sở Thông tin và Truyền thông"), "Các nơi kính gửi", "[Sở A, Sở B]"
        ),
        "can_cu": rows(
            value("mot_dong", "Một căn cứ", "Căn cứ Luật Tổ chức chính quyền địa phương"),
            "Các căn cứ ban hành, mỗi căn cứ một dòng; máy tự đặt dấu câu ở cuối dòng",
            "[Căn cứ Luật Tổ chức chính quyền địa phương]",
            empty=False,
        ),
        "so_lieu": table(
            group(_SO_LIEU, "Một số liệu", "368", nullable=False, check_with=checks.rule(checks.figure)),
            "Số liệu dùng trong lời văn, mỗi số gõ một lần",
            "{may_tinh: 368}",
            check_with=checks.rule(checks.identifier_keys),
        ),
        "van_ban_ban_hanh": rows(
            group(
                VAN_BAN_BAN_HANH,
                "Một văn bản",
                _MOT_VAN_BAN,
                check_with=checks.rule(checks.cited),
            ),
            "Các văn bản nêu trong báo cáo",
            f"[{_MOT_VAN_BAN}]",
            check_with=checks.rule(checks.own_ids),
        ),
        "chi_tieu": rows(
            group(_CHI_TIEU, "Bộ chỉ tiêu và kết quả", '{bo: qd-1829-2023, ket_qua: {"1.1": Có}}'),
            "Bộ chỉ tiêu và kết quả; nhiều bộ thì viết thành danh sách",
            '{bo: qd-1829-2023, ket_qua: {"1.1": Có}}',
        ),
        "noi_dung": rows(MOT_KHOI, "Nội dung báo cáo", NOI_DUNG, empty=False),
        "kien_nghi": rows(
            value("doan_van", "Một kiến nghị", "Đề nghị tập huấn."), "Các kiến nghị", "[Đề nghị tập huấn.]"
        ),
        "ket_thuc": value(
            "doan_van",
            "Câu kết; máy tự thêm «./.»; không có thì «./.» đứng cuối nội dung",
            "Trên đây là báo cáo của UBND xã A",
        ),
        "noi_nhan": rows(
            group(_NOI_NHAN, "Một nơi nhận", "Như trên", check_with=checks.rule(checks.recipient)),
            "Nơi nhận",
            "[{luu: VT}]",
            empty=False,
            check_with=checks.rule(checks.recipients),
        ),
        "nguoi_ky": group(
            _NGUOI_KY,
            "Người ký",
            "{chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}",
            check_with=checks.rule(checks.signer),
        ),
        "phu_luc": rows(
            group(_PHU_LUC, "Một phụ lục", _MOT_PHU_LUC, check_with=checks.rule(block_checks.annex)),
            "Các phụ lục",
            f"[{_MOT_PHU_LUC}]",
            check_with=checks.rule(checks.own_ids),
        ),
    },
)
