"""Numbers of annexes as they are written: «I», «01», «3.4», and where the text cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.patterns import regex

_ROMAN = regex(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}+|[IVXL]{1,7}+|[A-H])(?![^\W_])"
_MORE = rf"(?:(?:, ?| và | đến )(?:phụ lục )?{_NUMBER}){{0,12}}+"
_CITED = regex(rf"\bphụ lục(?: số)?:?[ \u00a0]{{1,3}}+({_NUMBER}{_MORE})", re.IGNORECASE)
_ONE = regex(_NUMBER)
_OF_ANOTHER = regex(
    r"[ ,(]{0,3}(?:(?:được )?(?:ban hành )?(?:kèm theo|kèm)|của|tại|theo|thuộc)?[ ]?(?:các )?"
    r"(?:quyết định|nghị định|thông tư|kế hoạch|công văn|nghị quyết|chỉ thị|hướng dẫn|luật|văn bản)",
    re.IGNORECASE,
)
_AFTER = 60


class AnnexCited(Struct, frozen=True):
    """A citation: the number as written, and where it stands in the text."""

    number: str
    start: int


def annex_key(number: str) -> str:
    """The number in one form: «II», «02», «2» are «2»; dotted numbers piece by piece; letters stay."""
    written = number.strip().rstrip(".:").upper()
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})*", written):
        return ".".join(str(int(piece)) for piece in written.split("."))
    if written and _ROMAN.fullmatch(written):
        total = 0
        for letter, following in zip(written, (*written[1:], ""), strict=True):
            value = _VALUES[letter]
            total += -value if following and _VALUES[following] > value else value
        return str(total)
    return written


def cited_annexes(text: str) -> Iterator[AnnexCited]:
    """The annexes of this document that the NFC text cites by number; those of other documents are passed over."""
    for found in _CITED.finditer(text):
        if _OF_ANOTHER.match(text[found.end() : found.end() + _AFTER]):
            continue
        for number in _ONE.finditer(found[1]):
            yield AnnexCited(number.group(), found.start(1) + number.start())
