"""Being told to end, by Ctrl-C, by the system, or left by one's terminal: noted, and acted on between two steps.

Raised where it arrives, a signal may fall where Python can only drop it, or where something is half done.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_SAME_PRESS = 1.0  # seconds within which signals are one press: a terminal may send several


class Asked:
    """Whether, and by what, the program was told to end."""

    def __init__(self) -> None:
        self._signals: list[int] = []
        self._first = 0.0

    def __bool__(self) -> bool:
        return bool(self._signals)

    @property
    def status(self) -> int:
        """The exit status of a program that was ended so; 0 where nobody asked."""
        return 128 + self._signals[0] if self._signals else 0

    def note(self, number: int) -> None:
        self._first = self._first or time.monotonic()
        self._signals.append(number)

    def again(self) -> bool:
        """Whether it was asked before, and not by the same press of a key."""
        return bool(self._signals) and time.monotonic() - self._first > _SAME_PRESS

    def end(self) -> None:
        """Raises what ends the program, where it was asked for."""
        if self._signals and self._signals[0] == signal.SIGINT:
            raise KeyboardInterrupt
        if self._signals:
            raise SystemExit(self.status)


@contextmanager
def told_to_end(*, patient: bool = False) -> Iterator[Asked]:
    """What is noted while a long piece of work goes on.

    Ctrl-C pressed again stops the program at once, unless ``patient``: where every step is short.
    """
    asked = Asked()

    def hear(number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT and not patient and asked.again():
            signal.default_int_handler(number, frame)
        asked.note(number)

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    # What was started not to heed a signal (by nohup) does not.
    heeded = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, hear) for number in heeded}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
