"""The title of an annex."""

from __future__ import annotations

from generator.decree.components import COMPONENTS
from generator.rules.annex.heading import parts_of
from generator.rules.body.prose import gathered
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds, look_findings
from generator.word.recognised import Recognised

_ID = "phu_luc_tieu_de"

RULE = FormatRule(
    "TT503",
    f"Tên phụ lục: in hoa, cỡ chữ {bounds(COMPONENTS[_ID].sizes)}, chữ đứng, đậm, canh giữa",
    "Tên phụ lục (nếu có) đứng ngay dưới từ “Phụ lục”.",
    COMPONENTS[_ID].source,
)


def check(doc: Recognised) -> Verdict:
    fragments = parts_of(doc, "title")
    return judged(gathered(look_findings(RULE, _ID, doc, fragments))) if fragments else NOT_ASSESSED
