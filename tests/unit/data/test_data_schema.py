"""What the schema says of a data file, through the loader."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from data_reports import REPORT, Load, where

from generator.data import schema_types
from generator.data.located import read_yaml
from generator.data.schema import check_catalogue, check_report
from generator.data.schema_blocks import KHOI
from generator.data.schema_report import BAO_CAO
from generator.data.schema_validator import check_declarations
from generator.data.shapes import full_forms
from generator.findings import Finding

Fault = Callable[[str], Finding]

VAN_BAN = "van_ban_ban_hanh:\n  - {{so: {so}, ngay: {ngay}, trich_yeu: x{more}}}\n"

# What is added from line 18 on, the rule, the place, part of the problem, part of the remedy.
ADDED = [
    ("xyz: 1\n", "DL201", "18:1 xyz", "mục «xyz» không có trong mẫu", "bỏ mục này"),
    ("trinhbay: {danh_so: [1.]}\n", "DL201", "18:1 trinhbay", "có phải ý là «trinh_bay»?", "đổi thành «trinh_bay:»"),
    ("kinh_gui: Sở A\n", "DL203", "18:11 kinh_gui", "phải là một danh sách, không phải chữ «Sở A»", "«- »"),
    ("kinh_gui: {a: b}\n", "DL203", "18:11 kinh_gui", "phải là một danh sách, không phải nhóm mục con", "[Sở A, Sở B]"),
    ("kinh_gui: [{a: b}]\n", "DL203", "18:12 kinh_gui[1]", "phải là một giá trị, không phải nhóm mục con", "Sở"),
    ("kinh_gui:\n  - Sở A\n  -\n", "DL202", "20:4 kinh_gui[2]", "để trống",
     "điền vào, ví dụ «- Sở Thông tin và Truyền thông», hoặc xóa dòng này"),
    ("van_ban_ban_hanh:\n  -\n", "DL202", "19:4 van_ban_ban_hanh[1]", "để trống", "ví dụ «- {so: 43/QĐ-UBND, ngay:"),
    ("so_lieu: 12\n", "DL203", "18:10 so_lieu", "phải là một nhóm mục con, không phải chữ «12»", "{may_tinh: 368}"),
    ("so_lieu: {a: 43.5}\n", "DL204", "18:14 so_lieu.a", "«43.5» không phải là số", "viết 43,5"),
    ("so_lieu:\n  a: 12 máy\n", "DL204", "19:6 so_lieu.a", "cả số lẫn chữ", 'don_vi: "máy"'),
    ("so_lieu:\n  a:\n", "DL202", "19:3 so_lieu.a", "«a» để trống", "368"),
    ("so_lieu: {Máy: 1}\n", "DL204", "18:11 so_lieu.Máy", "tên số liệu «Máy» không dùng được", "đổi tên thành «may»"),
    ("so_lieu: {a: {tu: 1}}\n", "DL206", "18:15 so_lieu.a.tu", "có «tu» mà thiếu «mau»", "thêm «mau: 1024»"),
    ("so_lieu: {a: {mau: 1}}\n", "DL206", "18:15 so_lieu.a.mau", "có «mau» mà thiếu «tu»", "thêm «tu: 845»"),
    ("so_lieu: {a: {gia_tri: 1, tu: 1, mau: 2}}\n", "DL206", "18:27 so_lieu.a.tu", "không đi cùng «gia_tri»", "bỏ"),
    ("so_lieu: {a: {don_vi: máy}}\n", "DL202", "18:11 so_lieu.a", "chưa có giá trị", "gia_tri: 368"),
    ("so_lieu: {a: {ty_le: 5%}}\n", "DL206", "18:15 so_lieu.a.ty_le", "chỉ viết kèm «tu» và «mau»", "gia_tri"),
    ("so_lieu: {a: {tu: 1, mau: 2, lam_tron: 7}}\n", "DL205",
     "18:40 so_lieu.a.lam_tron", "«7» lớn hơn 6", "từ 0 đến 6"),
    ("so_lieu: {a: 1,702}\n", "DL102", "18:14 so_lieu.a", "«1,702» bị cắt ở dấu phẩy", "«a: 1.702»"),
    ("so_lieu:\n  a: 1,702\n", "DL204", "19:6 so_lieu.a", "«1,702» có thể hiểu là 1.702", "«1,7020»"),
    ("so_lieu: {a: {tu: 1, mau: 2, ty_le: 82,9%}}\n", "DL102",
     "18:37 so_lieu.a.ty_le", "«82,9%» bị cắt ở dấu phẩy", '«ty_le: "82,9%"»'),
    ("kinh_gui:\n  -Sở A\n  -Sở B\n", "DL203", "19:3 kinh_gui", "sau dấu gạch ngang", "viết «- Sở A»"),
    ("kinh_gui:\n  -Sở A: x\n", "DL203", "19:3 kinh_gui", "sau dấu gạch ngang", 'viết «- "Sở A: x"»'),
    ("van_ban_ban_hanh:\n  -so: 1/QĐ-UBND\n", "DL203",
     "19:3 van_ban_ban_hanh", "sau dấu gạch ngang", "viết «- so: 1/QĐ-UBND»"),
    ("kinh_gui: ['{{ don_vi.cap_tren }}']\n", "DL204",
     "18:12 kinh_gui[1]", "«{{ don_vi.cap_tren }}»: ở đây không dùng được biểu thức", "viết thẳng chữ"),
    ("so_lieu: {a: {tu: -1, mau: 2}}\n", "DL204", "18:19 so_lieu.a.tu", "«-1» là số âm", "từ 0 trở lên"),
    ('so_lieu: {a: {gia_tri: "12,850.5"}}\n', "DL204", "18:24 so_lieu.a.gia_tri", "«12,850.5»", "12.850,5"),
    ("trinh_bay: {danh_so: []}\n", "DL202", "18:13 trinh_bay.danh_so", "không có phần tử nào", "«- »"),
    ("trinh_bay: {danh_so: [I]}\n", "DL205", "18:23 trinh_bay.danh_so[1]", "«I» không nằm trong", "I., 1., 1.1."),
    ("trinh_bay: {danh_so: [1.1.]}\n", "DL205", "18:13 trinh_bay.danh_so", "không đánh số bậc ngoài cùng", "I."),
    ("trinh_bay: {danh_so: [I., 1., a), 1), a), 1)]}\n", "DL205", "18:22 trinh_bay.danh_so", "quá 5 phần tử", "bỏ bớt"),
    ("phu_luc:\n  - {bang: chi_tieu, cot: [tt]}\n", "DL202", "19:5 phu_luc[1].tieu_de", "thiếu mục «tieu_de»", "thêm"),
    ("phu_luc:\n  - {tieu_de: A, bang: x, cot: [tt]}\n", "DL205", "19:24 phu_luc[1].bang", "«x»", "chi_tieu"),
    ("phu_luc:\n  - {tieu_de: A, bang: chi_tieu, cot: [Kết quả]}\n", "DL204",
     "19:40 phu_luc[1].cot[1]", "«Kết quả» không dùng làm mã được", "viết «ket_qua»"),
    ("phu_luc:\n  - {tieu_de: A, bang: chi_tieu, cot: [{cot: tt, rong: 0}]}\n", "DL204",
     "19:56 phu_luc[1].cot[1].rong", "«0» phải lớn hơn 0", "lớn hơn 0"),
    ("phu_luc:\n  - {tieu_de: A, bang: chi_tieu, cot: [tt], kho: dọc}\n", "DL205",
     "19:50 phu_luc[1].kho", "có phải ý là «doc»?", "ngang, doc"),
    (VAN_BAN.format(so="43", ngay="2022", more=""), "DL204", "19:10 van_ban_ban_hanh[1].so", "«43»", "43/QĐ-UBND"),
    (VAN_BAN.format(so="43/QĐ-UBND", ngay="30/2/2022", more=""), "DL204",
     "19:28 van_ban_ban_hanh[1].ngay", "tháng 2 năm 2022 chỉ có 28 ngày", "từ 1 đến 28"),
    (VAN_BAN.format(so="52/2019/QH14", ngay="2019", more=""), "DL202",
     "19:5 van_ban_ban_hanh[1]", "không suy ra được loại văn bản", "thêm «loai: Luật»"),
    (VAN_BAN.format(so="43/QĐ-UBND", ngay="2022", more=", ma: QĐ 43"), "DL204",
     "19:52 van_ban_ban_hanh[1].ma", "«QĐ 43» không dùng làm mã được", "qd_43"),
    ("chi_tieu: {bo: qd-1829-2023}\n", "DL202", "18:11 chi_tieu.ket_qua", "thiếu mục «ket_qua»", '{"1.1": Có}'),
    ("chi_tieu: {bo: QĐ 1829, ket_qua: {}}\n", "DL204", "18:16 chi_tieu.bo", "không dùng làm tên được", "qd_1829"),
]  # fmt: skip


@pytest.mark.parametrize("case", ADDED, ids=[case[0].strip() for case in ADDED])
def test_faults_in_added_keys(fault: Fault, case: tuple[str, ...]) -> None:
    added, rule, place, problem, fix = case
    finding = fault(added)
    assert (finding.rule, where(finding)) == (rule, place)
    assert problem.casefold() in finding.problem.casefold()
    assert fix.casefold() in finding.fix.casefold()


# What of the smallest report is replaced, by what, and the finding.
CHANGED = [
    ("mau: bao_cao\n", "", "DL202", "1:1 mau", "thiếu mục «mau»", "thêm «mau: bao_cao»"),
    ("mau: bao_cao", "mau: Báo cáo", "DL204", "1:6 mau", "«Báo cáo»", "bao_cao"),
    ("  dia_danh: Hoàng Kim\n", "", "DL202", "2:1 don_vi.dia_danh", "thiếu mục «dia_danh»", "«dia_danh: A»"),
    ("dia_danh: Hoàng Kim", "dia_danh:", "DL202", "5:3 don_vi.dia_danh", "để trống", "«dia_danh: A»"),
    ("dia_danh: Hoàng Kim", 'dia_danh: ""', "DL202", "5:3 don_vi.dia_danh", "để trống", "«dia_danh: A»"),
    ("ky_hieu: UBND", "ky_hieu: [UBND]", "DL203", "6:12 don_vi.ky_hieu", "phải là một giá trị", "UBND"),
    ("loai: BC", "loai: Báo cáo", "DL205", "8:9 van_ban.loai", "có phải ý là «BC»?", "viết một trong: NQ"),
    ("loai: BC", "so: 0\n  loai: BC", "DL205", "8:7 van_ban.so", "«0» nhỏ hơn 1", "từ 1 trở lên"),
    ("loai: BC", "so: 12,850\n  loai: BC", "DL204", "8:7 van_ban.so", "«12,850» phải là số nguyên", "12.850"),
    ("ngay: 12/2023", "ngay: 2023", "DL204", "9:9 van_ban.ngay", "«2023» thiếu tháng", "12/2023"),
    ("{nam: 2023}", "{nam: 23}", "DL205", "11:11 ky.nam", "«23» nhỏ hơn 1900", "từ 1900 đến 2100"),
    ("{nam: 2023}", "{nam: 2023, quy: 5}", "DL205", "11:22 ky.quy", "«5» lớn hơn 4", "từ 1 đến 4"),
    ("{nam: 2023}", "{nam: 2023, quy: 1, thang: 2}", "DL206", "11:25 ky.thang", "không đi cùng «quy»", "bỏ"),
    ("{nam: 2023}", "{nam: 2023, chot_den: 11/2023}", "DL204", "11:27 ky.chot_den", "thiếu ngày", "30/11/2023"),
    ("- Một đoạn văn.", "- Kết quả: đạt", "DL201", '13:5 noi_dung[1]."Kết quả"', "không có trong mẫu", "dấu nháy"),
    ("- Một đoạn văn.", "-", "DL202", "13:4 noi_dung[1]", "để trống", "ví dụ «- Một đoạn văn.», hoặc xóa dòng này"),
    ("- Một đoạn văn.", "- {}", "DL202",
     "13:5 noi_dung[1]", "khối này trống", "muc, dieu, danh_sach, liet_ke, chi_tieu, bang"),
    ("- Một đoạn văn.", "- gom: [a]", "DL202", "13:5 noi_dung[1]", "có «gom» mà thiếu «muc»", "muc: Công"),
    ("- Một đoạn văn.", "- {muc: A, chi_tieu: b}", "DL206", "13:14 noi_dung[1].chi_tieu", "không đi cùng «muc»", "bỏ"),
    ("- Một đoạn văn.", "- {chi_tieu: b, gom: [c]}", "DL206",
     "13:19 noi_dung[1].gom", "«gom» không đi cùng «chi_tieu»", "chỉ đi với «muc»"),
    ("- Một đoạn văn.", "- {danh_sach: kien_nghi, loc: {nam: 2023}}", "DL206",
     "13:28 noi_dung[1].loc", "«loc» không đi cùng «danh_sach: kien_nghi»", "«danh_sach: van_ban_ban_hanh»"),
    ("- Một đoạn văn.", "- {danh_sach: kien nghi}", "DL205",
     "13:17 noi_dung[1].danh_sach", "«kien_nghi»?", "một trong"),
    ("- Một đoạn văn.", "- {muc: A, gom: [{muc: B, gom: [{mục: C}]}]}", "DL201",
     "13:36 noi_dung[1].gom[1].gom[1].mục", "có phải ý là «muc»?", "đổi thành «muc:»"),
    ("noi_dung:\n  - Một đoạn văn.", "noi_dung: []", "DL202", "12:1 noi_dung", "không có phần tử nào", "«- »"),
    ("- luu: VT", "- {luu: VT, ten: A}", "DL206", "16:15 noi_nhan[1].ten", "không đi cùng «luu»", "bỏ"),
    ("- luu: VT", "- {}", "DL202", "16:5 noi_nhan[1]", "nơi nhận này trống", "luu: VT"),
    ("{chuc_vu:", "{quyen_han: TM, chuc_vu:", "DL206",
     "17:12 nguoi_ky.quyen_han", "phải đi cùng «tap_the»", "tap_the:"),
    ("{chuc_vu:", "{quyen_han: KT, chuc_vu:", "DL206",
     "17:12 nguoi_ky.quyen_han", "phải đi cùng «thay»", "thay: Chủ tịch"),
    ("{chuc_vu:", "{quyen_han: TM, tap_the: , chuc_vu:", "DL206",
     "17:27 nguoi_ky.tap_the", "«tap_the», mục này để trống", "điền «tap_the: Ủy ban nhân dân»"),
    ("{chuc_vu:", "{thay: A, chuc_vu:", "DL206", "17:12 nguoi_ky.thay", "«thay» chỉ dùng khi", "quyen_han: KT"),
    ("{chuc_vu:", "{quyen_han: TL, tap_the: A, thay: B, chuc_vu:", "DL206",
     "17:27 nguoi_ky.tap_the", "«tap_the» chỉ đi cùng quyen_han TM hoặc KT, không đi cùng TL", "bỏ «tap_the»"),
    ("{chuc_vu:", "{quyen_han: TUQ, tap_the: A, thay: B, chuc_vu:", "DL206",
     "17:28 nguoi_ky.tap_the", "không đi cùng TUQ", "bỏ «tap_the»"),
    ("{chuc_vu:", "{quyen_han: Q, tap_the: A, chuc_vu:", "DL206",
     "17:26 nguoi_ky.tap_the", "không đi cùng Q", "bỏ «tap_the»"),
    ("{chuc_vu:", "{quyen_han: [Q], tap_the: A, chuc_vu:", "DL203",
     "17:23 nguoi_ky.quyen_han", "phải là một giá trị", "«quyen_han: TM»"),
    ("{chuc_vu:", "{tap_the: A, chuc_vu:", "DL206", "17:12 nguoi_ky.tap_the", "thiếu «quyen_han»", "quyen_han: TM"),
    ("{chuc_vu:", "{quyen_han: TM., tap_the: A, chuc_vu:", "DL205", "17:23 nguoi_ky.quyen_han", "«TM»?", "TM, KT"),
    ("{chuc_vu: Chủ tịch,", "{chuc_vu: Chủ tịch, bí thư,", "DL201",
     '17:31 nguoi_ky."bí thư"', "không có trong mẫu", "phần sau dấu phẩy"),
]  # fmt: skip


RESULT = "chi_tieu:\n  bo: qd-1829-2023\n  ket_qua:\n    '1.1': {group}\n"
RESULTS = [
    ("{chu: Có, ly_do: x}", "DL206", "ly_do", "ở đây không có «danh_gia»", "thêm «danh_gia: Đạt»"),
    ("{chu: Có, don_vi: máy}", "DL206", "don_vi", "không đi cùng «chu»", "viết cả đơn vị vào «chu»"),
    ("{gia_tri: 82,9%}", "DL102", "gia_tri", "«82,9%» bị cắt ở dấu phẩy", '«gia_tri: "82,9%"»'),
    ('{gia_tri: "1,702"}', "DL204", "gia_tri", "«1,702» có thể hiểu là 1.702", "viết «1.702»"),
    ("{tu: 11, mau:20}", "DL102", "mau", "sau dấu hai chấm phải có một dấu cách", "viết «mau: 20»"),
    ('{chu: "{{ ky.nam }}"}', "DL204", "chu", "không dùng được biểu thức", "viết thẳng chữ"),
    ('{ghi_chu: "{{ ky.nam }}"}', "DL204", "ghi_chu", "không dùng được biểu thức", "viết thẳng chữ"),
]


@pytest.mark.parametrize("case", RESULTS, ids=[case[0] for case in RESULTS])
def test_faults_in_a_result(fault: Fault, case: tuple[str, ...]) -> None:
    group, rule, key, problem, fix = case
    finding = fault(RESULT.replace("{group}", group))
    assert finding.rule == rule
    assert where(finding).endswith(f'chi_tieu.ket_qua."1.1".{key}')
    assert problem in finding.problem
    assert fix.casefold() in finding.fix.casefold()


@pytest.mark.parametrize(
    "group", ["{chu: Có, danh_gia: Đạt, ly_do: x}", "{gia_tri: 14, don_vi: máy}", "{chu: Có, don_vi: }"]
)
def test_results_that_are_as_they_should_be(load: Load, group: str) -> None:
    assert load(REPORT + RESULT.replace("{group}", group))[1] == []


def test_an_expression_in_a_long_note_is_placed_at_its_line(fault: Fault) -> None:
    note = "\n      ghi_chu: |\n        Một.\n        Hai {{ ky.nam }}."
    assert where(fault(RESULT.replace(" {group}", note))).startswith("24:1 ")


@pytest.mark.parametrize("signer", ["quyen_han: TM, tap_the: A", "quyen_han: KT, tap_the: A, thay: B", "quyen_han: Q"])
def test_signers_that_are_as_they_should_be(load: Load, signer: str) -> None:
    assert load(REPORT.replace("{chuc_vu:", f"{{{signer}, chuc_vu:"))[1] == []


def test_a_misspelt_key_is_not_missing_too(load: Load) -> None:
    (finding,) = load(REPORT.replace("  dia_danh:", "  dia_dahn:"))[1]
    assert (finding.rule, where(finding)) == ("DL201", "5:3 don_vi.dia_dahn")
    assert finding.fix == "Đổi thành «dia_danh:»."


def test_a_key_that_is_there_is_not_proposed_again(load: Load) -> None:
    (finding,) = load(REPORT.replace("  dia_danh:", "  dia_danh_2: x\n  dia_danh:"))[1]
    assert finding.rule == "DL201"
    assert "dia_danh»?" not in finding.problem


def test_a_misspelt_key_hides_no_other_missing_one(load: Load) -> None:
    text = REPORT.replace("  dia_danh:", "  dia_dahn:").replace("  ky_hieu: UBND\n", "")
    assert [(finding.rule, where(finding)) for finding in load(text)[1]] == [
        ("DL202", "2:1 don_vi.ky_hieu"),
        ("DL201", "5:3 don_vi.dia_dahn"),
    ]


@pytest.mark.parametrize("case", CHANGED, ids=[case[1] or f"no {case[0]}" for case in CHANGED])
def test_faults_in_changed_keys(load: Load, case: tuple[str, ...]) -> None:
    old, new, rule, place, problem, fix = case
    assert old in REPORT
    report, (finding,) = load(REPORT.replace(old, new))
    assert report is None
    assert (finding.rule, where(finding)) == (rule, place)
    assert problem.casefold() in finding.problem.casefold()
    assert fix.casefold() in finding.fix.casefold()


def test_a_clash_names_the_other_key(load: Load) -> None:
    (finding,) = load(REPORT.replace("nam: 2023", "nam: 2023, quy: 1, thang: 2"))[1]
    assert [str(place) for place in finding.related] == ["xa.yaml:11:17 (ky.quy)"]


def test_all_faults_come_at_once_in_the_order_of_the_file(load: Load) -> None:
    text = REPORT.replace("loai: BC", "loai: XX").replace("ngay: 12/2023", "ngay: 32/1/2023").replace("ho_ten", "ten")
    report, findings = load(text)
    assert report is None
    assert [(finding.rule, where(finding)) for finding in findings] == [
        ("DL205", "8:9 van_ban.loai"),
        ("DL204", "9:9 van_ban.ngay"),
        ("DL201", "17:31 nguoi_ky.ten"),
    ]


def test_missing_keys_come_in_the_order_of_the_schema(load: Load) -> None:
    findings = load("trinh_bay: {}\n")[1]
    missing = ["mau", "don_vi", "van_ban", "ky", "noi_dung", "ket_thuc", "noi_nhan", "nguoi_ky"]
    assert [where(finding) for finding in findings] == [f"1:1 {key}" for key in missing]


def test_the_declarations_are_good_cerberus_schemas() -> None:
    check_declarations()


def _fields(rules: dict[str, object]) -> list[dict[str, object]]:
    below = [rules.get("schema"), rules.get("valuesrules")]
    nested = [part for part in below if isinstance(part, dict)]
    groups = [part for part in nested if "type" in part]
    for part in nested:
        if "type" not in part:
            groups += [value for value in part.values() if isinstance(value, dict)]
    return [rules, *(field for group in groups for field in _fields(group))]


def test_every_field_has_a_description_and_an_example() -> None:
    for fields in (BAO_CAO, KHOI):
        for rules in fields.values():
            for field in _fields(rules):
                meta = field["meta"]
                assert isinstance(meta, dict)
                assert meta["mo_ta"]
                assert meta["vi_du"]


def test_a_bug_of_ours_is_not_told_as_a_fault_of_the_user(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> str:
        raise KeyError(text)

    kinds = {**schema_types.KINDS, "slug": schema_types.Kind(lambda scalar: broken(scalar.text), str)}
    monkeypatch.setattr(schema_types, "KINDS", kinds)
    schema_types.coercer.cache_clear()
    monkeypatch.setitem(BAO_CAO["mau"], "coerce", schema_types.coercer("slug"))
    schema_types.coercer.cache_clear()
    with pytest.raises(KeyError, match="bao_cao"):
        load(REPORT)


def test_thousands_of_faulty_rows_stay_fast() -> None:
    rows = "".join(f"  - {{so: {n}, ngay: 32/13/2022, trich: x}}\n" for n in range(3000))
    tree, _ = read_yaml((REPORT + "van_ban_ban_hanh:\n" + rows).encode(), "f")
    assert tree is not None
    start = time.perf_counter()
    _, findings = check_report(full_forms(tree))
    assert len(findings) == 3 * 3000
    # Cerberus as it comes needs about a minute; the bound leaves room for a slow machine.
    assert time.perf_counter() - start < 15


def test_headings_may_nest_to_the_limit_of_the_file() -> None:
    depth = 18
    opening = "".join(f"{'  ' * (2 * n + 1)}- muc: A\n{'  ' * (2 * n + 2)}gom:\n" for n in range(depth))
    text = REPORT.replace("  - Một đoạn văn.\n", f"{opening}{'  ' * (2 * depth + 1)}- {{xyz: 1}}\n")
    tree, found = read_yaml(text.encode(), "f")
    assert (tree is not None, found) == (True, [])
    assert tree is not None
    (finding,) = check_report(full_forms(tree))[1]
    assert where(finding).endswith(f"noi_dung[1]{'.gom[1]' * depth}.xyz")


CATALOGUE = """\
ten: Các tiêu chí
can_cu: {so: 1829/QĐ-UBND, ngay: 30/5/2023, trich_yeu: x}
nhom:
  - ma: chinh_quyen_so
    ten: Chính quyền số
    chi_tieu:
      - {ma: "1.1", ten: A, yeu_cau: B, don_vi_tinh: "%", muc_tieu: 70%}
"""


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("ten: Các tiêu chí\n", "", "DL202", "1:1 ten"),
        ("ma: chinh_quyen_so", "ma: Chính quyền số", "DL204", "4:9 nhom[1].ma"),
        ("70%", "43.5%", "DL204", "7:69 nhom[1].chi_tieu[1].muc_tieu"),
        ("muc_tieu: 70%", "chieu: tăng", "DL205", "7:66 nhom[1].chi_tieu[1].chieu"),
        ("muc_tieu: 70%", "tong_hop: cong don", "DL205", "7:69 nhom[1].chi_tieu[1].tong_hop"),
        ("muc_tieu: 70%", "dat_khi: Có", "DL203", "7:68 nhom[1].chi_tieu[1].dat_khi"),
    ],
)
def test_faults_in_a_catalogue(old: str, new: str, rule: str, place: str) -> None:
    tree, _ = read_yaml(CATALOGUE.replace(old, new).encode(), "f")
    assert tree is not None
    (finding,) = check_catalogue(tree)[1]
    assert (finding.rule, where(finding)) == (rule, place)


def test_a_key_typed_as_a_label_is_no_sentence(load: Load) -> None:
    (finding,) = load(REPORT.replace("  trich_yeu:", "  Trích yếu:"))[1]
    assert (finding.rule, finding.fix) == ("DL201", "Đổi thành «trich_yeu:».")
