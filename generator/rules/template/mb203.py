"""MB203: every loop and every condition has its end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import Level, Span, Tag, TemplateView

RULE = DataRule(
    "MB203",
    Severity.ERROR,
    "Mỗi vòng lặp, mỗi điều kiện có thẻ mở và thẻ đóng",
    "Xóa nhầm một thẻ đóng thì máy không biết đoạn nào lặp lại, đoạn nào chỉ in khi có điều kiện.",
)

_ENDS = {"for": "endfor", "if": "endif"}
_ALONE = {
    Level.TEXT: "cùng đoạn",
    Level.RUN: "cùng đoạn",
    Level.PARAGRAPH: "một đoạn riêng",
    Level.CELL: "một ô riêng cùng hàng",
    Level.ROW: "một hàng riêng cùng bảng",
}
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
            related = tuple(each.opening.place for each in span.inner)
            fix = " ".join([_fix(span), *_taken_for_granted(span)])
            yield RULE.finding(tag.place, f"{quoted(tag.text)} mở ra ở đây mà không có thẻ đóng.", fix, related)
    for tag in template.astray:
        yield RULE.finding(
            tag.place,
            f"{quoted(tag.text)} không thuộc {_WHOLES[tag.word]} nào đang mở.",
            "Thêm thẻ mở đã mất ở trên, hoặc xóa thẻ này.",
        )


def _fix(span: Span) -> str:
    """Where the missing end belongs."""
    end = quoted(_end(span.opening))
    if span.after is None or span.after is span.opening:
        return f"Thêm {end} ở {_ALONE[span.opening.level]}, sau phần cuối cùng thuộc về nó."
    before = f", trước {_named(span.before)}" if span.before else ""
    return f"Thêm {end} ở {_ALONE[span.opening.level]}, sau {_named(span.after)}{before}."


def _taken_for_granted(span: Span) -> Iterator[str]:
    """Which end was taken for that of another, if any may have been meant for this one."""
    for each in span.inner[-1:]:
        assert each.closing is not None
        yield (
            f"Máy coi {_named(each.closing)} là của {_named(each.opening)}; "
            "không phải thế thì thêm thẻ đóng cho thẻ ấy."
        )


def _named(tag: Tag) -> str:
    return f"{quoted(tag.text)} ở đoạn {tag.place.paragraph}"


def _end(tag: Tag) -> str:
    level = "" if tag.level is Level.TEXT else tag.level.value
    return f"{{%{level} {_ENDS[tag.word]} %}}"
