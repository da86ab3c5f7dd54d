"""The command line as a program of its own: what it imports, what it prints into pipes, what a checkout builds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("docx", "docxtpl", "lxml", "yaml", "jinja2", "cerberus", "msgspec", "num2words", "xlsxwriter")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(option: str) -> None:
    program = (
        "import sys\n"
        "from generator.cli.main import run\n"
        "try:\n"
        f"    run([{option!r}])\n"
        "except SystemExit as leave:\n"
        "    assert not leave.code\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert done.stderr == "[]\n"
    assert done.stdout


def test_version_is_one_line(program: Callable[..., Any], tmp_path: Path) -> None:
    done = program("--version", folder=tmp_path)
    assert done.status == 0
    assert done.out.startswith("cds-gen ")
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1258"])
def test_a_terminal_that_knows_no_vietnamese_does_not_stop_the_work(
    encoding: str, office: Any, program: Callable[..., Any]
) -> None:
    office.write("inputs/hong.yaml", office.report.replace("tu: 7", "tu: 43.5"))
    done = program("build", "hong", "xa", folder=office.folder, PYTHONIOENCODING=encoding, LC_ALL="C", LANG="C")
    assert done.status == 1
    assert "không phải là số viết theo lối Việt Nam" in done.err
    assert re.search("^inputs/xa.yaml +đã tạo", done.out, re.MULTILINE)


@pytest.mark.parametrize("language", ["en_US.UTF-8", "C", "fr_FR.UTF-8"])
def test_the_language_of_the_machine_does_not_matter(
    language: str, program: Callable[..., Any], tmp_path: Path
) -> None:
    done = program("build", folder=tmp_path, LC_ALL=language, LANG=language, LANGUAGE="en")
    assert done.status == 2
    assert done.err.endswith("LỖI: Thiếu tham số 'TỆP…'.\n")


def test_init_then_build_as_an_office_does(program: Callable[..., Any], tmp_path: Path) -> None:
    assert program("init", "bao-cao", folder=tmp_path).status == 0
    folder = tmp_path / "bao-cao"
    first = program("build", "hoangkim.yaml", folder=folder)
    assert first.status == 0
    # The faults of the report as issued are told, and it is built.
    assert "CẢNH BÁO SL202" in first.err
    assert "LỖI" not in first.err
    assert re.fullmatch(
        "inputs/hoangkim.yaml → outputs/hoangkim.docx \\(đã tạo\\)\n"
        "    Chính quyền số: 11/11 chỉ tiêu đạt\n"
        "    Kinh tế số: 6/6 chỉ tiêu đạt\n"
        "    Xã hội số: 12/12 chỉ tiêu đạt\n"
        "    Hạ tầng số: 8/8 chỉ tiêu đạt\n"
        "    Kiểm tra: [0-9]+ cảnh báo, [0-9]+ gợi ý\n",
        first.summary,
    )
    assert sorted(path.name for path in (folder / "outputs").iterdir()) == [".cds-gen", "hoangkim.docx"]


def test_a_checkout_builds_its_own_example(program: Callable[..., Any], tmp_path: Path) -> None:
    done = program("build", "hoangkim.yaml", "--out", str(tmp_path), folder=ROOT)
    assert done.status == 0
    assert done.out.startswith(f"inputs/hoangkim.yaml → {tmp_path / 'hoangkim.docx'} (đã tạo)\n")


def test_a_folder_without_templates_uses_the_shipped_ones(program: Callable[..., Any], tmp_path: Path) -> None:
    data = (ROOT / "inputs" / "hoangkim.yaml").read_bytes()
    (tmp_path / "hoangkim.yaml").write_bytes(data)
    done = program("build", "hoangkim", folder=tmp_path)
    assert done.out.startswith("hoangkim.yaml → outputs/hoangkim.docx (đã tạo)\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no closed pipes")
def test_a_reader_that_leaves_early_leaves_no_traceback(office: Any) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -m generator.cli.main --help | head -n 1",
        shell=True,
        cwd=office.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
