"""The signer's full name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.facts import specimen
from generator.decree.signing import ADDRESSES, DEGREES, RANKS, SIGNED, TITLES_BY_OWN_RULES
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.close.signer import is_stand_in, one_spelling
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import look_findings
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Fragment, Recognised

_ID = "ho_ten"
_LETTERS = frozenset(("case",))
_OTHERS = frozenset(("sizes", "bold", "italic", "align", "marks"))
_SURNAME_TOO = "Ông"
_STOPS = (".", ",", ";", ":")
_SIGNED = regex(r"\s+".join(SIGNED.split()), re.IGNORECASE)
_AS_SPECIMEN = specimen("Phụ lục I, phần I, mục V, số thứ tự 7")
_SHORTEST_ADDRESSED = 3  # syllables behind "Ông" that make a name of their own: Ông Nguyễn Văn A


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# An abbreviation is one in any letters before a full stop, else only in its own: no name is written "Ths." or "TS".
_SHORT = tuple(word for word in DEGREES.value if " " not in word and word[1:] != word[1:].lower())
_LONG = tuple(word for word in DEGREES.value if word not in _SHORT)
_GAP = r"(?:\s*[.,:-]\s*|\s+)"
_DEGREE = rf"(?i:{_any_of(_SHORT)})\s*\.\s*|(?:{_any_of(_SHORT)}){_GAP}|(?i:{_any_of(_LONG)}){_GAP}"
_OWN = regex(
    rf"(?P<title>(?:(?:{_DEGREE}|(?i:{_any_of(RANKS.value)}){_GAP})\s*)+)",
    begins=tuple(map(str.lower, (*DEGREES.value, *RANKS.value))),
)
_ADDRESS = regex(
    rf"(?P<title>(?:{_any_of(ADDRESSES.value)})(?:\s*[.:]\s*|\s+))",
    re.IGNORECASE,
    begins=tuple(map(str.lower, ADDRESSES.value)),
)

RULE = FormatRule(
    "TT403",
    "Họ và tên người ký: chữ đứng, đậm, viết hoa chữ cái đầu, trước tên không ghi học hàm, học vị, danh hiệu",
    "Tên người ký gồm họ, tên đệm và tên. Đơn vị vũ trang, cơ sở giáo dục, y tế, khoa học ghi quân hàm, học vị theo "
    "quy định của ngành, nên ở các đơn vị ấy không xét.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = [fragment for fragment in doc.of(_ID) if not is_stand_in(fragment.text)]
    return judged([*_findings(doc, fragments), *_signed(doc)]) if fragments else NOT_ASSESSED


def _findings(doc: Recognised, fragments: list[Fragment]) -> Iterator[Finding]:
    for fragment in fragments:
        yield from look_findings(RULE, _ID, doc, [fragment], _OTHERS)
        title = _title(fragment.text)
        name = Fragment(fragment.para, fragment.start + len(title), fragment.end)
        yield from _marks(fragment)
        yield from look_findings(RULE, _ID, doc, [name], _LETTERS)
        if title and not (_has_own_rules(doc) and _OWN.match(title.lstrip())):
            yield RULE.finding(
                fragment.place,
                f"Trước họ tên người ký có {quoted(title)}; không ghi học hàm, học vị, danh hiệu, cách xưng hô",
                f"Chỉ ghi {quoted(squeeze(name.text))}.",
                DEGREES.source,
            )


def _marks(fragment: Fragment) -> Iterator[Finding]:
    """A stop behind the name, which is no sentence."""
    text = squeeze(fragment.text)
    if text[-1:] in _STOPS:
        yield RULE.finding(
            fragment.place,
            f"Sau họ tên người ký có dấu {quoted(text[-1])}",
            f"Chỉ ghi {quoted(text.rstrip(''.join(_STOPS) + ' '))}.",
            _AS_SPECIMEN,
        )


def _signed(doc: Recognised) -> Iterator[Finding]:
    for note in doc.of("ghi_chu_ky"):
        if _SIGNED.search(note.text):
            yield RULE.finding(
                note.place,
                f"Trên họ tên người ký gõ {quoted(squeeze(note.text))}",
                "Xóa chữ này trong bản trình ký, bản gốc; để chỗ trống cho chữ ký.",
                SIGNED.source,
            )


def _title(text: str) -> str:
    """What stands before the name, with its blanks; empty where nothing does."""
    blanks = len(text) - len(text.lstrip())
    found = _OWN.match(text, blanks)
    if found is None:
        found = _ADDRESS.match(text, blanks)
        # Ông is a surname as well: Ông Văn Huyên.
        if found and found["title"].startswith(_SURNAME_TOO) and len(text[found.end() :].split()) < _SHORTEST_ADDRESSED:
            return ""
    return text[: found.end()] if found and text[found.end() :].strip() else ""


def _has_own_rules(doc: Recognised) -> bool:
    bodies = one_spelling(
        " ".join(part.text for name in ("co_quan_chu_quan", "co_quan_ban_hanh") for part in doc.of(name))
    )
    return any(re.search(rf"(?<!\w){word}(?!\w)", bodies) for word in TITLES_BY_OWN_RULES.value)
