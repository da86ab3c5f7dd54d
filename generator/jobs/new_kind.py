"""A new kind of document, made by copying the folder of another."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.errors import CannotGoOn
from generator.jobs.kinds import described
from generator.jobs.os_reasons import reason
from generator.jobs.workspace import ENDING, KINDS, TEMPLATES, own_templates, templates_here
from generator.patterns import regex
from generator.vn.text import fold, quoted

_NAME = regex(r"[a-z0-9][a-z0-9_-]*")


def copy_kind(name: str, source: str, here: Path) -> tuple[Path, tuple[str, ...]]:
    """Copy the folder of the kind ``source`` to one of that name in the office's templates; its path, and its files.

    Data files in it then name the new kind.  Raises ``CannotGoOn`` for a name that cannot be, a kind that is there
    already, a source that is not, and where nothing can be written.
    """
    if not _NAME.fullmatch(name):
        raise CannotGoOn(
            f"Tên loại văn bản {quoted(name)} không dùng được: "
            "chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang và gạch dưới.",
            f"Viết «{_better(name)}».",
        )
    office = own_templates(here / name, here)
    if office is None:
        raise CannotGoOn(
            f"Thư mục này không có {TEMPLATES}/{KINDS}, nên không phải thư mục làm việc.",
            "Vào thư mục làm việc, hoặc tạo một thư mục bằng «cds-gen init».",
        )
    origin = templates_here(here).named_kind(source)
    target = office.root / KINDS / name
    try:
        target.mkdir()
        for path in _files(origin):
            shutil.copyfile(path, target / path.name)
            if path.suffix == ENDING:
                _name_kind(target / path.name, source, name)
    except FileExistsError as error:
        raise CannotGoOn(
            f"Loại «{name}» đã có nên được giữ nguyên, không bị ghi đè.", "Viết một tên khác, hoặc sửa mẫu đang có."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "có tệp không lưu bằng mã UTF-8"
        raise CannotGoOn(f"Không tạo được «{target}»: {why}.", "Kiểm tra quyền ghi, rồi chạy lại.") from error
    return target, tuple(path.name for path in _files(target))


def still_named(folder: Path, here: Path) -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """The name and the abbreviation that the description of a kind has, in quotes; the lines of its data files that
    say them.

    After ``copy_kind`` they are those of the kind that was copied.
    """
    kind = described(folder, here)
    words = tuple(filter(None, (kind.ten, kind.ky_hieu)))
    named = "|".join(rf"\b{re.escape(word)}\b" for word in words)
    found = {
        path.name: [
            number
            for number, line in enumerate(_lines(path), start=1)
            if words and re.search(named, line, re.IGNORECASE)
        ]
        for path in _files(folder)
        if path.suffix == ENDING
    }
    return tuple(map(quoted, words)), {name: numbers for name, numbers in found.items() if numbers}


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a kind, without records of ours and owner files of Word."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith((".", "~$")):
            yield path


def _name_kind(path: Path, source: str, name: str) -> None:
    text = path.read_bytes().decode("utf-8")
    named = re.sub(rf"^(mau:[ \t]*){re.escape(source)}\b", rf"\g<1>{name}", text, flags=re.MULTILINE)
    named = re.sub(rf"(cds-gen template \w+ |«){re.escape(source)}\b", rf"\g<1>{name}", named)
    path.write_bytes(named.encode("utf-8"))


def _better(name: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "_", fold(name)).strip("-_") or "loai_moi"
