"""SL401: the parts named in a sentence come to the total that it states."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_figures.wording import cells
from generator.rules.said_rule import SaidRule
from generator.vn.numbers import format_number
from generator.vn.parts_in_text import totals

RULE = SaidRule(
    "SL401",
    Severity.WARNING,
    "Các phần cộng lại bằng tổng nêu trong câu",
    "Người đọc cộng nhẩm ngay được; cộng không khớp thì cả câu không còn tin được.",
)


def _findings(passage: Passage) -> Iterator[Finding]:
    for each in totals(passage.text):
        total = each.total.whole
        if not each.complete or total is None or total in each.sums:
            continue
        parts = " + ".join(part.text for part in each.parts)
        came = format_number(each.sums[0])
        yield RULE.finding(
            passage.place_at(each.total.start),
            f"«{each.total.text}»: các phần kể sau đó là {parts} = {came}, không phải {each.total.text}.",
            f"Kiểm tra lại từng phần; nếu các phần đúng thì ghi tổng là {came}, nếu chỉ kể một số phần thì ghi rõ.",
            severity=Severity.HINT if each.sums[0] < total else None,
        )


def check(said: Said) -> Iterator[Finding]:
    for passage in (*said.passages, *cells(said)):
        yield from _findings(passage)
