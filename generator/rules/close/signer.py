"""The lines over the signature, taken apart: authority, what follows it, the signer's own office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.decree.signing import IN_FULL, QUYEN_HAN, QuyenHan
from generator.patterns import regex
from generator.rules.looks import left_open
from generator.vn.text import squeeze
from generator.word.recognised import Fragment, Recognised

_AUTHORITIES = "|".join(sorted(QUYEN_HAN, key=len, reverse=True))
_AUTHORITY = regex(
    rf"(?P<short>{_AUTHORITIES})(?![^\W_])(?P<stop>\s*[.:,]?)(?P<gap>\s*)(?P<rest>.*)",
    re.IGNORECASE,
    begins=tuple(map(str.lower, QUYEN_HAN)),
)
_SLASHED = regex(
    r"(?P<first>T|K)\s*[./]\s*(?P<second>M|T|L|U\.?Q)\s*[./]?\s+(?P<rest>.+)",
    re.IGNORECASE,
    begins=("t", "k"),
)
_FULL = regex(
    rf"(?P<words>{'|'.join(sorted(IN_FULL, key=len, reverse=True))})\s+(?P<rest>.+)",
    begins=tuple(map(str.lower, IN_FULL)),
)
# The specimens say what belongs there instead of an example.
_STAND_IN = regex(r"quyền hạn,|họ và tên", re.IGNORECASE, begins=("quyền", "họ"))


class OfficeLine(Struct, frozen=True):
    """A line over the signature; ``authority`` is None where it begins with none.

    ``stop`` tells whether a full stop follows the abbreviation, ``gap`` whether a blank follows that; ``rest`` is
    what is left of the line, in capitals.  ``slashed`` is how the authority is written where it is no abbreviation of
    the decree: "T/M", "T.M", «THAY MẶT».
    """

    fragment: Fragment
    text: str
    authority: QuyenHan | None
    stop: bool
    gap: bool
    rest: str
    slashed: str = ""


def office_blocks(doc: Recognised) -> Iterator[list[OfficeLine]]:
    """The lines of each signer: those of one cell belong together."""
    blocks: dict[tuple[int, int, int] | None, list[OfficeLine]] = {}
    for fragment in doc.of("quyen_han_chuc_vu"):
        cell = fragment.para.cell
        key = (cell.table, cell.column, cell.depth) if cell else None
        for line in fragment.text.split("\n"):
            text = squeeze(line)
            if text and not is_stand_in(text):
                blocks.setdefault(key, []).append(_read(fragment, text))
    yield from blocks.values()


def is_stand_in(text: str) -> bool:
    """Whether the words only say what belongs there, as the specimens do."""
    return _STAND_IN.match(squeeze(text)) is not None or left_open(text)


def one_spelling(text: str) -> str:
    """In capitals, with the tone of "ủy" and "hòa" set in one way."""
    return text.upper().replace("UỶ", "ỦY").replace("OẢ", "ỎA").replace("OÀ", "ÒA")


def _read(fragment: Fragment, text: str) -> OfficeLine:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        short = f"{slashed['first']}{slashed['second']}".upper().replace(".", "")
        return OfficeLine(
            fragment, text, QUYEN_HAN.get(short), False, True, one_spelling(slashed["rest"]), text.split()[0]
        )
    found = _AUTHORITY.fullmatch(text)
    full = _FULL.fullmatch(one_spelling(text)) if found is None else None
    if full:
        return OfficeLine(
            fragment, text, QUYEN_HAN[IN_FULL[full["words"]]], False, True, full["rest"], text[: full.end("words")]
        )
    if found is None:
        return OfficeLine(fragment, text, None, False, False, one_spelling(text))
    authority = QUYEN_HAN[found["short"].upper()]
    stop = found["stop"].strip() == "."
    return OfficeLine(fragment, text, authority, stop, bool(found["gap"]), one_spelling(found["rest"]))
