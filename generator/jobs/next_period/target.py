"""Where the file of the next period goes, and how it names the files that it needs."""

from __future__ import annotations

import os
from pathlib import Path

from generator.data.earlier import earlier_path
from generator.data.named_files import named_files
from generator.errors import CannotGoOn
from generator.jobs.workspace import office_of, shown_path


def way_back(source: Path, target: Path, here: Path) -> str:
    """How the new file names the old one: by its way from the folder of the new.

    Raises ``CannotGoOn`` for a folder from which neither the old file nor its bases are found.
    """
    if _folder(source) == _folder(target):
        return source.name
    shown, folder = shown_path(target, here), shown_path(source.parent, here)
    advice = f"Ghi vào cùng thư mục với tệp cũ: bỏ -o, hoặc viết «-o {Path(folder) / target.name}»."
    for base in named_files(source).bases:
        if not (target.parent / base).is_file():
            raise CannotGoOn(
                f"Tệp này kế thừa «{base}», tính từ thư mục của nó; ghi vào «{shown}» thì không tìm thấy tệp nền ấy.",
                advice,
            )
    way = _way(source, target)
    if way is None or earlier_path(way, target.parent, office_of(target, here)) is None:
        raise CannotGoOn(
            f"«{shown}» nằm ngoài thư mục làm việc của «{shown_path(source, here)}» nên không đối chiếu được.",
            advice,
        )
    return way


def _folder(file: Path) -> Path:
    return file.parent.resolve()


def _way(source: Path, target: Path) -> str | None:
    try:
        return Path(os.path.relpath(_folder(source) / source.name, _folder(target))).as_posix()
    except ValueError:  # another drive
        return None
