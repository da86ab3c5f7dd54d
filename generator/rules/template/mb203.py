"""MB203: every loop and every condition has its end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import Level, Tag, TemplateView

RULE = DataRule(
    "MB203",
    Severity.ERROR,
    "Mỗi vòng lặp, mỗi điều kiện có thẻ mở và thẻ đóng",
    "Xóa nhầm một thẻ đóng thì máy không biết đoạn nào lặp lại, đoạn nào chỉ in khi có điều kiện.",
)

_ENDS = {"for": "endfor", "if": "endif"}
_WHOLES = {
    "endfor": "vòng lặp «for»",
    "endif": "điều kiện «if»",
    "elif": "điều kiện «if»",
    "else": "điều kiện «if»",
}


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for span in template.spans:
        if span.closing is None:
            tag = span.opening
            fix = f"Thêm {quoted(_end(tag))} ở một đoạn riêng, sau phần cuối cùng thuộc về nó."
            if span.inner:
                fix += " Có khi thẻ đóng bị mất là của một thẻ nằm trong nó (những chỗ «Xem thêm»)."
            related = tuple(each.place for each in span.inner)
            yield RULE.finding(tag.place, f"{quoted(tag.text)} mở ra ở đây mà không có thẻ đóng.", fix, related)
    for tag in template.astray:
        yield RULE.finding(
            tag.place,
            f"{quoted(tag.text)} không thuộc {_WHOLES[tag.word]} nào đang mở.",
            "Thêm thẻ mở đã mất ở trên, hoặc xóa thẻ này.",
        )


def _end(tag: Tag) -> str:
    level = "" if tag.level is Level.TEXT else tag.level.value
    return f"{{%{level} {_ENDS[tag.word]} %}}"
