"""DL604: numbers of one series rise with the dates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_citations.ledger import ledger, place_of_number
from generator.rules.said_citations.series import falls
from generator.rules.said_rule import SaidRule

RULE = SaidRule(
    "DL604",
    Severity.WARNING,
    "Trong một năm, một cơ quan ban hành sau thì số lớn hơn",
    "Số nhỏ mà ngày muộn, hay số lớn mà ngày sớm, là gõ nhầm số, nhầm ngày hoặc nhầm ký hiệu.",
)


def check(said: Said) -> Iterator[Finding]:
    for wrong, right in falls(ledger(said).documents):
        yield RULE.finding(
            place_of_number(said, wrong.first),
            f"Số và ngày không theo dãy: {wrong.dated} bên cạnh {right.dated}, cùng cơ quan, cùng ký hiệu.",
            "Xem lại số, ký hiệu và ngày ở bản gốc của hai văn bản.",
            related=(place_of_number(said, right.first),),
        )
