"""Lay out an office's folder: templates/, inputs/, outputs/, as shipped; and start a data file, or a catalogue of
indicators, from a blank one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from generator.data.loading import load_catalogue
from generator.data.model_catalogue import BoChiTieu
from generator.data.start_file import blank_report, missing_slots
from generator.errors import CannotGoOn, Refused
from generator.findings import in_order
from generator.jobs.originals import newer, remember
from generator.jobs.os_reasons import reason
from generator.jobs.output import write_new
from generator.jobs.workspace import ENDING, INPUTS, KINDS, OUTPUTS, START_CATALOGUE, TEMPLATES, Templates, shipped
from generator.patterns import regex
from generator.vn.text import fold, quoted

# A dash in front would make an option of the name on a command line.
_DATA_NAME = regex(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_CATALOGUE_NAME = regex(r"[a-z0-9][a-z0-9_-]*")


class LaidOut(Struct, frozen=True):
    """Files written, and files left alone because they were there already; relative to the folder.

    ``newer`` are those of the latter of which a newer one is shipped, with whether the office has edited its own.
    """

    folder: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]
    newer: Mapping[str, bool] = field(default_factory=dict)


def _is_by_product(name: Path) -> bool:
    """Whether a program left the file beside the shipped ones: compiled Python, our records, Word's owner files."""
    return name.suffix == ".pyc" or any(part.startswith((".", "__", "~$")) for part in name.parts)


def is_office(folder: Path) -> bool:
    """Whether the folder was laid out before."""
    return (folder / TEMPLATES / KINDS).is_dir()


def _is_had(kind: str, folder: Path, asked: str) -> bool:
    return kind == asked or (folder / TEMPLATES / KINDS / kind).is_dir()


def lay_out(folder: Path, *, examples: bool = True, kind: str = "") -> LaidOut:
    """Copy the shipped templates and, with ``examples``, the example data; a file that exists is never touched.

    Without ``examples`` the kinds of documents that the office does not have stay away too, but for ``kind``.
    Raises ``CannotGoOn`` where the folder cannot be written.
    """
    source = shipped()
    kinds = source / TEMPLATES / KINDS
    away = () if examples else tuple(each for each in kinds.iterdir() if not _is_had(each.name, folder, kind))
    written, kept = [], []
    try:
        for part in (OUTPUTS, INPUTS):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for part in (TEMPLATES, INPUTS) if examples else (TEMPLATES,):
            for path in sorted((source / part).rglob("*")):
                name = path.relative_to(source)
                if not path.is_file() or _is_by_product(name) or path.parent in away:
                    continue
                target = folder / name
                if target.exists() or target.is_symlink():
                    kept.append(name.as_posix())
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                written.append(name.as_posix())
        remember(folder, source, [*written, *kept])
        later = newer(folder, source, kept)
    except OSError as error:
        raise CannotGoOn(
            f"Không tạo được thư mục làm việc «{folder}»: {reason(error)}.",
            "Chọn một thư mục khác mà bạn có quyền ghi.",
        ) from error
    return LaidOut(folder, tuple(written), tuple(kept), later)


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


def start_data(folder: Path, name: str, kind: str, catalogue: BoChiTieu | None = None) -> Path:
    """Write the blank data file of a kind as ``inputs/<name>.yaml`` of an office's folder; its path.

    With a catalogue the file has a place for the result of every indicator, a section for every group, and the annex.
    Raises ``CannotGoOn`` where there is no such kind, where its blank file has no places for a catalogue, and where the
    file is there already or cannot be written.
    """
    source = Templates(folder / TEMPLATES).start_file(kind)
    start = _text(source)
    lacking = missing_slots(start)
    if catalogue is not None and lacking:
        raise CannotGoOn(
            f"Tệp trống «{source}» không có chỗ cho bộ chỉ tiêu: thiếu {_listed(lacking)}.",
            "Đổi tên tệp này, chạy «cds-gen init» để lấy tệp trống gốc, rồi chép các dòng ấy sang đúng chỗ; "
            "hoặc dùng luôn tệp gốc.",
        )
    return _write_new(folder / INPUTS / f"{name}{ENDING}", blank_report(start, catalogue), "--data")


def catalogue_name(wished: str) -> str:
    """The name of a new catalogue, without ".yaml".

    Raises ``CannotGoOn``, with a name to take instead, for one that a data file could not name.
    """
    name = wished.removesuffix(ENDING)
    if _CATALOGUE_NAME.fullmatch(name):
        return name
    better = re.sub(r"[^a-z0-9_]+", "-", fold(name)).strip("-_") or "qd-15-2025"
    raise CannotGoOn(
        f"Mã bộ chỉ tiêu {quoted(wished)} không dùng được: "
        "chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang và gạch dưới.",
        f"Viết «--new-catalogue {better}».",
    )


def start_catalogue(folder: Path, name: str) -> Path:
    """Write the blank catalogue as ``templates/chi_tieu/<name>.yaml`` of an office's folder; its path.

    Raises ``CannotGoOn`` where the blank one is missing, or the file is there already or cannot be written.
    """
    templates = Templates(folder / TEMPLATES)
    blank = _text(templates.root / START_CATALOGUE)
    return _write_new(templates.catalogues / f"{name}{ENDING}", blank, "--new-catalogue")


def read_catalogue(folder: Path, name: str) -> BoChiTieu:
    """The catalogue of that name of an office's folder.

    Raises ``CannotGoOn`` where there is none and ``Refused`` where it is faulty.
    """
    path = Templates(folder / TEMPLATES).catalogue(name)
    catalogue, findings = load_catalogue(path)
    if catalogue is None:
        raise Refused(in_order(findings))
    return catalogue


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "tệp không lưu bằng mã UTF-8"
        raise CannotGoOn(
            f"Không đọc được tệp trống «{path}»: {why}.", "Đổi tên tệp ấy rồi chạy «cds-gen init» để lấy lại tệp gốc."
        ) from error


def _write_new(target: Path, text: str, option: str) -> Path:
    write_new(target, text.encode("utf-8"), str(target), option)
    return target


def _listed(marks: list[str]) -> str:
    return ", ".join(f"dòng «{each}»" for each in marks)
