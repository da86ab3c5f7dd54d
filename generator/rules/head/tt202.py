"""TT202: the Tiêu ngữ, its look and its words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.head import TIEU_NGU_NEXT
from generator.decree.wording import TIEU_NGU
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.spacing import apart, brought_together
from generator.rules.looks import as_printed, look_findings
from generator.vn.text import nfc, quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["tieu_ngu"]

RULE = FormatRule(
    "TT202",
    "Tiêu ngữ: đúng chữ, in thường, đứng, đậm, có gạch nối, ngay dưới Quốc hiệu",
    "Word tự đổi gạch nối thành gạch dài khi gõ; gạch nối phải ngắn và có dấu cách hai bên.",
    _COMPONENT.source,
)

_NO_BREAK_HYPHEN = "\u2011"
_LONG_DASHES = regex("[\u2012-\u2015\u2212]")


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc), *_gap(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    fragments = doc.of(_COMPONENT.id)
    printed = nfc(" ".join(as_printed(fragment) for fragment in fragments)).replace(_NO_BREAK_HYPHEN, "-")
    # Words all in capitals are a fault of the look, and told there.
    if printed in (TIEU_NGU, TIEU_NGU.upper()):
        return
    yield RULE.finding(
        fragments[0].place,
        f"Tiêu ngữ viết {quoted(printed)}{_what(printed)}, phải là «{TIEU_NGU}»",
        f"Gõ lại dòng này: «{TIEU_NGU}», gạch nối ngắn (-), mỗi bên một dấu cách.",
        TIEU_NGU.source,
    )


def _gap(doc: Recognised) -> Iterator[Finding]:
    upper, lower = doc.of("quoc_hieu"), doc.of(_COMPONENT.id)
    room = apart(upper, lower, doc)
    if room:
        yield RULE.finding(
            lower[0].place,
            f"Tiêu ngữ cách Quốc hiệu «{room}», hai dòng phải cách nhau dòng đơn",
            brought_together("hai dòng"),
            TIEU_NGU_NEXT,
        )


def _what(printed: str) -> str:
    """What in particular is wrong, where it can be told."""
    long_dash = _LONG_DASHES.search(printed)
    if long_dash:
        return f" với gạch dài «{long_dash[0]}»"
    if _bare(printed) != _bare(TIEU_NGU):
        return ""
    if printed.count("-") == TIEU_NGU.count("-") and printed.count(" - ") != TIEU_NGU.count(" - "):
        return " thiếu dấu cách bên gạch nối"
    return ""


def _bare(text: str) -> str:
    return "".join(ch for ch in text if ch.isalpha()).casefold()
