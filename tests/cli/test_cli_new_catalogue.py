"""``cds-gen init --new-catalogue``: a blank catalogue of indicators, and the blank report that it gives once filled."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from test_cli_blank_start import FOUND

BLANK = "templates/khoi_dau_chi_tieu.yaml"
MADE = "templates/chi_tieu/qd-15-2025.yaml"
# What is typed at the end of each line that is told to be blank.
ANSWERS = {
    "ten": "Bộ tiêu chí cải cách hành chính",
    "can_cu.so": "15/QĐ-UBND",
    "can_cu.ngay": "10/01/2025",
    "can_cu.trich_yeu": "về việc ban hành Bộ tiêu chí cải cách hành chính",
    "nhom[1].ma": "thu_tuc",
    "nhom[1].ten": "Thủ tục hành chính",
    "nhom[1].chi_tieu[1].ma": '"1.1"',
    "nhom[1].chi_tieu[1].ten": "Hồ sơ đúng hạn",
}


@pytest.fixture
def blank(office: Any) -> Path:
    assert office.run("init", "--new-catalogue", "qd-15-2025").status == 0
    path: Path = office.folder / MADE
    return path


def test_what_is_new_is_told_with_the_next_step(office: Any) -> None:
    before = office.files()
    done = office.run("init", "--new-catalogue", "qd-15-2025.yaml")
    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(
        r" {4}giữ {3}\d+ tệp đã có\n {4}tạo {3}templates/chi_tieu/qd-15-2025\.yaml\n"
        r"Bước tiếp theo: mở templates/chi_tieu/qd-15-2025\.yaml, điền nhóm và chỉ tiêu, lưu lại,\n"
        r"rồi chạy «cds-gen init --data TÊN --catalogue qd-15-2025»: .+\n",
        done.out,
    )
    assert office.files() == {**before, MADE: before[BLANK]}


def test_a_new_office_may_start_with_its_catalogue(office: Any) -> None:
    done = office.run("init", "bao-cao", "--new-catalogue", "qd-15-2025")
    assert done.status == 0
    assert "Bước tiếp theo: vào thư mục bao-cao, mở templates/chi_tieu/qd-15-2025.yaml," in done.out
    assert (office.folder / "bao-cao" / MADE).is_file()


def test_the_blank_one_of_the_office_is_never_taken_for_a_catalogue(office: Any) -> None:
    done = office.run("init", "--data", "phu-khe", "--catalogue", "khoi_dau_chi_tieu")
    assert done.status == 3
    assert "một trong: bo-nho, cv-891-2022, kh-100-2023, qd-1829-2023, stttt-2024;" in done.err


def test_the_blank_one_of_the_office_wins(office: Any) -> None:
    office.write(BLANK, "ten: Bộ của tỉnh tôi\n")
    office.run("init", "--new-catalogue", "moi")
    assert office.files()["templates/chi_tieu/moi.yaml"] == "ten: Bộ của tỉnh tôi\n".encode()


def filled(office: Any, blank: Path) -> None:
    told = office.run("init", "--data", "phu-khe", "--catalogue", "qd-15-2025").err
    lines = blank.read_text("utf-8").split("\n")
    for found in re.finditer(r":(\d+):\d+ \((.+)\): LỖI", told):
        lines[int(found[1]) - 1] += f" {ANSWERS[found[2]]}"
    blank.write_text("\n".join(lines), "utf-8")


def test_each_of_its_blanks_is_told_with_line_and_example(office: Any, blank: Path) -> None:
    done = office.run("init", "--data", "phu-khe", "--catalogue", "qd-15-2025")
    assert done.status == 1
    found = re.findall(r"^templates/chi_tieu/qd-15-2025\.yaml:(\d+):\d+ \((.+)\): LỖI DL202$", done.err, re.MULTILINE)
    assert [path for _, path in found] == list(ANSWERS)
    assert done.err.count("    Cách sửa: Điền «") == len(ANSWERS)
    lines = blank.read_text("utf-8").split("\n")
    for line, _ in found:
        assert lines[int(line) - 1].endswith(":")
        assert lines[int(line) - 2].lstrip().startswith("# ")
    assert "inputs/phu-khe.yaml" not in office.files()


def test_filled_it_gives_a_blank_report(office: Any, blank: Path) -> None:
    filled(office, blank)
    done = office.run("init", "--data", "phu-khe", "--catalogue", "qd-15-2025")
    assert (done.status, done.err) == (0, "")
    assert "Tệp có chỗ cho 1 chỉ tiêu, 1 nhóm của bộ qd-15-2025." in done.out
    made = office.files()["inputs/phu-khe.yaml"].decode()
    assert '    # 1.1. Hồ sơ đúng hạn\n    "1.1":\n      chu:\n      noi_dung:\n' in made
    assert "- muc: Thủ tục hành chính\n" in made
    assert {found["rule"] for found in FOUND.finditer(office.run("build", "phu-khe").err)} == {"DL202"}


def test_its_optional_keys_need_only_their_marks_taken_away(office: Any, blank: Path) -> None:
    filled(office, blank)
    blank.write_text(re.sub(r"^( *)#(?=[a-z])", r"\1", blank.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    done = office.run("init", "--data", "phu-khe", "--catalogue", "qd-15-2025")
    assert (done.status, done.err) == (0, "")
    made = office.files()["inputs/phu-khe.yaml"].decode()
    assert "    # ==== I. Thủ tục hành chính ====\n" in made
    assert "      # Số hồ sơ giải quyết trực tuyến\n      tu:\n      # Tổng số hồ sơ tiếp nhận\n      mau:\n" in made


def test_a_catalogue_that_is_there_stays_as_it_is(office: Any) -> None:
    before = office.files()
    done = office.run("init", "--new-catalogue", "bo-nho")
    assert (done.status, done.err) == (
        3,
        "LỖI: «templates/chi_tieu/bo-nho.yaml» đã có từ trước nên được giữ nguyên, không bị ghi đè.\n"
        "    Cách sửa: Mở tệp ấy ra điền tiếp, hoặc viết một tên khác sau --new-catalogue.\n",
    )
    assert office.files() == before


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("QĐ 15/2025", "qd-15-2025"),
        ("15/QĐ-UBND", "15-qd-ubnd"),
        ("Bộ mới.yaml", "bo-moi"),
        ("../chi_tieu/x", "chi_tieu-x"),
        ("-x", "x"),
        ("???", "qd-15-2025"),
        ("", "qd-15-2025"),
    ],
)
def test_a_name_that_no_report_could_give_is_told_with_a_better_one(name: str, better: str, office: Any) -> None:
    before = office.files()
    done = office.run("init", "bao-cao", f"--new-catalogue={name}")
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        f"LỖI: Mã bộ chỉ tiêu «{name}» không dùng được: "
        "chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang và gạch dưới.\n"
        f"    Cách sửa: Viết «--new-catalogue {better}».\n"
    )
    assert office.files() == before
    assert office.run("init", "bao-cao", f"--new-catalogue={better}").status == 0


def test_a_report_and_a_new_catalogue_at_once_are_a_wrong_command_line(office: Any) -> None:
    done = office.run("init", "bao-cao", "--data", "phu-khe", "--new-catalogue", "qd-15-2025")
    assert (done.status, done.out) == (2, "")
    assert "'--new-catalogue' không đi cùng '--data': điền bộ chỉ tiêu xong mới lấy tệp trống" in done.err
    assert not (office.folder / "bao-cao").exists()


def test_an_office_that_threw_the_blank_one_away_gets_it_back(office: Any) -> None:
    (office.folder / BLANK).unlink()
    assert office.run("init", "--new-catalogue", "moi").status == 0
    assert BLANK in office.files()
