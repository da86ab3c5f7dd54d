from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_office import FakeOffice, fake_office
from started import PATIENCE

from generator.cli.main import run
from generator.jobs.init import lay_out
from generator.jobs.pdf.office import SOFFICE

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "rules"


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def summary(self) -> str:
        """What a build printed, without its last line: a certificate in which no rule of form is broken."""
        told, _, certificate = self.out.rstrip("\n").rpartition("\n")
        assert re.fullmatch(r"    Thể thức: \d+ luật, \d+ đạt, 0 không đạt, \d+ không đánh giá", certificate)
        return f"{told}\n"


class Office:
    """A folder as ``cds-gen init`` lays it out, with the smallest report ``inputs/xa.yaml``."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        lay_out(folder)
        for other in (*folder.glob("inputs/[!h]*"), *folder.glob("templates/docx/[!b]*")):
            shutil.rmtree(other) if other.is_dir() else other.unlink()
        shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", folder / "templates" / "chi_tieu")
        self.write("inputs/xa.yaml", self.report)

    @property
    def report(self) -> str:
        return (EXAMPLES / "nen.yaml").read_text("utf-8")

    @property
    def template(self) -> Path:
        return self.folder / "templates" / "docx" / "bao_cao" / "mau.docx"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    def run(self, *arguments: str) -> Outcome:
        """The command line in this process; what a test has printed before is dropped."""
        self._capsys.readouterr()
        status: object = 0
        try:
            run(list(arguments))
        except SystemExit as leave:
            status = leave.code or 0
        printed = self._capsys.readouterr()
        assert isinstance(status, int)
        return Outcome(status, printed.out, printed.err)

    def files(self) -> dict[str, bytes]:
        """Every file of the folder with its content."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """A LibreOffice of a few lines, which ``--pdf`` takes for the real one."""
    made = fake_office(tmp_path / "libreoffice")
    monkeypatch.setenv(SOFFICE, str(made.program))
    return made


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    # The command line sets the language of click for its process; this gives it back.
    monkeypatch.setenv("LANGUAGE", "")
    folder = tmp_path / "xa"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Office(folder, capsys)


def start(*arguments: str, folder: Path, **environment: str) -> Outcome:
    """The command line as a program of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli.main", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return Outcome(done.returncode, _lines(done.stdout), _lines(done.stderr))


def _lines(printed: bytes) -> str:
    return printed.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def program() -> Callable[..., Outcome]:
    return start
