"""TT331: the content of a decision is in articles."""

from __future__ import annotations

from generator.decree.kind_parts import IN_ARTICLES
from generator.decree.wording import DIEU
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT331",
    "Nội dung quyết định trình bày theo Điều",
    "Quyết định được viện dẫn đến từng điều; nơi nhận cũng gọi theo điều: «Như Điều 3».",
    IN_ARTICLES.source,
)


def check(doc: Recognised) -> Verdict:
    if doc.kind not in IN_ARTICLES.value or not doc.of("ten_loai") or not doc.content:
        return NOT_ASSESSED
    if doc.of("dieu"):
        return judged(())
    place = (doc.of("trich_yeu") or doc.of("ten_loai"))[-1].place
    fix = f"Chia nội dung thành «{DIEU} 1.», «{DIEU} 2.»; chữ «{DIEU}» và số in đậm."
    return judged([RULE.finding(place, f"{doc.kind} không có điều nào", fix)])
