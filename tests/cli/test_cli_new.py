"""``cds-gen new``: the next period's file, told in a few lines; nothing is ever written over."""

from __future__ import annotations

import codecs
from typing import Any

import pytest


def test_the_next_year_is_written_beside_the_last_one(office: Any) -> None:
    outcome = office.run("new", "xa.yaml")
    assert outcome.status == 0
    assert outcome.out.startswith("Đã ghi inputs/xa-2024.yaml (năm 2024), từ inputs/xa.yaml (năm 2023).\n")
    assert outcome.out.endswith("rồi chạy «cds-gen build xa-2024.yaml»; xem trước thì thêm «--draft».\n")
    text = (office.folder / "inputs" / "xa-2024.yaml").read_text("utf-8")
    assert "truoc: {nam: 2023" in text


def test_a_second_run_leaves_what_has_been_filled_in(office: Any) -> None:
    office.run("new", "xa.yaml")
    target = office.folder / "inputs" / "xa-2024.yaml"
    target.write_text("đang điền dở", "utf-8")
    outcome = office.run("new", "xa.yaml")
    assert (outcome.status, target.read_text("utf-8")) == (3, "đang điền dở")
    assert "«inputs/xa-2024.yaml» đã có nên không bị ghi đè." in outcome.err


@pytest.mark.parametrize(
    ("asked", "file"),
    [
        (["--ky", "2026"], "xa-2026.yaml"),
        (["--ky", "n1/2024"], "xa-n1-2024.yaml"),
        (["--ky", "Q3/2024"], "xa-q3-2024.yaml"),
        (["--ky", "T7/2024"], "xa-t7-2024.yaml"),
        (["-o", "inputs/nam-sau.yaml"], "nam-sau.yaml"),
    ],
)
def test_the_period_and_the_file_may_be_named(office: Any, asked: list[str], file: str) -> None:
    assert office.run("new", "xa.yaml", *asked).status == 0
    assert (office.folder / "inputs" / file).is_file()


def test_the_period_after_that_takes_its_name_without_the_old_one(office: Any) -> None:
    office.run("new", "xa.yaml")
    path = office.folder / "inputs" / "xa-2024.yaml"
    assert office.run("new", path.name).status == 0
    assert (office.folder / "inputs" / "xa-2025.yaml").is_file()


def test_a_year_left_out_is_told(office: Any) -> None:
    outcome = office.run("new", "xa.yaml", "--ky", "2026")
    assert "CẢNH BÁO: bỏ cách năm 2024, năm 2025; số kỳ trước trong tệp là của năm 2023." in outcome.out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--ky", "2023"], "Cách sửa: Viết kỳ sau đó, ví dụ «--ky 2024»."),
        (["--ky", "2019"], "Kỳ năm 2019 không ở sau kỳ năm 2023"),
        (["--ky", "năm sau"], "«năm sau» không phải là một kỳ báo cáo."),
        (["--ky", "Q5/2024"], "«Q5/2024»: không có kỳ này."),
        (["--keep", "1/QĐ-UBND"], "Danh sách van_ban_ban_hanh không có văn bản «1/QĐ-UBND»."),
        (["-o", "khong/co/dau.yaml"], "Không tạo được «khong/co/dau.yaml»"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_written(office: Any, asked: list[str], said: str) -> None:
    outcome = office.run("new", "xa.yaml", *asked)
    assert outcome.status == 3
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    assert [path.name for path in (office.folder / "inputs").glob("xa*")] == ["xa.yaml"]


def test_a_faulty_source_is_told_with_its_places(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("nam: 2023", "nam: hai nghìn"))
    outcome = office.run("new", "xa.yaml")
    assert outcome.status == 1
    assert "LỖI DL204" in outcome.err + outcome.out
    assert not list((office.folder / "inputs").glob("xa-*"))


def test_a_file_that_is_not_there_is_told_with_one_near(office: Any) -> None:
    outcome = office.run("new", "xaa.yaml")
    assert outcome.status == 3
    assert "Có phải ý là «xa.yaml»?" in outcome.err


def test_line_ends_and_mark_of_the_old_file_stay(office: Any) -> None:
    office.write("inputs/xa.yaml", codecs.BOM_UTF8 + office.report.replace("\n", "\r\n").encode("utf-8"))
    office.run("new", "xa.yaml")
    data = (office.folder / "inputs" / "xa-2024.yaml").read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    assert data.count(b"\n") == data.count(b"\r\n")


def test_open_places_stop_a_build_and_are_told(office: Any) -> None:
    office.run("new", "xa.yaml")
    outcome = office.run("build", "xa-2024.yaml")
    assert outcome.status == 1
    assert "(so_lieu.may_tinh.gia_tri): LỖI DL801" in outcome.err
    assert not list((office.folder / "outputs").glob("xa-2024*"))


def test_a_filter_that_moves_on_is_told(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("loc: {loai: Quyết định}", "loc: {nam: 2023}"))
    outcome = office.run("new", "xa.yaml")
    line = 1 + office.report[: office.report.index("loc:")].count("\n")
    assert "    Năm để lọc, để đếm văn bản chuyển sang kỳ mới (1 chỗ; dòng của tệp cũ):\n" in outcome.out
    assert f"      dòng {line}: «nam: 2023» → «nam: 2024»\n" in outcome.out


def test_a_base_that_holds_the_old_period_is_told(office: Any) -> None:
    period = "ky: {nam: 2023, chot_den: 30/11/2023}\n"
    office.write("inputs/nen.yaml", office.report.replace(period, ""))
    office.write("inputs/xa.yaml", f"ke_thua: [nen.yaml]\n{period}van_ban: {{ngay: 05/12/2023}}\n")
    outcome = office.run("new", "xa.yaml")
    assert outcome.status == 0
    told = "tệp nền inputs/nen.yaml không bị đụng tới, còn của kỳ trước: 5 số liệu, kết quả; 3 câu."
    assert f"    CẢNH BÁO: {told}\n" in outcome.out


def test_a_period_that_stands_in_a_base_is_refused(office: Any) -> None:
    office.write("inputs/nen.yaml", office.report)
    office.write("inputs/xa.yaml", "ke_thua: [nen.yaml]\nky: {chot_den: 30/11/2023}\n")
    outcome = office.run("new", "xa.yaml")
    assert outcome.status == 3
    assert "Chuyển cả mục «ky» từ tệp nền vào tệp này" in outcome.err


@pytest.mark.parametrize(
    ("target", "way"),
    [
        ("inputs/2024/xa.yaml", "../xa.yaml"),
        ("xa-2024.yaml", "inputs/xa.yaml"),
        ("khac/xa.yaml", "../inputs/xa.yaml"),
    ],
)
def test_a_file_in_another_folder_of_the_office_names_the_old_one(office: Any, target: str, way: str) -> None:
    (office.folder / target).parent.mkdir(exist_ok=True)
    assert office.run("new", "xa.yaml", "-o", target).status == 0
    text = (office.folder / target).read_text("utf-8")
    assert f"tep: {way}}}" in text or f'tep: "{way}"}}' in text
    outcome = office.run("build", target, "--draft", "--verbose")
    assert "không có, hoặc không đọc được tệp" not in outcome.out + outcome.err


def test_a_file_outside_the_office_is_refused(office: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("noi_khac") / "xa.yaml"
    outcome = office.run("new", "xa.yaml", "-o", str(target))
    assert (outcome.status, target.exists()) == (3, False)
    assert "nằm ngoài thư mục làm việc" in outcome.err
    assert "«-o inputs/xa.yaml»" in outcome.err


def test_a_folder_from_which_bases_are_not_found_is_refused(office: Any) -> None:
    office.write("inputs/nen.yaml", office.report.replace("  ngay: 05/12/2023\n", ""))
    text = "ke_thua: [nen.yaml]\nky: {nam: 2023}\nvan_ban: {ngay: 05/12/2023}\n"
    office.write("inputs/xa.yaml", text)
    outcome = office.run("new", "xa.yaml", "-o", "xa-2024.yaml")
    assert outcome.status == 3
    assert "Tệp này kế thừa «nen.yaml»" in outcome.err
    assert not (office.folder / "xa-2024.yaml").exists()


def test_a_period_before_whose_file_is_gone_is_hinted_at(office: Any) -> None:
    period = "ky: {nam: 2023, chot_den: 30/11/2023, truoc: {nam: 2022, tep: xa-2022.yaml}}"
    office.write("inputs/xa.yaml", office.report.replace("ky: {nam: 2023, chot_den: 30/11/2023}", period))
    outcome = office.run("build", "xa.yaml", "--verbose")
    assert "không có, hoặc không đọc được tệp «xa-2022.yaml»" in outcome.out + outcome.err


def test_the_whole_year_after_its_second_half_is_a_step(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("ky: {nam: 2023,", "ky: {nam: 2023, nua_nam: 2,"))
    outcome = office.run("new", "xa.yaml", "--ky", "2023")
    assert outcome.status == 0
    assert "inputs/xa-2023.yaml (năm 2023), từ inputs/xa.yaml (6 tháng cuối năm 2023)" in outcome.out
    assert "SL605" not in office.run("build", "xa-2023.yaml", "--draft", "--verbose").err
    assert office.run("new", "xa-2023.yaml", "--ky", "N2/2023").status == 3
