"""Capitals of the names of ministries and departments."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.capitals import FIELDS_OF_OFFICES, OFFICES
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.capitals import (
    as_named,
    has_running_text,
    hinted,
    in_word,
    occurrences,
    small_letters,
    spellings,
)
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

# The word itself must stand in capitals: "cơ sở y tế", "cán bộ tư pháp" are no names.
_OFFICE = regex(rf"(?<!\w)(?:{'|'.join(OFFICES.value)}) ")
_FIELDS = {
    spelling: field
    for field in sorted(FIELDS_OF_OFFICES.value, key=len, reverse=True)
    for spelling in spellings(field.lower())
}
_LONGEST = max(map(len, _FIELDS))

RULE = FormatRule(
    "TT322",
    "Tên Bộ, Sở viết hoa chữ đầu mỗi cụm từ chỉ lĩnh vực: Sở Khoa học và Công nghệ",
    "Tên cơ quan là tên riêng: viết hoa chữ cái đầu của các từ, cụm từ chỉ chức năng, lĩnh vực hoạt động.",
    hinted(OFFICES.source),
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if has_running_text(doc) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for office, place in occurrences(doc, _OFFICE):
        text, start = office.string, office.end()
        following = small_letters(text[start : start + _LONGEST + 1])
        field = next((each for each in _FIELDS if _stands(each, following)), "")
        found = text[start : start + len(field)]
        right = as_named(found, _FIELDS[field]) if field else ""
        if found != right and not found.isupper():
            shown, name = f"{office.group()}{found}", f"{office.group()}{right}"
            yield RULE.finding(place, f"Tên cơ quan viết {quoted(shown)}", f"Viết «{name}».")


def _stands(words: str, text: str) -> bool:
    """Whether a text begins with the words, and they are no beginning of a longer word."""
    return text.startswith(words) and not in_word(text[len(words) : len(words) + 1])
