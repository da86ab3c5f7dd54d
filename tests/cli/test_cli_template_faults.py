"""What a secretary sees when the Word template is at fault: which template, which tag; nothing built."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

SYMBOL = "{{ van_ban.so_ky_hieu }}"
TEMPLATE = "templates/docx/bao_cao/mau.docx"
REMEDY = "    Cách sửa: Mở mẫu bằng Word, sửa thẻ ở đoạn nêu trên, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init».\n"


def edited(template: bytes, change: Callable[[str], str]) -> bytes:
    """The template with its main text changed, as if in Word."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == "word/document.xml" else content)
    return made.getvalue()


def with_symbol(tag: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert text.count(SYMBOL) == 1
        return text.replace(SYMBOL, tag)

    return change


def without_first(pattern: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        changed, count = re.subn(pattern, "", text, count=1)
        assert count == 1
        return changed

    return change


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


def refused(office: Any) -> str:
    """What the build of a sound data file prints; it must not have written anything."""
    before = office.files()
    done = office.run("build", "xa")
    assert (done.status, done.out) == (1, "")
    assert office.files() == before
    assert done.err.endswith("Không dựng được: 1 lỗi.\n")
    shown: str = done.err.removesuffix("Không dựng được: 1 lỗi.\n")
    return shown


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "Tệp không phải là tệp Word (.docx)."),
        ("Xin chào".encode(), "Tệp không phải là tệp Word (.docx)."),
        (zipped("a.txt"), "Tệp nén không chứa văn bản Word (thiếu word/document.xml)."),
    ],
    ids=["empty", "text", "another zip"],
)
def test_a_template_that_is_no_word_file(content: bytes, problem: str, office: Any) -> None:
    office.template.write_bytes(content)
    assert refused(office) == (
        f"{TEMPLATE}: LỖI MB101\n"
        f"    {problem}\n"
        "    Cách sửa: Mở mẫu bằng Word và lưu lại dạng .docx, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init».\n"
    )


def test_a_template_whose_xml_is_cut_off(office: Any) -> None:
    office.template.write_bytes(edited(office.template.read_bytes(), lambda text: text[:-30]))
    said = refused(office)
    assert said.startswith(f"{TEMPLATE} [word/document.xml]: LỖI MB101\n    Phần này của mẫu bị hỏng.\n")


@pytest.mark.parametrize("tag", ["{{ van_ban.so_hieu }}", "{{ so_hieu }}", "{{r so_hieu }}"])
def test_a_tag_that_names_what_a_report_has_not(tag: str, office: Any) -> None:
    office.template.write_bytes(edited(office.template.read_bytes(), with_symbol(tag)))
    said = refused(office)
    assert said.startswith(f"{TEMPLATE} [word/document.xml, đoạn ")
    assert "so_hieu" in said.splitlines()[0]
    assert "LỖI MB103" in said
    assert "không có tên «so_hieu»" in said
    assert said.endswith(REMEDY)


@pytest.mark.parametrize("tag", ["{{ van_ban.so_ky_hieu ", "{{ van_ban.so_ky_hieu }", "{ van_ban.so_ky_hieu }}"])
def test_a_tag_that_has_lost_a_brace(tag: str, office: Any) -> None:
    office.template.write_bytes(edited(office.template.read_bytes(), with_symbol(tag)))
    assert refused(office) == (
        f"{TEMPLATE} [word/document.xml, đoạn 9] «{tag.strip()}»: LỖI MB102\n"
        "    Một thẻ ở đoạn này thiếu dấu mở hoặc dấu đóng.\n"
        "    Cách sửa: Mở mẫu bằng Word, viết đủ cặp «{{ … }}» hoặc «{% … %}» trong cùng một đoạn.\n"
    )


@pytest.mark.parametrize("tag", ["{{ van_ban..so }}"])
def test_a_tag_that_does_not_parse(tag: str, office: Any) -> None:
    office.template.write_bytes(edited(office.template.read_bytes(), with_symbol(tag)))
    said = refused(office)
    assert said.startswith(f"{TEMPLATE} [word/document.xml, đoạn ")
    assert "«{{ van_ban.so" in said.splitlines()[0] or "«{{ van_ban..so" in said.splitlines()[0]
    assert "LỖI MB102\n    Thẻ viết sai cú pháp.\n" in said
    assert said.endswith(REMEDY)


@pytest.mark.parametrize("tag", [r"\{%p endfor %\}", r"\{%p endif %\}", r"\{%p for khoi in noi_dung %\}"])
def test_a_loop_or_condition_without_its_other_end(tag: str, office: Any) -> None:
    office.template.write_bytes(edited(office.template.read_bytes(), without_first(tag)))
    said = refused(office)
    assert said.startswith(f"{TEMPLATE} [word/document.xml, đoạn ")
    assert "LỖI MB102" in said
    assert "không có thẻ đóng tương ứng" in said
    assert said.endswith(REMEDY)


def test_mau_names_no_template(office: Any) -> None:
    office.write("inputs/xa.yaml", office.report.replace("mau: bao_cao", "mau: baocao"))
    before = office.files()

    done = office.run("build", "xa")

    folder = office.folder / "templates" / "docx"
    assert done.err == (
        f"LỖI: inputs/xa.yaml dùng mẫu «baocao», nhưng không có mẫu này trong {folder}. Có phải ý là «bao_cao»?\n"
        "    Cách sửa: Sửa mục «mau» của tệp dữ liệu thành một trong: bao_cao.\n"
    )
    assert (done.status, done.out) == (3, "")
    assert office.files() == before


def test_an_office_without_any_template_is_sent_to_init(office: Any) -> None:
    office.template.unlink()

    done = office.run("build", "xa")

    assert done.status == 3
    assert "Thư mục ấy chưa có mẫu nào: lấy lại mẫu gốc bằng lệnh «cds-gen init»." in done.err


def test_a_template_without_its_description(office: Any) -> None:
    office.template.with_name("mo_ta.yaml").unlink()

    done = office.run("build", "xa")

    assert done.err == (
        "LỖI: Không đọc được tệp mô tả mẫu «templates/docx/bao_cao/mo_ta.yaml».\n"
        "    Cách sửa: Lấy lại tệp gốc bằng lệnh «cds-gen init».\n"
    )
    assert done.status == 3


def test_a_template_mended_in_word_is_taken_at_once(office: Any) -> None:
    sound = office.template.read_bytes()
    office.template.write_bytes(b"")
    assert office.run("build", "xa").status == 1
    office.template.write_bytes(edited(sound, lambda text: text.replace("Yêu cầu: ", "Yêu cầu đặt ra: ")))
    assert office.run("build", "xa").status == 0
    with zipfile.ZipFile(office.folder / "outputs" / "xa.docx") as built:
        assert "Yêu cầu đặt ra: " in built.read("word/document.xml").decode()


def test_init_brings_a_lost_template_back(office: Any) -> None:
    sound = office.template.read_bytes()
    office.template.unlink()
    assert office.run("init", ".").status == 0
    assert office.template.read_bytes() == sound
