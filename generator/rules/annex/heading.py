"""The number in the heading of an annex."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.decree.wording import PHU_LUC
from generator.findings import Place
from generator.patterns import regex
from generator.rules.looks import left_open
from generator.vn.numerals import roman
from generator.vn.text import nfc, squeeze
from generator.word.recognised import Annex, Fragment, Recognised

MOST = 200
"""No document has more annexes."""
_ROMAN = {roman(n): n for n in range(1, MOST + 1)}
_WORDS = r"\s+".join(PHU_LUC.split())
_FORM = regex(rf"{_WORDS}\s*(?P<word>số)?\s*:?\s*(?P<number>[^\s.:]*)", re.IGNORECASE)


class Heading(Struct, frozen=True):
    """``shown`` is the number as written, "" for none; ``value`` what it says in Roman, 0 where it is no such number.

    ``is_open`` is True where the number is left for later, as in a specimen.
    """

    place: Place
    shown: str
    value: int
    is_open: bool


def heading_of(annex: Annex) -> Heading | None:
    """The heading of an annex; None where it has none."""
    if not annex.heading:
        return None
    text = nfc(squeeze(" ".join(fragment.text for fragment in annex.heading)))
    found = _FORM.match(text)
    shown = squeeze(f"{found['word'] or ''} {found['number']}") if found else ""
    return Heading(annex.heading[0].place, shown, _ROMAN.get(shown, 0), left_open(text))


def parts_of(doc: Recognised, part: str) -> list[Fragment]:
    """The fragments of "heading", "title" or "attached" of all annexes."""
    return [fragment for annex in doc.annexes for fragment in getattr(annex, part)]
