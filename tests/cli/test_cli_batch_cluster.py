"""``cds-gen build --scheduler``: machines that have none of the office's files build the same reports."""

from __future__ import annotations

import builtins
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from started import PATIENCE

ROOT = Path(__file__).parents[2]
WORKERS = Path(__file__).with_name("dask_workers.py")
CLOSED = 9  # the port at which nobody listens any more
SOMEWHERE = "tcp://192.0.2.1:8786"


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers that run in a folder of their own."""
    with cluster(tmp_path_factory.mktemp("cum"), workers=2) as address:
        yield address


@contextmanager
def cluster(folder: Path, *, workers: int) -> Iterator[str]:
    if importlib.util.find_spec("distributed") is None:
        reason = "chưa cài Dask: pip install 'cds-gen[cluster]'"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    said = folder / "dia-chi.txt"
    with said.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, str(WORKERS), str(workers)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=stream,
            stderr=subprocess.DEVNULL,
        )
    with process:
        try:
            yield _first_line(said, process)
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()


def _first_line(said: Path, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + PATIENCE
    while "\n" not in (text := said.read_text("utf-8")):
        assert process.poll() is None, "the scheduler of the tests ended before it told its address"
        assert time.monotonic() < deadline, f"the scheduler of the tests has not told its address in {PATIENCE:.0f} s"
        time.sleep(0.05)
    return text.splitlines()[0]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a report, without the seconds and without the folder that was built into."""
    text = path.read_text("utf-8").replace("ra-gan/", "DAU/").replace("ra-xa/", "DAU/")
    return [{**row, "giay": 0} for row in json.loads(text)["tep"]]


def test_a_cluster_builds_and_finds_what_this_machine_does(
    scheduler: str, office: Any, program: Callable[..., Any]
) -> None:
    office.write("inputs/chung/nen.yaml", "don_vi: {cap_tren: UBND huyện Sông Hồng}\n")
    office.write("inputs/canh-bao.yaml", office.report.replace("loc: {loai: Quyết định}", "loc: {loai: Chỉ thị}"))
    office.write("inputs/hong.yaml", office.report.replace("tu: 7", "tu: 43.5"))
    office.write("inputs/la.yaml", office.report.replace("mau: bao_cao", "mau: bao_cai"))
    for number in range(4):
        text = office.report.replace("năm 2023", f"năm 2023 của thôn {number}")
        office.write(f"inputs/thon-{number}.yaml", f"ke_thua: [chung/nen.yaml]\n{text}")
    names = ["canh-bao", "hong", "la", "hoangkim", *(f"thon-{number}" for number in range(4))]

    near = program("build", *names, "--out", "ra-gan", "--jobs", "1", "--report", "gan.json", folder=office.folder)
    options = ("--scheduler", scheduler, "--report", "xa.json", "--out", "ra-xa")
    far = program("build", *names, *options, folder=office.folder)

    assert (near.status, far.status) == (1, 1), far.err
    built = {path.name: path.read_bytes() for path in (office.folder / "ra-gan").glob("*.docx")}
    assert len(built) == 6
    assert {path.name: path.read_bytes() for path in (office.folder / "ra-xa").glob("*.docx")} == built
    assert rows(office.folder / "xa.json") == rows(office.folder / "gan.json")
    again = program("build", *names[3:], "--scheduler", scheduler, "--out", "ra-xa", folder=office.folder)
    assert again.out.count("còn mới") == 6


def test_a_file_elsewhere_cannot_be_sent(
    scheduler: str, office: Any, program: Callable[..., Any], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "noi-khac.yaml"
    elsewhere.write_text(office.report, "utf-8")
    done = program("build", str(elsewhere), "xa", "--scheduler", scheduler, folder=office.folder)
    assert done.status == 1
    assert "nằm ngoài thư mục hiện tại" in done.err
    assert (office.folder / "outputs" / "xa.docx").is_file()


def test_without_dask_it_is_said_how_to_install_it(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".")[0] in ("distributed", "dask"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    done = office.run("build", "xa", "--scheduler", SOMEWHERE)
    assert done.status == 3
    assert "pip install 'cds-gen[cluster]'" in done.err


def test_the_machines_share_their_work_without_being_told_how_many(office: Any) -> None:
    done = office.run("build", "xa", "--scheduler", SOMEWHERE, "--jobs", "2")
    assert done.status == 2


def test_a_scheduler_that_does_not_answer_is_told(scheduler: str, office: Any, program: Callable[..., Any]) -> None:
    done = program("build", "xa", "--scheduler", f"tcp://localhost:{CLOSED}", folder=office.folder)
    assert scheduler
    assert done.status == 3
    assert "Không nối được với bộ điều phối Dask" in done.err
    assert not (office.folder / "outputs" / "xa.docx").exists()


def test_a_scheduler_without_workers_is_told(tmp_path: Path, office: Any, program: Callable[..., Any]) -> None:
    with cluster(tmp_path, workers=0) as address:
        done = program("build", "xa", "--scheduler", address, folder=office.folder)
    assert done.status == 3
    assert "chưa có máy nào" in done.err
