"""Capitals of administrative units: xã Hoàng Kim, tỉnh Thanh Hóa."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.capitals import PROVINCES, SPECIAL_PLACES, UNIT_NOUNS
from generator.findings import Finding
from generator.rules.body.capitals import as_named, hinted, inside_sentence, pattern_of, running_text
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Recognised

_NOUN = "|".join(re.escape(noun) for noun in sorted(UNIT_NOUNS.value, key=len, reverse=True))
_CAPITAL_NOUN = "|".join(
    f"{noun[0].upper()}(?i:{re.escape(noun[1:])})" for noun in sorted(UNIT_NOUNS.value, key=len, reverse=True)
)
_OF_BODY = re.compile(rf"(?:{_NOUN})\s+(?P<name>.+)", re.IGNORECASE)
_SPECIAL = [(re.compile(rf"(?<!\w){pattern_of(name)}(?!\w)", re.IGNORECASE), name) for name in SPECIAL_PLACES.value]

RULE = FormatRule(
    "TT320",
    "Danh từ chung chỉ đơn vị hành chính viết thường trước tên riêng: xã Hoàng Kim, tỉnh Thanh Hóa",
    "Chỉ viết hoa danh từ chung khi đi với chữ số, tên người, sự kiện (Phường 3, Phường Điện Biên Phủ) và trong "
    "Thủ đô Hà Nội, Thành phố Hồ Chí Minh. Máy chỉ xét tên tỉnh và địa danh ghi ở đầu văn bản.",
    hinted(UNIT_NOUNS.source),
)


def check(doc: Recognised) -> Verdict:
    texts = list(running_text(doc))
    return judged(gathered(_findings(doc))) if texts else NOT_ASSESSED


def own_names(doc: Recognised) -> set[str]:
    """Names of the unit that certainly stand behind a small noun: as the date line has them, without the noun."""
    found = set()
    for fragment in doc.of("dia_danh_thoi_gian"):
        name = squeeze(fragment.text.partition(",")[0])
        # "Phường Điện Biên Phủ, ngày ..." is named after an event; "Phường 3" after a number.
        if name and name[0].isalpha() and not _OF_BODY.match(name) and not any(ch.isdecimal() for ch in name):
            found.add(name)
    return found


def _findings(doc: Recognised) -> Iterator[Finding]:
    names = "|".join(pattern_of(name) for name in sorted({*PROVINCES.value, *own_names(doc)}, key=len, reverse=True))
    unit = re.compile(rf"(?<!\w)(?P<noun>{_CAPITAL_NOUN})\s+(?P<name>{names})(?!\w)(?!\s+[^\W\d_a-zà-ỹđ])")
    special = {name.casefold() for name in SPECIAL_PLACES.value}
    for text, place in running_text(doc):
        for match in unit.finditer(text):
            is_special = squeeze(match.group()).casefold() in special
            if not is_special and inside_sentence(text, match.start()):
                right = f"{match['noun'].lower()} {match['name']}"
                yield RULE.finding(place, f"Danh từ chung viết hoa trong {quoted(match.group())}", f"Viết «{right}».")
        for pattern, name in _SPECIAL:
            if name.split()[-1].lower() not in text.lower():
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
