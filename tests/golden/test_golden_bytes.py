"""The same data give the same bytes, whoever builds where and when; and the bytes are a sound Word file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from golden_documents import sections
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
out, *names = sys.argv[1:]
for name in names:
    run(["build", name, "--out", out])
"""


def built_elsewhere(folder: Path, out: Path, names: list[str], **environment: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-c", ANOTHER_DAY, str(out), *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return bytes_of({name: out / f"{name}.docx" for name in names})


def bytes_of(documents: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in documents.items()}


def differing(some: Mapping[str, bytes], others: Mapping[str, bytes]) -> list[str]:
    """The reports that are not alike; said by name, since whole files would be printed otherwise."""
    return [name for name in some.keys() | others.keys() if some.get(name) != others.get(name)]


def test_two_builds_in_one_process_are_identical(documents: Mapping[str, Path], tmp_path: Path) -> None:
    again = {name: Path(build(name, ROOT, tmp_path).target) for name in reversed(documents)}
    assert differing(bytes_of(again), bytes_of(documents)) == []


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "HOSTNAME": "may-khac", "USER": "khac"},
    ],
    ids=["hash seed 1", "hash seed 4242"],
)
def test_another_process_on_another_day_gives_the_same_bytes(
    environment: dict[str, str], documents: Mapping[str, Path], tmp_path: Path
) -> None:
    assert differing(built_elsewhere(ROOT, tmp_path, list(documents), **environment), bytes_of(documents)) == []


def test_another_folder_gives_the_same_bytes(documents: Mapping[str, Path], tmp_path: Path) -> None:
    folder = office(tmp_path / "Cơ quan khác")
    assert differing(built_elsewhere(folder, folder / "outputs", list(documents)), bytes_of(documents)) == []


def office(folder: Path) -> Path:
    """A copy of the data and the templates."""
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


COLUMN = "{cot: cot_moi, tieu_de: Cột mới, rong: 20}"
# The first column of the last table, in either way of writing lists.
FIRST_COLUMN = re.compile(r"(?P<lead>\n +- |\[)(?P<column>tt|\{cot: tt[^}]*\})(?=\n|,)")


def with_another_column(data: str) -> str:
    """The data file of a report with a column more in its last table."""
    *_, last = FIRST_COLUMN.finditer(data)
    lead = last["lead"] if last["lead"] != "[" else ", "
    return f"{data[: last.end()]}{lead}{COLUMN}{data[last.end() :]}"


def test_a_column_added_to_one_report_leaves_the_others_as_they_were(
    name: str, documents: Mapping[str, Path], tmp_path: Path
) -> None:
    folder = office(tmp_path / "xa")
    path = folder / "inputs" / f"{name}.yaml"
    path.write_text(with_another_column(path.read_text("utf-8")), "utf-8")
    changed = {other: folder / build(other, folder).target for other in documents}
    assert differing(bytes_of(changed), bytes_of(documents)) == [name]
    before, after = (sections(each[name])[-1].tables[0].rows for each in (documents, changed))
    assert [len(row) for row in after] == [len(row) + 1 for row in before]
    assert "Cột mới" in after[0]


def test_the_clock_of_this_process_is_not_asked(
    documents: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoClock:
        @staticmethod
        def now() -> None:
            raise AssertionError("the report asked for the time")

    monkeypatch.setattr(output, "datetime", NoClock)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    again = {name: Path(build(name, ROOT, tmp_path).target) for name in documents}
    assert differing(bytes_of(again), bytes_of(documents)) == []


def test_every_part_carries_the_first_moment_that_zip_knows(document: Path) -> None:
    with zipfile.ZipFile(document) as package:
        assert package.testzip() is None
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(set(package.namelist())) == len(package.namelist())


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_the_report_is_a_sound_word_file(version: FileFormat, document: Path) -> None:
    result = OpenXmlValidator(file_format=version).validate(str(document))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def test_a_broken_word_file_would_be_noticed(document: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<w:jc w:val=", b"<w:jc w:vai=") if name.endswith("t.xml") else content)
    assert OpenXmlValidator().validate(str(broken)).errors
