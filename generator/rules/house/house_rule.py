"""What a rule of the house style is: as a rule of form, but held against what the office has chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from generator.data.house import QuyCach
from generator.decree.components import COMPONENTS
from generator.decree.facts import Source
from generator.findings import Basis, Finding
from generator.rules.body.prose import gathered
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.looks import speaks
from generator.vn.numbers import format_number
from generator.vn.text import sentence_start
from generator.word.recognised import Fragment, Recognised

_MOST_RELATED = 3

HouseCheck = Callable[[Recognised, QuyCach], Verdict]


def chosen(key: str) -> Source:
    """The key of the house style that a demand rests on."""
    return Source(f"quy cách của cơ quan, mục «{key}»", Basis.HOUSE)


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same become one, with the next few places: they come by the hundred, or not at all."""
    for finding in gathered(findings):
        yield replace(finding, related=finding.related[:_MOST_RELATED])


def size_findings(rule: FormatRule, component: str, size: Decimal, fragments: Iterable[Fragment]) -> Iterator[Finding]:
    """The fragments of a component that are not, or not throughout, of the size chosen for it."""
    wanted = format_number(size)
    for fragment in fragments:
        judged = [part.look for part in fragment.stretches if speaks(part) and not part.look.lowered]
        found = dict.fromkeys(look.size for look in judged if look.size != size)
        if found:
            shown = ", ".join(f"«{format_number(each)}»" for each in found)
            yield rule.finding(
                fragment.place,
                f"{sentence_start(COMPONENTS[component].name)} có cỡ chữ {shown}, cơ quan chọn {wanted}",
                f"Bôi đen phần chữ này, đặt cỡ chữ {wanted} ở Trang đầu > Phông chữ (Home > Font Size).",
            )
