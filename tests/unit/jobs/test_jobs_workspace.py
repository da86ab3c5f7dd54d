from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import CannotGoOn
from generator.jobs.workspace import Templates, find_data_file, shipped, shown_path, templates_for


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize("name", ["xa", "xa.yaml", "inputs/xa", "inputs/xa.yaml"])
def test_a_data_file_is_found_in_inputs(name: str, tmp_path: Path) -> None:
    path = touch(tmp_path / "inputs" / "xa.yaml")
    assert find_data_file(name, tmp_path) == path


def test_the_name_as_typed_comes_first(tmp_path: Path) -> None:
    touch(tmp_path / "inputs" / "xa.yaml")
    here = touch(tmp_path / "xa.yaml")
    assert find_data_file("xa", tmp_path) == here
    exact = touch(tmp_path / "xa")
    assert find_data_file("xa", tmp_path) == exact


def test_a_dot_in_the_name_is_no_ending(tmp_path: Path) -> None:
    path = touch(tmp_path / "inputs" / "xa.2023.yaml")
    assert find_data_file("xa.2023", tmp_path) == path


def test_a_full_path_is_taken_as_it_is(tmp_path: Path) -> None:
    found = touch(tmp_path / "noi-khac" / "xa.yaml")
    assert find_data_file(str(found.with_suffix("")), tmp_path / "o-day") == found


@pytest.mark.parametrize(
    ("name", "near"), [("xb.yaml", None), ("hoangkin", "hoangkim.yaml"), ("Hoàng Kim", "hoangkim.yaml")]
)
def test_a_missing_data_file_names_the_near_one_and_all_there_are(name: str, near: str | None, tmp_path: Path) -> None:
    touch(tmp_path / "inputs" / "hoangkim.yaml")
    with pytest.raises(CannotGoOn) as stopped:
        find_data_file(name, tmp_path)
    assert stopped.value.problem == f"Không tìm thấy tệp dữ liệu «{name}»." + (
        f" Có phải ý là «{near}»?" if near else ""
    )
    assert stopped.value.fix.endswith("Đang có: hoangkim.yaml.")


def test_where_there_is_no_data_file_at_all_none_is_listed(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as stopped:
        find_data_file("xa", tmp_path)
    assert "Đang có" not in stopped.value.fix


def test_the_offices_own_templates_come_before_the_shipped_ones(tmp_path: Path) -> None:
    data = touch(tmp_path / "inputs" / "2023" / "xa.yaml")
    assert templates_for(data, tmp_path).root == shipped() / "templates"
    (tmp_path / "templates" / "docx").mkdir(parents=True)
    assert templates_for(data, tmp_path).root == tmp_path / "templates"
    # From another folder the templates above the data file serve it all the same.
    assert templates_for(data, tmp_path / "inputs").root == tmp_path / "templates"


def test_a_folder_called_templates_that_holds_something_else_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "templates" / "web").mkdir(parents=True)
    assert templates_for(touch(tmp_path / "xa.yaml"), tmp_path).root == shipped() / "templates"


def test_the_shipped_folder_holds_templates_and_an_example() -> None:
    assert (shipped() / "templates" / "docx" / "bao_cao" / "mau.docx").is_file()
    assert (shipped() / "inputs" / "hoangkim.yaml").is_file()


@pytest.mark.parametrize("name", ["../bao_cao", "/bao_cao", "", ".", "bao_cao/"])
def test_the_name_of_a_kind_is_no_path(name: str, tmp_path: Path) -> None:
    touch(tmp_path / "docx" / "bao_cao" / "mau.docx")
    touch(tmp_path / "bao_cao" / "mau.docx")
    with pytest.raises(CannotGoOn):
        Templates(tmp_path).kind(name)


def test_a_kind_without_its_word_file_is_none(tmp_path: Path) -> None:
    touch(tmp_path / "docx" / "cong_van" / "mo_ta.yaml")
    known = touch(tmp_path / "docx" / "bao_cao" / "mau.docx").parent
    assert Templates(tmp_path).kind("bao_cao") == known
    with pytest.raises(CannotGoOn) as stopped:
        Templates(tmp_path).kind("cong_van")
    assert stopped.value.fix == "Sửa mục «mau» của tệp dữ liệu thành một trong: bao_cao."


def test_paths_are_shown_from_the_current_folder(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "inputs" / "xa.yaml", tmp_path) == str(Path("inputs", "xa.yaml"))
    assert shown_path(tmp_path / "xa.yaml", tmp_path / "noi-khac") == str(tmp_path / "xa.yaml")
