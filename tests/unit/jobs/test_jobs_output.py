from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from generator.errors import CannotGoOn
from generator.jobs import output
from generator.jobs.output import GrowingFile, Written, write_output


def write(target: Path, data: bytes, *, force: bool = False) -> tuple[Written, Path | None]:
    return write_output(target, data, target.name, force=force)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "moi" / "xa.docx"


def test_the_folder_of_the_target_is_made(target: Path) -> None:
    assert write(target, b"1") == (Written.NEW, None)
    assert target.read_bytes() == b"1"


def test_the_same_bytes_are_not_written_again(target: Path) -> None:
    write(target, b"1")
    os.utime(target, ns=(1, 1))
    assert write(target, b"1") == (Written.SAME, None)
    assert target.stat().st_mtime_ns == 1


def test_what_was_built_is_replaced(target: Path) -> None:
    write(target, b"1")
    assert write(target, b"2") == (Written.REPLACED, None)
    assert target.read_bytes() == b"2"


def test_what_was_edited_is_refused_every_time(target: Path) -> None:
    write(target, b"1")
    target.write_bytes(b"1, sua tay")
    for _ in range(2):
        with pytest.raises(CannotGoOn, match="đã được sửa sau khi dựng"):
            write(target, b"2")
    assert target.read_bytes() == b"1, sua tay"


def test_a_file_that_was_never_built_is_refused_too(target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(b"cua nguoi khac")
    with pytest.raises(CannotGoOn):
        write(target, b"2")
    assert target.read_bytes() == b"cua nguoi khac"


def test_an_edit_that_is_taken_back_counts_as_built(target: Path) -> None:
    write(target, b"1")
    target.write_bytes(b"1, sua tay")
    target.write_bytes(b"1")
    assert write(target, b"2") == (Written.REPLACED, None)


def test_force_moves_the_edited_file_aside(target: Path) -> None:
    write(target, b"1")
    target.write_bytes(b"sua lan mot")
    state, first = write(target, b"2", force=True)
    target.write_bytes(b"sua lan hai")
    _, second = write(target, b"3", force=True)
    assert state is Written.REPLACED
    assert first is not None
    assert second is not None
    assert (first.read_bytes(), second.read_bytes(), target.read_bytes()) == (b"sua lan mot", b"sua lan hai", b"3")


def test_force_keeps_no_copy_of_what_nobody_edited(target: Path) -> None:
    write(target, b"1")
    assert write(target, b"2", force=True) == (Written.REPLACED, None)
    assert [path.name for path in target.parent.glob("*.docx")] == ["xa.docx"]


def test_a_target_whose_record_was_lost_is_taken_as_edited_unless_it_is_the_same(target: Path) -> None:
    write(target, b"1")
    for record in (target.parent / ".cds-gen").iterdir():
        record.unlink()
    with pytest.raises(CannotGoOn):
        write(target, b"2")
    assert write(target, b"1") == (Written.SAME, None)
    assert write(target, b"2") == (Written.REPLACED, None)


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_on_the_way_leaves_the_old_file_whole_and_nothing_beside_it(
    step: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(target, b"1")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(output.os, step, fail)
    with pytest.raises(CannotGoOn, match=r"^Không ghi được «xa\.docx»: đĩa đầy\.$"):
        write(target, b"2")
    monkeypatch.undo()
    assert target.read_bytes() == b"1"
    assert sorted(path.name for path in target.parent.iterdir()) == [".cds-gen", "xa.docx"]
    assert write(target, b"2") == (Written.REPLACED, None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_growing_file_for_which_there_is_no_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with GrowingFile(tmp_path / "r.json", "r.json") as file:
            file.write(b"x" * 1_000)
            with pytest.raises(CannotGoOn, match=r"^Không ghi được «r\.json»: "):
                file.write(b"x" * 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not list(tmp_path.glob("*r.json*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_report_is_as_readable_as_other_files_of_its_user(target: Path) -> None:
    mask = os.umask(0o027)
    try:
        write(target, b"1")
        assert target.stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(mask)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "không có quyền"),
        (errno.EROFS, "ổ đĩa chỉ cho đọc"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_what_the_system_says_is_told_in_vietnamese_where_we_can(
    number: int, said: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(output.tempfile, "mkstemp", fail)
    with pytest.raises(CannotGoOn) as stopped:
        write(target, b"1")
    assert said in stopped.value.problem
