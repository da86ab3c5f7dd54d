"""A first report, of a unit that is invented, filled place by place into the blank file that ``cds-gen init`` makes.

What is typed is counted, for docs/khoi-dau.md: ``python -m tests.meta.first_report`` prints the counts.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from generator.data.loading import load_catalogue
from generator.data.start_file import blank_report
from generator.errors import Refused
from generator.findings import DataPlace, Finding
from generator.jobs.build import build
from generator.jobs.init import lay_out

CATALOGUE = "qd-1829-2023"
NAME = "dong-my"

# What is typed at the end of the lines that the first build tells of; a text of several lines goes on below.
ANSWERS = {
    "don_vi.ten": "Ủy ban nhân dân xã Đông Mỹ",
    "don_vi.viet_tat": "UBND xã Đông Mỹ",
    "don_vi.dia_danh": "Đông Mỹ",
    "don_vi.ky_hieu": "UBND",
    "van_ban.ngay": "12/2024",
    "van_ban.trich_yeu": "Kết quả thực hiện chuyển đổi số năm 2024 trên địa bàn xã Đông Mỹ",
    "ky.nam": "2024",
    "kinh_gui[1]": "UBND huyện Lam Giang\n  - Phòng Văn hóa và Thông tin huyện Lam Giang",
    "van_ban_ban_hanh[1].so": "11/KH-UBND",
    "van_ban_ban_hanh[1].ngay": "20/01/2024",
    "van_ban_ban_hanh[1].trich_yeu": (
        "về chuyển đổi số xã Đông Mỹ năm 2024\n"
        "  - so: 24/QĐ-UBND\n    ngay: 14/02/2024\n    trich_yeu: về việc kiện toàn các tổ công nghệ số cộng đồng"
    ),
    "kien_nghi[1]": (
        "Đề nghị UBND huyện Lam Giang mở lớp tập huấn cho tổ công nghệ số cộng đồng.\n"
        "  - Đề nghị UBND huyện Lam Giang hỗ trợ kinh phí thay máy tính của bộ phận một cửa."
    ),
    "noi_dung[1]": (
        "Thực hiện Kế hoạch số 35/KH-UBND ngày 10/01/2024 của UBND huyện Lam Giang về chuyển đổi số năm 2024, "
        "UBND xã Đông Mỹ báo cáo kết quả như sau."
    ),
    "noi_dung[2].gom[1]": (
        "UBND xã đã giao từng chỉ tiêu cho một công chức theo dõi, họp kiểm điểm mỗi quý một lần, phân công tổ công "
        "nghệ số cộng đồng của 8 thôn đến từng nhà hướng dẫn người dân nộp hồ sơ trực tuyến."
    ),
    "noi_dung[3].gom[1]": "Ý thức sử dụng dịch vụ số của người dân tăng rõ rệt so với năm trước.",
    "noi_dung[4].gom[1].gom[1]": (
        "Hồ sơ nộp trực tuyến đạt {{ ct('1.6').ty_le }}, vượt mức {{ ct('1.6').chi_tieu }} được giao."
    ),
    "noi_dung[4].gom[2].gom[1]": (
        "Người cao tuổi còn ít dùng điện thoại thông minh; máy tính của bộ phận một cửa đã cũ.\n"
        "          - Chữ ký số cá nhân còn ít người đăng ký."
    ),
    "ket_thuc": "Trên đây là báo cáo kết quả chuyển đổi số {{ ky.ten }} của {{ don_vi.viet_tat }}",
    "noi_nhan[1]": "Thường trực Đảng ủy, HĐND xã (b/c)",
    "noi_nhan[2].luu": "VT, VHXH",
    "nguoi_ky.chuc_vu": "Chủ tịch",
    "nguoi_ky.ho_ten": "Hoàng Thị Thu Hà",
}
# Lines with a place that the build does not ask for, and what they become; only what is new is typed.
OPTIONAL = {
    "  cap_tren:": "  cap_tren: UBND huyện Lam Giang",
    "  chot_den:": "  chot_den: 30/11/2024",
    '  #khong_bao_cao: ["1.1"]': '  khong_bao_cao: ["1.11"]',
}
# By code, what is typed behind the keys for its result.
RESULTS: dict[str, dict[str, str]] = {
    "1.1": {"chu": "Có", "noi_dung": "UBND xã đã ban hành {{ vb('11/KH-UBND') }}."},
    "1.2": {"gia_tri": "100%"},
    "1.3": {"tu": "1.846", "mau": "1.846"},
    "1.4": {"gia_tri": "100%"},
    "1.5": {"tu": "1.312", "mau": "1.312"},
    "1.6": {
        "tu": "1.058",
        "mau": "1.312",
        "noi_dung": "Có {{ ct('1.6').phan_so }} hồ sơ nộp trực tuyến, đạt {{ ct('1.6').ty_le }}.",
    },
    "1.7": {"chu": "Có", "noi_dung": "Xã có kênh Zalo và trang thông tin điện tử."},
    "1.8": {"chu": "Có sử dụng hiệu quả"},
    "1.9": {"chu": "Cung cấp đầy đủ thông tin theo quy định"},
    "1.10": {"gia_tri": "100%"},
    "2.1": {"gia_tri": "100%"},
    "2.2": {"gia_tri": "100%"},
    "2.3": {"gia_tri": "100%"},
    "2.4": {
        "tu": "41",
        "mau": "63",
        "noi_dung": "Có {{ ct('2.4').phan_so }} doanh nghiệp, hộ kinh doanh thanh toán không dùng tiền mặt.",
    },
    "2.5": {"tu": "6", "mau": "11"},
    "2.6": {"tu": "7", "mau": "11"},
    "3.1": {"tu": "2.480", "mau": "3.105"},
    "3.2": {"tu": "3.622", "mau": "4.210"},
    "3.3": {"tu": "2.230", "mau": "3.540"},
    "3.4": {
        "tu": "2.967",
        "mau": "3.960",
        "noi_dung": "Có {{ ct('3.4').phan_so }} người trưởng thành có điện thoại thông minh.",
    },
    "3.5": {"tu": "5.204", "mau": "5.380"},
    "3.6": {"tu": "515", "mau": "3.960"},
    "3.7": {"gia_tri": "100%"},
    "3.8": {"tu": "3", "mau": "3"},
    "3.9": {"tu": "3.871", "mau": "5.380"},
    "3.10": {"tu": "940", "mau": "3.960"},
    "3.11": {"tu": "1.023", "mau": "3.960"},
    "3.12": {"tu": "968", "mau": "1.402"},
    "4.1": {"gia_tri": "100%"},
    "4.2": {"chu": "Đáp ứng"},
    "4.3": {"tu": "21", "mau": "21"},
    "4.4": {"chu": "Có"},
    "4.5": {"chu": "Có", "noi_dung": "Wifi công cộng có ở trụ sở UBND xã và 8 nhà văn hóa thôn."},
    "4.6": {"chu": "Có"},
    "4.7": {"chu": "Có"},
    "4.8": {"chu": "Có"},
}


@dataclass(frozen=True)
class Typed:
    """What a user types: at how many places of the file, how many characters, how many of them for the results."""

    places: int
    characters: int
    results: int


@dataclass(frozen=True)
class FirstReport:
    """What the builds say of the blank file and of the filled one, what was typed, and what the report is made of.

    ``lines`` is the length of the blank file, ``words`` the characters of the report, ``table`` those of its annex.
    """

    blanks: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    typed: Typed
    lines: int
    words: int
    table: int


def typed() -> Typed:
    """Places and characters, blanks before words not counted."""
    more = [_new_part(old, new) for old, new in OPTIONAL.items()]
    results = [text for keys in RESULTS.values() for text in keys.values()]
    texts = [*ANSWERS.values(), *more, *results]
    return Typed(len(texts), sum(map(len, texts)), sum(map(len, results)))


def _new_part(old: str, new: str) -> str:
    """The end of a line that is not there yet."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return new[same:].strip()


def answered(blank: str, told: tuple[Finding, ...]) -> str:
    """The file with every answer at the place that a finding tells."""
    lines = blank.split("\n")
    for finding in told:
        assert isinstance(finding.place, DataPlace)
        lines[finding.place.line - 1] += f" {ANSWERS[finding.place.path]}"
    return "\n".join(lines)


def filled(answers: str) -> str:
    """The file with the results, and with what is not asked for."""
    for old, new in OPTIONAL.items():
        assert answers.count(f"\n{old}\n") == 1, old
        answers = answers.replace(f"\n{old}\n", f"\n{new}\n")
    return "\n".join(_with_results(answers.split("\n")))


def _with_results(lines: list[str]) -> Iterator[str]:
    code = ""
    for line in lines:
        key = re.fullmatch(r' {4}"(.+)":', line)
        code = key[1] if key else code
        place = re.fullmatch(r" {6}(\w+):", line)
        text = RESULTS.get(code, {}).get(place[1]) if place and code else None
        yield f"{line} {text}" if text else line


def first_report(folder: Path) -> FirstReport:
    """Make the first report in a new office, as docs/khoi-dau.md tells it."""
    lay_out(folder)
    catalogue, _ = load_catalogue(folder / "templates" / "chi_tieu" / f"{CATALOGUE}.yaml")
    blank = blank_report((folder / "templates" / "docx" / "bao_cao" / "khoi_dau.yaml").read_text("utf-8"), catalogue)
    data = folder / "inputs" / f"{NAME}.yaml"
    data.write_text(blank, "utf-8")
    blanks = _refused(folder)
    data.write_text(filled(answered(blank, blanks)), "utf-8")
    findings = build(NAME, folder).findings
    body, _, annex = printed_words(folder / "outputs" / f"{NAME}.docx").partition("(Kèm theo Báo cáo")
    return FirstReport(blanks, findings, typed(), blank.count("\n"), len(body) + len(annex), len(annex))


def _refused(folder: Path) -> tuple[Finding, ...]:
    try:
        build(NAME, folder)
    except Refused as refused:
        return tuple(refused.findings)
    return ()


def printed_words(docx: Path) -> str:
    """The words of a report, a line for each paragraph."""
    with ZipFile(docx) as package:
        document = package.read("word/document.xml").decode("utf-8")
    lines = re.sub(r"<[^>]+>", "", document.replace("</w:p>", "\n")).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        print(first_report(Path(made)))
