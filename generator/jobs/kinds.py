"""The descriptions of an office's kinds of documents, each read once while it stays as it is."""

from __future__ import annotations

import functools
from pathlib import Path

from generator.data.kind import load_kind
from generator.data.loading import KindOf, Names, load_data, read_report
from generator.data.model import BaoCao
from generator.data.model_kind import MoTa
from generator.findings import Finding
from generator.jobs.workspace import KIND_FILE, Templates, shown_path

Read = tuple[BaoCao | None, list[Finding]]


def kinds_of(templates: Templates, here: Path) -> KindOf:
    """What a kind's folder says of it, by its name; raises ``Refused`` for a faulty description."""

    def kind_of(name: str) -> MoTa | None:
        folder = templates.kind_folder(name)
        return described(folder, here) if folder and (folder / KIND_FILE).is_file() else None

    return kind_of


def read_data(path: Path, templates: Templates, here: Path, *, draft: bool = False) -> Read:
    """The report of a data file as its kind asks for it, and what is wrong with it; as ``load_report``."""
    names = Names(shown_path(path, here), shown_path(templates.catalogues, here), kinds_of(templates, here))
    return read_report(load_data(path, names.file), path, templates.catalogues, names, draft=draft)


def described(folder: Path, here: Path) -> MoTa:
    """The description in a kind's folder.  Raises ``CannotGoOn`` where there is none, ``Refused`` for a faulty one."""
    path = folder / KIND_FILE
    try:
        facts = path.stat()
    except OSError:
        return load_kind(path, shown_path(path, here))
    return _read(path, shown_path(path, here), (facts.st_mtime_ns, facts.st_size))


@functools.lru_cache(maxsize=16)
def _read(path: Path, name: str, _stamp: tuple[int, int]) -> MoTa:
    """The description of a file as it was at ``_stamp`` (time of change, size)."""
    return load_kind(path, name)
