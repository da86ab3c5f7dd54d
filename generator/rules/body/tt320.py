"""Capitals of administrative units: xã Hoàng Kim, tỉnh Thanh Hóa."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.capitals import EVENTS, NUMBERED_UNITS, PROVINCES, SPECIAL_PLACES, SURNAMES, UNIT_NOUNS
from generator.findings import Finding, Place
from generator.patterns import regex
from generator.rules.body.capitals import (
    as_named,
    has_running_text,
    hinted,
    inside_sentence,
    passages,
    pattern_of,
    small_letters,
    spellings,
)
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import fold, quoted, sentence_start, squeeze
from generator.word.recognised import Recognised

_NOUN = "|".join(re.escape(noun) for noun in sorted(UNIT_NOUNS.value, key=len, reverse=True))
_CAPITAL_NOUNS = sorted((sentence_start(noun) for noun in UNIT_NOUNS.value), key=len, reverse=True)
_CAPITAL_NOUN = "|".join(f"{noun[0]}(?i:{re.escape(noun[1:])})" for noun in _CAPITAL_NOUNS)
_BEGINNINGS = tuple({noun.split()[0] for noun in _CAPITAL_NOUNS})
_WORD = r"[A-ZÀ-ÖØ-ß][^\W\d_A-ZÀ-ÖØ-ß]*"
_UNIT = regex(rf"(?<!\w)(?P<noun>{_CAPITAL_NOUN})\s+(?P<name>{_WORD}(?:(?:\s+-)?\s+{_WORD})*)(?!\w)")
_NUMBERED = regex(
    rf"(?<!\w)(?P<noun>{'|'.join(NUMBERED_UNITS.value)})\s+(?P<number>[0-9]{{1,2}})"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:và|thuộc|cũ|đã|được|có|là)(?!\w))"
)
_OF_BODY = tuple(f"{noun} " for noun in UNIT_NOUNS.value)
_IN_HEAD = regex(rf"(?<!\w)(?:{_NOUN})\s+(?P<name>\D+)$", re.IGNORECASE)
_SPECIAL = [(regex(rf"(?<!\w){pattern_of(name)}(?!\w)", re.IGNORECASE), name) for name in SPECIAL_PLACES.value]
_SPECIAL_KEYS = frozenset(fold(name) for name in SPECIAL_PLACES.value)
_PROVINCE_KEYS = frozenset(fold(name) for name in PROVINCES.value)
_EVENT_KEYS = frozenset(fold(name) for name in EVENTS.value)
_SPECIAL_IN_SMALL = tuple(spelling for name in SPECIAL_PLACES.value for spelling in spellings(name.lower()))
_MOST_SYLLABLES = 4

RULE = FormatRule(
    "TT320",
    "Danh từ chung chỉ đơn vị hành chính viết thường trước tên riêng: xã Hoàng Kim, tỉnh Thanh Hóa",
    "Chỉ viết hoa danh từ chung khi đi với chữ số, tên người, sự kiện (Phường 3, Phường Điện Biên Phủ) và trong "
    "Thủ đô Hà Nội, Thành phố Hồ Chí Minh. Máy chỉ chắc về tên tỉnh và tên đơn vị ghi ở đầu văn bản; tên khác thì nhắc "
    "để xem lại.",
    hinted(UNIT_NOUNS.source),
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if has_running_text(doc) else NOT_ASSESSED


def own_names(doc: Recognised) -> set[str]:
    """Names of the unit that certainly stand behind a small noun: as the date line has them, without the noun."""
    found = set()
    for fragment in doc.of("dia_danh_thoi_gian"):
        name = squeeze(fragment.text.partition(",")[0])
        # "Phường Điện Biên Phủ, ngày ..." is named after an event; "Phường 3" after a number.
        if (
            name
            and name[0].isalpha()
            and not name.lower().startswith(_OF_BODY)
            and not any(ch.isdecimal() for ch in name)
        ):
            found.add(name)
    for component in ("co_quan_chu_quan", "co_quan_ban_hanh"):
        unit = _IN_HEAD.search(" ".join(fragment.printed for fragment in doc.of(component)))
        # A ward is often called after a person or an event.
        if unit and not fold(unit.group()).startswith("phuong"):
            found.add(squeeze(unit["name"]))
    return found


def _findings(doc: Recognised) -> Iterator[Finding]:
    known = _PROVINCE_KEYS | {fold(name) for name in own_names(doc)}
    for text, place in passages(doc, (*_BEGINNINGS, *NUMBERED_UNITS.value), _SPECIAL_IN_SMALL):
        if any(word in text for word in _BEGINNINGS):
            yield from _capitals(text, place, known)
        if any(noun in text for noun in NUMBERED_UNITS.value):
            yield from _numbered(text, place)
        yield from _special(text, place)


def _capitals(text: str, place: Place, known: frozenset[str]) -> Iterator[Finding]:
    for match in _UNIT.finditer(text):
        written, name = squeeze(match.group()), squeeze(match["name"])
        if fold(written) in _SPECIAL_KEYS or not inside_sentence(text, match.start()):
            continue
        if fold(name) not in known and not _may_be_common(name):
            continue
        but = "" if fold(name) in known else "; chỉ giữ chữ hoa khi tên ấy là tên người, sự kiện lịch sử"
        yield RULE.finding(
            place, f"Danh từ chung viết hoa trong {quoted(written)}", f"Viết «{match['noun'].lower()} {name}»{but}."
        )


def _may_be_common(name: str) -> bool:
    """Whether a name that is not known looks like that of a place, and of no person and no event."""
    syllables = name.split()
    return (
        1 < len(syllables) <= _MOST_SYLLABLES
        and syllables[0] not in SURNAMES.value
        and not any(fold(name).startswith(event) or event.startswith(fold(name)) for event in _EVENT_KEYS)
    )


def _numbered(text: str, place: Place) -> Iterator[Finding]:
    for match in _NUMBERED.finditer(text):
        right = f"{sentence_start(match['noun'])} {match['number']}"
        yield RULE.finding(
            place,
            f"Danh từ chung viết thường trong {quoted(match.group())}",
            f"Viết «{right}».",
            hinted(NUMBERED_UNITS.source),
        )


def _special(text: str, place: Place) -> Iterator[Finding]:
    small = small_letters(text)
    for pattern, name in _SPECIAL:
        if not any(spelling in small for spelling in spellings(name.lower())):
            continue
        for match in pattern.finditer(text):
            right = as_named(squeeze(match.group()), name)
            if squeeze(match.group()) != right and not match.group().isupper():
                yield RULE.finding(
                    place,
                    f"Tên {quoted(match.group())} chưa viết hoa theo trường hợp đặc biệt",
                    f"Viết «{right}».",
                    SPECIAL_PLACES.source,
                )
