"""Capitals of the names of ministries and departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.capitals import FIELDS_OF_OFFICES, OFFICES
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.capitals import as_named, hinted, pattern_of, running_text
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, squeeze
from generator.word.recognised import Recognised

_OFFICE = "|".join(OFFICES.value)
_ANY = regex(rf"(?<!\w)(?:{_OFFICE})\s")
# The word itself must stand in capitals: "cơ sở y tế", "cán bộ tư pháp" are no names.
_FIELDS = [(regex(pattern_of(field), re.IGNORECASE), field) for field in FIELDS_OF_OFFICES.value]
_FIELD = "|".join(pattern_of(field) for field in sorted(FIELDS_OF_OFFICES.value, key=len, reverse=True))
_NAME = regex(rf"(?<!\w)(?P<office>{_OFFICE})\s+(?P<field>(?i:{_FIELD}))(?!\w)")

RULE = FormatRule(
    "TT322",
    "Tên Bộ, Sở viết hoa chữ đầu mỗi cụm từ chỉ lĩnh vực: Sở Khoa học và Công nghệ",
    "Tên cơ quan là tên riêng: viết hoa chữ cái đầu của các từ, cụm từ chỉ chức năng, lĩnh vực hoạt động.",
    hinted(OFFICES.source),
)


def check(doc: Recognised) -> Verdict:
    texts = list(running_text(doc))
    return judged(gathered(_findings(doc))) if texts else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for text, place in running_text(doc):
        if not _ANY.search(text):
            continue
        for match in _NAME.finditer(text):
            found = squeeze(match["field"])
            right = as_named(found, next(field for pattern, field in _FIELDS if pattern.fullmatch(found)))
            if found != right and not found.isupper():
                shown = f"{match['office']} {right}"
                yield RULE.finding(place, f"Tên cơ quan viết {quoted(match.group())}", f"Viết «{shown}».")
