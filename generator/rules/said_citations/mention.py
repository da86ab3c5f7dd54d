"""A document as it is named at one place."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.decree.symbols import SoKyHieu
from generator.findings import Place
from generator.patterns import regex
from generator.rules.said_citations.bodies import Body, read_body
from generator.vn.dates import VnDate
from generator.vn.text import nfc, squeeze

_LEAD = regex(r"(?:(?:về\s+việc|v/v|vv|về)(?!\w)[\s:]*)", re.IGNORECASE)
_MARKS = regex(r"[^\w/.-]+|(?<!\d)[./-]|[./-](?!\d)")
_NEW_TONE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "uỷ": "ủy", "uý": "úy", "uỳ": "ùy"}
_OLD_TONE = regex(rf"(?<!q)(?:{'|'.join(_NEW_TONE)})(?!\w)")
_ALIKE = (
    ("ủy ban nhân dân", "ubnd"),
    ("uỷ ban nhân dân", "ubnd"),
    ("ban chỉ đạo", "bcđ"),
    ("bcd", "bcđ"),
    ("công nghệ thông tin", "cntt"),
    ("chuyển đổi số", "cđs"),
    ("cds", "cđs"),
    ("thủ tục hành chính", "tthc"),
)


class Mention(Struct, frozen=True):
    """One mention: ``kind`` as written, ``date`` None where none is told or ``date_words`` are no date.

    ``subject`` is without "về việc"; ``told`` says that its words were marked as a subject, not guessed.
    ``body_near`` says that the mention names no body and its sentence has named one.  ``listed`` marks an entry of a
    list of documents.
    ``span`` is what the mention takes up in the NFC text of its passage, from the kind to the end of the subject.
    """

    symbol: SoKyHieu
    place: Place
    kind: str = ""
    date: VnDate | None = None
    date_words: str = ""
    body_words: str = ""
    subject: str = ""
    told: bool = False
    body_near: bool = False
    listed: bool = False
    heading: bool = False
    running: bool = False
    body: Body | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def key(self) -> str:
        """The number and symbol, zeros before the number passed over."""
        text = str(self.symbol)
        return text.lstrip("0") or text


def body_of(words: str) -> Body | None:
    """The body that words name, None for no words."""
    return read_body(words) if words.strip() else None


def subject_words(subject: str) -> list[str]:
    """The words of a subject as they are compared: capitals, quotes, "về việc" and common abbreviations aside."""
    text = squeeze(nfc(subject)).strip(" “”\"'.;,:").casefold()
    lead = _LEAD.match(text)
    if lead:
        text = text[lead.end() :]
    text = _OLD_TONE.sub(lambda found: _NEW_TONE[found.group()], text)
    for long, short in _ALIKE:
        text = text.replace(long, short)
    return _MARKS.sub(" ", text).split()


def without_lead(subject: str) -> str:
    """The subject without "về việc" before it and marks around it."""
    text = squeeze(nfc(subject))
    lead = _LEAD.match(text)
    return (text[lead.end() :] if lead else text).strip(" “”\"'.;,:")
