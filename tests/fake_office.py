"""A LibreOffice of a few lines, which does with each document what the document says."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HANGS, CRASHES, GARBLES, SKIPS = b"treo", b"sap", b"rac", b"bo"

_SCRIPT = """\
#!{python}
import os, subprocess, sys, time
home = {home!r}
arguments = sys.argv[1:]
out = arguments[arguments.index("--outdir") + 1]
names = arguments[arguments.index("--outdir") + 2:]
with open(os.path.join(home, "starts"), "a") as starts:
    print(len(names), arguments[0], file=starts)
if {broken!r}:
    sys.exit({broken!r})
for name in names:
    data = open(name, "rb").read() if os.path.exists(name) else b"bo"
    target = os.path.join(out, name[:-5] + ".pdf")
    if data == b"treo":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        with open(os.path.join(home, "processes"), "a") as processes:
            print(os.getpid(), child.pid, file=processes, flush=True)
        time.sleep(60)
    elif data == b"sap":
        print("đứt dây", file=sys.stderr, flush=True)
        os.abort()
    elif data == b"rac":
        open(target, "wb").write(b"%PDF-1.7 rac")
    elif data != b"bo":
        open(target, "wb").write(b"%PDF-1.7 " + str(len(data)).encode() + b" %%EOF")
"""


@dataclass(frozen=True)
class FakeOffice:
    """The program, and what it keeps in its folder of how it was used."""

    home: Path

    @property
    def program(self) -> Path:
        return self.home / "program" / "soffice"

    @property
    def starts(self) -> list[int]:
        """To how many documents it was started, each time."""
        return [int(line.split()[0]) for line in self._lines("starts")]

    @property
    def profiles(self) -> set[str]:
        return {line.split()[1] for line in self._lines("starts")}

    @property
    def processes(self) -> list[int]:
        """Those that hung, and their children."""
        return [int(word) for line in self._lines("processes") for word in line.split()]

    def wait_until_hanging(self) -> None:
        deadline = time.monotonic() + 60
        while not self.processes:
            assert time.monotonic() < deadline, "the LibreOffice of the test was not started within a minute"
            time.sleep(0.02)

    def _lines(self, name: str) -> list[str]:
        path = self.home / name
        return path.read_text().splitlines() if path.exists() else []


def fake_office(home: Path, *, broken: str = "") -> FakeOffice:
    """Written into ``home``; a broken one says ``broken`` and does nothing."""
    office = FakeOffice(home)
    office.program.parent.mkdir(parents=True)
    office.program.write_text(_SCRIPT.format(python=sys.executable, home=str(home), broken=broken))
    office.program.chmod(0o755)
    return office


def is_running(process: int) -> bool:
    """Whether there is such a process; one that has ended and that nobody has asked about is not running."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
