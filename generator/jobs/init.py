"""Lay out an office's folder: templates/, inputs/, outputs/, as shipped; and start a data file from a blank one."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason
from generator.jobs.workspace import ENDING, INPUTS, KINDS, OUTPUTS, TEMPLATES, Templates, shipped
from generator.vn.text import fold, quoted

# A dash in front would make an option of the name on a command line.
_DATA_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class LaidOut:
    """Files written, and files left alone because they were there already; relative to the folder."""

    folder: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]


def _is_by_product(name: Path) -> bool:
    """Whether a program left the file beside the shipped ones: compiled Python, our records, Word's owner files."""
    return name.suffix == ".pyc" or any(part.startswith((".", "__", "~$")) for part in name.parts)


def is_office(folder: Path) -> bool:
    """Whether the folder was laid out before."""
    return (folder / TEMPLATES / KINDS).is_dir()


def lay_out(folder: Path, *, examples: bool = True) -> LaidOut:
    """Copy the shipped templates and, with ``examples``, the example data; a file that exists is never touched.

    Raises ``CannotGoOn`` where the folder cannot be written.
    """
    source = shipped()
    written, kept = [], []
    try:
        for part in (OUTPUTS, INPUTS):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for part in (TEMPLATES, INPUTS) if examples else (TEMPLATES,):
            for path in sorted((source / part).rglob("*")):
                name = path.relative_to(source)
                if not path.is_file() or _is_by_product(name):
                    continue
                target = folder / name
                if target.exists() or target.is_symlink():
                    kept.append(name.as_posix())
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                written.append(name.as_posix())
    except OSError as error:
        raise CannotGoOn(
            f"Không tạo được thư mục làm việc «{folder}»: {reason(error)}.",
            "Chọn một thư mục khác mà bạn có quyền ghi.",
        ) from error
    return LaidOut(folder, tuple(written), tuple(kept))


def data_name(wished: str) -> str:
    """The name of a data file, without ".yaml".

    Raises ``CannotGoOn``, with a name to take instead, for one that some system or command line would mangle.
    """
    name = wished.removesuffix(ENDING)
    if _DATA_NAME.fullmatch(name):
        return name
    last = re.split(r"[/\\]", re.sub(r"\.ya?ml$", "", wished.strip(), flags=re.IGNORECASE))[-1]
    better = re.sub(r"[^a-z0-9_]+", "-", fold(last)).strip("-_") or "xa-a"
    raise CannotGoOn(
        f"Tên tệp dữ liệu {quoted(wished)} không dùng được: "
        "chỉ gồm chữ không dấu, chữ số, dấu gạch ngang và gạch dưới.",
        f"Viết «--data {better}».",
    )


def start_data(folder: Path, name: str, kind: str) -> Path:
    """Write the blank data file of a kind as ``inputs/<name>.yaml`` of an office's folder; its path.

    Raises ``CannotGoOn`` where there is no such kind, or the file is there already or cannot be written.
    """
    source = Templates(folder / TEMPLATES).start_file(kind)
    target = folder / INPUTS / f"{name}{ENDING}"
    try:
        blank = source.read_bytes()
        with target.open("xb") as stream:
            stream.write(blank)
    except FileExistsError as error:
        raise CannotGoOn(
            f"«{target}» đã có từ trước nên được giữ nguyên, không bị ghi đè.",
            "Mở tệp ấy ra điền tiếp, hoặc viết một tên khác sau --data.",
        ) from error
    except OSError as error:
        raise CannotGoOn(
            f"Không tạo được «{target}»: {reason(error)}.", "Kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại."
        ) from error
    return target
