"""``cds-gen init`` and ``cds-gen template new``: an office's folder, which belongs to the office."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

OWN_REPORT = [
    "Làm báo cáo của mình: chạy «cds-gen init --data TÊN» để có tệp trống inputs/TÊN.yaml mà điền;",
    "báo cáo theo bộ chỉ tiêu thì thêm «--catalogue MÃ», mã là tên một tệp trong templates/chi_tieu/.",
]


@pytest.fixture
def elsewhere(office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A fresh current folder; ``office.run`` runs there."""
    folder = tmp_path / "moi"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return office


def test_init_lays_out_an_office(elsewhere: Any) -> None:
    done = elsewhere.run("init", "bao-cao")
    assert (done.status, done.err) == (0, "")
    *made, example = done.out.splitlines()[:-2]
    assert example == "Thư mục làm việc: bao-cao. Bước tiếp theo: vào thư mục đó, chạy «cds-gen build hoangkim.yaml»."
    assert done.out.splitlines()[-2:] == OWN_REPORT
    laid_out = sorted(path for path in Path("bao-cao").rglob("*") if path.is_file() and ".cds-gen" not in path.parts)
    assert sorted(made) == sorted(f"    tạo   {path.relative_to('bao-cao').as_posix()}" for path in laid_out)
    assert {Path("bao-cao/inputs/hoangkim.yaml"), Path("bao-cao/templates/docx/bao_cao/mau.docx")} <= set(laid_out)
    assert Path("bao-cao/outputs").is_dir()


def test_a_fresh_office_builds_its_example(elsewhere: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere.run("init", "bao-cao")
    monkeypatch.chdir("bao-cao")
    done = elsewhere.run("build", "hoangkim.yaml")
    assert done.status == 0
    assert done.out.startswith("inputs/hoangkim.yaml → outputs/hoangkim.docx (đã tạo)\n")


def test_init_in_the_current_folder_does_not_send_you_anywhere(elsewhere: Any) -> None:
    done = elsewhere.run("init")
    *_, example = done.out.splitlines()[:-2]
    assert example == "Thư mục làm việc đã sẵn sàng. Bước tiếp theo: chạy «cds-gen build hoangkim.yaml»."
    assert done.out.splitlines()[-2:] == OWN_REPORT
    assert Path("inputs/hoangkim.yaml").is_file()


def test_init_never_overwrites_what_the_office_changed(office: Any) -> None:
    office.run("init")  # with all the examples there is nothing left to make
    office.write("inputs/hoangkim.yaml", "của tôi\n")
    office.template.write_bytes(b"mau cua toi")
    before = office.files()

    done = office.run("init", ".")

    assert done.status == 0
    assert "    giữ   inputs/hoangkim.yaml (đã có)\n" in done.out
    assert "    giữ   templates/docx/bao_cao/mau.docx (đã có)\n" in done.out
    assert "tạo" not in done.out.rpartition("Thư mục làm việc")[0]
    assert office.files() == before


def test_init_where_a_file_stands_in_the_way(elsewhere: Any) -> None:
    Path("bao-cao").write_text("x")
    done = elsewhere.run("init", "bao-cao")
    assert done.err == (
        "LỖI: Không tạo được thư mục làm việc «bao-cao»: một phần của đường dẫn là tệp, không phải thư mục.\n"
        "    Cách sửa: Chọn một thư mục khác mà bạn có quyền ghi.\n"
    )
    assert done.status == 3


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_init_where_nothing_may_be_written(elsewhere: Any) -> None:
    Path("khoa").mkdir(mode=0o555)
    done = elsewhere.run("init", "khoa/bao-cao")
    assert done.err.startswith("LỖI: Không tạo được thư mục làm việc «khoa/bao-cao»: không có quyền")
    assert done.status == 3


HOUSE = "    Quy cách của cơ quan: templates/quy_cach.yaml\n"


def test_template_new_makes_a_template_that_builds(office: Any) -> None:
    office.template.unlink()
    done = office.run("template", "new", "templates/docx/bao_cao/mau.docx")
    assert done.out == "templates/docx/bao_cao/mau.docx (đã tạo)\n" + HOUSE
    assert office.run("build", "xa").status == 0


def test_template_new_does_not_overwrite_a_template_edited_in_word(office: Any) -> None:
    office.run("template", "new", "moi.docx")
    assert office.run("template", "new", "moi.docx").out == "moi.docx (không đổi)\n" + HOUSE
    edited = office.write("moi.docx", b"da sua trong Word")

    refused = office.run("template", "new", "moi.docx")

    assert refused.status == 3
    assert refused.err.startswith("LỖI: «moi.docx» đã được sửa sau khi dựng")
    assert edited.read_bytes() == b"da sua trong Word"
    assert office.run("template", "new", "moi.docx", "--force").out == "moi.docx (đã cập nhật)\n" + HOUSE
    (kept,) = office.folder.glob("moi.sua-tay-*.docx")
    assert kept.read_bytes() == b"da sua trong Word"
