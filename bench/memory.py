"""The largest memory of a running program and of those that it starts, as Linux counts it (``VmHWM``)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_OFFICE = ("soffice", "oosplash")


class Memory:
    """Largest resident sets in MB: of a program, of its workers, and of each LibreOffice that it starts."""

    def __init__(self) -> None:
        self.parent = 0.0
        self.workers: dict[int, float] = {}
        self.offices: dict[int, float] = {}

    def probe(self, pid: int) -> None:
        self.parent = max(self.parent, _peak(pid))
        for child in _children(pid):
            if _name(child).startswith(_OFFICE) or child in self.offices:
                self._probe_office(child)
            else:
                self.workers[child] = max(self.workers.get(child, 0.0), _peak(child))

    def _probe_office(self, pid: int) -> None:
        """A start of LibreOffice is a launcher and the program that does the work: the largest of them counts."""
        self.offices[pid] = max(self.offices.get(pid, 0.0), *(_peak(each) for each in _tree(pid)))


def _tree(pid: int) -> list[int]:
    return [pid, *(below for child in _children(pid) for below in _tree(child))]


def _status(pid: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _peak(pid: int) -> float:
    return int(_status(pid).get("VmHWM", "0 kB").split()[0]) / 1024


def _name(pid: int) -> str:
    return _status(pid).get("Name", "")


def _children(pid: int) -> list[int]:
    """What any thread of a process has started."""
    found: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, children.read_text("ascii").split())
    return found
