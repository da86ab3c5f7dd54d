"""Words that everyone knows, found also where they are misspelt: Quốc hiệu, Tiêu ngữ, the names of kinds."""

from __future__ import annotations

import functools
import re
from difflib import SequenceMatcher

from generator.decree.kinds import KINDS, LoaiVanBan, by_name
from generator.patterns import regex
from generator.word.recognise_lines import plain
from generator.word.recognise_words import QUOC_HIEU, TIEU_NGU

_NATION = "conghoaxahoichunghiavietnam"
_SHORT_NATION = regex(r"\s*(?:cong\s*hoa\s*xhcn|chxhcn)\s*viet\s*nam\W*")
_MOTTO = "doclaptudohanhphuc"
_MOTTO_SYLLABLES = sorted(("doc", "lap", "tu", "do", "hanh", "phuc"))
_PIECE = regex(r"[^\W_](?:(?!\t|\s{3,}).)*")
_SYLLABLES = regex(r"[a-z]+")
_NEAR = 0.82
_LONGEST = 48  # letters and marks; either of them takes no more
_AT_END = " \t:.;,-–"
_SPACED = regex(r"\w(?:\s+\w){3,}")
_REMEMBERED = 1024
_NEAR_KIND = 0.86
_LONGEST_KIND = 20
_LETTERS_OF = {kind: "".join(_SYLLABLES.findall(plain(kind.ten))) for kind in KINDS}


def nation_at(text: str) -> int | None:
    """Where in a text the Quốc hiệu begins, spelled right or nearly so; None where it is not."""
    return _found(text, _nation)


def motto_at(text: str) -> int | None:
    """Where in a text the Tiêu ngữ begins, spelled right or nearly so, its words in any order."""
    return _found(text, _motto)


def _found(text: str, find: functools._lru_cache_wrapper[int | None]) -> int | None:
    return find(plain(text))


@functools.lru_cache(_REMEMBERED)
def _nation(folded: str) -> int | None:
    exact = QUOC_HIEU.search(folded)
    if exact:
        return exact.start()
    for piece in _short_pieces(folded):
        if _SHORT_NATION.fullmatch(piece[0]) or _is_near(piece[0], _NATION):
            return piece.start()
    return None


@functools.lru_cache(_REMEMBERED)
def _motto(folded: str) -> int | None:
    exact = TIEU_NGU.search(folded)
    if exact:
        return exact.start()
    for piece in _short_pieces(folded):
        if sorted(_SYLLABLES.findall(piece[0])) == _MOTTO_SYLLABLES or _is_near(piece[0], _MOTTO):
            return piece.start()
    return None


def _short_pieces(folded: str) -> list[re.Match[str]]:
    """The pieces of a line between tabs and wide gaps that are as short as a name of the head."""
    if len(folded) > 4 * _LONGEST:
        return []
    return [piece for piece in _PIECE.finditer(folded) if len(piece[0].strip()) <= _LONGEST]


def _is_near(piece: str, wanted: str) -> bool:
    letters = "".join(_SYLLABLES.findall(piece))
    if abs(len(letters) - len(wanted)) > len(wanted) // 4:
        return False
    return SequenceMatcher(None, letters, wanted, autojunk=False).ratio() >= _NEAR


def kind_meant(text: str) -> LoaiVanBan | None:
    """The kind whose name a line in capitals begins with ("BÁO CÁO TÓM TẮT"), or that it misspells ("BÁO CAO")."""
    bare = " ".join(text.strip(_AT_END).split())
    begun = [kind for kind in KINDS if _same_name(bare[: len(kind.ten) + 1].rstrip(), kind.ten)]
    if begun:
        return max(begun, key=lambda kind: len(kind.ten))
    letters = "".join(_SYLLABLES.findall(plain(bare)))
    if not letters or len(letters) > _LONGEST_KIND:
        return None
    likeness = {kind: SequenceMatcher(None, letters, _LETTERS_OF[kind], autojunk=False).ratio() for kind in KINDS}
    best = max(likeness, key=lambda kind: likeness[kind])
    return best if likeness[best] >= _NEAR_KIND else None


def _same_name(text: str, name: str) -> bool:
    known = by_name(text)
    return known is not None and known.ten == name


def kind_named(text: str) -> LoaiVanBan | None:
    """The kind of document that a line names, with a mark behind it or its letters set apart ("B Á O  C Á O")."""
    bare = text.strip(_AT_END)
    known = by_name(bare)
    if known is not None or not _SPACED.fullmatch(bare):
        return known
    joined = "".join(bare.split()).casefold()
    return next((kind for kind in KINDS if "".join(kind.ten.split()).casefold() == joined), None)
