"""Capitals of "Ủy ban nhân dân" and "Hội đồng nhân dân"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.capitals import ELECTED_BODIES
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.capitals import as_named, has_running_text, inside_sentence, passages, pattern_of, spellings
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Recognised

_NAMES = [(regex(rf"(?<!\w){pattern_of(name)}(?!\w)", re.IGNORECASE), name) for name in ELECTED_BODIES.value]
# Behind the body stands the unit with its name, so that it is one certain body.
_OF_UNIT = regex(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+[^\W\d_a-zà-ỹđ]")
_IN_SMALL = tuple(spelling for name in ELECTED_BODIES.value for spelling in spellings(name.lower()))

RULE = FormatRule(
    "TT321",
    "Viết «Ủy ban nhân dân», «Hội đồng nhân dân», không viết hoa từng chữ",
    "Tên cơ quan viết hoa chữ cái đầu của từ, cụm từ chỉ loại hình và chức năng, không viết hoa mọi âm tiết như tên "
    "người. Chữ thường cả («ủy ban nhân dân các cấp») là danh từ chung, không xét.",
    ELECTED_BODIES.source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if has_running_text(doc) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for text, place in passages(doc, (), _IN_SMALL):
        for pattern, name in _NAMES:
            for match in pattern.finditer(text):
                found = squeeze(match.group())
                right = as_named(found, name)
                named = found.islower() and _OF_UNIT.match(text, match.end()) and inside_sentence(text, match.start())
                if found != right and not found.isupper() and (named or not found.islower()):
                    yield RULE.finding(place, f"Tên cơ quan viết {quoted(found)}", f"Viết «{right}».")
