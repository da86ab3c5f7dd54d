"""Words and addresses in a text, with where they stand."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.patterns import regex

_WORD = regex(r"[^\W\d_]++")
_CHUNK = regex(r"[^\s<>«»“”\"]++")
_SCHEME = regex(r"(?:https?|ftp)://", re.IGNORECASE)
_HOST = regex(r"[a-z0-9-]++(?:\.[a-z0-9-]++)++")
_TOP = frozenset({"vn", "com", "net", "org", "gov", "edu", "info", "asia", "io", "me"})
_ENDS_HOST = regex(rf"\.(?:{'|'.join(sorted(_TOP))})(?![a-z0-9-])", re.IGNORECASE)
_ADDRESS_TAIL = ".,;:!?)]}'’"
_LONGEST_HOST = 253
_MASK = "\ue000"
_REMEMBERED = 4096


class Address(NamedTuple):
    """An address and where it starts in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def word_list(text: str) -> list[str]:
    """The runs of letters in the NFC text; the letters of web and mail addresses are no words."""
    return _WORD.findall(without_addresses(text))


def word_starts(text: str, words: Iterable[str]) -> list[int]:
    """Where each of the words of the text starts."""
    masked, starts, end = without_addresses(text), [], 0
    for word in words:
        starts.append(masked.index(word, end))
        end = starts[-1] + len(word)
    return starts


@functools.lru_cache(_REMEMBERED)
def addresses(text: str) -> tuple[Address, ...]:
    """The web and mail addresses in the text: with a scheme, with «@», or a bare host like «voso.vn»."""
    if "." not in text or not ("://" in text or _ENDS_HOST.search(text)):
        return ()
    found = (_address(chunk) for chunk in _CHUNK.finditer(text))
    return tuple(address for address in found if address is not None)


def host_of(address: str) -> str:
    """The host of a web address, in lower case and without «www.»; empty for a mail address."""
    rest = _SCHEME.sub("", address, count=1)
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return "" if "@" in host else host.split(":")[0].lower().removeprefix("www.")


@functools.lru_cache(_REMEMBERED)
def without_addresses(text: str) -> str:
    """The text with each address blotted out by marks that are neither letters, figures, points nor blanks."""
    found = addresses(text)
    if not found:
        return text
    pieces, end = [], 0
    for address in found:
        pieces += [text[end : address.start], _MASK * len(address.text)]
        end = address.end
    return "".join((*pieces, text[end:]))


def _address(chunk: re.Match[str]) -> Address | None:
    written = chunk.group()
    if "." not in written:
        return None
    scheme = _SCHEME.search(written)
    start = scheme.start() if scheme else len(written) - len(written.lstrip("([{'‘"))
    address = written[start:].rstrip(_ADDRESS_TAIL)
    if not address:
        return None
    if not scheme:
        host = re.split(r"[/?#:]", address.rpartition("@")[2], maxsplit=1)[0].lower()
        last = host.rpartition(".")[2]
        if len(host) > _LONGEST_HOST or last not in _TOP or not _HOST.fullmatch(host):
            return None
    return Address(address, chunk.start() + start)
