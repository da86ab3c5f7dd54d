"""Who does the work of a batch: this process, or a crew of others (``processes``, ``cluster``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
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

    def result(self, order: Order, begun: Future[Result], seconds: float) -> Result | None:
        """The result of what was begun; None where it is not done within so many seconds."""

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

    def result(self, _order: Order, begun: Future[Result], _seconds: float) -> Result | None:
        return begun.result()

    def leave(self, *, at_once: bool) -> None:
        """There is nothing to end."""


def prepare_templates(roots: Iterable[Templates], here: Path) -> None:
    """Prepare and compile every template once, before there are several processes that would each do it.

    A faulty one is left to be told by the files that use it.
    """
    for root in dict.fromkeys(roots):
        for folder in root.kinds():
            with suppress(Refused, CannotGoOn):
                load_template(folder / TEMPLATE_FILE, shown_path(folder / TEMPLATE_FILE, here))
