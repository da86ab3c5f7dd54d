"""MB207: every kind of block has its specimen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.template.coverage import guards_of, is_reached
from generator.rules.template.omissions import omitted_blocks
from generator.rules.template.vocabulary import ITEM, Entry, Specimen, Vocabulary
from generator.vn.text import quoted
from generator.word.template_view import Guard, How, Tag, TemplateView

RULE = DataRule(
    "MB207",
    Severity.ERROR,
    "Mỗi loại khối có một đoạn mẫu",
    "Mục, đoạn, gạch đầu dòng, bảng, biểu đồ mỗi loại in theo đoạn mẫu của nó; thiếu đoạn mẫu, hay một nhánh trong "
    "đoạn mẫu không in gì, thì mất số, mất bảng, hoặc chữ in như đoạn văn thường.",
)

_PLAIN_KIND = "doan"


def check(template: TemplateView, may: Vocabulary) -> Iterator[Finding]:
    loops = {f"{use.path}{ITEM}": use.tag.place for use in reversed(template.uses) if use.how is How.LOOPS}
    omitted = {(each.entry.path, each.kind): each for each in omitted_blocks(template, may)}
    for entry in may.entries.values():
        place = loops.get(entry.parent)
        for kind, specimen in entry.kinds.items():
            if place is None or specimen.part in may.lacking:
                continue
            lost = omitted.get((entry.path, kind))
            fix = _fix(entry, kind)
            if lost is not None:
                names = ", ".join(quoted(each.path) for each in lost.lost)
                problem = f"Vòng lặp này không in {names} của khối {_named(kind, specimen)}{lost.when}."
                at = lost.branch.tag if lost.branch else _specimen_of(template, entry, kind)
                if lost.branch and lost.branch.holds and lost.branch.tag.word == "for":
                    fix = (
                        f"Đặt thẻ in {names} ra ngoài vòng lặp ấy; của bảng thì hàng tiêu đề đứng trên hàng có thẻ ấy."
                    )
                elif at:
                    branch = "nhánh ấy" if lost.branch else f"nhánh {quoted(at.text)}"
                    fix = f"Thêm thẻ in {names} vào {branch}; chép từ mẫu gốc cũng được."
                yield RULE.finding(at.place if at else place, problem, fix)
            elif kind != _PLAIN_KIND and _falls_back(template, entry, kind):
                problem = f"Khối {_named(kind, specimen)} không có đoạn mẫu riêng, sẽ in như đoạn văn thường."
                yield RULE.finding(place, problem, fix, severity=Severity.WARNING)


def _named(kind: str, specimen: Specimen) -> str:
    return f"{quoted(specimen.meaning)} (kieu là {quoted(kind)})"


def _fix(entry: Entry, kind: str) -> str:
    names = ", ".join(quoted(f"{entry.parent}.{name}") for name in entry.kinds[kind].prints)
    return f"Thêm «{{%p elif kieu == '{kind}' %}}» và một đoạn mẫu có {names}; chép từ mẫu gốc cũng được."


def _specimen_of(template: TemplateView, entry: Entry, kind: str) -> Tag | None:
    """The tag with which the branch of a kind begins; None where no condition singles that kind out."""
    branches = (branch for use in template.uses for branch in use.branches)
    for branch in branches:
        asked = (guard for guard in branch.conditions if isinstance(guard, Guard) and guard.path == entry.path)
        if any(kind in guard.values and guard.holds is branch.holds for guard in asked):
            return branch.tag
    return None


def _falls_back(template: TemplateView, entry: Entry, kind: str) -> bool:
    """Whether a kind is printed only because no condition on kinds held."""
    for use in template.uses:
        if use.path.startswith(f"{entry.parent}.") and use.how is not How.ASKS:
            guards = [guard for guard in guards_of(use) if guard.path == entry.path]
            is_own = not guards or any(guard.holds for guard in guards)
            if is_own and is_reached(use, [Guard(entry.path, frozenset({kind}))]):
                return False
    return True
