"""How far a long piece of work has come, on the error stream: a bar in a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

_BAR = 30  # letters
_SOON = 2.0  # seconds before which nothing is shown
_REDRAWN = 0.2  # seconds
_LINE_EVERY = 10.0  # seconds
_MINUTE, _HOUR = 60, 3600


class Progress:
    """``total`` pieces of work; ``clock`` gives seconds."""

    def __init__(self, total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._stream = stream
        self._clock = clock
        self._in_terminal = stream.isatty()
        self._done = self._worked = 0
        self._began = clock()
        self._next = self._began + _SOON
        self._drawn = 0  # letters of the bar that stands on the last line

    def step(self, *, quick: bool) -> None:
        """One piece is done; a ``quick`` one says nothing of how long the others take."""
        self._done += 1
        self._worked += not quick
        self.tick()

    def tick(self) -> None:
        """Show how far the work is, where it is time to."""
        now = self._clock()
        if now < self._next or self._done == self._total:
            return
        told = f"{self._done}/{self._total} tệp{self._left(now)}"
        if self._in_terminal:
            full = _BAR * self._done // self._total
            line = f"[{'#' * full}{'.' * (_BAR - full)}] {told}"
            self._stream.write(f"\r{line.ljust(self._drawn)}")
            self._drawn = len(line)
            self._next = now + _REDRAWN
        else:
            self._stream.write(f"Đã xong {told}.\n")
            self._next = now + _LINE_EVERY
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away, so that something else may be printed."""
        if self._drawn:
            self._stream.write(f"\r{' ' * self._drawn}\r")
            self._stream.flush()
            self._drawn = 0

    def _left(self, now: float) -> str:
        if not self._worked:
            return ""
        seconds = (now - self._began) / self._worked * (self._total - self._done)
        return f", còn khoảng {duration(seconds)}"


def duration(seconds: float) -> str:
    """A span of time in words, as exact as one cares to know."""
    whole = max(round(seconds), 1)
    if whole < _MINUTE:
        return f"{whole} giây"
    if whole < _HOUR:
        return f"{whole // _MINUTE} phút {whole % _MINUTE} giây" if whole < 10 * _MINUTE else f"{whole // _MINUTE} phút"
    return f"{whole // _HOUR} giờ {whole % _HOUR // _MINUTE} phút"
