"""MB204: every tag is whole, and stands in one piece of text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import TemplateView

RULE = DataRule(
    "MB204",
    Severity.ERROR,
    "Mỗi thẻ viết trọn trong một đoạn, một mạch chữ",
    "Thẻ mất một dấu ngoặc nuốt chữ đến tận thẻ sau; thẻ nửa trong nửa ngoài một liên kết hay chỗ sửa có theo dõi "
    "làm hỏng tệp dựng ra.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for place in template.broken:
        yield RULE.finding(
            place,
            "Một thẻ ở đoạn này thiếu dấu mở hoặc dấu đóng.",
            "Viết đủ cặp «{{ … }}» hoặc «{% … %}» trong cùng một đoạn.",
        )
    for tag in template.tags:
        if tag.torn:
            yield RULE.finding(
                tag.place,
                f"Thẻ {quoted(tag.text)} nửa trong, nửa ngoài một liên kết, một trường hay một chỗ sửa có theo dõi.",
                "Trong Word: chấp nhận mọi chỗ sửa (Review, Accept All), bỏ liên kết, rồi gõ lại cả thẻ liền một mạch.",
            )
