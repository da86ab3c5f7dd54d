"""Lay out an office's folder: templates/, inputs/, outputs/, as shipped."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason
from generator.jobs.workspace import INPUTS, OUTPUTS, TEMPLATES, shipped


@dataclass(frozen=True)
class LaidOut:
    """Files written, and files left alone because they were there already; relative to the folder."""

    folder: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]


def _is_by_product(name: Path) -> bool:
    """Whether a program left the file beside the shipped ones: compiled Python, our records, Word's owner files."""
    return name.suffix == ".pyc" or any(part.startswith((".", "__", "~$")) for part in name.parts)


def lay_out(folder: Path) -> LaidOut:
    """Copy the shipped templates and example data; a file that exists is never touched.

    Raises ``CannotGoOn`` where the folder cannot be written.
    """
    source = shipped()
    written, kept = [], []
    try:
        (folder / OUTPUTS).mkdir(parents=True, exist_ok=True)
        for part in (TEMPLATES, INPUTS):
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
