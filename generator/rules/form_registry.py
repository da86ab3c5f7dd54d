"""All rules of form, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType, ModuleType

from generator.rules import annex, body, close, head, page
from generator.rules.format_rule import FormatCheck, FormatRule, Verdict, joined
from generator.word.recognised import Recognised

MODULES: tuple[ModuleType, ...] = (*page.RULES, *head.RULES, *body.RULES, *close.RULES, *annex.RULES)
"""Each holds ``RULE``, a ``FormatRule``, and ``check``, a ``FormatCheck``."""


def by_id(modules: Iterable[ModuleType]) -> Mapping[str, tuple[FormatRule, FormatCheck]]:
    """The rules by id.  Raises ``ValueError`` unless each id stands once and they stand in order."""
    rules = [(module.RULE, module.check) for module in modules]
    ids = [rule.id for rule, _ in rules]
    if ids != sorted(set(ids)):
        raise ValueError(f"rules of form out of order, or twice: {ids}")
    return MappingProxyType(dict(zip(ids, rules, strict=True)))


FORM_RULES = by_id(MODULES)
_OF_ONE_DOCUMENT = by_id([*head.RULES, *body.RULES, *close.RULES])
"""The rules that look at one document; pages and annexes are those of the whole file."""


def check_form(doc: Recognised) -> dict[str, Verdict]:
    """What every rule of form comes to, by id."""
    verdicts = {id_: check(doc) for id_, (_, check) in FORM_RULES.items()}
    for issued in doc.issued:
        verdicts |= {id_: joined(verdicts[id_], check(issued)) for id_, (_, check) in _OF_ONE_DOCUMENT.items()}
    return verdicts
