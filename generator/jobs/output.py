"""Writing a finished file: whole or not at all, and never over what a person has changed.

Beside the outputs, ``.cds-gen/`` keeps the hash of each file as it was built; a file that no longer has that
hash was edited since.
"""

from __future__ import annotations

import enum
import hashlib
import os
import tempfile
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


def _record(target: Path) -> Path:
    return target.parent / _RECORDS / f"{target.name}.sha256"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def replace_file(target: Path, data: bytes) -> None:
    """Write to a temporary file beside the target, flush it to the disk, then rename."""
    _swap(_staged(target, data), target)


def _swap(staged: Path, target: Path) -> None:
    try:
        os.replace(staged, target)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


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
    record = _record(target)
    state, copy = Written.NEW, None
    if target.exists():
        present = _digest(target.read_bytes())
        built = record.read_text("ascii", "replace").strip() if record.is_file() else ""
        if present == _digest(data):
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
            raise CannotGoOn(
                f"«{name}» đã được sửa sau khi dựng (hoặc không do cds-gen tạo ra) nên không bị ghi đè.",
                "Chuyển chỗ sửa vào tệp dữ liệu hoặc mẫu; hoặc chạy lại với --force để dựng bản mới "
                "(bản đã sửa được giữ lại bên cạnh, tên có ngày giờ); hoặc dựng vào thư mục khác bằng --out.",
            )
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
    if state is not Written.SAME and copy is None:
        replace_file(target, data)
    record.parent.mkdir(exist_ok=True)
    replace_file(record, f"{_digest(data)}\n".encode("ascii"))
    return state, copy
