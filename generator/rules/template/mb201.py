"""MB201: every name in a tag is one that templates may use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.vocabulary import ITEM, Form, Vocabulary
from generator.vn.suggest import closest
from generator.vn.text import quoted
from generator.word.template_view import How, TemplateView

RULE = DataRule(
    "MB201",
    Severity.ERROR,
    "Mọi tên trong thẻ là tên mà chương trình có",
    "Gõ sai một chữ trong tên thì văn bản không dựng được; nằm trong một điều kiện hiếm gặp thì đến lúc cần mới biết.",
)


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    looped = {use.path for use in template.uses if use.how is How.LOOPS}
    told: set[tuple[int, str]] = set()
    for use in template.uses:
        if use.path in may:
            continue
        known = may.known_part(use.path)
        wrong = _first_wrong(use.path, known)
        # A loop over a wrong name is told once, and not again for every name in the loop.
        if any(use.path.startswith(f"{each}{ITEM}") and each not in may for each in looped):
            continue
        if (id(use.tag), wrong) not in told:
            told.add((id(use.tag), wrong))
            yield RULE.finding(use.tag.place, _problem(use.path, wrong), _fix(wrong, known, may))


def _first_wrong(path: str, known: str) -> str:
    """The path up to the first name, or index, that is not known."""
    rest = path[len(known) :].lstrip(".")
    name = ITEM if rest.startswith(ITEM) else rest.split(".")[0].split(ITEM)[0]
    return f"{known}{ITEM}" if name == ITEM else f"{known}.{name}".lstrip(".")


def _problem(path: str, wrong: str) -> str:
    whole = "" if path == wrong else f" (trong {quoted(path)})"
    return f"Chương trình không có {quoted(wrong)}{whole} để in."


def _fix(wrong: str, known: str, may: Vocabulary) -> str:
    entry = may.get(known)
    if entry is not None and entry.form is Form.LIST:
        return (
            f"{quoted(known)} là một danh sách: lặp qua nó bằng «{{%p for … in {known} %}}» rồi mới gọi tên bên trong."
        )
    names = {each.path.rpartition(".")[2]: each.path for each in may.below(known)}
    near = closest(wrong.rpartition(".")[2], names)
    if near is None and "." not in wrong:
        near = closest(wrong, names)
    anywhere = sorted(path for path in may.entries if path.endswith(f".{wrong}"))
    if near:
        return f"Có phải ý là {quoted(names[near])}? Sửa tên trong thẻ."
    if anywhere:
        return f"Viết cả đường dẫn {quoted(anywhere[0])}, hoặc đặt thẻ vào đúng vòng lặp."
    listed = ", ".join(names) if names else "không có tên nào"
    where = f"Trong {quoted(known)} có: " if known else "Các tên dùng được: "
    return f"{where}{listed}. Xem «cds-gen template vars»."
