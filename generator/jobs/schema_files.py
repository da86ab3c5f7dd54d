"""Writing what is made from the declared schema: the schemas for editors, and the reference."""

from __future__ import annotations

import json
from pathlib import Path

from generator.data import json_schema, reference
from generator.data.declared import DECLARED
from generator.errors import CannotGoOn
from generator.jobs.os_reasons import reason
from generator.jobs.output import Written, replace_file
from generator.jobs.workspace import TEMPLATES

SCHEMAS = "luoc_do"


def default_folder(here: Path) -> Path:
    """Where the schemas stand in an office's folder.  Raises ``CannotGoOn`` where ``here`` is none."""
    if not (here / TEMPLATES).is_dir():
        raise CannotGoOn(
            f"Thư mục này không có thư mục con «{TEMPLATES}», nên không phải thư mục làm việc.",
            "Vào thư mục làm việc rồi chạy lại, hoặc chỉ rõ nơi ghi bằng --out.",
        )
    return Path(TEMPLATES) / SCHEMAS


def schema_text(name: str) -> str:
    """The text of the schema file of a kind of file; see ``json_schema``."""
    return json.dumps(json_schema.json_schema(name), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[tuple[Path, Written]]:
    """Write the schema of each kind of file into the folder; what happened to each.

    Raises ``CannotGoOn``, before anything is written, where a file of that name was not made so.
    """
    made = {folder / f"{name}.json": schema_text(name) for name in DECLARED}
    for path in made:
        _refuse_foreign(path, json_schema.MADE_BY)
    return [(path, _write(path, text)) for path, text in made.items()]


def write_reference(target: Path) -> Written:
    """Write the reference of the data format; raises ``CannotGoOn`` as ``write_schemas`` does."""
    _refuse_foreign(target, reference.MADE_BY)
    return _write(target, reference.reference())


def _refuse_foreign(path: Path, mark: str) -> None:
    try:
        if path.is_file() and mark not in path.read_text("utf-8", "replace"):
            raise CannotGoOn(
                f"«{path}» đã có và không do lệnh này viết ra, nên không bị ghi đè.",
                "Chuyển tệp ấy đi nơi khác, hoặc ghi vào nơi khác.",
            )
    except OSError as error:
        raise CannotGoOn(f"Không đọc được «{path}»: {reason(error)}.", "Kiểm tra quyền đọc tệp.") from error


def _write(path: Path, text: str) -> Written:
    data = text.encode("utf-8")
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
            return Written.NEW
        if path.read_bytes() == data:
            return Written.SAME
        replace_file(path, data)
    except OSError as error:
        raise CannotGoOn(
            f"Không ghi được «{path}»: {reason(error)}.", "Kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại."
        ) from error
    return Written.REPLACED
