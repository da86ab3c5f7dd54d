"""MB210: a template brings along no programs, no embedded files, and nothing that is fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.word.template_view import TemplateView

RULE = DataRule(
    "MB210",
    Severity.ERROR,
    "Mẫu không mang macro, tệp nhúng hay phần lấy từ nơi khác",
    "Mọi thứ trong mẫu đi theo từng văn bản dựng ra; macro, tệp nhúng, mẫu tải từ xa của người lạ có thể làm hại "
    "máy của người nhận.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for place, problem, fix in template.foreign:
        yield RULE.finding(place, problem, fix)
