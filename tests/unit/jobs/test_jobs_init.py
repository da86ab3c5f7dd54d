from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import CannotGoOn
from generator.jobs import init
from generator.jobs.init import data_name, lay_out, start_data


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped folder with what programs leave behind in one."""
    folder = tmp_path / "phat-hanh"
    for name in (
        "templates/docx/bao_cao/khoi_dau.yaml",
        "templates/docx/bao_cao/mau.docx",
        "templates/docx/bao_cao/~$mau.docx",
        "templates/docx/bao_cao/.cds-gen/mau.docx.sha256",
        "templates/__init__.py",
        "templates/__pycache__/x.cpython-311.pyc",
        "inputs/hoangkim.yaml",
        "inputs/.DS_Store",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(init, "shipped", lambda: folder)
    return folder


@pytest.mark.usefixtures("source")
def test_only_what_is_for_the_office_is_copied(tmp_path: Path) -> None:
    done = lay_out(tmp_path / "xa")
    assert done.written == (
        "templates/docx/bao_cao/khoi_dau.yaml",
        "templates/docx/bao_cao/mau.docx",
        "inputs/hoangkim.yaml",
    )
    assert done.kept == ()
    files = sorted(path.relative_to(tmp_path / "xa").as_posix() for path in (tmp_path / "xa").rglob("*.*"))
    record = ["templates/.cds-gen", "templates/.cds-gen/goc.json"]
    assert files == sorted([*done.written, *record])


@pytest.mark.usefixtures("source")
def test_what_is_there_is_kept_and_what_is_missing_is_added(tmp_path: Path) -> None:
    lay_out(tmp_path / "xa")
    mine = tmp_path / "xa" / "inputs" / "hoangkim.yaml"
    mine.write_text("của tôi", "utf-8")
    (tmp_path / "xa" / "templates" / "docx" / "bao_cao" / "mau.docx").unlink()
    done = lay_out(tmp_path / "xa")
    assert done.written == ("templates/docx/bao_cao/mau.docx",)
    assert done.kept == ("templates/docx/bao_cao/khoi_dau.yaml", "inputs/hoangkim.yaml")
    assert mine.read_text("utf-8") == "của tôi"


@pytest.mark.usefixtures("source")
def test_a_dangling_link_of_the_office_is_not_written_through(tmp_path: Path) -> None:
    folder = tmp_path / "xa" / "inputs"
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "noi-khac.yaml"
    try:
        (folder / "hoangkim.yaml").symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")
    done = lay_out(tmp_path / "xa")
    assert not elsewhere.exists()
    assert done.kept == ("inputs/hoangkim.yaml",)


@pytest.mark.usefixtures("source")
def test_a_blank_file_is_not_written_through_a_dangling_link(tmp_path: Path) -> None:
    lay_out(tmp_path / "xa")
    elsewhere = tmp_path / "noi-khac.yaml"
    try:
        (tmp_path / "xa" / "inputs" / "moi.yaml").symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(CannotGoOn, match="được giữ nguyên"):
        start_data(tmp_path / "xa", "moi", "bao_cao")
    assert not elsewhere.exists()


@pytest.mark.usefixtures("source")
def test_a_blank_file_that_cannot_be_written_is_told_with_the_reason(tmp_path: Path) -> None:
    lay_out(tmp_path / "xa")
    with pytest.raises(CannotGoOn, match=r"Không tạo được «.*»: tên quá dài\."):
        start_data(tmp_path / "xa", "x" * 300, "bao_cao")


def test_an_office_without_any_blank_file_is_told_where_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="Không có mẫu «bao_cao»") as refused:
        start_data(tmp_path, "moi", "bao_cao")
    assert refused.value.fix == "Lấy lại tệp gốc bằng «cds-gen init»."


@pytest.mark.parametrize("wished", ["../khac", "/khac", "bao_cao/..", "."])
def test_a_kind_never_leads_out_of_the_templates(tmp_path: Path, wished: str) -> None:
    (tmp_path / "templates" / "docx" / "bao_cao").mkdir(parents=True)
    for folder in ("templates/khac", "templates/docx"):
        path = tmp_path / folder / "khoi_dau.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    with pytest.raises(CannotGoOn, match="Không có mẫu"):
        start_data(tmp_path, "moi", wished)


@given(st.text(max_size=40))
def test_a_name_is_taken_or_the_one_suggested_is(wished: str) -> None:
    try:
        name = data_name(wished)
    except CannotGoOn as refused:
        suggested = refused.fix.removeprefix("Viết «--data ").removesuffix("».")
        assert data_name(suggested) == suggested
    else:
        assert name == wished.removesuffix(".yaml")
        assert name.isascii()
