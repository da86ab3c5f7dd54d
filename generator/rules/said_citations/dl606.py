"""DL606: the symbol of a document is one of the body that is said to have issued it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_citations.bodies import fits
from generator.rules.said_citations.ledger import ledger, place_of_number
from generator.rules.said_rule import SaidRule
from generator.vn.text import quoted

RULE = SaidRule(
    "DL606",
    Severity.WARNING,
    "Ký hiệu của văn bản phải là của cơ quan ban hành",
    "Chữ viết tắt trong ký hiệu là tên cơ quan ban hành; ghi cơ quan khác thì một trong hai chỗ sai.",
)


def check(said: Said) -> Iterator[Finding]:
    seen = set[tuple[str, str]]()
    for mention in ledger(said).mentions:
        body = mention.body
        if body is None or (mention.key, mention.body_words) in seen:
            continue
        seen.add((mention.key, mention.body_words))
        if fits(mention.symbol, body):
            continue
        yield RULE.finding(
            place_of_number(said, mention),
            f"«{mention.symbol}» ghi là của {quoted(mention.body_words)} "
            f"mà ký hiệu là của «{mention.symbol.co_quan.split('-')[0]}».",
            "Xem lại bản gốc: cơ quan ban hành hoặc ký hiệu gõ sai.",
        )
