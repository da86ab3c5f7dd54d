"""A ``cds-gen`` that a test starts beside itself: never waited for without limit, never left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 120.0  # seconds: what takes longer, however busy the machine, hangs


@dataclass(frozen=True)
class Left:
    """The exit status of a program, and what it printed."""

    status: int
    out: str
    err: str


class Started:
    """A program that runs."""

    def __init__(self, process: subprocess.Popen[bytes], out: IO[bytes], err: IO[bytes]) -> None:
        self.id = process.pid
        self._process, self._out, self._err = process, out, err

    def wait_until(self, what: str, is_so: Callable[[], bool]) -> None:
        """Fails, saying for what it waited, where the program ends before, or takes too long."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            if self._process.poll() is not None:
                pytest.fail(f"ended with {self._process.returncode} before {what}:\n{self._told()}")
            if time.monotonic() > deadline:
                pytest.fail(f"not within {PATIENCE:.0f} s: {what}\n{self._where_it_stands()}")
            time.sleep(0.02)

    def send(self, number: signal.Signals, *, to_group: bool = False) -> None:
        """A signal for the program; ``to_group``: for its children too, as a terminal sends Ctrl-C."""
        os.killpg(self.id, number) if to_group else self._process.send_signal(number)

    def leave(self) -> Left:
        """Wait for its end; fails where it does not end."""
        try:
            status = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            pytest.fail(f"has not ended within {PATIENCE:.0f} s\n{self._where_it_stands()}")
        return Left(status, _read(self._out), _read(self._err))

    def _where_it_stands(self) -> str:
        """What it printed, at last the line of its code at which it hangs."""
        self._process.send_signal(signal.SIGABRT)
        self._process.wait(PATIENCE)
        return self._told()

    def _told(self) -> str:
        return f"{_read(self._out)}\n{_read(self._err)}"


def _read(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


@contextmanager
def started(*arguments: str, folder: Path, **environment: str) -> Iterator[Started]:
    """``cds-gen`` with these arguments, in a group of processes of its own."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1", **environment}
    # Into files: a pipe that nobody reads would stop a program that has much to say.
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator.cli.main", *arguments],
            cwd=folder,
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        with process:
            try:
                yield Started(process, out, err)
            finally:
                process.kill()
