"""A crew of processes of this machine, each with a pipe of its own.

A pool of the standard library has one pipe for all: a process that dies while it writes its result there leaves the
whole pool waiting for the rest of it for ever.  Here only its own pipe ends, and it is known whose work is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any

from msgspec import Struct, field

from generator.jobs.batch.crews import DIED, Work
from generator.jobs.batch.work import Order, Result, Trouble, work

LIMIT = 600.0  # seconds for one file, a hundred times what the longest reports take
_AHEAD = 2  # orders that a process holds, so that it need not wait for the next while its result is written
_LAST_WAIT = 5.0  # seconds to end in

LATE = Trouble(
    f"Dựng tệp này quá {LIMIT / 60:.0f} phút nên đã dừng.",
    "Dựng riêng tệp này lúc máy rảnh; nếu vẫn vậy thì gửi tệp cho người phụ trách cds-gen.",
)


class _Task(Struct):
    order: Order
    future: Future[Result] = field(default_factory=Future)
    lost: bool = False
    """Whether a process died at it: it is tried once more, for what died may have been ended from outside."""


class Processes:
    """So many processes.  One that dies takes no other file with it than its own; one that hangs is ended."""

    def __init__(self, jobs: int, unit: Work = work, *, limit: float = LIMIT) -> None:
        self.at_once = 3 * jobs
        self._jobs = jobs
        self._unit = unit
        self._limit = limit
        self._left: deque[_Task] = deque()
        self._workers: list[_Worker] = []

    def begin(self, order: Order) -> Future[Result]:
        task = _Task(order)
        self._left.append(task)
        self._hand_out()
        return task.future

    def result(self, _order: Order, begun: Future[Result], seconds: float) -> Result | None:
        deadline = time.monotonic() + seconds
        self._collect(0)  # whatever is done makes room for the next, also where this one was done before
        while not begun.done():
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                return None
            self._collect(remaining)
        return begun.result()

    def leave(self, *, at_once: bool) -> None:  # noqa: ARG002
        """End them in either case: what is done was given back, and none has anything else to finish."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        while self._left:
            if len(self._workers) < self._jobs:
                self._workers.append(_Worker(self._unit))
            idlest = min(self._workers, key=lambda worker: len(worker.tasks))
            if len(idlest.tasks) == _AHEAD:
                return
            idlest.give(self._left.popleft())

    def _collect(self, seconds: float) -> None:
        """Take what the processes have done, waiting so long for the first of it."""
        ready = wait([worker.pipe for worker in self._workers], seconds)
        for worker in list(self._workers):
            if worker.pipe in ready:
                if not worker.take():
                    self._replace(worker)
            elif worker.seconds() > self._limit:
                worker.tasks.popleft().future.set_result(Result(trouble=LATE, seconds=self._limit))
                self._replace(worker, lost=False)
        self._hand_out()

    def _replace(self, worker: _Worker, *, lost: bool = True) -> None:
        """Let others do what a process leaves undone; ``lost``: it died at the first of it."""
        self._workers.remove(worker)
        worker.end()
        if worker.tasks and lost:
            first = worker.tasks[0]
            if first.lost:
                worker.tasks.popleft().future.set_result(Result(trouble=DIED))
            first.lost = True
        self._left.extendleft(reversed(worker.tasks))


class _Worker:
    """A process and the orders that it was given, the first of which it is at."""

    def __init__(self, unit: Work) -> None:
        context: Any = _context()
        self.pipe: Connection[Order, Result]
        self.pipe, theirs = context.Pipe()
        self.tasks: deque[_Task] = deque()
        self._began = time.monotonic()
        self._process = context.Process(target=_serve, args=(theirs, unit), daemon=True)
        with _unheard():
            self._process.start()
        theirs.close()  # so that the pipe ends with the process

    def give(self, task: _Task) -> None:
        if not self.tasks:
            self._began = time.monotonic()
        self.tasks.append(task)
        with suppress(OSError):  # it has died, which its pipe will tell
            self.pipe.send(task.order)

    def take(self) -> bool:
        """Take a result from the pipe; False where the process has died."""
        try:
            result = self.pipe.recv()
        except (EOFError, OSError):
            return False
        self._began = time.monotonic()
        self.tasks.popleft().future.set_result(result)
        return True

    def seconds(self) -> float:
        """How long it has been at its first order."""
        return time.monotonic() - self._began if self.tasks else 0.0

    def end(self) -> None:
        self._process.kill()
        self._process.join(_LAST_WAIT)
        self.pipe.close()


def _context() -> BaseContext:
    """Forked processes share what is loaded here; a process with threads, and other systems than Linux, cannot fork."""
    forking = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forking else "spawn")


def _signals() -> set[signal.Signals]:
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    return {getattr(signal, name) for name in names if hasattr(signal, name)}


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep signals back while a process starts: Ctrl-C reaches all of a terminal's, also those not yet settled."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection[Result, Order], unit: Work) -> None:
    """What a process does: one order after the other, until it is ended."""
    _settle()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(unit(pipe.recv()))


def _settle() -> None:
    """Let a worker mind its parent: Ctrl-C is the parent's to hear, and without a parent there is no work."""
    for number in _signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_IGN if number is signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _signals())
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
