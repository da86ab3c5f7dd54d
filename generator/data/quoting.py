"""How a text must be typed so that YAML takes it as it is: the remedy, ready to be copied over what stands there.

The remedy shows the whole entry (``- muc: "…"``), without the blanks before it, between « and ».
"""

from __future__ import annotations

import re

from msgspec import Struct

from generator.patterns import regex

QUOTE = 'đặt cả câu trong dấu nháy kép, ví dụ «trich_yeu: "…"»'

_LONGEST_SHOWN = 80
_KEY = r"""(?:"[^"]*"|'[^']*'|[^\s"'{}\[\],](?:[^:]|:(?=\S))*?):(?:\s+|$)"""
_LEAD = regex(rf"\s*(?P<dashes>(?:-\s+)*+)(?P<key>{_KEY})?")
_FLOW_KEY = regex(rf"\s*(?P<key>{_KEY})?")
_KEY_LIKE = regex(r"""(?:[a-z0-9_.]+|\w*_\w*|"[^"]*"|'[^']*'):\s*""")
_FLOW_PIECE = regex(r"(?:\{\{.*?\}\}|[^,\[\]{}])*")
_COMMENT = regex(r"(?<!\s)\s+#(?:\s|$)")
_CURLY = regex("[“”](?P<inside>[^“”]+)[“”]")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")


class Entry(Struct, frozen=True):
    """What one line holds: ``lead`` (dashes and key, without the indentation) and the value behind it.

    ``column`` counts from 0 and is where the value starts; ``in_flow`` tells that it stands inside ``{ }`` or ``[ ]``.
    """

    lead: str
    value: str
    column: int
    in_flow: bool = False

    def remedy(self, goes_on: bool = False) -> str:
        """How to type the value as one text; ``goes_on`` when further lines belong to it."""
        inside = _CURLY.fullmatch(self.value)
        if inside and not goes_on and len(self.value) <= _LONGEST_SHOWN:
            straight = self._quoted(inside["inside"])
            if straight:
                return f"thay dấu nháy cong “ ” bằng dấu nháy thẳng: «{straight}»"
        quote = _fitting_quote(self.value)
        if quote is None:
            return self._without_fitting_quote()
        if goes_on or len(self.value) > _LONGEST_SHOWN:
            name = "kép" if quote == '"' else "đơn"
            return f"đặt cả câu trong dấu nháy {name}: «{self.lead}{quote}…{quote}»"
        return f"đặt cả câu trong dấu nháy: «{self._quoted(self.value)}»"

    def _quoted(self, words: str) -> str | None:
        quote = _fitting_quote(words)
        return None if quote is None else f"{self.lead}{quote}{words}{quote}"

    def _without_fitting_quote(self) -> str:
        if self.in_flow:
            # No block can stand inside brackets.
            doubled = self.value.replace("'", "''")
            return f"đặt trong dấu nháy đơn, mỗi dấu nháy đơn ở trong viết hai lần: «{self.lead}'{doubled}'»"
        return f"viết «{self.lead}|» rồi xuống dòng, thụt vào sâu hơn, viết nguyên câu mà không bao dấu nháy"


def entry_of(line: str) -> Entry:
    """The dashes and the key at the start of a line, and the value behind them.

    After a dash, what is no name of a key is taken as part of the value: people type "- Kết quả: đạt" as a sentence.
    """
    found = _LEAD.match(line)
    assert found is not None
    key = found["key"] or ""
    start = found.start("key") if key else found.end()
    if key and (not found["dashes"] or _KEY_LIKE.fullmatch(key)):
        start = found.end()
    lead = line[found.start("dashes") : start]
    return Entry(_spaced(lead), _bare(line[start:]), start)


def entry_at(line: str, column: int) -> Entry:
    """The value that starts at ``column``, with what stands before it; inside brackets up to the next comma."""
    before = _LEAD.fullmatch(line[:column])
    if before:
        return Entry(_spaced(line[:column].lstrip()), _bare(line[column:]), column)
    piece = entry_in_flow(line, column)
    found = _FLOW_PIECE.match(line, column)
    assert found is not None
    return Entry(piece.lead if piece.column == column else "", found[0].strip(), column, True)


def entry_in_flow(line: str, column: int) -> Entry:
    """The entry inside ``{ }`` or ``[ ]`` that ``column`` lies in."""
    start = max(line.rfind(mark, 0, column) for mark in ",[{") + 1
    found = _FLOW_PIECE.match(line, start)
    piece = found[0] if found else ""
    before = _FLOW_KEY.match(piece)
    key = before["key"] if before else None
    blank = len(piece) - len(piece.lstrip())
    skipped = before.end() if before and key and _KEY_LIKE.fullmatch(key) else blank
    return Entry(_spaced(piece[blank:skipped]), piece[skipped:].strip(), start + skipped, True)


def item_of_list(words: str) -> str:
    """The words as an item of a list, in quotes where they would mean something else without."""
    bare = words.strip()
    plain = bare[:1] not in _INDICATORS and not re.search(r":(?:\s|$)|\s#", bare)
    quote = _fitting_quote(bare)
    key = _FLOW_KEY.match(bare)
    is_key = key is not None and key["key"] is not None and _KEY_LIKE.fullmatch(key["key"])
    return f"- {bare}" if plain or is_key or quote is None else f"- {quote}{bare}{quote}"


def as_value(words: str) -> str:
    """The words as the value of a key, in quotes where they would mean something else without."""
    return item_of_list(words).removeprefix("- ")


def _fitting_quote(words: str) -> str | None:
    """The quote that can stand around the words as they are, if any."""
    if not set(words) & {'"', "\\"}:
        return '"'
    return "'" if "'" not in words else None


def _bare(value: str) -> str:
    """The value without the comment behind it; a # between quotes opens none."""
    found = _COMMENT.search(value)
    words = value[: found.start()] if found and value.count('"', 0, found.start()) % 2 == 0 else value
    return words.strip()


def _spaced(lead: str) -> str:
    """The lead with one blank where there are several, or none."""
    return f"{' '.join(lead.split())} " if lead.strip() else ""
