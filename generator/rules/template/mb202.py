"""MB202: what a report holds is printed somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import FilePlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import ITEM, Entry, Form, Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import CORE_PROPERTIES, How, TemplateView

RULE = DataRule(
    "MB202",
    Severity.WARNING,
    "Mẫu in mọi phần của văn bản",
    "Mẫu không có thẻ cho một phần thì điều ghi ở tệp dữ liệu mất lặng lẽ; văn bản thiếu mà không ai được báo.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    printed = {
        use.path
        for use in template.uses
        if use.how in (How.PRINTS, How.DERIVES) and use.tag.place.part != CORE_PROPERTIES
    }
    missing = [entry for entry in may.entries.values() if _is_due(entry, may) and not _is_printed(entry, printed, may)]
    told: set[str] = set()
    for entry in missing:
        top = _topmost(entry, {each.path for each in missing}, may)
        if top.path not in told:
            told.add(top.path)
            yield RULE.finding(
                FilePlace(template.file),
                f"Không thẻ nào in {quoted(top.path)}: {top.meaning[0].lower()}{top.meaning[1:]}.",
                f"Thêm thẻ in {quoted(entry.path)} vào chỗ cần; mẫu này cố ý không in phần ấy thì để nguyên.",
            )


def _is_due(entry: Entry, may: Vocabulary) -> bool:
    """Whether a template ought to print it; of blocks MB207 tells, kind by kind."""
    if not entry.is_words or entry.steers or entry.form_of or entry.part in may.lacking:
        return False
    above = entry.parent
    while above:
        outer = may.get(above)
        if outer is not None and outer.part in may.lacking:
            return False
        if above.endswith(ITEM) and any(each.kinds for each in may.below(above)):
            return False
        above = above.removesuffix(ITEM) if above.endswith(ITEM) else above.rpartition(".")[0]
    return True


def _is_printed(entry: Entry, printed: set[str], may: Vocabulary) -> bool:
    forms = {entry.path, *(each.path for each in may.entries.values() if each.form_of == entry.path)}
    return bool(forms & printed)


def _topmost(entry: Entry, missing: set[str], may: Vocabulary) -> Entry:
    """The whole that is missing with all that it holds: a list of which nothing is printed is told once."""
    top = entry
    above = may.get(entry.parent)
    while above is not None:
        due = [each for each in may.entries.values() if _is_within(each.path, above.path) and _is_due(each, may)]
        if not all(each.path in missing for each in due):
            break
        top = above if above.form is not Form.GROUP or "." not in above.path else top
        above = may.get(above.parent)
    return may.entries[top.path.removesuffix(ITEM)] if top.path.endswith(ITEM) else top


def _is_within(path: str, outer: str) -> bool:
    return path.startswith((f"{outer}.", f"{outer}{ITEM}"))
