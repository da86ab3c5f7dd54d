"""A folder of the user's own in which work is kept that another run would do again.

The cache may be removed at any time; what cannot be read or written is done without.  It holds what runs when it is
read (compiled code, pickles), as Python's own ``__pycache__`` does, and deserves the same trust: whoever can write
there can run programs as this user.  So it is used only where nobody else can: on POSIX the folder and the file must
be this user's own, real (no links) and writable by nobody else.  On Windows the folder lies in the user's profile,
which is closed to others.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import generator
from generator.jobs.output import replace_file

_MOST_KEPT = 20
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NOT_THERE = (OSError, RuntimeError, ValueError)  # no home, no right to read it
_SUM = hashlib.sha256().digest_size


def cache_folder() -> Path:
    """The folder of the user's caches for this program, by the custom of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        named = Path(os.environ.get("XDG_CACHE_HOME", ""))
        base = named if named.is_absolute() else Path.home() / ".cache"  # so its specification has it
    return base / "cds-gen" / "kept"


def key_of(facts: Iterable[bytes]) -> str:
    """A key of all that the kept work was made from and by."""
    digest = hashlib.sha256()
    for each in facts:
        digest.update(len(each).to_bytes(8, "big") + each)
    return digest.hexdigest()


def stamps(*makers: str) -> Iterator[bytes]:
    """Of our modules (patterns below the package) and this Python, for a key: as Python stamps what it compiled."""
    package = Path(generator.__file__).parent
    yield f"{sys.version} {importlib.util.MAGIC_NUMBER.hex()} {zlib.ZLIB_RUNTIME_VERSION}".encode()
    for path in sorted(path for maker in makers for path in package.glob(maker)):
        yield stamp(path)


def stamp(path: Path) -> bytes:
    """Where a file is, when it changed and how large it is.  Raises ``OSError``."""
    facts = path.stat()
    return f"{path} {facts.st_mtime_ns} {facts.st_size}".encode()


def kept(key: str, kind: str) -> bytes | None:
    """What was kept under a key; None where nothing is, or where it is damaged, another's, or open to others."""
    with suppress(*_NOT_THERE):
        path = _path(key, kind)
        if _is_own(path.parent, stat.S_ISDIR) and _is_own(path, stat.S_ISREG):
            data = path.read_bytes()
            if data[:_SUM] == _sum(key, data[_SUM:]):
                return data[_SUM:]
    return None


def keep(key: str, kind: str, content: bytes) -> None:
    """Keep some work for later runs, where that can be."""
    with suppress(*_NOT_THERE):
        path = _path(key, kind)
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if _is_own(path.parent, stat.S_ISDIR):
            replace_file(path, _sum(key, content) + content)
            path.chmod(0o600)
            _prune(path.parent, kind)


def _path(key: str, kind: str) -> Path:
    return cache_folder() / f"{key[:40]}.{kind}"


def _sum(key: str, content: bytes) -> bytes:
    """Tells what is damaged or made from something else; not what is forged."""
    return hashlib.sha256(key.encode() + b"\0" + content).digest()


def _is_own(path: Path, of_kind: Callable[[int], bool]) -> bool:
    """Whether nobody but this user can have written it; ``of_kind`` is a test of ``stat``.  Raises ``OSError``."""
    facts = path.lstat()
    if not of_kind(facts.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return facts.st_uid == os.geteuid() and not facts.st_mode & _OTHERS_MAY_WRITE


def _prune(folder: Path, kind: str) -> None:
    """Let only the newest files stay: every edit of a source leaves one behind."""
    files = sorted(folder.glob(f"*.{kind}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[_MOST_KEPT:]:
        path.unlink(missing_ok=True)
