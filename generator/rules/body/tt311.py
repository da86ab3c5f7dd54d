"""The look of căn cứ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.findings import Finding
from generator.rules.body.prose import gathered, is_form_line, off_the_edge
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, fits_one_line, look_findings
from generator.word.recognised import Recognised

_ID = "can_cu"
_LETTERS = frozenset(("sizes", "bold", "italic", "case", "marks"))

RULE = FormatRule(
    "TT311",
    f"Căn cứ ban hành văn bản: in thường, chữ nghiêng, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}",
    "Chữ nghiêng tách phần căn cứ khỏi nội dung mà văn bản quyết định.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if doc.of(_ID) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_ID)
    yield from look_findings(RULE, _ID, doc, fragments, _LETTERS)
    for part in fragments:
        if not fits_one_line(part.para) and not is_form_line(part.text):
            yield from look_findings(RULE, _ID, doc, [part], frozenset(("align",)))
        else:
            yield from off_the_edge(RULE, _ID, doc, [part])
