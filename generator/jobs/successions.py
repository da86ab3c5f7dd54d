"""The table of successions of the office that a file belongs to: found and read."""

from __future__ import annotations

import functools
import pickle
from pathlib import Path

from generator.data.successions import BangThayDoi, load_successions
from generator.jobs.own_cache import keep, kept, key_of, stamps
from generator.jobs.workspace import SUCCESSIONS_FILE, TEMPLATES, own_templates, shipped, shown_path

_KIND = "thay_doi"
_MAKERS = ("findings.py", "data/*.py", "decree/*.py", "vn/*.py")


def successions_for(file: Path, here: Path) -> BangThayDoi:
    """The table that serves a file, found as ``templates_for`` finds templates; the shipped one for none.

    Raises ``CannotGoOn`` where its file cannot be read, ``Refused`` where it is faulty.
    """
    own = own_templates(file, here)
    path = own.root / SUCCESSIONS_FILE if own else None
    if path is None or not path.exists():
        return shipped_successions()
    facts = path.stat()
    return _loaded(path, shown_path(path, here), (facts.st_mtime_ns, facts.st_size))


def shipped_successions() -> BangThayDoi:
    """The table that the program brings along; read once a process."""
    return _loaded(shipped() / TEMPLATES / SUCCESSIONS_FILE, f"{TEMPLATES}/{SUCCESSIONS_FILE}", (0, 0))


@functools.lru_cache(maxsize=8)
def _loaded(path: Path, name: str, _stamp: tuple[int, int]) -> BangThayDoi:
    """The table of a file as it was at ``_stamp`` (time of change, size).

    Reading and checking it takes longer than checking most reports against it, so it is kept between runs.
    """
    key = _key(path, name)
    found = kept(key, _KIND) if key else None
    if found is not None:
        table: BangThayDoi = pickle.loads(found)
        return table
    table = load_successions(path, name)
    if key:
        keep(key, _KIND, pickle.dumps(table))
    return table


def _key(path: Path, name: str) -> str:
    """Of the file and of all our code that makes a table of it; empty where they cannot be read."""
    try:
        return key_of((path.read_bytes(), name.encode(), *stamps(*_MAKERS)))
    except OSError:
        return ""
