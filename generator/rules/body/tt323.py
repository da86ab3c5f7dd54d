"""The kind of one certain document begins with a capital: Kế hoạch số 12/KH-UBND."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.capitals import NAMED_DOCUMENT
from generator.decree.kinds import KINDS
from generator.decree.symbols import LEGAL_KINDS, STATE_KINDS
from generator.findings import Finding
from generator.patterns import one_of, regex
from generator.rules.body.capitals import has_running_text, hinted, in_word, occurrences, spellings
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted, sentence_start
from generator.word.recognised import Recognised

_NAMES = {*(kind.ten for kind in KINDS), *STATE_KINDS.values(), *LEGAL_KINDS.values()}
_KINDS = tuple(kind for name in sorted(_NAMES, key=len, reverse=True) for kind in spellings(name.lower()))
# Only before a whole number and symbol is it surely one document.
_NUMBER = regex(rf" số\s*:?\s*[0-9]+{one_of('[0-9a-z]', 'đ')}*\s*[/-]\s*{one_of('[0-9A-Z]', 'Đ')}")

RULE = FormatRule(
    "TT323",
    "Viết hoa tên loại của một văn bản cụ thể: Kế hoạch số 12/KH-UBND",
    "Nói đến một văn bản có số, ký hiệu thì tên loại là một phần của tên riêng; nói chung («các kế hoạch») thì "
    "viết thường.",
    hinted(NAMED_DOCUMENT),
)


def check(doc: Recognised) -> Verdict:
    return judged(gathered(_findings(doc))) if has_running_text(doc) else NOT_ASSESSED


def _findings(doc: Recognised) -> Iterator[Finding]:
    for number, place in occurrences(doc, _NUMBER):
        kind = _kind_before(number.string, number.start())
        if kind:
            yield RULE.finding(
                place,
                f"Tên loại của văn bản cụ thể viết thường trong {quoted(kind + number.group() + '…')}",
                f"Viết «{sentence_start(kind)} số …».",
            )


def _kind_before(text: str, end: int) -> str:
    """The name of a kind in small letters that stands right before, "" for none."""
    if not text.endswith(_KINDS, 0, end):
        return ""
    found = (kind for kind in _KINDS if text.endswith(kind, 0, end))
    return next((kind for kind in found if not in_word(text[: end - len(kind)][-1:])), "")
