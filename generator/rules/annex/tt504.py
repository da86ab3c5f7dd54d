"""The words on what an annex is attached to."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.word.recognised import Recognised

_ID = "phu_luc_kem_theo"

RULE = FormatRule(
    "TT504",
    f"Dòng “(Kèm theo …)”: in thường, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ nghiêng, canh giữa dưới tên phụ lục",
    "Dòng này nối phụ lục với văn bản mà nó kèm theo khi hai phần rời nhau.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = parts_of(doc, "attached")
    return judged(gathered(look_findings(RULE, _ID, doc, fragments))) if fragments else NOT_ASSESSED
