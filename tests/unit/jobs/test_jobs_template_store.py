"""Prepared templates are kept between runs, and building never depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.jobs import own_cache, template_store
from generator.jobs.own_cache import cache_folder
from generator.jobs.template_store import prepared_template
from generator.word.builder.template import build_template

ROOT = Path(__file__).parents[3]
TEMPLATE = build_template()
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are of another kind on Windows")

# Builds as the command line does and tells which of the libraries were loaded: those that only a template to prepare, a
# chart or faulty data needs, and what cerberus would bring along.
LOADED = """
import sys
slow = {"docxtpl", "docx", "lxml", "xlsxwriter", "cerberus", "importlib.metadata", "email", "socket", "csv"}
slow -= set(sys.modules)
from generator.cli.main import run
run(["build", "hoangkim", "--out", sys.argv[1]])
print(*sorted(slow & set(sys.modules)), sep=",")
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return cache_folder()


def prepared_again(monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the template is prepared anew, and gives what it should."""
    asked = []
    prepare = template_store.prepare

    def counted(data: bytes, name: str) -> object:
        asked.append(name)
        return prepare(data, name)

    with monkeypatch.context() as patched:
        patched.setattr(template_store, "prepare", counted)
        found, findings = prepared_template(TEMPLATE, "mau.docx")
    assert found is not None
    assert not findings
    assert all(part.code for part in found.parts)
    return bool(asked)


def test_a_template_is_prepared_once_and_then_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = prepared_template(TEMPLATE, "mau.docx")
    assert len(list(cache.iterdir())) == 1
    assert not prepared_again(monkeypatch)
    second, _ = prepared_template(TEMPLATE, "mau.docx")
    assert second == first


def test_an_edited_template_is_prepared_anew(cache: Path) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    prepared_template(TEMPLATE + b"\0", "mau.docx")
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("left", [0, 10, 40, 1000])
def test_a_damaged_store_is_made_anew(cache: Path, monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:left])
    assert prepared_again(monkeypatch)
    assert not prepared_again(monkeypatch)


@pytest.mark.usefixtures("cache")
def test_a_store_of_another_version_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    monkeypatch.setattr(sys, "version", "4.0")
    assert prepared_again(monkeypatch)


def test_a_store_put_under_the_name_of_another_is_not_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    (kept,) = cache.iterdir()
    prepared_template(TEMPLATE + b"\0", "mau.docx")
    (other,) = set(cache.iterdir()) - {kept}
    kept.write_bytes(other.read_bytes())
    assert prepared_again(monkeypatch)


@ON_POSIX
def test_the_cache_is_closed_to_others(cache: Path) -> None:
    before = os.umask(0)
    try:
        prepared_template(TEMPLATE, "mau.docx")
    finally:
        os.umask(before)
    (kept,) = cache.iterdir()
    assert not (cache.stat().st_mode | kept.stat().st_mode) & 0o022


@ON_POSIX
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722])
def test_a_folder_that_others_may_write_to_is_not_used(cache: Path, monkeypatch: pytest.MonkeyPatch, mode: int) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    cache.chmod(mode)
    assert prepared_again(monkeypatch)
    assert prepared_again(monkeypatch)


@ON_POSIX
def test_a_file_that_others_may_write_to_is_not_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    (kept,) = cache.iterdir()
    kept.chmod(0o666)
    assert prepared_again(monkeypatch)
    assert not kept.stat().st_mode & 0o022


@ON_POSIX
def test_what_belongs_to_another_user_is_not_used(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    monkeypatch.setattr(os, "geteuid", lambda: cache.stat().st_uid + 1)
    assert prepared_again(monkeypatch)


@ON_POSIX
def test_links_are_not_followed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    cache.rename(cache.with_name("elsewhere"))
    cache.symlink_to(cache.with_name("elsewhere"))
    assert prepared_again(monkeypatch)


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path) -> None:
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("a file where the folder should be")
    found, findings = prepared_template(TEMPLATE, "mau.docx")
    assert found is not None
    assert not findings


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the variable is of other systems")
def test_a_folder_for_caches_that_is_not_named_in_full_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    assert cache_folder() == Path.home() / ".cache" / "cds-gen" / "kept"


def test_a_faulty_template_is_not_kept(cache: Path) -> None:
    found, findings = prepared_template(b"junk", "mau.docx")
    assert found is None
    assert [finding.rule for finding in findings] == ["MB101"]
    assert not cache.exists()


def test_only_the_newest_are_kept(cache: Path) -> None:
    cache.mkdir(parents=True, mode=0o700)
    for number in range(30):
        (cache / f"{number}.mau").write_bytes(b"")
    prepared_template(TEMPLATE, "mau.docx")
    assert len(list(cache.iterdir())) == 20


def test_threads_share_a_template(cache: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = [each for each, _ in pool.map(lambda _: prepared_template(TEMPLATE, "mau.docx"), range(8))]
    assert all(each == found[0] for each in found)
    assert len(list(cache.iterdir())) == 1


def test_a_store_made_by_other_modules_of_ours_is_not_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared_template(TEMPLATE, "mau.docx")
    monkeypatch.setattr(own_cache, "stamp", lambda path: path.name.encode())
    assert prepared_again(monkeypatch)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.usefixtures("cache")
def test_a_warm_build_loads_no_library_that_only_a_cold_one_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    told = []
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=120)
        told.append(done.stdout.decode().splitlines()[-1])
    cold, warm = told
    assert "docxtpl" in cold
    assert warm == ""
