"""Everything that bears on a built report, by its hash: while none of it has changed, the report need not be made."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import generator
from generator.data.earlier import earlier_path
from generator.data.named_files import NamedFiles, named_files
from generator.errors import CannotGoOn
from generator.jobs.output import digest
from generator.jobs.workspace import (
    ENDING,
    KIND_FILE,
    SUCCESSIONS_FILE,
    TEMPLATE_FILE,
    TEMPLATES,
    office_of,
    own_house_style,
    shipped,
    templates_for,
)

ABSENT = ""
"""The hash of a file that is not there: that it comes to be there is a change as well."""

Hashes = Mapping[Path, str]


def bearing(source: Path, here: Path) -> Hashes:
    """The files that bear on the report of a data file, each with its hash."""
    files = [source, *beside(source, here, named := named_files(source)), *_of_the_office(source, here, named)]
    return {path: hash_of(path) for path in dict.fromkeys(files)}


def beside(source: Path, here: Path, named: NamedFiles) -> list[Path]:
    """The data files that a data file names: bases in its folder or below, that of the period before in its office."""
    earlier = earlier_path(named.earlier, source.parent, office_of(source, here)) if named.earlier else None
    bases = [source.parent / name for name in named.bases if ".." not in Path(name).parts]
    return [*bases, *([earlier] if earlier else [])]


def _of_the_office(source: Path, here: Path, named: NamedFiles) -> list[Path]:
    templates = templates_for(source, here)
    files = [templates.catalogues / f"{name}{ENDING}" for name in named.catalogues]
    with suppress(CannotGoOn):
        kind = templates.kind(named.kind or "")
        files += [kind / KIND_FILE, kind / TEMPLATE_FILE]
    house = own_house_style(source, here)
    files += [house] if house else []
    return [*files, templates.root / SUCCESSIONS_FILE, shipped() / TEMPLATES / SUCCESSIONS_FILE]


def hash_of(path: Path) -> str:
    """The hash of what a file holds, ``ABSENT`` where it cannot be read."""
    try:
        facts = path.stat()
        return _hash(path, (facts.st_mtime_ns, facts.st_size))
    except (OSError, ValueError):
        return ABSENT


@functools.lru_cache(maxsize=64)
def _hash(path: Path, _stamp: tuple[int, int]) -> str:
    """The hash of a file as it was at ``_stamp`` (time of change, size)."""
    return digest(path.read_bytes())


@functools.cache
def program() -> str:
    """The hash of this program: of its code, and of the Python that runs it."""
    root = Path(generator.__file__).parent
    whole = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in sorted(root.rglob("*.py")):
        whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
