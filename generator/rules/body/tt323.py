"""The kind of one certain document begins with a capital: Kế hoạch số 12/KH-UBND."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.capitals import NAMED_DOCUMENT
from generator.decree.kinds import KINDS
from generator.decree.symbols import LEGAL_KINDS, STATE_KINDS
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.capitals import hinted, pattern_of, running_text
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, sentence_start, squeeze
from generator.word.recognised import Recognised

_KINDS = sorted({*(kind.ten for kind in KINDS), *STATE_KINDS.values(), *LEGAL_KINDS.values()}, key=len, reverse=True)
_NUMBERED = "số"
_NAMES = "|".join(pattern_of(name.lower()) for name in _KINDS)
# Only before a whole number and symbol is it surely one document.
_CITED = regex(rf"(?<!\w)(?P<kind>{_NAMES})\s+số\s*:?\s*[0-9]+[0-9a-zđ]*\s*[/-]\s*[0-9A-ZĐ]")

RULE = FormatRule(
    "TT323",
    "Viết hoa tên loại của một văn bản cụ thể: Kế hoạch số 12/KH-UBND",
    "Nói đến một văn bản có số, ký hiệu thì tên loại là một phần của tên riêng; nói chung («các kế hoạch») thì "
    "viết thường.",
    hinted(NAMED_DOCUMENT),
)


def check(doc: Recognised) -> Verdict:
    texts = list(running_text(doc))
    return judged(gathered(_findings(doc))) if texts else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for text, place in running_text(doc):
        if _NUMBERED not in text:
            continue
        for match in _CITED.finditer(text):
            kind = squeeze(match["kind"])
            yield RULE.finding(
                place,
                f"Tên loại của văn bản cụ thể viết thường trong {quoted(match.group() + '…')}",
                f"Viết «{sentence_start(kind)} số …».",
            )
