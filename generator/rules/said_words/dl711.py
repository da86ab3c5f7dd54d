"""DL711: every bracket and every quotation mark is closed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import around, composed
from generator.vn.word_spans import without_addresses

RULE = SaidRule(
    "DL711",
    Severity.WARNING,
    "Dấu ngoặc mở thì phải đóng",
    "Ngoặc không đóng thì người đọc không biết phần chú thích, phần trích dẫn hết ở đâu.",
)
_MARKS = regex(r'[()\[\]“”«»"]')
_CLOSES = {")": "(", "]": "[", "”": "“", "»": "«"}
_OPENS = {opening: closing for closing, opening in _CLOSES.items()}
_ENOUGH = 10  # in one passage; whoever mends these sees the others
_MEND = "Thêm dấu đóng «{}» vào chỗ phần trong ngoặc kết thúc."


def check(said: Said) -> Iterator[Finding]:
    for passage, text in composed(said):
        masked = without_addresses(text)
        for at, mended_by in islice(_never_closed(masked), _ENOUGH) if _MARKS.search(masked) else ():
            mark = text[at]
            if mended_by >= 0:
                yield RULE.finding(
                    passage.place_at(mended_by),
                    f"{around(text, at, mended_by + 1)} đóng ngoặc bằng dấu mở «{mark}».",
                    f"Đổi dấu «{mark}» sau thành dấu đóng «{_OPENS[mark]}».",
                )
            else:
                yield RULE.finding(
                    passage.place_at(at),
                    f"{around(text, at, at + 1)} mở dấu «{mark}» mà không đóng.",
                    _MEND.format(_OPENS.get(mark, mark)),
                )


def _never_closed(text: str) -> Iterator[tuple[int, int]]:
    """Where a mark is opened for good, with the index of the wrong mark that was to close it, or -1."""
    open_at: list[int] = []
    straight: list[int] = []
    for found in _MARKS.finditer(text):
        at, mark = found.start(), found.group()
        if mark == '"':
            # After a figure it is inches or seconds, unless it closes a quotation.
            if straight or not text[at - 1 : at].isdigit():
                straight = [] if straight else [at]
        elif mark in _OPENS:
            if mark == "“" and open_at and text[open_at[-1]] == "“" and _ends_words(text, at):
                yield open_at.pop(), at
            else:
                open_at.append(at)
        elif open_at and text[open_at[-1]] == _CLOSES[mark]:
            open_at.pop()
        elif any(text[at_open] == _CLOSES[mark] for at_open in open_at[-4:]):
            # Closed over another that is still open: that one is never closed.
            while text[open_at[-1]] != _CLOSES[mark]:
                yield open_at.pop(), -1
            open_at.pop()
    yield from ((at, -1) for at in (*open_at, *straight))


def _ends_words(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not after.isalnum()
