"""The first recipient of a document that has Kính gửi."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.wording import KINH_GUI, NHU_TREN
from generator.findings import Finding
from generator.rules.close.recipients import Recipient, recipients
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import fold, quoted
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT408",
    f"Văn bản có «{KINH_GUI}» thì nơi nhận đầu tiên là «{NHU_TREN}»",
    f"Nơi ghi ở «{KINH_GUI}» cũng nhận văn bản; ghi «{NHU_TREN}» để không phải nhắc lại tên.",
    NHU_TREN.source,
)


def check(doc: Recognised) -> Verdict:
    items = recipients(doc)
    return judged(_findings(items)) if items and doc.of("kinh_gui") else NOT_ASSESSED


def _findings(items: list[Recipient]) -> Iterator[Finding]:
    first = items[0]
    if fold(first.text).startswith(fold(NHU_TREN)):
        return
    elsewhere = any(fold(item.text).startswith(fold(NHU_TREN)) for item in items[1:])
    fix = (
        f"Chuyển dòng «- {NHU_TREN};» lên đầu danh sách."
        if elsewhere
        else f"Thêm dòng «- {NHU_TREN};» ở đầu danh sách."
    )
    yield RULE.finding(
        first.first.place,
        f"Nơi nhận đầu tiên là {quoted(first.text)}, phải là «{NHU_TREN}» vì văn bản có {KINH_GUI}",
        fix,
    )
