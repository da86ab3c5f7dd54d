"""The house style on the command line: ``template new`` builds with it, ``check --profile house`` judges by it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

HOUSE = "templates/quy_cach.yaml"
USED = f"Quy cách của cơ quan: {HOUSE}\n"
DEFAULT = f"Không có tệp {HOUSE} của cơ quan: dùng quy cách mặc định.\n"
MAU = "templates/docx/bao_cao/mau.docx"
OTHER = """\
co_chu: {quoc_hieu: 12, tieu_ngu: 13, dia_danh: 13, noi_dung: 13}
le: {tren: 25, duoi: 25, trai: 35, phai: 15}
thut_dau_dong: 1,27
gian_doan: 8
gian_dong: 1,2
uy_ban: day_du
"""


def checked(office: Any, *arguments: str) -> Any:
    return office.run("check", "outputs/xa.docx", "--profile", "house", *arguments)


def test_a_report_of_the_shipped_template_meets_the_shipped_style(office: Any) -> None:
    office.run("build", "xa")
    done = checked(office, "--select", "TT6")
    assert (done.status, done.err) == (0, USED)
    assert done.out == (
        "outputs/xa.docx: không có phát hiện nào\n    Thể thức: 7 luật, 6 đạt, 0 không đạt, 1 không đánh giá\n"
    )


def test_the_style_is_judged_only_when_it_is_asked_for(office: Any) -> None:
    office.run("build", "xa")
    office.write(HOUSE, OTHER)
    done = office.run("check", "outputs/xa.docx")
    assert (done.status, done.err) == (0, "")
    assert checked(office).status == 1
    refused = office.run("check", "outputs/xa.docx", "--select", "TT601")
    assert refused.status == 2
    assert "Luật «TT601» xét theo quy cách của cơ quan: thêm «--profile house»." in refused.err


def test_every_difference_is_told_with_what_was_chosen(office: Any) -> None:
    office.run("build", "xa")
    office.write(HOUSE, OTHER)
    done = checked(office, "--select", "TT6")
    assert (done.status, done.err) == (1, USED)
    for words in (
        "CẢNH BÁO TT601\n    Quốc hiệu có cỡ chữ «13», cơ quan chọn 12 (quy cách của cơ quan, mục «co_chu»)",
        "Tiêu ngữ có cỡ chữ «14», cơ quan chọn 13",
        "Nội dung văn bản có cỡ chữ «14», cơ quan chọn 13 (quy cách của cơ quan, mục «co_chu.noi_dung»)",
        "Lề trên là «20 mm», cơ quan chọn 25 mm",
        "Chữ đầu dòng lùi vào «1 cm», cơ quan chọn 1,27 cm",
        "Đoạn văn cách đoạn trên «6 pt», cơ quan chọn 8 pt",
        "Khoảng cách giữa các dòng là «1 dòng», cơ quan chọn 1,2 dòng",
        "Cách sửa: Gõ lại «ỦY BAN NHÂN DÂN HUYỆN SÔNG HỒNG».",
        "    Thể thức: 7 luật, 0 đạt, 7 không đạt, 0 không đánh giá\n",
    ):
        assert words in done.out
    assert "LỖI" not in done.out


def test_a_template_built_after_the_style_makes_reports_that_meet_it(office: Any) -> None:
    office.write(HOUSE, OTHER)
    built = office.run("template", "new", MAU, "--force")
    assert (built.status, built.out) == (0, f"{MAU} (đã cập nhật)\n    {USED}")
    assert office.run("build", "xa").status == 0
    done = checked(office, "--select", "TT6")
    assert (done.status, done.err) == (0, USED)
    assert "7 luật, 7 đạt, 0 không đạt" in done.out
    assert checked(office).status == 0


def test_without_a_file_the_defaults_are_used_and_that_is_said(office: Any) -> None:
    office.run("build", "xa")
    (office.folder / HOUSE).unlink()
    done = checked(office, "--select", "TT6")
    assert (done.status, done.err) == (0, DEFAULT)
    built = office.run("template", "new", "moi.docx")
    assert built.out == f"moi.docx (đã tạo)\n    {DEFAULT}"
    assert (office.folder / "moi.docx").read_bytes() == office.template.read_bytes()


def test_what_is_printed_for_programs_stays_clean(office: Any) -> None:
    office.run("build", "xa")
    office.write(HOUSE, "thut_dau_dong: 1,27\n")
    done = checked(office, "--format", "json", "--select", "TT604")
    told = json.loads(done.out)
    assert [(each["luat"], each["muc"], each["can_cu"]) for each in told["phat_hien"]] == [
        ("TT604", "warning", "quy cách của cơ quan")
    ]
    assert done.err == USED
    rules = json.loads(checked(office, "--format", "sarif").out)["runs"][0]["tool"]["driver"]["rules"]
    assert {f"TT60{number}" for number in range(1, 8)} <= {rule["id"] for rule in rules}


def test_a_style_outside_the_law_stops_both_commands_and_writes_nothing(office: Any) -> None:
    office.run("build", "xa")
    office.write(HOUSE, "le:\n  trai: 25\n")
    before = office.files()
    refusal = (
        f"{HOUSE}:2:9 (le.trai): LỖI DL205\n"
        "    «25» nhỏ hơn 30, không dùng được.\n"
        "    Cách sửa: Viết số từ 30 đến 35 (Phụ lục I, phần I, mục I.3).\n"
    )
    new = office.run("template", "new", "moi.docx")
    assert (new.status, new.out) == (1, "")
    assert new.err.startswith(refusal)
    judged = office.run("check", "outputs/xa.docx", "outputs/xa.docx", "--profile", "house")
    assert (judged.status, judged.out) == (1, refusal)
    assert office.files() == before


def test_a_style_that_law_allows_and_the_examples_do_not_is_taken_with_a_warning(office: Any) -> None:
    office.write(HOUSE, "co_chu: {quoc_hieu: 12}\n")
    done = office.run("template", "new", "moi.docx")
    assert done.status == 0
    assert done.err.startswith(f"{HOUSE}:1:1 (co_chu): CẢNH BÁO DL206\n    Cỡ chữ của Quốc hiệu, Tiêu ngữ")


def test_files_of_two_offices_are_each_held_against_their_own(office: Any) -> None:
    office.run("build", "xa")
    neighbour = office.folder.parent / "khac"
    (neighbour / "templates" / "docx").mkdir(parents=True)
    (neighbour / HOUSE).write_text("thut_dau_dong: 1,27\n", "utf-8")
    (neighbour / "xa.docx").write_bytes((office.folder / "outputs" / "xa.docx").read_bytes())
    os.chdir(office.folder.parent)
    done = office.run("check", "xa/outputs/xa.docx", "khac/xa.docx", "--profile", "house", "--select", "TT604")
    assert done.err == f"Quy cách của cơ quan: {Path('xa', HOUSE)}\nQuy cách của cơ quan: {Path('khac', HOUSE)}\n"
    assert "xa/outputs/xa.docx: không có phát hiện nào" in done.out
    assert "khac/xa.docx: 1 cảnh báo" in done.out


def test_a_rule_of_the_style_has_a_page_that_says_how_to_ask_for_it(office: Any) -> None:
    page = office.run("rules", "TT604").out
    assert "quy cách mà cơ quan tự chọn trong các khoảng của Nghị định" in page
    assert "`cds-gen check TỆP.docx --profile house --select TT604`" in page


def test_a_build_is_held_against_the_style_and_written_all_the_same(office: Any) -> None:
    office.write(HOUSE, OTHER)
    done = office.run("build", "xa")
    assert done.status == 0
    assert "CẢNH BÁO TT603\n    Lề trên là «20 mm», cơ quan chọn 25 mm" in done.err
    assert (office.folder / "outputs" / "xa.docx").exists()
    assert "không đạt" in done.out


def test_a_strict_build_is_refused_where_it_is_not_in_the_style(office: Any) -> None:
    office.write(HOUSE, OTHER)
    done = office.run("build", "xa", "--strict")
    assert done.status == 1
    assert "TT603" in done.out + done.err
    assert not (office.folder / "outputs" / "xa.docx").exists()


def test_a_build_of_an_office_without_a_style_is_not_held_against_one(office: Any) -> None:
    (office.folder / HOUSE).unlink()
    done = office.run("build", "xa", "--verbose")
    assert (done.status, "TT6" in done.err) == (0, False)


def test_the_style_of_an_office_without_templates_of_its_own_is_found(office: Any, tmp_path: Path) -> None:
    other = tmp_path / "khac"
    (other / "templates").mkdir(parents=True)
    (other / "templates" / "quy_cach.yaml").write_text(OTHER, "utf-8")
    office.run("build", "xa")
    (other / "xa.docx").write_bytes((office.folder / "outputs" / "xa.docx").read_bytes())
    os.chdir(other)
    done = office.run("check", "xa.docx", "--profile", "house", "--select", "TT6")
    assert (done.status, done.err) == (1, USED)
