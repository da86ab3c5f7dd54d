"""MB211: nobody's changes wait to be accepted in a template."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.word.template_view import TemplateView

RULE = DataRule(
    "MB211",
    Severity.ERROR,
    "Mẫu không còn chỗ sửa có theo dõi",
    "Chữ thêm, chữ bỏ mà chưa ai chấp nhận đi theo từng văn bản dựng ra: người nhận thấy cả chữ đã bỏ lẫn tên "
    "người sửa.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    if template.pending:
        first, *others = template.pending
        also = f"; {len(others)} đoạn khác cũng vậy" if others else ""
        yield RULE.finding(
            first,
            f"Đoạn này có chỗ sửa đang theo dõi (Track Changes), chưa chấp nhận cũng chưa bỏ{also}.",
            "Trong Word: Review > Accept > Accept All Changes (muốn bỏ thì Reject), tắt Track Changes rồi lưu mẫu.",
            tuple(others),
        )
