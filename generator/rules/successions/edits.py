"""What a table of successions does to the texts of a data file that starts a new period."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from generator.data.schema_successions import TINH
from generator.data.successions import BangThayDoi
from generator.patterns import regex
from generator.rules.successions.matching import Lapsed, Setting, lapsed
from generator.rules.successions.tokens import keys, tokens
from generator.vn.dates import VnDate
from generator.vn.text import nfc, quoted

_LONGEST_PROVINCE = 7
_LEADS = frozenset({"tỉnh", "thành"})
_MAY_NAME = regex("t.{1,3}nh", re.IGNORECASE)  # composed or not


class Replacement(Struct, frozen=True):
    """Put ``new`` (empty: nothing) for what stands from ``start`` to ``end``; ``reason`` is a sentence."""

    start: int
    end: int
    new: str
    reason: str


class Undecided(Struct, frozen=True):
    """What stands there has lapsed, and a person must say what to put; ``reason`` is a sentence, ``hint`` its end."""

    start: int
    end: int
    reason: str
    hint: str


def succession_edits(
    text: str, date: VnDate, table: BangThayDoi, setting: Setting
) -> tuple[Replacement | Undecided, ...]:
    """What to change in a text for a document of that date, in order and without overlap."""
    return tuple(map(_edit, lapsed(text, date, table, setting)))


def _edit(found: Lapsed) -> Replacement | Undecided:
    gone = f"{quoted(found.old)} thôi dùng {found.entry.ly_do}"
    if found.certain and found.new is not None:
        return Replacement(found.start, found.end, found.new, f"{gone}.")
    return Undecided(found.start, found.end, f"{gone}; {advice(found)}.", advice(found))


def advice(found: Lapsed) -> str:
    """What to put, or what to bear in mind, as the end of a sentence."""
    entry, note = found.entry, found.entry.ghi_chu
    if found.new:
        return f"nay là {quoted(found.new)}" + (f" ({note})" if note else "")
    if found.new is None and entry.moi and TINH in entry.moi:
        return f"nay là «{entry.moi.replace(TINH, 'tỉnh …')}», nhưng báo cáo không nêu tên tỉnh"
    return note or ("nay bỏ hẳn" if entry.bo else "xem nay là gì")


def province_of(texts: Iterable[str], table: BangThayDoi) -> str:
    """The one province of today that the texts name, as the table writes it; empty where none or several are named.

    Former provinces count for those that succeeded them.
    """
    today = {keys(name): name for name in table.tinh_thanh}
    former = {
        keys(old): today[keys(entry.moi)]
        for entry in table.thay_doi
        if entry.moi is not None and keys(entry.moi) in today
        for old in entry.cu
    }
    known = {**former, **today}
    named = {name for text in texts if _MAY_NAME.search(text) for name in _named(text, known)}
    return named.pop() if len(named) == 1 else ""


def _named(text: str, known: dict[tuple[str, ...], str]) -> set[str]:
    words = tokens(nfc(text))
    return {
        known[key]
        for at, word in enumerate(words)
        if word.key in _LEADS
        for length in range(2, _LONGEST_PROVINCE + 1)
        if (key := tuple(each.key for each in words[at : at + length])) in known
    }
