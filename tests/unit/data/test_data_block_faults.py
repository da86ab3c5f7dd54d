"""What is said of faulty blocks, tables, annexes, results and recipients; and that the remedy, followed, mends them."""

from __future__ import annotations

import pytest
from data_reports import REPORT, Load, where

from generator.findings import Finding

# What stands in the place of the only block, the finding, and what the block becomes when the remedy is followed.
BLOCKS = [
    ("{gom: [a]}", "DL202", "", "có «gom» mà thiếu «muc»", "thêm «muc: ", "{muc: A, gom: [a]}"),
    ("{cot: [tt]}", "DL202", "", "có «cot» mà thiếu «bang»", "thêm «bang: chi_tieu»", "{bang: chi_tieu, cot: [tt]}"),
    ("{hang: [[a]], cot: [{tieu_de: A}]}", "DL202", "", "có «hang» mà thiếu «bang»", "thêm «bang: tu_nhap»",
     "{bang: tu_nhap, hang: [[a]], cot: [{tieu_de: A}]}"),
    ("{stt: lien_tuc, cot: [tt]}", "DL202", "", "có «stt» mà thiếu «bang»", "thêm «bang: van_ban_ban_hanh»",
     "{bang: van_ban_ban_hanh, stt: lien_tuc, cot: [tt]}"),
    ("{loc: {nam: 2023}}", "DL202", "", "có «loc» mà thiếu «danh_sach»", "«danh_sach: van_ban_ban_hanh»",
     "{danh_sach: van_ban_ban_hanh, loc: {nam: 2023}}"),
    ("{bo: a}", "DL202", "", "có «bo» mà thiếu «chi_tieu»", "«chi_tieu: chinh_quyen_so»",
     "{chi_tieu: chinh_quyen_so, bo: a}"),
    ("{bang: chi_tieu}", "DL206", ".bang", "có «bang» mà thiếu «cot»", "«cot: [tt, ten, ket_qua]»",
     "{bang: chi_tieu, cot: [tt, ten, ket_qua]}"),
    ("{bang: chi_tieu, cot: }", "DL206", ".cot", "có «bang» mà «cot» để trống", "điền «cot: [tt, ten, ket_qua]»",
     "{bang: chi_tieu, cot: [tt, ten, ket_qua]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: }", "DL206", ".hang", "có «bang» mà «hang» để trống",
     "điền «hang: [[Một ô]]»", "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[Một ô]]}"),
    ("{bang: van_ban_ban_hanh}", "DL206", ".bang", "có «bang» mà thiếu «cot»", "«cot: [tt, so, trich_yeu]»",
     "{bang: van_ban_ban_hanh, cot: [tt, so, trich_yeu]}"),
    ("{bang: tu_nhap, hang: [[a]]}", "DL206", ".bang", "có «bang» mà thiếu «cot»", "«cot: [{tieu_de: Nội dung}]»",
     "{bang: tu_nhap, hang: [[a]], cot: [{tieu_de: Nội dung}]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}]}", "DL206", ".bang", "có «bang» mà thiếu «hang»", "«hang: [[Một ô]]»",
     "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[Một ô]]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: []}", "DL202", ".hang", "«hang» không có phần tử nào", "thêm ít nhất",
     "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[a]]}"),
    ("{bang: chi_tieu, cot: []}", "DL202", ".cot", "«cot» không có phần tử nào", "thêm ít nhất",
     "{bang: chi_tieu, cot: [tt]}"),
    ("{bang: chi_tieu, cott: [tt]}", "DL201", ".cott", "có phải ý là «cot»?", "đổi thành «cot:»",
     "{bang: chi_tieu, cot: [tt]}"),
    ("{bang: x, cot: [tt]}", "DL205", ".bang", "«x» không nằm trong", "chi_tieu, van_ban_ban_hanh, tu_nhap",
     "{bang: chi_tieu, cot: [tt]}"),
    ("{bang: chi_tieu, cot: [tt], hang: [[a]]}", "DL206", ".hang", "«hang» không đi cùng «bang: chi_tieu»",
     "bỏ «hang»; mục này chỉ đi với «bang: tu_nhap»", "{bang: chi_tieu, cot: [tt]}"),
    ("{bang: chi_tieu, cot: [tt], loc: {nam: 2023}}", "DL206", ".loc", "«loc» không đi cùng «bang: chi_tieu»",
     "bỏ «loc»", "{bang: chi_tieu, cot: [tt]}"),
    ("{bang: van_ban_ban_hanh, cot: [tt], bo: a}", "DL206", ".bo", "«bo» không đi cùng «bang: van_ban_ban_hanh»",
     "chỉ đi với «chi_tieu», «bang: chi_tieu»", "{bang: van_ban_ban_hanh, cot: [tt]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[a]], stt: lien_tuc}", "DL206", ".stt",
     "«stt» không đi cùng «bang: tu_nhap»", "chỉ đi với «bang: van_ban_ban_hanh»",
     "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[a]]}"),
    ("{muc: A, dau: 1.}", "DL206", ".dau", "«dau» không đi cùng «muc»", "chỉ đi với «danh_sach», «liet_ke»",
     "{muc: A}"),
    ("{liet_ke: [a], loc: {nam: 2023}}", "DL206", ".loc", "«loc» không đi cùng «liet_ke»", "bỏ «loc»",
     "{liet_ke: [a]}"),
    ("{bang: chi_tieu, muc: A, cot: [tt]}", "DL206", ".muc", "«muc» không đi cùng «bang»", "bỏ «muc» hoặc «bang»",
     "{bang: chi_tieu, cot: [tt]}"),
    ("{liet_ke: []}", "DL202", ".liet_ke", "«liet_ke» không có phần tử nào", "thêm ít nhất", "{liet_ke: [a]}"),
    ("{liet_ke: a}", "DL203", ".liet_ke", "«liet_ke» phải là một danh sách", "«liet_ke: [Một dòng, Hai dòng]»",
     "{liet_ke: [Một dòng, Hai dòng]}"),
    ("{liet_ke: [a], dau: x}", "DL205", ".dau", "«x» không nằm trong", 'viết một trong: "-", +, 1., 1), a), khong',
     '{liet_ke: [a], dau: "-"}'),
    ("{bang: chi_tieu, cot: [{truoc: a}]}", "DL202", ".cot[1]", "cột này chưa có tên", "«cot: ket_qua»",
     "{bang: chi_tieu, cot: [{truoc: a, cot: ket_qua}]}"),
    ("{bang: chi_tieu, cot: [{}]}", "DL202", ".cot[1]", "cột này chưa có tên", "«tieu_de: Kết quả»",
     "{bang: chi_tieu, cot: [{tieu_de: Kết quả}]}"),
    ("{bang: chi_tieu, cot: [{cot: Kết quả}]}", "DL204", ".cot[1].cot", "không dùng làm mã được", "viết «ket_qua»",
     "{bang: chi_tieu, cot: [{cot: ket_qua}]}"),
    ("{bang: chi_tieu, cot: [{cot: [tt, Tên]}]}", "DL204", ".cot[1].cot[2]", "không dùng làm mã được", "viết «ten»",
     "{bang: chi_tieu, cot: [{cot: [tt, ten]}]}"),
    ("{bang: chi_tieu, cot: tt}", "DL203", ".cot", "«cot» phải là một danh sách", "«cot: [tt, ten, ket_qua, danh_gia]»",
     "{bang: chi_tieu, cot: [tt, ten, ket_qua, danh_gia]}"),
    ("{bang: chi_tieu, cot: [[tt, ten]]}", "DL203", ".cot[1]", "không phải danh sách", "«- {cot: ket_qua,",
     "{bang: chi_tieu, cot: [{cot: [tt, ten]}]}"),
    ("{bang: chi_tieu, cot: [{cot: tt, kieu: đậm}]}", "DL205", ".cot[1].kieu", "có phải ý là «dam»?", "thuong, dam",
     "{bang: chi_tieu, cot: [{cot: tt, kieu: dam}]}"),
    ("{bang: chi_tieu, cot: [{cot: tt, rong: 0}]}", "DL204", ".cot[1].rong", "phải lớn hơn 0", "lớn hơn 0",
     "{bang: chi_tieu, cot: [{cot: tt, rong: 30}]}"),
    ("{bang: chi_tieu, cot: [tt], nhom: [Hạ tầng số]}", "DL204", ".nhom[1]", "không dùng làm mã được", "«ha_tang_so»",
     "{bang: chi_tieu, cot: [tt], nhom: [ha_tang_so]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [{}]}", "DL202", ".hang[1]", "hàng này trống", "trong ngoặc vuông",
     "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[a]]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [{nhom: A, o: [b]}]}", "DL206", ".hang[1].o", "không đi cùng «nhom»",
     "bỏ «o» hoặc «nhom»", "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [{nhom: A}]}"),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[Kết quả: đạt, b]]}", "DL203", ".hang[1][1]",
     "phải là một giá trị, không phải nhóm mục con", 'đặt cả câu trong dấu nháy: «"Kết quả: đạt"»',
     '{bang: tu_nhap, cot: [{tieu_de: A}], hang: [["Kết quả: đạt", b]]}'),
    ("{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[[a]]]}", "DL203", ".hang[1][1]", "không phải danh sách",
     "ví dụ: «Một ô»", "{bang: tu_nhap, cot: [{tieu_de: A}], hang: [[Một ô]]}"),
    ("{bang: van_ban_ban_hanh, cot: [tt], chia_nhom: [{ten: A}]}", "DL202", ".chia_nhom[1].loc", "thiếu mục «loc»",
     "«loc: {loai: Quyết định}»",
     "{bang: van_ban_ban_hanh, cot: [tt], chia_nhom: [{ten: A, loc: {loai: Quyết định}}]}"),
    ("{bang: van_ban_ban_hanh, cot: [tt], chia_nhom: [{loc: {}}]}", "DL202", ".chia_nhom[1].ten", "thiếu mục «ten»",
     "«ten: Quyết định»", "{bang: van_ban_ban_hanh, cot: [tt], chia_nhom: [{ten: Quyết định, loc: {}}]}"),
    ("{bieu_do: chi_tieu}", "DL206", ".bieu_do", "có «bieu_do» mà thiếu «tieu_de»", "thêm «tieu_de:",
     "{bieu_do: chi_tieu, tieu_de: A}"),
    ("{bieu_do: cot, tieu_de: A}", "DL205", ".bieu_do", "không nằm trong các giá trị được phép", "chi_tieu, nhom",
     "{bieu_do: nhom, tieu_de: A}"),
    ("{bieu_do: nhom, tieu_de: A, cot: [tt]}", "DL206", ".cot", "«cot» không đi cùng «bieu_do»", "bỏ «cot»",
     "{bieu_do: nhom, tieu_de: A}"),
    ("{tieu_de: A, kieu: cot}", "DL202", "", "có «tieu_de» mà thiếu «bieu_do»", "thêm «bieu_do: chi_tieu»",
     "{tieu_de: A, kieu: cot, bieu_do: chi_tieu}"),
    ("{bang: van_ban_ban_hanh, cot: [tt], loc: {loai: Quyet dinh}}", "DL204", ".loc.loai", "không phải là tên loại",
     "viết «Quyết định»", "{bang: van_ban_ban_hanh, cot: [tt], loc: {loai: Quyết định}}"),
]  # fmt: skip

# What is added at the end, the finding (place below "phu_luc" and the like), and what mends it.
ADDED = [
    ("phu_luc: [{tieu_de: A}]", "DL202", "phu_luc[1]", "không có gì dưới tiêu đề", "«noi_dung: [Một đoạn văn.]»",
     "phu_luc: [{tieu_de: A, noi_dung: [Một đoạn văn.]}]"),
    ("phu_luc: [{tieu_de: A, bang: }]", "DL202", "phu_luc[1]", "không có gì dưới tiêu đề", "«bang: chi_tieu»",
     "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt, ten, ket_qua]}]"),
    ("phu_luc: [{tieu_de: A, noi_dug: [a]}]", "DL201", "phu_luc[1].noi_dug", "có phải ý là «noi_dung»?",
     "đổi thành «noi_dung:»", "phu_luc: [{tieu_de: A, noi_dung: [a]}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: []}]", "DL202", "phu_luc[1].noi_dung", "không có phần tử nào", "thêm ít nhất",
     "phu_luc: [{tieu_de: A, noi_dung: [a]}]"),
    ("phu_luc: [{tieu_de: A, cot: [tt]}]", "DL206", "phu_luc[1].cot", "có «cot» mà thiếu «bang»", "«bang: chi_tieu»",
     "phu_luc: [{tieu_de: A, cot: [tt], bang: chi_tieu}]"),
    ("phu_luc: [{tieu_de: A, bang: chi_tieu, cot: }]", "DL206", "phu_luc[1].cot", "có «bang» mà «cot» để trống",
     "điền «cot: [tt, ten, ket_qua]»", "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt, ten, ket_qua]}]"),
    ("phu_luc: [{tieu_de: A, bang: , cot: [tt]}]", "DL206", "phu_luc[1].bang", "có «cot» mà «bang» để trống",
     "điền «bang: chi_tieu»", "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt]}]"),
    ("phu_luc: [{tieu_de: A, cot: [{tieu_de: A}], hang: [[a]]}]", "DL206", "phu_luc[1].cot",
     "có «cot» mà thiếu «bang»", "«bang: tu_nhap»",
     "phu_luc: [{tieu_de: A, cot: [{tieu_de: A}], hang: [[a]], bang: tu_nhap}]"),
    ("phu_luc: [{tieu_de: A, bagn: chi_tieu, cot: [tt]}]", "DL201", "phu_luc[1].bagn", "có phải ý là «bang»?",
     "đổi thành «bang:»", "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt]}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: [a], cot: [tt]}]", "DL206", "phu_luc[1].cot", "«cot» không đi cùng «noi_dung»",
     "bỏ «cot»", "phu_luc: [{tieu_de: A, noi_dung: [a]}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: [a], bang: chi_tieu, cot: [tt]}]", "DL206", "phu_luc[1].bang",
     "«bang» không đi cùng «noi_dung»; chỉ viết một trong hai", "bỏ «bang» hoặc «noi_dung»",
     "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt]}]"),
    ("phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt], loc: {nam: 2023}}]", "DL206", "phu_luc[1].loc",
     "«loc» không đi cùng «bang: chi_tieu»", "bỏ «loc»", "phu_luc: [{tieu_de: A, bang: chi_tieu, cot: [tt]}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: [a], danh_so: [1.1.]}]", "DL205", "phu_luc[1].danh_so",
     "không đánh số bậc ngoài cùng", "«danh_so: [1., 1.1., a)]»",
     "phu_luc: [{tieu_de: A, noi_dung: [a], danh_so: [1., 1.1., a)]}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: [a], ma: Văn bản}]", "DL204", "phu_luc[1].ma", "không dùng làm mã được",
     "viết «van_ban»", "phu_luc: [{tieu_de: A, noi_dung: [a], ma: van_ban}]"),
    ("phu_luc: [{tieu_de: A, noi_dung: [a], ma: x}, {tieu_de: B, noi_dung: [a], ma: x}]", "DL106", "phu_luc[2].ma",
     "mã «x» đã có ở trên", "đổi một trong hai mã",
     "phu_luc: [{tieu_de: A, noi_dung: [a], ma: x}, {tieu_de: B, noi_dung: [a], ma: y}]"),
    ("van_ban_ban_hanh: [{so: 1/QĐ-UBND, ngay: 2022, trich_yeu: x, ma: a}, "
     "{so: 2/QĐ-UBND, ngay: 2022, trich_yeu: x, ma: a}]", "DL106", "van_ban_ban_hanh[2].ma", "mã «a» đã có ở trên",
     "đổi một trong hai mã", "van_ban_ban_hanh: [{so: 1/QĐ-UBND, ngay: 2022, trich_yeu: x, ma: a}, "
     "{so: 2/QĐ-UBND, ngay: 2022, trich_yeu: x, ma: b}]"),
    ("van_ban_ban_hanh: [{so: 1/QĐ-UBND, ngay: 2022, trich_yeu: x, nhom: Cấp trên}]", "DL204",
     "van_ban_ban_hanh[1].nhom", "không dùng làm mã được", "viết «cap_tren»",
     "van_ban_ban_hanh: [{so: 1/QĐ-UBND, ngay: 2022, trich_yeu: x, nhom: cap_tren}]"),
    ("chi_tieu: x", "DL203", "chi_tieu", "phải là một nhóm mục con hoặc một danh sách nhóm như thế",
     '«chi_tieu: {bo: qd-1829-2023, ket_qua: {"1.1": Có}}»',
     'chi_tieu: {bo: qd-1829-2023, ket_qua: {"1.1": Có}}'),
    ("chi_tieu: [x]", "DL203", "chi_tieu[1]", "phải là một nhóm mục con",
     '«- {bo: qd-1829-2023, ket_qua: {"1.1": Có}}»',
     'chi_tieu:\n  - {bo: qd-1829-2023, ket_qua: {"1.1": Có}}'),
    ("chi_tieu: [{bo: qd-1829-2023}]", "DL202", "chi_tieu[1].ket_qua", "thiếu mục «ket_qua»", '«ket_qua: {"1.1": Có}»',
     'chi_tieu: [{bo: qd-1829-2023, ket_qua: {"1.1": Có}}]'),
    ("chi_tieu: [{bo: qd-1829-2023, ket_qua: {}}, {bo: qd-1829-2023, ket_qua: {}}]", "DL106", "chi_tieu[2].bo",
     "«qd-1829-2023» được nêu hai lần", "gộp các kết quả vào lần nêu ở dòng 18, rồi xóa lần này",
     "chi_tieu: [{bo: qd-1829-2023, ket_qua: {}}]"),
    ("chi_tieu: {bo: qd-1829-2023, ket_qua: {}, khong_bao_cao: '1.1'}", "DL203", "chi_tieu.khong_bao_cao",
     "phải là một danh sách", '«khong_bao_cao: ["1.1"]»',
     'chi_tieu: {bo: qd-1829-2023, ket_qua: {}, khong_bao_cao: ["1.1"]}'),
    ("chi_tieu: {bo: qd-1829-2023, ket_qua: {}, nhom: {chinh_quyen_so: a}}", "DL203", "chi_tieu.nhom.chinh_quyen_so",
     "phải là một nhóm mục con", "«chinh_quyen_so: {ghi_chu: Đạt 11/11}»",
     "chi_tieu: {bo: qd-1829-2023, ket_qua: {}, nhom: {chinh_quyen_so: {ghi_chu: Đạt 11/11}}}"),
    ("chi_tieu: {bo: qd-1829-2023, ket_qua: {}, nhom: {chinh_quyen_so: {Ghi chú: a}}}", "DL204",
     'chi_tieu.nhom.chinh_quyen_so."Ghi chú"', "tên cột «Ghi chú» không dùng được", "đổi tên thành «ghi_chu»",
     "chi_tieu: {bo: qd-1829-2023, ket_qua: {}, nhom: {chinh_quyen_so: {ghi_chu: a}}}"),
]  # fmt: skip

# A result of an indicator, the place below it, and what mends it.
RESULTS = [
    ("{chu: Có, muc_tieu: 43.5%}", "DL204", "muc_tieu", "«43.5%»", "viết 43,5%", '{chu: Có, muc_tieu: "43,5%"}'),
    ("{chu: Có, cot_them: a}", "DL203", "cot_them", "phải là một nhóm mục con", "«cot_them: {kho_khan:",
     "{chu: Có, cot_them: {kho_khan: Thiếu kinh phí}}"),
    ("{chu: Có, cot_them: {Khó khăn: a}}", "DL204", 'cot_them."Khó khăn"', "tên cột «Khó khăn»", "«kho_khan»",
     "{chu: Có, cot_them: {kho_khan: a}}"),
    ("{chu: Có, cot_them: {kho_khan: '{{ ky }}'}}", "DL204", "cot_them.kho_khan", "không dùng được biểu thức",
     "viết thẳng chữ", "{chu: Có, cot_them: {kho_khan: Năm 2023}}"),
    ("{chu: Có, ky_truoc: 43.5%}", "DL204", "ky_truoc", "«43.5%»", "viết 43,5%", '{chu: Có, ky_truoc: "43,5%"}'),
    ("{chu: Có, ky_truoc: 1/2}", "DL204", "ky_truoc", "«1/2» là phân số", "«{tu: 1, mau: 2}»",
     "{chu: Có, ky_truoc: {tu: 1, mau: 2}}"),
    ("{chu: Có, ky_truoc: [1]}", "DL203", "ky_truoc", "không phải danh sách", "«ky_truoc: 80%»",
     "{chu: Có, ky_truoc: 80%}"),
    ("{chu: Có, ky_truoc: {tu: 1}}", "DL206", "ky_truoc.tu", "có «tu» mà thiếu «mau»", "thêm «mau: 1024»",
     "{chu: Có, ky_truoc: {tu: 1, mau: 1024}}"),
    ("{tu: 1, mau: }", "DL206", "mau", "có «tu» mà «mau» để trống", "điền «mau: 1024»", "{tu: 1, mau: 1024}"),
    ("{tu: , mau: 2}", "DL206", "tu", "có «mau» mà «tu» để trống", "điền «tu: 845»", "{tu: 1, mau: 2}"),
    ("{gia_tri: Không phát sinh}", "DL204", "gia_tri", "«Không phát sinh» là chữ", "«chu: Không phát sinh»",
     "{chu: Không phát sinh}"),
    ("{gia_tri: 14 điểm}", "DL204", "gia_tri", "«14 điểm» có cả số lẫn chữ", "«gia_tri: 14» và «don_vi: điểm»",
     "{gia_tri: 14, don_vi: điểm}"),
    ("{chu: Có, ky_truoc: {chu: a, gia_tri: 1}}", "DL206", "ky_truoc.gia_tri", "không đi cùng «chu»", "bỏ «gia_tri»",
     "{chu: Có, ky_truoc: {chu: a}}"),
    ("{chu: Có, ky_truoc: {chu: a, danh_gia: Đạt}}", "DL201", "ky_truoc.danh_gia", "không có trong mẫu", "bỏ mục này",
     "{chu: Có, ky_truoc: {chu: a}}"),
]  # fmt: skip

RECIPIENTS = [
    ("{gom: [a]}", "DL206", ".gom", "có «gom» mà thiếu «chu_thich»", "«chu_thich: để b/c»",
     "{gom: [a], chu_thich: để b/c}"),
    ("{chu_thich: x}", "DL206", ".chu_thich", "có «chu_thich» mà thiếu «gom»", "«gom: [UBND tỉnh, Sở A]»",
     "{chu_thich: x, gom: [UBND tỉnh, Sở A]}"),
    ("{dong_duoi: x}", "DL206", ".dong_duoi", "có «dong_duoi» mà thiếu «ten»", "«ten: UBND huyện (b/c)»",
     "{dong_duoi: x, ten: UBND huyện (b/c)}"),
    ("{ten: a, chu_thich: x}", "DL206", ".chu_thich", "«chu_thich» không đi cùng «ten»", "bỏ «chu_thich»", "{ten: a}"),
    ("{luu: a, dong_duoi: x}", "DL206", ".dong_duoi", "«dong_duoi» không đi cùng «luu»", "bỏ «dong_duoi»", "{luu: a}"),
    ("{gom: [a], chu_thich: x, dong_duoi: y}", "DL206", ".dong_duoi", "«dong_duoi» không đi cùng «gom»",
     "chỉ đi với «ten»", "{gom: [a], chu_thich: x}"),
    ("{gom: [a], chu_thich: x, ten: b}", "DL206", ".ten", "«ten» không đi cùng «gom»", "bỏ «ten» hoặc «gom»",
     "{gom: [a], chu_thich: x}"),
    ("{gom: [a], chu_thihc: c}", "DL201", ".chu_thihc", "có phải ý là «chu_thich»?", "đổi thành «chu_thich:»",
     "{gom: [a], chu_thich: c}"),
    ("{gom: [], chu_thich: x}", "DL202", ".gom", "«gom» không có phần tử nào", "thêm ít nhất",
     "{gom: [a], chu_thich: x}"),
    ("{gom: a, chu_thich: b}", "DL203", ".gom", "«gom» phải là một danh sách", "«gom: [UBND tỉnh, Sở A]»",
     "{gom: [UBND tỉnh, Sở A], chu_thich: b}"),
    ("{ten: , dong_duoi: }", "DL202", ".ten", "nơi nhận này trống", "«luu: VT»", "{luu: VT}"),
    ("{luu: }", "DL202", ".luu", "nơi nhận này trống", "điền «luu: VT, VHXH», hoặc xóa dòng này", "{luu: VT}"),
]  # fmt: skip

Case = tuple[str, str, str, str, str, str]


def ids(cases: list[Case]) -> list[str]:
    return [case[0] for case in cases]


def judged(load: Load, faulty: str, mended: str, case: Case) -> Finding:
    """The one finding of the faulty file, which is as the case says; the mended one has none."""
    _, rule, path, problem, fix, _ = case
    report, (finding,) = load(faulty)
    assert report is None
    assert (finding.rule, where(finding).split(" ", 1)[1]) == (rule, path)
    assert problem.casefold() in finding.problem.casefold()
    assert fix.casefold() in finding.fix.casefold()
    assert load(mended)[1] == []
    return finding


def placed(case: Case, path: str) -> Case:
    return (*case[:2], f"{path}{case[2]}", *case[3:])


@pytest.mark.parametrize("case", BLOCKS, ids=ids(BLOCKS))
def test_faults_in_a_block(load: Load, case: Case) -> None:
    faulty, mended = (REPORT.replace("Một đoạn văn.", block) for block in (case[0], case[5]))
    finding = judged(load, faulty, mended, placed(case, "noi_dung[1]"))
    assert where(finding).startswith("13:")


@pytest.mark.parametrize("case", BLOCKS, ids=ids(BLOCKS))
def test_faults_in_a_block_are_the_same_in_an_annex(load: Load, case: Case) -> None:
    faulty, mended = (f"{REPORT}phu_luc: [{{tieu_de: A, noi_dung: [{block}]}}]\n" for block in (case[0], case[5]))
    judged(load, faulty, mended, placed(case, "phu_luc[1].noi_dung[1]"))


@pytest.mark.parametrize("case", ADDED, ids=ids(ADDED))
def test_faults_in_annexes_documents_and_catalogues(load: Load, case: Case) -> None:
    judged(load, f"{REPORT}{case[0]}\n", f"{REPORT}{case[5]}\n", case)


@pytest.mark.parametrize("case", RESULTS, ids=ids(RESULTS))
def test_faults_in_a_result(load: Load, case: Case) -> None:
    faulty, mended = (
        f"{REPORT}chi_tieu:\n  bo: qd-1829-2023\n  ket_qua:\n    '1.1': {result}\n" for result in (case[0], case[5])
    )
    judged(load, faulty, mended, placed(case, 'chi_tieu.ket_qua."1.1".'))


@pytest.mark.parametrize("case", RECIPIENTS, ids=ids(RECIPIENTS))
def test_faults_in_a_recipient(load: Load, case: Case) -> None:
    faulty, mended = (REPORT.replace("- luu: VT", f"- {recipient}") for recipient in (case[0], case[5]))
    judged(load, faulty, mended, placed(case, "noi_nhan[1]"))


def test_a_repeated_id_names_the_place_of_the_first(load: Load) -> None:
    annexes = "phu_luc:\n  - {tieu_de: A, noi_dung: [a], ma: x}\n  - {tieu_de: B, noi_dung: [a], ma: x}\n"
    (finding,) = load(REPORT + annexes)[1]
    assert where(finding) == "20:37 phu_luc[2].ma"
    assert [str(place) for place in finding.related] == ["xa.yaml:19:37 (phu_luc[1].ma)"]


def test_three_with_one_id_are_told_at_the_second_and_the_third(load: Load) -> None:
    annexes = "phu_luc:\n" + "  - {tieu_de: A, noi_dung: [a], ma: x}\n" * 3
    assert [where(finding) for finding in load(REPORT + annexes)[1]] == ["20:37 phu_luc[2].ma", "21:37 phu_luc[3].ma"]


def test_a_list_sign_shown_in_quotes_can_be_typed_as_shown(load: Load) -> None:
    (finding,) = load(REPORT.replace("Một đoạn văn.", "liet_ke: [a]\n    dau: x"))[1]
    shown = finding.fix.removeprefix("Viết một trong: ").rstrip(".").split(", ")
    assert len(shown) == 6
    for sign in shown:
        assert load(REPORT.replace("Một đoạn văn.", f"liet_ke: [a]\n    dau: {sign}"))[1] == []
