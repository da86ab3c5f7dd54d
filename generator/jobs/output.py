"""Writing a finished file: whole or not at all, and never over what a person has changed.

Beside the outputs, ``.cds-gen/`` keeps the hash of each file as it was built; a file that no longer has that
hash was edited since.
"""

from __future__ import annotations

import enum
import hashlib
import os
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason

_RECORDS = ".cds-gen"


class Written(enum.Enum):
    """What happened to the target."""

    NEW = "đã tạo"
    REPLACED = "đã cập nhật"
    SAME = "không đổi"


class EditedByHand(CannotGoOn):
    """The target was edited since it was built, or was never built by this program: it stays as it is."""


def edited_by_hand(name: str) -> EditedByHand:
    """That a built file is not written over; ``name`` is how messages call it."""
    return EditedByHand(
        f"«{name}» đã được sửa sau khi dựng (hoặc không do cds-gen tạo ra) nên không bị ghi đè.",
        "Chuyển chỗ sửa vào tệp dữ liệu hoặc mẫu; hoặc chạy lại với --force để dựng bản mới "
        "(bản đã sửa được giữ lại bên cạnh, tên có ngày giờ); hoặc dựng vào thư mục khác bằng --out.",
    )


def record_of(target: Path, ending: str = "sha256") -> Path:
    """The file in which something is kept about a target; its folder may have to be made."""
    return target.parent / _RECORDS / f"{target.name}.{ending}"


def remember(target: Path, data: bytes) -> None:
    """Keep the hash of a target, by which it is known to be as it was written."""
    record = record_of(target)
    record.parent.mkdir(exist_ok=True)
    replace_file(record, f"{digest(data)}\n".encode("ascii"))


def digest(data: bytes) -> str:
    """The hash by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def replace_file(target: Path, data: bytes) -> None:
    """Write to a temporary file beside the target, flush it to the disk, then rename."""
    _swap(_staged(target, data), target)


def replace_unchanged(target: Path, before: bytes, data: bytes) -> bool:
    """``replace_file`` where the target still holds ``before``, keeping its mode; False, and nothing done, otherwise.

    The look at the target is the last thing before the rename, so that what another program saves meanwhile is kept.
    """
    staged = _staged(target, data)
    try:
        os.chmod(staged, target.stat().st_mode)
        with target.open("rb") as stream:
            seen = os.fstat(stream.fileno())
            same = stream.read(len(before) + 1) == before
        if not same or _state(target.stat()) != _state(seen):
            staged.unlink(missing_ok=True)
            return False
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    _swap(staged, target)
    return True


def _state(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _swap(staged: Path, target: Path) -> None:
    try:
        os.replace(staged, target)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def write_new(target: Path, data: bytes, name: str, option: str) -> None:
    """Write a file that must not be there yet; ``option`` is what its name was given by.  Raises ``CannotGoOn``."""
    try:
        with target.open("xb") as stream:
            stream.write(data)
    except FileExistsError as error:
        raise CannotGoOn(
            f"«{name}» đã có từ trước nên được giữ nguyên, không bị ghi đè.",
            f"Mở tệp ấy ra điền tiếp, hoặc viết một tên khác sau {option}.",
        ) from error
    except OSError as error:
        raise CannotGoOn(
            f"Không tạo được «{name}»: {reason(error)}.", "Kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại."
        ) from error


def _staged(target: Path, data: bytes) -> Path:
    """A temporary file beside the target with the data in it, safe on the disk."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files private; a report is as readable as anything else the user makes.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


class GrowingFile:
    """A file that is written bit by bit beside ``target`` and takes its place only when ``keep`` is called.

    Used with ``with``: what is not kept leaves no trace.  Raises ``CannotGoOn`` at once where the target was not
    written by this program, or was edited since (unless ``force``), or cannot be written.
    """

    def __init__(self, target: Path, name: str, *, force: bool = False) -> None:
        self._target, self._name = target, name
        if not force and target.exists() and not is_as_written(target):
            raise EditedByHand(
                f"«{name}» đã có từ trước và không phải do cds-gen ghi (hoặc đã được sửa) nên không bị ghi đè.",
                "Viết một tên khác, hoặc chuyển tệp ấy đi nơi khác.",
            )
        self._written = hashlib.sha256()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._staged = _staged(target, b"")
            self._stream = self._staged.open("wb")
        except OSError as error:
            raise self._refusal(error) from error

    def write(self, data: bytes) -> None:
        """Add to the file.  Raises ``CannotGoOn``."""
        self._written.update(data)
        try:
            self._stream.write(data)
        except OSError as error:
            raise self._refusal(error) from error

    def keep(self) -> None:
        """Put what was written in the place of the target.  Raises ``CannotGoOn``."""
        try:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            os.replace(self._staged, self._target)
            record = record_of(self._target)
            record.parent.mkdir(exist_ok=True)
            replace_file(record, f"{self._written.hexdigest()}\n".encode("ascii"))
        except OSError as error:
            raise self._refusal(error) from error

    def __enter__(self) -> GrowingFile:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # what could not be written is not wanted now
            self._stream.close()
        self._staged.unlink(missing_ok=True)

    def _refusal(self, error: OSError) -> CannotGoOn:
        fix = "Đóng tệp nếu đang mở trong chương trình khác, kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại."
        return CannotGoOn(f"Không ghi được «{self._name}»: {reason(error)}.", fix)


def is_as_written(target: Path) -> bool:
    """Whether a file is there just as this program wrote it."""
    record = record_of(target)
    return (
        record.is_file()
        and target.is_file()
        and record.read_text("ascii", "replace").strip() == digest(target.read_bytes())
    )


def _keep_copy(target: Path) -> Path:
    """Move the edited file aside, to a name that tells when."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    copy = target.with_name(f"{target.stem}.sua-tay-{stamp}{target.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = target.with_name(f"{target.stem}.sua-tay-{stamp}-{number}{target.suffix}")
    target.rename(copy)
    return copy


def write_output(target: Path, data: bytes, name: str, *, force: bool) -> tuple[Written, Path | None]:
    """Write ``data`` to ``target`` (its folder is made); also the path of the copy that ``force`` kept, if any.

    ``name`` is how messages call the target.  Raises ``CannotGoOn`` where the target was edited since it was built
    (unless ``force``), or cannot be written (it is open in Word, the disk is full, the folder is read-only).
    """
    try:
        return _write_output(target, data, name, force=force)
    except OSError as error:
        raise CannotGoOn(
            f"Không ghi được «{name}»: {reason(error)}.",
            "Đóng tệp nếu đang mở trong Word, kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại.",
        ) from error


def _write_output(target: Path, data: bytes, name: str, *, force: bool) -> tuple[Written, Path | None]:
    record = record_of(target)
    state, copy = Written.NEW, None
    if target.exists():
        present = digest(target.read_bytes())
        built = record.read_text("ascii", "replace").strip() if record.is_file() else ""
        if present == digest(data):
            state = Written.SAME
        elif present == built:
            state = Written.REPLACED
        elif force:
            # The new file is safe on the disk before the edited one is moved aside.
            staged = _staged(target, data)
            copy = _keep_copy(target)
            _swap(staged, target)
            state = Written.REPLACED
        else:
            raise edited_by_hand(name)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
    if state is not Written.SAME and copy is None:
        replace_file(target, data)
    remember(target, data)
    return state, copy
