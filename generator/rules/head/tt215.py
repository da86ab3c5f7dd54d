"""TT215: the subject of a công văn, its look and the «V/v» before it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.wording import VE_VIEC
from generator.findings import Finding
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, look_findings
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["trich_yeu_cong_van"]

RULE = FormatRule(
    "TT215",
    "Trích yếu công văn: sau chữ «V/v», đứng, không đậm, canh giữa dưới số và ký hiệu",
    "Trích yếu công văn nhỏ hơn trích yếu của văn bản có tên loại và không có đường kẻ.",
    _COMPONENT.source,
)


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    return judged([*look_findings(RULE, _COMPONENT.id, doc, fragments), *_words(doc)])


def _words(doc: Recognised) -> Iterator[Finding]:
    first = doc.of(_COMPONENT.id)[0]
    text = as_printed(first)
    if not text.startswith((VE_VIEC, VE_VIEC.upper())):
        yield RULE.finding(
            first.place,
            f"Trích yếu công văn mở đầu bằng {quoted(' '.join(text.split()[:2]))}, phải là «{VE_VIEC}»",
            f"Viết «{VE_VIEC}» rồi đến nội dung, ví dụ «{VE_VIEC} báo cáo kết quả chuyển đổi số».",
            VE_VIEC.source,
        )
