"""All rules over what a document says, in the order of their ids."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.findings import Finding
from generator.rules import said_citations, said_figures, said_words
from generator.rules.said import Said
from generator.rules.said_rule import SaidCheck, SaidRule

_MODULES = (*said_citations.RULES, *said_words.RULES, *said_figures.RULES)

SAID_RULES: Mapping[str, tuple[SaidRule, SaidCheck]] = MappingProxyType(
    {module.RULE.id: (module.RULE, module.check) for module in _MODULES}
)


def check_said(said: Said) -> list[Finding]:
    """What every rule finds."""
    return [finding for _, check in SAID_RULES.values() for finding in check(said)]


def check_each(said: Said) -> dict[str, tuple[Finding, ...]]:
    """What every rule finds, by its id."""
    return {id_: tuple(check(said)) for id_, (_, check) in SAID_RULES.items()}
