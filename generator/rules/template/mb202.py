"""MB202: what a report holds is printed, whichever way the conditions go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import FilePlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.omissions import omissions
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import lower_first, quoted
from generator.word.template_view import TemplateView

RULE = DataRule(
    "MB202",
    Severity.WARNING,
    "Mẫu in mọi phần của văn bản",
    "Mẫu không có thẻ cho một phần, hoặc một nhánh của điều kiện (if, else) không in phần ấy, thì điều ghi ở tệp dữ "
    "liệu sẽ thiếu trong văn bản. Lúc dựng, dữ liệu có chữ cho phần ấy thì máy từ chối (MB105).",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for each in omissions(template, may):
        place = each.branch.tag.place if each.branch else FilePlace(template.file)
        names = ", ".join(quoted(entry.path) for entry in (each.lost if each.branch else (each.entry,)))
        meaning = lower_first(each.entry.meaning)
        yield RULE.finding(
            place,
            f"Không thẻ nào in {names}{each.when}: {meaning}.",
            f"Thêm thẻ in {quoted(each.lost[0].path)} vào chỗ cần; mẫu này cố ý không in phần ấy thì để nguyên.",
        )
