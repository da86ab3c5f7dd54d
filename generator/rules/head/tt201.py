"""TT201: the Quốc hiệu, its look and its words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import QUOC_HIEU, QUOC_HIEU_SPELLINGS
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["quoc_hieu"]

RULE = FormatRule(
    "TT201",
    "Quốc hiệu: đúng chữ, in hoa, đứng, đậm",
    "Quốc hiệu gõ tay hay thiếu dấu, thiếu chữ mà không ai đọc lại.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_COMPONENT.id)
    printed = " ".join(as_printed(fragment) for fragment in fragments)
    # Small letters are a fault of the look, and told there.
    if printed.upper() not in QUOC_HIEU_SPELLINGS.value:
        yield RULE.finding(
            fragments[0].place,
            f"Quốc hiệu viết {quoted(printed)}, phải là «{QUOC_HIEU}»",
            f"Gõ lại dòng này: «{QUOC_HIEU}».",
            QUOC_HIEU.source,
        )
