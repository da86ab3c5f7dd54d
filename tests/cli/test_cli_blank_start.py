"""``cds-gen init --data``: a blank data file, what is told of it, and the report that comes of filling it."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.data.start_file import blank_report

BLANK = "templates/docx/bao_cao/khoi_dau.yaml"

# What a new user types into each place that the first build lists.
ANSWERS = {
    "don_vi.ten": "Ủy ban nhân dân xã Phú Khê",
    "don_vi.viet_tat": "UBND xã Phú Khê",
    "don_vi.dia_danh": "Phú Khê",
    "don_vi.ky_hieu": "UBND",
    "van_ban.ngay": "12/2024",
    "van_ban.trich_yeu": "Kết quả thực hiện nhiệm vụ cải cách hành chính năm 2024",
    "ky.nam": "2024",
    "kinh_gui[1]": "UBND huyện Sông Trà",
    "van_ban_ban_hanh[1].so": "08/KH-UBND",
    "van_ban_ban_hanh[1].ngay": "22/01/2024",
    "van_ban_ban_hanh[1].trich_yeu": "về cải cách hành chính năm 2024",
    "kien_nghi[1]": "Đề nghị UBND huyện Sông Trà mở lớp tập huấn.",
    "noi_dung[1]": "UBND xã Phú Khê báo cáo kết quả như sau.",
    "noi_dung[2].gom[1]": "UBND xã đã giao việc cho từng công chức.",
    "noi_dung[3].gom[1]": "Bộ phận một cửa đã giải quyết 702 hồ sơ.",
    "noi_dung[4].gom[1].gom[1]": "Hồ sơ được giải quyết đúng hạn.",
    "noi_dung[4].gom[2].gom[1]": "Công chức còn kiêm nhiệm.",
    "ket_thuc": "Trên đây là báo cáo kết quả {{ ky.ten }} của {{ don_vi.viet_tat }}",
    "noi_nhan[1]": "Thường trực Đảng ủy, HĐND xã (b/c)",
    "noi_nhan[2].luu": "VT, VHXH",
    "nguoi_ky.chuc_vu": "Chủ tịch",
    "nguoi_ky.ho_ten": "Trần Văn Khải",
}
# Places that may stay blank or go.
OPTIONAL = {
    "  cap_tren:\n": "  cap_tren: UBND huyện Sông Trà\n",
    "  so:\n": "  so: 12\n",
    "  chot_den:\n": "  chot_den: 30/11/2024\n",
}
FOUND = re.compile(
    r"^inputs/phu-khe\.yaml:(?P<line>\d+):\d+ \((?P<path>.+)\): LỖI (?P<rule>\w+)\n {4}(?P<problem>.+)$", re.MULTILINE
)


@pytest.fixture
def blank(office: Any) -> Path:
    """The blank file of a new office, under a name of its own."""
    assert office.run("init", "--data", "phu-khe").status == 0
    path: Path = office.folder / "inputs" / "phu-khe.yaml"
    return path


def answer(path: Path, told: str) -> None:
    """Type the answers at the ends of the lines that the findings name."""
    lines = path.read_text("utf-8").split("\n")
    for found in FOUND.finditer(told):
        lines[int(found["line"]) - 1] += f" {ANSWERS[found['path']]}"
    path.write_text("\n".join(lines), "utf-8")


def put(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def words_of(docx: Path) -> str:
    """The words of a report, in lower case: capitals are made by the styles."""
    with zipfile.ZipFile(docx) as package:
        document = package.read("word/document.xml").decode("utf-8")
    return re.sub(r"<[^>]+>", "", document.replace("</w:p>", "\n")).strip().lower()


@pytest.fixture
def filled(office: Any, blank: Path) -> Path:
    """The file after a user has filled all that it asks for."""
    answer(blank, office.run("build", "phu-khe").err)
    return blank


def test_from_nothing_to_a_folder_with_a_blank_file(office: Any) -> None:
    done = office.run("init", "bao-cao", "--data", "phu-khe")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith(
        "    tạo   inputs/phu-khe.yaml\n"
        "Bước tiếp theo: vào thư mục bao-cao, mở inputs/phu-khe.yaml, điền vào những chỗ trống, lưu lại,\n"
        "rồi chạy «cds-gen build phu-khe.yaml»: máy kể từng chỗ còn trống và cách điền, đủ thì ra tệp Word.\n"
    )
    made = office.folder / "bao-cao"
    assert (made / "inputs" / "phu-khe.yaml").read_text("utf-8") == blank_report((made / BLANK).read_text("utf-8"))
    assert (made / "inputs" / "hoangkim.yaml").is_file()
    assert (made / "outputs").is_dir()


def test_in_an_office_that_is_there_the_blank_file_is_all_that_is_new(office: Any) -> None:
    before = office.files()
    done = office.run("init", "--data", "phu-khe.yaml")
    assert done.status == 0
    assert re.match(r" {4}giữ {3}\d+ tệp đã có\n {4}tạo {3}inputs/phu-khe\.yaml\nBước tiếp theo: mở inputs/", done.out)
    made = blank_report(before[BLANK].decode()).encode()
    assert office.files() == {**before, "inputs/phu-khe.yaml": made}


def test_the_blank_file_of_the_office_wins(office: Any) -> None:
    office.write(BLANK, "mau: bao_cao   # của cơ quan tôi\n")
    office.run("init", "--data", "phu-khe")
    assert office.files()["inputs/phu-khe.yaml"].decode() == "mau: bao_cao   # của cơ quan tôi\n"


def test_a_kind_of_the_office_has_a_blank_file_too(office: Any) -> None:
    office.write("templates/docx/ke_hoach/khoi_dau.yaml", "mau: ke_hoach\n")
    office.run("init", "--data", "kh-2025", "--kind", "ke_hoach")
    assert office.files()["inputs/kh-2025.yaml"] == b"mau: ke_hoach\n"


def test_examples_that_the_office_threw_away_stay_away(office: Any) -> None:
    (office.folder / "inputs" / "hoangkim.yaml").unlink()
    office.run("init", "--data", "phu-khe")
    assert not (office.folder / "inputs" / "hoangkim.yaml").exists()


def test_an_office_without_the_folder_of_data_gets_it_back(office: Any) -> None:
    shutil.rmtree(office.folder / "inputs")
    assert office.run("init", "--data", "phu-khe").status == 0
    assert list(office.folder.glob("inputs/*")) == [office.folder / "inputs" / "phu-khe.yaml"]


@pytest.mark.parametrize("name", ["xa", "hoangkim"], ids=["its own report", "the example"])
def test_a_data_file_that_is_there_stays_as_it_is(name: str, office: Any) -> None:
    before = office.files()
    done = office.run("init", "--data", name)
    assert done.status == 3
    assert done.err == (
        f"LỖI: «inputs/{name}.yaml» đã có từ trước nên được giữ nguyên, không bị ghi đè.\n"
        "    Cách sửa: Mở tệp ấy ra điền tiếp, hoặc viết một tên khác sau --data.\n"
    )
    assert "tạo" not in done.out
    assert office.files() == before


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Xã Bình Minh", "xa-binh-minh"),
        ("Đông Hà.yaml", "dong-ha"),
        ("xã_a 6 tháng", "xa_a-6-thang"),
        ("inputs/xa-a.yaml", "xa-a"),
        ("../xa-a", "xa-a"),
        ("xa.a", "xa-a"),
        ("-x", "x"),
        ("???", "xa-a"),
        ("", "xa-a"),
    ],
)
def test_a_name_that_cannot_be_is_told_with_a_better_one(name: str, better: str, office: Any) -> None:
    before = office.files()
    done = office.run("init", "bao-cao", f"--data={name}")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        f"LỖI: Tên tệp dữ liệu «{name}» không dùng được: "
        "chỉ gồm chữ không dấu, chữ số, dấu gạch ngang và gạch dưới.\n"
        f"    Cách sửa: Viết «--data {better}».\n"
    )
    assert office.files() == before
    assert office.run("init", "bao-cao", f"--data={better}").status == 0


def test_a_kind_that_is_not_there_is_told_with_those_that_are(office: Any) -> None:
    office.write("templates/docx/to_trinh/khoi_dau.yaml", "mau: to_trinh\n")
    done = office.run("init", "--data", "phu-khe", "--kind", "bao-cao")
    assert done.status == 3
    assert done.err == (
        "LỖI: Không có mẫu «bao-cao» trong templates/docx. Có phải ý là «bao_cao»?\n"
        "    Cách sửa: Viết sau --kind một trong: bao_cao, to_trinh.\n"
    )
    assert "inputs/phu-khe.yaml" not in office.files()


def test_a_kind_without_a_blank_file_is_told_so(office: Any) -> None:
    office.write("templates/docx/bien_ban/mau.docx", office.template.read_bytes())
    done = office.run("init", "--data", "phu-khe", "--kind", "bien_ban")
    assert done.status == 3
    assert done.err == (
        "LỖI: Mẫu «bien_ban» chưa có tệp trống để điền.\n"
        "    Cách sửa: Soạn tệp templates/docx/bien_ban/khoi_dau.yaml. Viết sau --kind một trong: bao_cao.\n"
    )


def test_a_kind_without_a_name_is_a_wrong_command_line(office: Any) -> None:
    done = office.run("init", "bao-cao", "--kind", "bao_cao")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("LỖI: Tùy chọn '--kind' chỉ đi cùng '--data'.\n")
    assert not (office.folder / "bao-cao").exists()


def test_the_first_build_lists_the_blanks_and_nothing_else(office: Any, blank: Path) -> None:
    done = office.run("build", "phu-khe")
    assert done.status == 1
    found = list(FOUND.finditer(done.err))
    assert {each["path"] for each in found} == set(ANSWERS)
    assert {each["rule"] for each in found} == {"DL202"}
    assert all("trống" in each["problem"] for each in found)
    assert done.err.endswith(f"Không dựng được: {len(ANSWERS)} lỗi.\n")
    assert done.err.count("    Cách sửa: ") == len(ANSWERS)
    lines = blank.read_text("utf-8").split("\n")
    for each in found:
        # A blank is at the end of its line, and the line above says what to type.
        line = int(each["line"]) - 1
        assert re.fullmatch(r" *(- *|(- )?[a-z_]+:)", lines[line])
        assert lines[line - 1].lstrip().startswith("# ")


@pytest.mark.usefixtures("filled")
def test_filled_it_builds_a_report_without_a_word_of_complaint(office: Any) -> None:
    done = office.run("build", "phu-khe")
    assert (done.status, done.err) == (0, "")
    words = words_of(office.folder / "outputs" / "phu-khe.docx")
    for printed in (
        "XÃ PHÚ KHÊ",
        "Kính gửi: UBND huyện Sông Trà.",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "Trong năm 2024, UBND xã Phú Khê đã ban hành 01 văn bản:",
        "- Kế hoạch số 08/KH-UBND ngày 22/01/2024 về cải cách hành chính năm 2024.",
        "II. KẾT QUẢ THỰC HIỆN\nBộ phận một cửa đã giải quyết 702 hồ sơ.\nIII. ĐÁNH GIÁ CHUNG",
        "IV. ĐỀ XUẤT, KIẾN NGHỊ",
        "- Đề nghị UBND huyện Sông Trà mở lớp tập huấn.",
        "Trên đây là báo cáo kết quả năm 2024 của UBND xã Phú Khê./.",
        "TM. ỦY BAN NHÂN DÂN",
    ):
        assert printed.lower() in words
    assert "phụ lục" not in words


@pytest.mark.parametrize("word", ["chuyển đổi số", "chính quyền số", "công nghệ số", "qd-1829"])
def test_the_blank_file_is_of_no_one_field_of_work(word: str, blank: Path) -> None:
    assert word not in blank.read_text("utf-8").lower()


def test_what_may_stay_blank_may_be_filled(office: Any, filled: Path) -> None:
    put(filled, OPTIONAL)
    assert office.run("build", "phu-khe").status == 0
    words = words_of(office.folder / "outputs" / "phu-khe.docx")
    assert words.startswith("ubnd huyện sông trà\n")
    assert "số: 12/bc-ubnd\n" in words


def test_a_deputy_half_a_year_and_figures_need_only_marks_taken_away(office: Any, filled: Path) -> None:
    put(
        filled,
        {
            "  quyen_han: TM\n": "  quyen_han: KT\n",
            "  #thay: ": "  thay: ",
            "  chuc_vu: Chủ tịch": "  chuc_vu: Phó Chủ tịch",
            "  #nua_nam: ": "  nua_nam: ",
            "#so_lieu:\n#  thon: 6\n": "so_lieu:\n  thon: 6\n",
            "giải quyết 702 hồ sơ.": "giải quyết 702 hồ sơ của {{ so_lieu.thon | hai_chu_so }} thôn.",
        },
    )
    done = office.run("build", "phu-khe")
    assert (done.status, done.err) == (0, "")
    words = words_of(office.folder / "outputs" / "phu-khe.docx")
    assert "trong 6 tháng đầu năm 2024," in words
    assert "702 hồ sơ của 06 thôn." in words
    signed = words.partition("nơi nhận")[2]
    assert re.search(r"tm\. ủy ban nhân dân\s+kt\. chủ tịch\s+phó chủ tịch", signed)


def test_a_head_of_an_office_signs_alone(office: Any, filled: Path) -> None:
    put(filled, {"  quyen_han: TM\n": "", "  tap_the: Ủy ban nhân dân\n": ""})
    assert office.run("build", "phu-khe").status == 0
    signed = words_of(office.folder / "outputs" / "phu-khe.docx").partition("- lưu: vt, vhxh.")[2]
    assert signed.lstrip().startswith("chủ tịch\n")


def test_documents_and_recommendations_may_go_as_the_file_says(office: Any, filled: Path) -> None:
    text = filled.read_text("utf-8")
    text = re.sub(r"van_ban_ban_hanh:\n(?: +.*\n)+", "", text)
    text = re.sub(r"kien_nghi:\n(?: +.*\n)+", "", text)
    text = re.sub(r" +- \"Trong \{\{ ky.*\n +- danh_sach: van_ban_ban_hanh\n", "", text)
    text = re.sub(r"  - muc: Đề xuất, kiến nghị\n(?: {3,}.*\n)+", "", text)
    filled.write_text(text, "utf-8")
    done = office.run("build", "phu-khe")
    assert (done.status, done.err) == (0, "")
    words = words_of(office.folder / "outputs" / "phu-khe.docx")
    assert "ban hành" not in words
    assert "kiến nghị" not in words
