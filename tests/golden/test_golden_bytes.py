"""The same data give the same bytes, whoever builds where and when; and the bytes are a sound Word file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from generator.jobs import output
from generator.jobs.build import build

ROOT = Path(__file__).parents[2]

# Builds as the command line does, on another day.
ANOTHER_DAY = """
import datetime, sys, time

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2031, 5, 6, 7, 8, 9, tzinfo=tz)

class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls(2031, 5, 6)

datetime.datetime, datetime.date = Later, LaterDay
time.time, time.time_ns = (lambda: 1_935_817_689.0), (lambda: 1_935_817_689_000_000_000)

from generator.cli.main import run
run(["build", "hoangkim", "--out", sys.argv[1]])
"""


def built_elsewhere(folder: Path, out: Path, **environment: str) -> bytes:
    subprocess.run(
        [sys.executable, "-c", ANOTHER_DAY, str(out)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return (out / "hoangkim.docx").read_bytes()


def test_two_builds_in_one_process_are_identical(hoangkim: Path, tmp_path: Path) -> None:
    build("hoangkim", ROOT, tmp_path)
    assert (tmp_path / "hoangkim.docx").read_bytes() == hoangkim.read_bytes()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "HOSTNAME": "may-khac", "USER": "khac"},
    ],
    ids=["hash seed 1", "hash seed 4242"],
)
def test_another_process_on_another_day_gives_the_same_bytes(
    environment: dict[str, str], hoangkim: Path, tmp_path: Path
) -> None:
    assert built_elsewhere(ROOT, tmp_path, **environment) == hoangkim.read_bytes()


def test_another_folder_gives_the_same_bytes(hoangkim: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Cơ quan khác"
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    assert built_elsewhere(folder, folder / "outputs") == hoangkim.read_bytes()


def test_the_clock_of_this_process_is_not_asked(
    hoangkim: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoClock:
        @staticmethod
        def now() -> None:
            raise AssertionError("the report asked for the time")

    monkeypatch.setattr(output, "datetime", NoClock)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    build("hoangkim", ROOT, tmp_path)
    assert (tmp_path / "hoangkim.docx").read_bytes() == hoangkim.read_bytes()


def test_every_part_carries_the_first_moment_that_zip_knows(hoangkim: Path) -> None:
    with zipfile.ZipFile(hoangkim) as package:
        assert package.testzip() is None
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(set(package.namelist())) == len(package.namelist())


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_the_report_is_a_sound_word_file(version: FileFormat, hoangkim: Path) -> None:
    result = OpenXmlValidator(file_format=version).validate(str(hoangkim))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def test_a_broken_word_file_would_be_noticed(hoangkim: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    with zipfile.ZipFile(hoangkim) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<w:jc w:val=", b"<w:jc w:vai=") if name.endswith("t.xml") else content)
    assert OpenXmlValidator().validate(str(broken)).errors
