"""``cds-gen build``: what it builds, where, what it says; what it never overwrites."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.jobs import output

EXAMPLES = Path(__file__).parents[1] / "rules"
SUMMARY = (
    "    Chính quyền số: 2/2 chỉ tiêu đạt\n    Hạ tầng số: 1/1 chỉ tiêu đạt\n    Kiểm tra: không có phát hiện nào\n"
)


def test_a_build_tells_source_target_and_the_groups(office: Any) -> None:
    done = office.run("build", "inputs/xa.yaml")
    assert (done.status, done.err) == (0, "")
    assert done.summary == f"inputs/xa.yaml → outputs/xa.docx (đã tạo)\n{SUMMARY}"
    with zipfile.ZipFile(office.folder / "outputs" / "xa.docx") as built:
        assert "Kết quả chuyển đổi số năm 2023" in built.read("word/document.xml").decode()


@pytest.mark.parametrize("name", ["xa.yaml", "xa", "inputs/xa.yaml", "inputs/xa", "./inputs/xa.yaml"])
def test_a_data_file_is_found_by_its_bare_name(name: str, office: Any) -> None:
    done = office.run("build", name)
    assert done.status == 0
    assert done.out.startswith("inputs/xa.yaml → outputs/xa.docx (đã tạo)\n")


def test_a_data_file_of_the_current_folder_comes_before_one_of_inputs(office: Any) -> None:
    office.write("xa.yaml", office.report)
    assert office.run("build", "xa").out.startswith("xa.yaml → outputs/xa.docx")


def test_a_data_file_by_its_full_path(office: Any) -> None:
    done = office.run("build", str(office.folder / "inputs" / "xa.yaml"))
    assert done.out.startswith("inputs/xa.yaml → outputs/xa.docx (đã tạo)\n")


def test_an_unchanged_report_is_not_written_again(office: Any) -> None:
    office.run("build", "xa")
    target = office.folder / "outputs" / "xa.docx"
    os.utime(target, ns=(1, 1))
    done = office.run("build", "xa")
    assert done.summary == f"inputs/xa.yaml → outputs/xa.docx (không đổi)\n{SUMMARY}"
    assert target.stat().st_mtime_ns == 1


def test_a_changed_report_replaces_what_was_built(office: Any) -> None:
    office.run("build", "xa")
    office.write("inputs/xa.yaml", office.report.replace("năm 2023", "cả năm 2023"))
    done = office.run("build", "xa")
    assert done.out.startswith("inputs/xa.yaml → outputs/xa.docx (đã cập nhật)\n")
    assert [path.name for path in (office.folder / "outputs").glob("*.docx")] == ["xa.docx"]


def test_out_makes_a_new_nested_folder(office: Any) -> None:
    done = office.run("build", "xa", "--out", "gui/huyen/2023")
    assert done.out.startswith("inputs/xa.yaml → gui/huyen/2023/xa.docx (đã tạo)\n")
    assert (office.folder / "gui" / "huyen" / "2023" / "xa.docx").is_file()
    assert not (office.folder / "outputs" / "xa.docx").exists()


def test_an_output_edited_by_hand_is_not_overwritten(office: Any) -> None:
    office.run("build", "xa")
    edited = office.write("outputs/xa.docx", b"da sua trong Word")
    office.write("inputs/xa.yaml", office.report.replace("năm 2023", "cả năm 2023"))
    before = office.files()

    done = office.run("build", "xa")

    assert done.err == (
        "LỖI: «outputs/xa.docx» đã được sửa sau khi dựng (hoặc không do cds-gen tạo ra) nên không bị ghi đè.\n"
        "    Cách sửa: Chuyển chỗ sửa vào tệp dữ liệu hoặc mẫu; hoặc chạy lại với --force để dựng bản mới "
        "(bản đã sửa được giữ lại bên cạnh, tên có ngày giờ); hoặc dựng vào thư mục khác bằng --out.\n"
    )
    assert (done.status, done.out) == (3, "")
    assert edited.read_bytes() == b"da sua trong Word"
    assert office.files() == before


def test_force_keeps_the_edited_output_as_a_dated_copy(office: Any) -> None:
    office.run("build", "xa")
    office.write("outputs/xa.docx", b"da sua trong Word")

    done = office.run("build", "xa", "--force")

    assert (done.status, done.err) == (0, "")
    first, second = done.out.splitlines()[:2]
    assert first == "inputs/xa.yaml → outputs/xa.docx (đã cập nhật)"
    kept = re.fullmatch(r"    Bản đã sửa tay được giữ tại (outputs/xa\.sua-tay-\d{8}-\d{6}\.docx)", second)
    assert kept
    assert (office.folder / kept[1]).read_bytes() == b"da sua trong Word"
    assert office.run("build", "xa").out.startswith("inputs/xa.yaml → outputs/xa.docx (không đổi)")


def test_force_changes_nothing_where_nobody_edited(office: Any) -> None:
    office.run("build", "xa")
    before = office.files()
    assert office.run("build", "xa", "--force").status == 0
    assert office.files() == before


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("xã.yaml", " Có phải ý là «xa.yaml»?"),
        ("hoangkin", " Có phải ý là «hoangkim.yaml»?"),
        ("hoangkim.docx", " Có phải ý là «hoangkim.yaml»?"),
        ("bao-cao-quy-4.yaml", ""),
    ],
)
def test_a_missing_file_is_told_with_the_near_name(name: str, hint: str, office: Any) -> None:
    before = office.files()

    done = office.run("build", name)

    assert done.err == (
        f"LỖI: Không tìm thấy tệp dữ liệu «{name}».{hint}\n"
        "    Cách sửa: Kiểm tra tên tệp; tệp được tìm trong thư mục hiện tại rồi trong inputs/. "
        "Đang có: hoangkim.yaml, xa.yaml.\n"
    )
    assert (done.status, done.out) == (3, "")
    assert office.files() == before


@pytest.mark.parametrize("name", ["inputs", ".", "/"])
def test_a_folder_is_no_data_file(name: str, office: Any) -> None:
    done = office.run("build", name)
    assert done.err.startswith(f"LỖI: «{name}» là một thư mục, không phải tệp dữ liệu.\n")
    assert done.status == 3


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_and_leaves_nothing_half_written(office: Any) -> None:
    folder = office.folder / "khoa"
    folder.mkdir(mode=0o555)
    done = office.run("build", "xa", "--out", "khoa")
    folder.chmod(0o755)
    assert done.err.startswith("LỖI: Không ghi được «khoa/xa.docx»: không có quyền")
    assert done.status == 3
    assert list(folder.iterdir()) == []


def test_a_target_that_is_open_in_word_is_told_and_kept(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    office.run("build", "xa")
    office.write("inputs/xa.yaml", office.report.replace("năm 2023", "cả năm 2023"))
    before = office.files()

    def locked(_source: object, _target: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(output.os, "replace", locked)
    done = office.run("build", "xa")

    assert done.err == (
        "LỖI: Không ghi được «outputs/xa.docx»: không có quyền, hoặc tệp đang mở trong chương trình khác.\n"
        "    Cách sửa: Đóng tệp nếu đang mở trong Word, kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại.\n"
    )
    assert done.status == 3
    assert office.files() == before


def test_out_that_is_a_file_is_told(office: Any) -> None:
    done = office.run("build", "xa", "--out", "inputs/xa.yaml")
    assert done.err.startswith("LỖI: Không ghi được «inputs/xa.yaml/xa.docx»: ")
    assert done.status == 3


def test_warnings_are_told_and_do_not_stop_the_build(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("loc: {loai: Quyết định}", "loc: {loai: Chỉ thị}"))

    done = office.run("build", "xa")

    assert done.status == 0
    assert done.err == (
        "inputs/xa.yaml:31:9 (noi_dung[1].gom[2]): CẢNH BÁO DL506\n"
        "    Danh sách «van_ban_ban_hanh» không có dòng nào.\n"
        "    Cách sửa: Sửa điều kiện ở «loc» (các loại đang có: Quyết định, Kế hoạch), hoặc bỏ danh sách này.\n"
    )
    assert done.summary.endswith("    Kiểm tra: 1 cảnh báo\n")


def test_an_office_works_with_its_own_template_from_anywhere_in_its_folder(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder / "inputs")
    done = office.run("build", "xa")
    assert done.status == 0
    assert Path("outputs/xa.docx").is_file()


def row_of(office: Any, name: str) -> list[str]:
    """The words of the cells of a row, from its name on; blank cells have none."""
    with zipfile.ZipFile(office.folder / "outputs" / "xa.docx") as built:
        words = built.read("word/document.xml").decode()
    row = words[words.index(name) :].split("</w:tr>")[0]
    cells = (re.sub("<[^>]+>", "", cell) for cell in row.split("</w:tc>"))
    return [cell for cell in cells if cell]


TWO_CATALOGUES = """\
chi_tieu:
  - bo: bo-nho
    khong_bao_cao: ["2.1"]
    ket_qua: {"1.1": Có, "1.2": 70%}
  - bo: bo-rieng
    ket_qua: {"1.1": 60%, K1: {tu: 1900, mau: 2000}, K2: Có}
noi_dung:
  - Một đoạn văn.
phu_luc:
  - {tieu_de: Kết quả, bang: chi_tieu, bo: bo-rieng, cot: [tt, ten, ket_qua]}
"""


def test_groups_of_several_catalogues_are_told_with_their_catalogue(office: Any) -> None:
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-rieng.yaml", office.folder / "templates" / "chi_tieu")
    office.write("inputs/nen.yaml", office.report)
    office.write("inputs/xa.yaml", f"ke_thua: [nen.yaml]\n{TWO_CATALOGUES}")

    done = office.run("build", "xa")

    assert (done.status, done.err) == (0, "")
    # Of the group of bo-nho that the office need not report there is nothing to tell.
    assert done.summary == (
        "inputs/xa.yaml → outputs/xa.docx (đã tạo)\n"
        "    bo-nho, Chính quyền số: 1/2 chỉ tiêu đạt\n"
        "    bo-rieng, Chính quyền số: 1/1 chỉ tiêu đạt\n"
        "    bo-rieng, Kinh tế số: 1/2 chỉ tiêu đạt\n"
        "    Kiểm tra: không có phát hiện nào\n"
    )


def test_what_is_not_reported_is_printed_blank(office: Any) -> None:
    office.write("inputs/nen.yaml", office.report)
    spared = 'ke_thua: [nen.yaml]\nchi_tieu: {khong_bao_cao: ["2.1"], ket_qua: {"2.1": }}\n'
    office.write("inputs/xa.yaml", spared)

    done = office.run("build", "xa")

    assert (done.status, done.err) == (0, "")
    assert row_of(office, "Điểm phát sóng") == ["Điểm phát sóng"]


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("", "Bưu điện"),
        (", cot_them: {co_quan_bao_cao: VNPT}", "VNPT"),
        (", cot_them: {co_quan_bao_cao: }", "Bưu điện"),
    ],
)
def test_a_column_of_ones_own_prints_the_offices_words_before_the_catalogues(
    own: str, printed: str, office: Any
) -> None:
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-rieng.yaml", office.folder / "templates" / "chi_tieu")
    office.write("inputs/nen.yaml", office.report)
    text = TWO_CATALOGUES.replace("mau: 2000", f"mau: 2000{own}")
    columns = "cot: [tt, ten, ket_qua, {cot: co_quan_bao_cao, tieu_de: Cơ quan}]"
    office.write("inputs/xa.yaml", "ke_thua: [nen.yaml]\n" + text.replace("cot: [tt, ten, ket_qua]", columns))

    done = office.run("build", "xa")

    assert (done.status, done.err) == (0, "")
    assert row_of(office, "Số thuê bao trên 1.000 dân") == ["Số thuê bao trên 1.000 dân", "950", printed]
