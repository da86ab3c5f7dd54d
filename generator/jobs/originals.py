"""What the shipped templates were when an office took them: so that a newer one is told of, and none is overwritten.

``templates/.cds-gen/goc.json`` holds the hash of each shipped file as it was copied.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.jobs.output import digest, record_of, replace_file
from generator.jobs.workspace import TEMPLATES

_RECORD = "goc.json"


def taken(folder: Path) -> dict[str, str]:
    """The hashes of the shipped files that an office has copied, by their names in its folder."""
    with suppress(OSError, ValueError):
        kept = json.loads(_path(folder).read_text("utf-8"))
        if isinstance(kept, dict):
            return {str(name): str(value) for name, value in kept.items()}
    return {}


def remember(folder: Path, shipped: Path, names: Iterable[str]) -> None:
    """Record those of the files that stand in the office as they are shipped."""
    known = taken(folder)
    now = dict(known)
    for name in names:
        if name.startswith(f"{TEMPLATES}/"):
            original = digest((shipped / name).read_bytes())
            if original == digest((folder / name).read_bytes()):
                now[name] = original
    if now != known:
        path = _path(folder)
        path.parent.mkdir(exist_ok=True)
        replace_file(path, (json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def newer(folder: Path, shipped: Path, kept: Iterable[str]) -> Mapping[str, bool]:
    """The kept files of which the shipped one has changed since it was copied; whether the office's was edited."""
    known, found = taken(folder), {}
    for name in kept:
        before = known.get(name)
        if before is not None and before != digest((shipped / name).read_bytes()):
            present = digest((folder / name).read_bytes())
            if present != digest((shipped / name).read_bytes()):
                found[name] = present != before
    return found


def _path(folder: Path) -> Path:
    return record_of(folder / TEMPLATES / _RECORD).with_name(_RECORD)
