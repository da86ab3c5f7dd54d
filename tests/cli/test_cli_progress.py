"""How far a long piece of work has come: a bar in a terminal, a line now and then elsewhere, nothing for short work."""

from __future__ import annotations

import io

import pytest

from generator.cli.progress import Progress, duration


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(stream: io.StringIO, seconds_each: float, total: int = 100, done: int = 50) -> str:
    clock = Clock()
    progress = Progress(total, stream, clock)
    for _ in range(done):
        clock.now += seconds_each
        progress.step(quick=False)
    progress.clear()
    return stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_short_work_shows_nothing(stream: io.StringIO) -> None:
    assert told(stream, 0.01) == ""


def test_elsewhere_than_in_a_terminal_lines_come_every_ten_seconds() -> None:
    lines = told(io.StringIO(), 0.5).splitlines()
    assert lines == [
        "Đã xong 4/100 tệp, còn khoảng 48 giây.",
        "Đã xong 24/100 tệp, còn khoảng 38 giây.",
        "Đã xong 44/100 tệp, còn khoảng 28 giây.",
    ]


def test_in_a_terminal_one_line_is_drawn_over_and_taken_away() -> None:
    shown = told(Terminal(), 0.5)
    assert "\n" not in shown
    assert "[###############...............] 50/100 tệp, còn khoảng 25 giây" in shown
    assert shown.endswith(" \r")
    assert shown.rsplit("\r", 2)[1].strip() == ""


def test_what_was_skipped_does_not_make_the_rest_look_short() -> None:
    clock, stream = Clock(), io.StringIO()
    progress = Progress(101, stream, clock)
    for _ in range(90):
        progress.step(quick=True)
    clock.now += 3
    progress.step(quick=False)
    assert stream.getvalue() == "Đã xong 91/101 tệp, còn khoảng 30 giây.\n"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 giây"), (59, "59 giây"), (61, "1 phút 1 giây"), (1500, "25 phút"), (7260, "2 giờ 1 phút")],
)
def test_spans_of_time_in_words(seconds: float, words: str) -> None:
    assert duration(seconds) == words
