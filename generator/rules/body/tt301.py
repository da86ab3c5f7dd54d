"""The body: size, upright letters, both edges even."""

from __future__ import annotations

from generator.decree.page import BODY
from generator.rules.body.prose import gathered, prose_findings
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import bounds
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT301",
    f"Lời văn cỡ chữ {bounds(BODY.sizes)}, chữ đứng, canh đều cả hai lề",
    "Nội dung được trình bày bằng chữ in thường, kiểu chữ đứng, canh đều cả hai lề. Chữ nghiêng, đậm trong một đoạn "
    "để trích dẫn, nhấn mạnh là bình thường; đoạn chỉ có một dòng thì canh trái hay canh đều trông như nhau.",
    BODY.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of("noi_dung")
    return judged(gathered(prose_findings(RULE, "noi_dung", doc, fragments))) if fragments else NOT_ASSESSED
