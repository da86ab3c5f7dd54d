"""``cds-gen schema``: the schemas for editors and the reference, written where one wants them."""

from __future__ import annotations

import json
import shutil
from typing import Any

NAMES = ["bao_cao", "bo_chi_tieu", "mo_ta", "quy_cach", "thay_doi"]


def test_the_schemas_of_an_office_are_renewed(office: Any) -> None:
    stale = office.write(
        "templates/luoc_do/mo_ta.json", '{"$comment": "Lệnh «cds-gen schema» viết tệp này; đừng sửa tay."}'
    )
    done = office.run("schema")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "templates/luoc_do/bao_cao.json (không đổi)",
        "templates/luoc_do/bo_chi_tieu.json (không đổi)",
        "templates/luoc_do/mo_ta.json (đã cập nhật)",
        "templates/luoc_do/quy_cach.json (không đổi)",
        "templates/luoc_do/thay_doi.json (không đổi)",
    ]
    assert json.loads(stale.read_text("utf-8"))["title"] == "Tệp mô tả một mẫu văn bản"


def test_schemas_and_reference_go_where_they_are_wanted(office: Any) -> None:
    done = office.run("schema", "--out", "luoc-do", "--doc", "doc/tra-cuu.md")
    assert done.status == 0
    assert done.out.splitlines() == [*(f"luoc-do/{name}.json (đã tạo)" for name in NAMES), "doc/tra-cuu.md (đã tạo)"]
    for name in NAMES:
        text = (office.folder / "luoc-do" / f"{name}.json").read_text("utf-8")
        assert text.endswith("}\n")
        assert "\\u" not in text.replace("\\\\u", "")
        assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "# Tra cứu" in (office.folder / "doc" / "tra-cuu.md").read_text("utf-8")


def test_the_same_schemas_are_written_once(office: Any) -> None:
    office.run("schema", "--out", "luoc-do", "--doc", "tra-cuu.md")
    before = office.files()
    done = office.run("schema", "--out", "luoc-do", "--doc", "tra-cuu.md")
    assert done.out.count("(không đổi)") == len(NAMES) + 1
    assert office.files() == before


def test_a_file_of_somebody_else_is_not_overwritten(office: Any) -> None:
    office.write("luoc-do/mo_ta.json", "{}")
    office.write("ghi-chep.md", "# Của tôi\n")
    before = office.files()

    done = office.run("schema", "--out", "luoc-do")
    assert done.status == 3
    assert "«luoc-do/mo_ta.json» đã có và không do lệnh này viết ra" in done.err
    assert office.files() == before

    done = office.run("schema", "--doc", "ghi-chep.md")
    assert done.status == 3
    assert "«ghi-chep.md» đã có" in done.err
    assert office.files() == before


def test_outside_an_office_one_says_where(office: Any) -> None:
    shutil.rmtree(office.folder / "templates")
    done = office.run("schema")
    assert done.status == 3
    assert "không phải thư mục làm việc" in done.err
    assert "--out" in done.err
    assert not (office.folder / "templates").exists()


def test_a_folder_that_cannot_be_is_told(office: Any) -> None:
    office.write("tep", "x")
    done = office.run("schema", "--out", "tep/luoc-do")
    assert done.status == 3
    assert "LỖI: Không" in done.err
