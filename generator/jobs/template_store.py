"""Prepared templates kept in the user's cache folder, so that a warm build loads neither docxtpl nor python-docx.

The cache may be removed at any time; what cannot be read or written is done without.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from contextlib import suppress
from pathlib import Path

import generator.word
from generator.findings import Finding
from generator.jobs.output import replace_file
from generator.word.prepare import PreparedTemplate, prepare
from generator.word.stored import dumped, restored

_MOST_KEPT = 20


def cache_folder() -> Path:
    """The folder of the user's caches for this program, by the custom of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "cds-gen"


def prepared_template(data: bytes, name: str) -> tuple[PreparedTemplate | None, list[Finding]]:
    """As ``word.prepare.prepare``, from the cache where it is there."""
    kept = None
    with suppress(OSError, RuntimeError, ValueError):  # no home, no right to read it, no text
        kept = cache_folder() / f"{_key(data)}.json"
        found = restored(kept.read_text("utf-8"), data, name)
        if found is not None:
            return found, []
    prepared, findings = prepare(data, name)
    if prepared is not None and kept is not None:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace_file(kept, dumped(prepared).encode())
            _prune(kept.parent)
    return prepared, findings


def _key(data: bytes) -> str:
    """Of the template's bytes and of the code that prepares it: ours, and the docxtpl that is installed."""
    spec = importlib.util.find_spec("docxtpl")
    origin = Path(spec.origin) if spec and spec.origin else Path()
    stamp = origin.stat().st_mtime_ns if origin.is_file() else 0
    ours = [path.read_bytes() for path in sorted(Path(generator.word.__file__).parent.glob("*.py"))]
    return hashlib.sha256(b"\0".join((data, str(origin).encode(), str(stamp).encode(), *ours))).hexdigest()[:40]


def _prune(folder: Path) -> None:
    """Let only the newest files stay: every edit of a template leaves one behind."""
    files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[_MOST_KEPT:]:
        path.unlink(missing_ok=True)
