"""Kinds of documents beside reports: from a blank file to the finished document, and what is told on the way."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

FOUND = re.compile(r"^inputs/moi\.yaml:(?P<line>\d+):\d+ \((?P<path>.+)\): LỖI (?P<rule>\w+)$", re.MULTILINE)
COMMON = {
    "don_vi.ten": "Ủy ban nhân dân xã Phú Khê",
    "don_vi.viet_tat": "UBND xã Phú Khê",
    "don_vi.dia_danh": "Phú Khê",
    "don_vi.ky_hieu": "UBND",
    "van_ban.ngay": "05/12/2025",
    "noi_nhan[1]": "Trưởng các thôn",
    "noi_nhan[2].luu": "VT, VP",
    "nguoi_ky.chuc_vu": "Chủ tịch",
    "nguoi_ky.ho_ten": "Trần Văn Khải",
}
GROUND = "Căn cứ Kế hoạch số 05/KH-UBND ngày 10 tháng 01 năm 2025 của UBND tỉnh Thanh Hóa về cải cách hành chính"
ANSWERS = {
    "cong_van": {
        "van_ban.don_vi_soan": "VHXH",
        "van_ban.trich_yeu": "rà soát hồ sơ quá hạn",
        "kinh_gui[1]": "Các công chức chuyên môn",
        "noi_dung[1]": "Thực hiện kế hoạch cải cách hành chính, UBND xã Phú Khê đề nghị như sau.",
        "noi_dung[2]": "Rà soát hồ sơ quá hạn, báo cáo trước ngày 10/12/2025.",
        "ket_thuc": "Đề nghị các công chức thực hiện",
    },
    "quyet_dinh": {
        "van_ban.trich_yeu": "Về việc thành lập Tổ rà soát hồ sơ",
        "van_ban.tham_quyen": "Chủ tịch Ủy ban nhân dân xã Phú Khê",
        "can_cu[1]": GROUND,
        "can_cu[2]": "Theo đề nghị của Văn phòng HĐND và UBND xã",
        "noi_dung[1].dieu": "Thành lập Tổ rà soát hồ sơ xã Phú Khê.",
        "noi_dung[2].dieu": "Tổ có nhiệm vụ rà soát hồ sơ quá hạn.",
        "noi_dung[3].dieu": "Văn phòng HĐND và UBND xã chịu trách nhiệm thi hành Quyết định này.",
    },
    "to_trinh": {
        "van_ban.trich_yeu": "Về việc hỗ trợ kinh phí sửa chữa trụ sở",
        "kinh_gui[1]": "Ủy ban nhân dân tỉnh Thanh Hóa",
        "can_cu[1]": GROUND,
        "noi_dung[1]": "UBND xã Phú Khê trình UBND tỉnh xem xét như sau.",
        "noi_dung[2].gom[1]": "Trụ sở đã xuống cấp.",
        "noi_dung[3].gom[1]": "Đề nghị hỗ trợ kinh phí sửa chữa.",
        "ket_thuc": "Kính trình Ủy ban nhân dân tỉnh Thanh Hóa xem xét, quyết định",
    },
    "thong_bao": {
        "van_ban.trich_yeu": "Về lịch tiếp công dân",
        "can_cu[1]": GROUND,
        "noi_dung[1]": "UBND xã Phú Khê thông báo lịch tiếp công dân như sau.",
        "noi_dung[2]": "Sáng thứ Hai hằng tuần, tại trụ sở UBND xã.",
        "ket_thuc": "UBND xã Phú Khê thông báo để công dân biết",
    },
    "ke_hoach": {
        "van_ban.trich_yeu": "Cải cách hành chính năm 2026",
        "can_cu[1]": GROUND,
        "noi_dung[1]": "UBND xã Phú Khê ban hành kế hoạch với những nội dung sau.",
        "noi_dung[2].gom[1]": "Giải quyết hồ sơ đúng hạn.",
        "noi_dung[3].gom[1]": "Rà soát hồ sơ hằng tuần.",
        "noi_dung[4].gom[1]": "Kinh phí lấy từ ngân sách xã.",
        "noi_dung[5].gom[1]": "Văn phòng theo dõi việc thực hiện.",
        "ket_thuc": "Trên đây là Kế hoạch cải cách hành chính năm 2026 của {{ don_vi.viet_tat }}",
    },
    "giay_moi": {
        "van_ban.trich_yeu": "Họp triển khai cải cách hành chính năm 2026",
        "noi_dung[1]": '"UBND xã Phú Khê trân trọng kính mời: Trưởng các thôn trên địa bàn xã."',
        "noi_dung[2]": "Tới dự cuộc họp triển khai cải cách hành chính năm 2026.",
        "noi_dung[3]": '"Chủ trì: Ông Trần Văn Khải, Chủ tịch UBND xã."',
        "noi_dung[4]": '"Thời gian: 08 giờ 00 phút, ngày 10/12/2025."',
        "noi_dung[5]": '"Địa điểm: Trụ sở UBND xã Phú Khê."',
        "ket_thuc": "Đề nghị các đại biểu đến dự đúng giờ",
    },
}
PRINTED = {
    "cong_van": ("số: /ubnd-vhxh", "v/v rà soát hồ sơ quá hạn", "kính gửi: các công chức chuyên môn."),
    "quyet_dinh": (
        "chủ tịch ủy ban nhân dân xã phú khê",
        "quyết định:",
        "điều 1. thành lập",
        "- như điều 3;",
        "này./.",
    ),
    "to_trinh": ("số: /ttr-ubnd", "tờ trình", "kính gửi: ủy ban nhân dân tỉnh thanh hóa.", "- như trên;"),
    "thong_bao": ("số: /tb-ubnd", "thông báo"),
    "ke_hoach": ("số: /kh-ubnd", "kế hoạch", "ii. nhiệm vụ, giải pháp"),
    "giay_moi": ("số: /gm-ubnd", "giấy mời", "thời gian: 08 giờ 00 phút"),
}
each_kind = pytest.mark.parametrize("kind", sorted(ANSWERS))


def blank_of(office: Any, kind: str) -> Path:
    assert office.run("init", "--data", "moi", "--kind", kind).status == 0
    path: Path = office.folder / "inputs" / "moi.yaml"
    return path


def answer(path: Path, kind: str, told: str) -> None:
    lines = path.read_text("utf-8").split("\n")
    for found in FOUND.finditer(told):
        lines[int(found["line"]) - 1] += f" {(COMMON | ANSWERS[kind])[found['path']]}"
    path.write_text("\n".join(lines), "utf-8")


def words_of(docx: Path) -> str:
    """The words of a document, one paragraph a line, in lower case: capitals are made by the styles."""
    with zipfile.ZipFile(docx) as package:
        document = package.read("word/document.xml").decode("utf-8")
    return re.sub(r" +", " ", re.sub(r"<[^>]+>", "", document.replace("</w:p>", "\n"))).strip().lower()


@each_kind
def test_the_first_build_of_a_kind_lists_its_blanks_and_nothing_else(kind: str, office: Any) -> None:
    blank_of(office, kind)
    done = office.run("build", "moi")
    asked = {each["path"] for each in FOUND.finditer(done.err)}
    # What may go is named as such by its hint, and is asked for only where it is a line of a list.
    assert asked == {*COMMON, *ANSWERS[kind]} - (
        {"ket_thuc"} if kind in ("cong_van", "thong_bao", "giay_moi") else set()
    )
    assert {each["rule"] for each in FOUND.finditer(done.err)} == {"DL202"}


@each_kind
def test_filled_a_kind_builds_without_a_word_of_complaint(kind: str, office: Any) -> None:
    path = blank_of(office, kind)
    answer(path, kind, office.run("build", "moi").err)
    text = path.read_text("utf-8").replace("\nket_thuc:\n", f"\nket_thuc: {ANSWERS[kind].get('ket_thuc', '')}\n")
    path.write_text(text, "utf-8")
    done = office.run("build", "moi", "--strict")
    assert (done.status, done.err) == (0, "")
    words = words_of(office.folder / "outputs" / "moi.docx")
    for printed in PRINTED[kind]:
        assert printed in words
    assert words.count("./.") == 1


def test_a_part_that_a_kind_must_have_is_asked_for_at_once_with_the_rest(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "quyet_dinh")
    example = (office.folder / "templates" / "docx" / "quyet_dinh" / "vi_du.yaml").read_text("utf-8")
    without = re.sub(r"can_cu:\n(?: +- .*\n)+", "", example).replace("  ngay: 12/3/2025\n", "")
    office.write("inputs/thieu.yaml", re.sub(r"  tham_quyen: .*\n", "", without))
    done = office.run("build", "thieu")
    assert done.status == 1
    for missing in ("can_cu", "ngay", "tham_quyen"):
        assert re.search(rf"thiếu mục «(?:\w+\.)?{missing}»", done.err.lower()), done.err


def test_a_part_that_a_kind_does_not_have_is_told_at_its_line(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "quyet_dinh")
    example = (office.folder / "templates" / "docx" / "quyet_dinh" / "vi_du.yaml").read_text("utf-8")
    office.write("inputs/thua.yaml", example + "\nkinh_gui:\n  - UBND tỉnh Thanh Hóa\n")
    line = example.count("\n") + 3
    done = office.run("build", "thua")
    assert done.status == 1
    assert f"inputs/thua.yaml:{line}:5 (kinh_gui[1]): LỖI DL519\n" in done.err
    assert "Quyết định không có phần «kinh_gui».\n" in done.err


def test_the_symbol_of_another_kind_is_a_warning(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("loai: BC", "loai: KH"))
    done = office.run("build", "xa")
    assert done.status == 0
    assert "CẢNH BÁO DL519\n    Mẫu «bao_cao» là của báo cáo (BC), mà van_ban.loai ghi «KH».\n" in done.err


def test_a_report_need_not_say_its_symbol(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("  loai: BC\n", ""))
    assert office.run("build", "xa").status == 0
    assert "số: 12/bc-ubnd" in words_of(office.folder / "outputs" / "xa.docx")


def test_a_template_without_a_place_for_the_grounds_is_told(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "quyet_dinh")
    folder = office.folder / "templates" / "docx" / "quyet_dinh"
    (folder / "mau.docx").write_bytes(office.template.read_bytes())
    office.write("inputs/qd.yaml", (folder / "vi_du.yaml").read_bytes())
    done = office.run("build", "qd")
    assert done.status == 1
    for tag in ("can_cu", "van_ban.tham_quyen", "van_ban.menh_lenh", "noi_dung[].so"):
        assert f"Mẫu không in «{tag}» (" in done.err


def test_numbering_by_articles_asks_for_a_template_with_articles(office: Any) -> None:
    office.write("inputs/xa.yaml", f"{office.report}trinh_bay:\n  danh_so: [Điều 1., 1., a)]\n")
    done = office.run("build", "xa")
    assert done.status == 1
    assert "Mẫu không in «noi_dung[].so» (khối tiêu đề của điều): «Điều 1.»" in done.err


def test_there_is_no_next_period_of_what_has_no_period(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "cong_van")
    office.write("inputs/cv.yaml", (office.folder / "templates" / "docx" / "cong_van" / "vi_du.yaml").read_bytes())
    done = office.run("new", "cv")
    assert done.status == 3
    assert done.err == (
        "LỖI: «inputs/cv.yaml» là văn bản không theo kỳ (không có mục «ky») nên không có kỳ sau.\n"
        "    Cách sửa: Làm văn bản mới cùng loại: chạy «cds-gen init --data TÊN --kind cong_van», hoặc chép tệp này.\n"
    )


def test_an_office_is_not_given_the_kinds_that_it_threw_away(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "thong_bao")
    kinds = {path.name for path in (office.folder / "templates" / "docx").iterdir()}
    assert kinds == {"bao_cao", "thong_bao"}


def test_a_new_kind_is_made_by_copying_a_folder(office: Any) -> None:
    """As the guide has it: copy, change the description, build; no program is touched."""
    office.run("init", "--data", "moi", "--kind", "giay_moi")
    assert office.run("template", "new", "bien_ban_tu_lam", "--from", "giay_moi").status == 0
    folder = office.folder / "templates" / "docx" / "bien_ban_tu_lam"
    about = (folder / "mo_ta.yaml").read_text("utf-8")
    for old, new in {
        "ten: Giấy mời\n": "ten: Biên bản\n",
        "ky_hieu: GM\n": "ky_hieu: BB\n",
        "phai_co: [Chủ trì, Thời gian, Địa điểm]\n": "phai_co: [Thời gian bắt đầu, Địa điểm, Thành phần tham dự]\n",
    }.items():
        assert about.count(old) == 1
        about = about.replace(old, new)
    (folder / "mo_ta.yaml").write_text(about, "utf-8")
    assert office.run("init", "--data", "bb", "--kind", "bien_ban_tu_lam").status == 0
    example = (folder / "vi_du.yaml").read_text("utf-8")
    office.write("inputs/bb.yaml", example.replace('"Thời gian: 08', '"Thời gian bắt đầu: 08'))
    done = office.run("build", "bb")
    assert done.status == 0
    assert "không có đoạn nào mở đầu bằng «Thành phần tham dự»" in done.err
    words = words_of(office.folder / "outputs" / "bb.docx")
    assert "số: 16/bb-ubnd" in words
    assert "\nbiên bản\n" in words


def test_a_template_is_built_for_the_kind_beside_which_it_stands(office: Any) -> None:
    office.run("init", "--data", "moi", "--kind", "cong_van")
    template = office.folder / "templates" / "docx" / "cong_van" / "mau.docx"
    shipped = words_of(template)
    template.unlink()
    assert office.run("template", "new", "templates/docx/cong_van/mau.docx").status == 0
    assert words_of(template) == shipped
    assert "v/v {{r van_ban.trich_yeu }}" in shipped
    assert "van_ban.ten_loai" not in shipped
