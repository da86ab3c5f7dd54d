"""``cds-gen template``: what a secretary is told of a template, and how a new kind of document begins."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

TEMPLATE = "templates/docx/bao_cao/mau.docx"


def edit(office: Any, change: Callable[[str], str], part: str = "word/document.xml") -> None:
    """Change a part of the office's template, as if in Word."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(office.template.read_bytes())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                changed = change(content.decode())
                assert changed != content.decode()
                content = changed.encode()
            new.writestr(name, content)
    office.template.write_bytes(made.getvalue())


# --- check ------------------------------------------------------------------------------------------------------


def test_the_shipped_template_is_sound_and_was_tried(office: Any) -> None:
    before = office.files()
    done = office.run("template", "check", "bao_cao")
    assert (done.status, done.err) == (0, "")
    assert "Dựng thử bằng templates/docx/bao_cao/vi_du.yaml. Thể thức: " in done.out
    assert ", 0 không đạt, " in done.out
    assert office.files() == before


def test_faults_are_told_with_paragraph_and_excerpt_and_nothing_is_tried(office: Any) -> None:
    edit(office, lambda text: text.replace("{{ van_ban.so_ky_hieu }}", "{{ van_ban.so_hieu }}"))
    done = office.run("template", "check", "bao_cao")
    assert done.status == 1
    assert done.out.startswith(
        f"{TEMPLATE}: CẢNH BÁO MB202\n    Không thẻ nào in «van_ban.so_ky_hieu»: số, ký hiệu, cả chữ «Số:».\n"
    )
    assert f"{TEMPLATE} [word/document.xml, đoạn 9] «{{{{ van_ban.so_hieu }}}}»: LỖI MB201\n" in done.out
    assert "Có phải ý là «van_ban.so_ky_hieu»?" in done.out
    assert done.out.endswith("Sửa những lỗi trên rồi kiểm tra lại; lúc ấy máy mới dựng thử được.\n")


def test_the_form_of_the_trial_is_judged(office: Any) -> None:
    edit(office, lambda text: text.replace("Độc lập - Tự do - Hạnh phúc", "Độc lập, Tự do, Hạnh phúc"))
    done = office.run("template", "check", "bao_cao")
    assert done.status == 1
    assert "bản dựng thử từ templates/docx/bao_cao/vi_du.yaml [word/document.xml, đoạn " in done.out
    assert "LỖI TT202" in done.out or "LỖI TT201" in done.out or "LỖI TT221" in done.out


def test_a_file_anywhere_is_checked_and_not_tried_without_its_example(office: Any) -> None:
    shutil.copy(office.template, office.folder / "mau-khac.docx")
    done = office.run("template", "check", "mau-khac.docx")
    assert done.status == 0
    assert "Không dựng thử: cạnh mẫu không có tệp ví dụ «vi_du.yaml»." in done.out


def test_a_kind_that_is_not_there_is_named_with_what_is_close(office: Any) -> None:
    done = office.run("template", "check", "baocao")
    assert done.status == 3
    assert "Có phải ý là «bao_cao»?" in done.err


def test_a_file_that_is_no_word_file_is_a_finding(office: Any) -> None:
    office.template.write_bytes(b"x")
    done = office.run("template", "check", "bao_cao")
    assert done.status == 1
    assert f"{TEMPLATE}: LỖI MB101" in done.out


def test_findings_are_written_as_comments_into_a_copy(office: Any) -> None:
    edit(office, lambda text: text.replace("{{ van_ban.so_ky_hieu }}", "{{ van_ban.so_hieu }}"))
    before = office.template.read_bytes()
    assert office.run("template", "check", "bao_cao", "--annotate", "ghi-chu.docx").status == 1
    with zipfile.ZipFile(office.folder / "ghi-chu.docx") as copy:
        comments = copy.read("word/comments.xml").decode()
    assert "LỖI MB201" in comments
    assert "van_ban.so_hieu" in comments
    assert office.template.read_bytes() == before
    assert office.run("template", "check", "bao_cao", "--annotate", "ghi-chu.docx").status == 3


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_findings_are_told_to_programs(form: str, office: Any) -> None:
    edit(office, lambda text: text.replace("{{ van_ban.so_ky_hieu }}", "{{ van_ban.so_hieu }}"))
    done = office.run("template", "check", "bao_cao", "--format", form)
    told = json.loads(done.out)
    rules = (
        {each["luat"] for each in told["phat_hien"]}
        if form == "json"
        else {each["ruleId"] for each in told["runs"][0]["results"]}
    )
    assert (done.status, rules) == (1, {"MB201", "MB202"})


# --- vars -------------------------------------------------------------------------------------------------------


def test_the_names_are_told_with_meaning_example_and_place(office: Any) -> None:
    done = office.run("template", "vars", "bao_cao")
    assert done.status == 0
    assert (
        "van_ban.so_ky_hieu\n    Số, ký hiệu, cả chữ «Số:». Ví dụ: Số: 12/BC-UBND.\n"
        "    Viết: {{ van_ban.so_ky_hieu }}\n    Trong mẫu: đoạn 9\n"
    ) in done.out
    assert "don_vi.viet_tat" in done.out


def test_the_names_are_written_as_a_page(office: Any) -> None:
    assert office.run("template", "vars", "bao_cao", "--doc", "the.md").status == 0
    assert "| `van_ban.so_ky_hieu` |" in (office.folder / "the.md").read_text("utf-8")


# --- new --from -------------------------------------------------------------------------------------------------


def test_a_kind_begins_as_a_copy_and_builds(office: Any) -> None:
    done = office.run("template", "new", "ban_tin", "--from", "bao_cao")
    assert done.status == 0
    assert done.out.startswith("templates/docx/ban_tin: khoi_dau.yaml, mau.docx, mo_ta.yaml, vi_du.yaml\n")
    assert office.run("template", "check", "ban_tin").status == 0
    office.write("inputs/kh.yaml", office.report.replace("mau: bao_cao", "mau: ban_tin"))
    assert office.run("build", "kh").status == 0
    assert "mau: ban_tin\n" in (office.folder / "templates/docx/ban_tin/khoi_dau.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Kế hoạch", "Viết «ke_hoach»."),
        ("../ra", "Viết «ra»."),
        ("-x", None),
        ("bao_cao", "«bao_cao» đã có nên được giữ nguyên"),
    ],
)
def test_a_name_that_cannot_be_or_is_taken_is_refused_and_nothing_changes(
    name: str, said: str | None, office: Any
) -> None:
    before = office.files()
    done = office.run("template", "new", name, "--from", "bao_cao")
    assert done.status in (2, 3)
    assert said is None or said in done.err
    assert office.files() == before


def test_a_kind_is_copied_from_one_that_is_there(office: Any) -> None:
    done = office.run("template", "new", "ban_tin", "--from", "baocao")
    assert done.status == 3
    assert "Có phải ý là «bao_cao»?" in done.err
    assert not (office.folder / "templates/docx/ban_tin").exists()


def test_a_name_without_ending_asks_what_is_meant(office: Any) -> None:
    done = office.run("template", "new", "ban_tin")
    assert done.status == 2
    assert "--from" in done.err


# --- diff -------------------------------------------------------------------------------------------------------


def test_an_untouched_template_does_not_differ(office: Any) -> None:
    done = office.run("template", "diff")
    assert (done.status, done.out) == (0, f"{TEMPLATE}: như mẫu gốc\n")


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (
            "word/styles.xml",
            lambda text: text.replace('w:before="120"', 'w:before="160"', 1),
            "cách đoạn trên 6 pt → 8 pt",
        ),
        ("word/document.xml", lambda text: text.replace('w:left="1701"', 'w:left="1984"', 1), "lề trái 30 mm → 35 mm"),
        (
            "word/document.xml",
            lambda text: text.replace("Kính gửi: ", "Kính trình: ", 1),
            "Đoạn 15: «Kính gửi: {{ kinh_gui[0].ten }}{{ kinh_gui[0].dau }}» thành «Kính trình: ",
        ),
        (
            "word/header1.xml",
            lambda text: text.replace("</w:hdr>", "<w:p><w:r><w:t>Mật</w:t></w:r></w:p></w:hdr>"),
            "Đầu trang (mọi trang): «[số trang]» → «[số trang] / Mật».",
        ),
        (
            "word/document.xml",
            lambda text: text.replace(
                '<w:p><w:pPr><w:pStyle w:val="TenLoai"/>',
                '<w:p><w:r><w:t>Câu thêm</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="TenLoai"/>',
            ),
            "Thêm đoạn 11: «Câu thêm».",
        ),
    ],
    ids=["spacing", "margin", "words", "header", "added"],
)  # fmt: skip
def test_what_an_office_changed_is_told_in_words(part: str, change: Any, said: str, office: Any) -> None:
    edit(office, change, part)
    done = office.run("template", "diff", "bao_cao")
    assert done.status == 1
    assert said in done.out


def test_a_kind_of_its_own_has_nothing_to_differ_from(office: Any) -> None:
    office.run("template", "new", "ban_tin", "--from", "bao_cao")
    done = office.run("template", "diff", "ban_tin")
    assert done.status == 3
    assert "không phải mẫu đi kèm chương trình" in done.err


# --- a newer program --------------------------------------------------------------------------------------------


@pytest.fixture
def older(office: Any) -> Any:
    """The office, as if it had been laid out by a program with another template."""
    record = office.folder / "templates" / ".cds-gen" / "goc.json"
    known = json.loads(record.read_text("utf-8"))
    office.template.write_bytes(b"an older template")
    known[TEMPLATE] = hashlib.sha256(b"an older template").hexdigest()
    record.write_text(json.dumps(known), "utf-8")
    return office


def test_an_upgrade_tells_of_newer_templates_and_touches_none(older: Any) -> None:
    done = older.run("init", ".")
    assert f"    giữ   {TEMPLATE} (đã có; bản gốc đã mới hơn, bản này chưa sửa)\n" in done.out
    assert older.template.read_bytes() == b"an older template"
    older.template.write_bytes(b"edited")
    done = older.run("init", ".")
    assert f"    giữ   {TEMPLATE} (đã có; bản gốc đã mới hơn, bản này đã sửa)\n" in done.out
    assert older.template.read_bytes() == b"edited"


def test_an_edited_template_is_not_called_old(office: Any) -> None:
    edit(office, lambda text: text.replace("Kính gửi: ", "Kính trình: "))
    assert "mới hơn" not in office.run("init", ".").out


def test_a_damaged_record_is_done_without(office: Any) -> None:
    record: Path = office.folder / "templates" / ".cds-gen" / "goc.json"
    record.write_text("[", "utf-8")
    assert office.run("init", ".").status == 0
    assert TEMPLATE in json.loads(record.read_text("utf-8"))
