"""MB209: every tag can be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import lower_first, quoted
from generator.word.template_view import TemplateView

RULE = DataRule(
    "MB209",
    Severity.ERROR,
    "Mỗi thẻ viết đúng cú pháp, chỉ dùng lệnh được phép",
    "Thẻ sai cú pháp thì máy không đọc được mẫu; lệnh lạ trong mẫu của người ngoài có thể làm hại nên không chạy.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for fault in template.faults:
        yield RULE.finding(
            fault.tag.place,
            f"Thẻ {quoted(fault.tag.text)}: {lower_first(fault.problem)}",
            "Sửa thẻ theo một thẻ cùng loại trong mẫu gốc; những tên dùng được: «cds-gen template vars».",
        )
