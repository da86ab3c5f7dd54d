"""MB206: words are printed by ``{{ }}``, what has a form of its own by ``{{r }}``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Form, Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import CORE_PROPERTIES, How, Level, TemplateView, Use

RULE = DataRule(
    "MB206",
    Severity.WARNING,
    "Chữ có định dạng và hình in bằng «{{r … }}», chữ thường in bằng «{{ … }}»",
    "Thiếu chữ r thì chữ đậm, chữ nghiêng thành chữ thường, hình không hiện; thừa chữ r thì chữ không theo phông, cỡ "
    "đã đặt cho thẻ.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for use in template.uses:
        entry = may.get(use.path)
        if entry is None or use.how is not How.PRINTS or use.tag.place.part == CORE_PROPERTIES:
            continue
        found = _found(use, entry.form)
        if found is not None:
            problem, fix, severity = found
            yield RULE.finding(use.tag.place, problem, fix, severity=severity)


def _found(use: Use, form: Form) -> tuple[str, str, Severity] | None:
    tag, as_runs = use.tag, use.tag.level is Level.RUN
    inner = tag.code
    if form in (Form.LIST, Form.GROUP):
        fix = "Lặp qua danh sách bằng «for», hoặc gọi tên một mục ở trong; xem «cds-gen template vars»."
        return f"{quoted(tag.text)} in cả một {form.value}, không phải một giá trị.", fix, Severity.ERROR
    if form is Form.DRAWN and not as_runs:
        return f"{quoted(tag.text)} là hình mà thẻ thiếu chữ r nên không hiện.", _write(f"r {inner}"), Severity.ERROR
    if form is Form.RICH and not as_runs:
        problem = f"{quoted(tag.text)} in chữ có định dạng mà thẻ thiếu chữ r: chữ đậm, chữ nghiêng sẽ mất."
        return problem, _write(f"r {inner}"), Severity.WARNING
    if form is Form.TEXT and as_runs:
        problem = f"{quoted(tag.text)} in chữ thường mà thẻ có chữ r: phông, cỡ chữ đặt riêng cho thẻ sẽ mất."
        return problem, _write(f" {inner}"), Severity.WARNING
    return None


def _write(inner: str) -> str:
    return f"Viết {quoted(f'{{{{{inner} }}}}')}."
