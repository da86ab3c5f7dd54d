"""MB207: every kind of block has its specimen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Place, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import Entry, Specimen, Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import How, TemplateView, Use

RULE = DataRule(
    "MB207",
    Severity.ERROR,
    "Mỗi loại khối có một đoạn mẫu",
    "Mục, đoạn, gạch đầu dòng, bảng, biểu đồ mỗi loại in theo đoạn mẫu của nó; thiếu đoạn mẫu thì mất số, mất bảng, "
    "hoặc chữ in như đoạn văn thường.",
)

_PLAIN_KIND = "doan"


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    for entry in may.entries.values():
        items = entry.parent
        loop = next((use for use in template.uses if use.how is How.LOOPS and f"{use.path}[]" == items), None)
        if entry.kinds and loop is not None:
            inside = [use for use in template.uses if use.path.startswith(f"{items}.") and use.how is not How.ASKS]
            due = {kind: each for kind, each in entry.kinds.items() if each.part not in may.lacking}
            for kind, specimen in due.items():
                yield from _judged(entry, kind, specimen, inside, loop.tag.place)


def _judged(entry: Entry, kind: str, specimen: Specimen, inside: list[Use], place: Place) -> Iterator[Finding]:
    items = entry.parent
    reached = [use for use in inside if _is_reached(use, entry.path, kind)]
    printed = {use.path for use in reached if use.how is not How.LOOPS}
    missing = [name for name in specimen.prints if f"{items}.{name}" not in printed]
    named = f"{quoted(specimen.meaning)} (kieu là {quoted(kind)})"
    fix = (
        f"Thêm «{{%p elif kieu == '{kind}' %}}» và một đoạn mẫu có "
        f"{', '.join(quoted(f'{items}.{name}') for name in specimen.prints)}; chép từ mẫu gốc cũng được."
    )
    if missing:
        lost = ", ".join(quoted(f"{items}.{name}") for name in missing)
        yield RULE.finding(place, f"Vòng lặp này không in {lost} của khối {named}.", fix)
    elif kind != _PLAIN_KIND and all(_is_fallback(use, entry.path) for use in reached):
        problem = f"Khối {named} không có đoạn mẫu riêng, sẽ in như đoạn văn thường."
        yield RULE.finding(place, problem, fix, severity=Severity.WARNING)


def _is_reached(use: Use, path: str, kind: str) -> bool:
    return all((kind in guard.values) is guard.holds for guard in use.guards if guard.path == path)


def _is_fallback(use: Use, path: str) -> bool:
    """Whether a tag is reached only because no condition on the kind held."""
    guards = [guard for guard in use.guards if guard.path == path]
    return bool(guards) and not any(guard.holds for guard in guards)
