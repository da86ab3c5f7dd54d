"""Capitals where parts of a document are cited: điểm a khoản 2 Điều 103."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.capitals import CITED_WITH_CAPITAL, CITED_WITHOUT_CAPITAL
from generator.decree.kinds import KINDS
from generator.decree.symbols import LEGAL_KINDS, STATE_KINDS
from generator.findings import Finding
from generator.patterns import one_of, regex
from generator.rules.body.capitals import has_running_text, inside_sentence, passages
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, sentence_start
from generator.word.recognised import Recognised

_LOW, _HIGH = "|".join(CITED_WITHOUT_CAPITAL.value), "|".join(word.lower() for word in CITED_WITH_CAPITAL.value)
_KIND = "|".join(
    re.escape(name)
    for name in ("Luật", "Bộ luật", *(k.ten for k in KINDS), *STATE_KINDS.values(), *LEGAL_KINDS.values())
)
_NUMBER = r"(?:[0-9]+[a-zđ]?|[IVXLC]+)"
_CAPITALS = tuple(f"{sentence_start(word)} " for word in CITED_WITHOUT_CAPITAL.value)
_WORDS = (*(f"{word.lower()} " for word in CITED_WITH_CAPITAL.value), *_CAPITALS)
_NUMBERED = regex(rf"(?:{_HIGH}) (?:[0-9]|[IVXLC]+(?!\w))")
"""What is somewhere in whatever ``_SMALL`` finds, and in few other texts."""
_DIGIT = one_of("[0-9a-zIVXLC]", "đ")
# "khoản 2 điều 5", "điều 5 Luật ...", "điều 5 của Nghị định ...": parts of one certain document.
_SMALL = regex(
    rf"(?<!\w)(?:(?:{_LOW})\s+[0-9a-zđ]+,?\s+(?P<after>{_HIGH})\s+{_NUMBER}(?!\w)"
    rf"|(?<!iểu )(?P<before>{_HIGH})\s+{_NUMBER}(?=(?:,?\s+(?i:{_LOW}|{_HIGH})\s+{_DIGIT}+)*"
    rf",?\s+(?:của\s+)?(?P<kind>{_KIND})(?!\w)))"
)
_CAPITAL = regex(
    rf"(?<!\w)(?P<word>{'|'.join(sentence_start(word) for word in CITED_WITHOUT_CAPITAL.value)})\s+"
    rf"(?:[0-9]+|[a-zđ])(?=,?\s+(?i:{_LOW}|{_HIGH})\s)"
)

RULE = FormatRule(
    "TT324",
    "Viện dẫn: Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường",
    "Ví dụ của Nghị định: Căn cứ điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.",
    CITED_WITH_CAPITAL.source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if has_running_text(doc) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for text, place in passages(doc, _WORDS):
        for match in _SMALL.finditer(text) if _NUMBERED.search(text) else ():
            word = match["after"] or match["before"]
            yield RULE.finding(
                place,
                f"Viện dẫn {quoted(_cited(match))} viết thường chữ «{word}»",
                f"Viết hoa: «{sentence_start(word)}».",
            )
        for match in _CAPITAL.finditer(text) if any(word in text for word in _CAPITALS) else ():
            if inside_sentence(text, match.start()):
                yield RULE.finding(
                    place,
                    f"Viện dẫn {quoted(match.group())} viết hoa chữ «{match['word']}»",
                    f"Viết thường: «{match['word'].lower()}».",
                    CITED_WITHOUT_CAPITAL.source,
                )


def _cited(match: re.Match[str]) -> str:
    """The words as far as the kind of the document."""
    return match.string[match.start() : max(match.end(), match.end("kind"))]
