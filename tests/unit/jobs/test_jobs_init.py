from __future__ import annotations

from pathlib import Path

import pytest

from generator.jobs import init
from generator.jobs.init import lay_out


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped folder with what programs leave behind in one."""
    folder = tmp_path / "phat-hanh"
    for name in (
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
    assert done.written == ("templates/docx/bao_cao/mau.docx", "inputs/hoangkim.yaml")
    assert done.kept == ()
    files = sorted(path.relative_to(tmp_path / "xa").as_posix() for path in (tmp_path / "xa").rglob("*.*"))
    assert files == ["inputs/hoangkim.yaml", "templates/docx/bao_cao/mau.docx"]


@pytest.mark.usefixtures("source")
def test_what_is_there_is_kept_and_what_is_missing_is_added(tmp_path: Path) -> None:
    lay_out(tmp_path / "xa")
    mine = tmp_path / "xa" / "inputs" / "hoangkim.yaml"
    mine.write_text("của tôi", "utf-8")
    (tmp_path / "xa" / "templates" / "docx" / "bao_cao" / "mau.docx").unlink()
    done = lay_out(tmp_path / "xa")
    assert (done.written, done.kept) == (("templates/docx/bao_cao/mau.docx",), ("inputs/hoangkim.yaml",))
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
