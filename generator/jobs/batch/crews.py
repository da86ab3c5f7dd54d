"""Who does the work of a batch: this process, or several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Protocol

from generator.errors import CannotGoOn, Refused
from generator.jobs.batch.work import Order, Result, Trouble, work
from generator.jobs.build import load_template
from generator.jobs.workspace import TEMPLATE_FILE, Templates, shown_path

Work = Callable[[Order], Result]

DIED = Trouble(
    "Tiến trình dựng tệp này đã chết giữa chừng (máy hết bộ nhớ, hoặc tiến trình bị dừng từ bên ngoài).",
    "Dựng riêng tệp này; nếu vẫn vậy thì gửi tệp cho người phụ trách cds-gen.",
)


class Crew(Protocol):
    """Takes orders; ``at_once`` is how many it is given before the first result is waited for."""

    at_once: int

    def begin(self, order: Order) -> Future[Result]:
        """Begin the work; the future never holds an exception that the crew can tell as a result."""

    def result(self, order: Order, begun: Future[Result]) -> Result:
        """The result of what was begun, once it is done."""

    def leave(self, *, at_once: bool) -> None:
        """End all that the crew started; ``at_once``: what is still being made is given up."""


class Alone:
    """This process."""

    at_once = 1

    def __init__(self, unit: Work = work) -> None:
        self._work = unit

    def begin(self, order: Order) -> Future[Result]:
        done: Future[Result] = Future()
        done.set_result(self._work(order))
        return done

    def result(self, _order: Order, begun: Future[Result]) -> Result:
        return begun.result()

    def leave(self, *, at_once: bool) -> None:
        """There is nothing to end."""


class Processes:
    """Processes of this machine.  One that dies takes no other file with it than its own."""

    def __init__(self, jobs: int, unit: Work = work) -> None:
        self.at_once = 3 * jobs
        self._jobs = jobs
        self._work = unit
        self._pool: _Pool | None = None

    def begin(self, order: Order) -> Future[Result]:
        if self._pool is None:
            self._pool = _Pool(self._jobs)
        try:
            return self._pool.submit(self._work, order)
        except BrokenProcessPool:
            self._pool.end()
            self._pool = _Pool(self._jobs)
            return self._pool.submit(self._work, order)

    def result(self, order: Order, begun: Future[Result]) -> Result:
        try:
            return begun.result()
        except BrokenProcessPool:
            # Nobody knows which file it was that killed its process: each that was under way is tried by itself.
            return self._by_itself(order)

    def _by_itself(self, order: Order) -> Result:
        pool = _Pool(1)
        try:
            return pool.submit(self._work, order).result()
        except BrokenProcessPool:
            return Result(trouble=DIED)
        finally:
            pool.end()

    def leave(self, *, at_once: bool) -> None:
        if self._pool is not None:
            self._pool.end(kill=at_once)


class _Pool:
    """A pool of processes that can be ended at once."""

    def __init__(self, jobs: int) -> None:
        self._others = set(multiprocessing.active_children())
        self._executor = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_settle)

    def submit(self, unit: Work, order: Order) -> Future[Result]:
        return self._executor.submit(unit, order)

    def end(self, *, kill: bool = False) -> None:
        if kill:
            self._executor.shutdown(wait=False, cancel_futures=True)
            for child in set(multiprocessing.active_children()) - self._others:
                child.terminate()
        self._executor.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Forked processes share what is loaded here; a process with threads, and other systems than Linux, cannot fork."""
    forking = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forking else "spawn")


def _settle() -> None:
    """Let a worker mind its parent: Ctrl-C is the parent's to hear, and without a parent there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def prepare_templates(roots: Iterable[Templates], here: Path) -> None:
    """Prepare and compile every template once, before there are several processes that would each do it.

    A faulty one is left to be told by the files that use it.
    """
    for root in dict.fromkeys(roots):
        for folder in root.kinds():
            with suppress(Refused, CannotGoOn):
                load_template(folder / TEMPLATE_FILE, shown_path(folder / TEMPLATE_FILE, here))
