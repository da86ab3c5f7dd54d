"""Figures written in the English way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.facts import custom
from generator.decree.wording import DECIMAL_MARK, THOUSANDS_MARK
from generator.findings import Finding
from generator.patterns import regex
from generator.rules.body.prose import gathered, written
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised
from generator.word.view import Para

_UNITS = "%|triệu|tỷ|tỉ|nghìn|ngàn|đồng|km|kg|ha|tấn|tạ|m²|m2"
# Only what cannot be read as Vietnamese: 1,234,567; 1,234.5; a point before one or two decimals and a unit.
_ENGLISH = regex(
    r"(?<![\w.,/-])(?:[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"
    rf"|[0-9]+\.[0-9]{{1,2}}(?=\s?(?:{_UNITS})(?!\w)))(?![\w,/-]|\.\w)"
)
_MARKED = regex(r"[0-9]\.[0-9]{1,2}(?![0-9])|,[0-9]{3}[,.][0-9]")
"""What is somewhere in whatever ``_ENGLISH`` finds, and in few other texts."""
_SWAPPED = str.maketrans({",": THOUSANDS_MARK, ".": DECIMAL_MARK})

RULE = FormatRule(
    "TT316",
    "Số viết theo lối Việt Nam: dấu phẩy trước phần thập phân, dấu chấm ngăn hàng nghìn",
    "Trong cùng một văn bản «99.97%» và «1.234» làm người đọc phải đoán dấu chấm nghĩa là gì.",
    custom(DECIMAL_MARK.source.article),
)


def check(doc: Recognised) -> Verdict:
    annexes = [para for annex in doc.annexes for para in annex.content]
    paragraphs = {para.number: para for para in (*doc.content, *doc.tables, *annexes) if not para.is_blank}
    return judged(gathered(_findings(list(paragraphs.values())))) if paragraphs else NOT_ASSESSED


def _findings(paragraphs: list[Para]) -> Iterator[Finding]:
    for para in paragraphs:
        if not _MARKED.search(para.text):
            continue
        for found in dict.fromkeys(match.group() for match in _ENGLISH.finditer(written(para))):
            yield RULE.finding(
                para.place,
                f"Số {quoted(found)} viết theo lối tiếng Anh",
                f"Gõ lại «{found.translate(_SWAPPED)}».",
            )
