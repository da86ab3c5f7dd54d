"""All rules over templates, in the order of their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.findings import Finding, in_order
from generator.rules.rule import DataRule
from generator.rules.template import mb201, mb202, mb203, mb204, mb205, mb206, mb207, mb208, mb209, mb210, mb211
from generator.rules.template.vocabulary import Vocabulary
from generator.word.template_view import TemplateView

TemplateCheck = Callable[[TemplateView, Vocabulary], Iterator[Finding]]

_MODULES = (mb201, mb202, mb203, mb204, mb205, mb206, mb207, mb208, mb209, mb210, mb211)

TEMPLATE_RULES: Mapping[str, tuple[DataRule, TemplateCheck]] = MappingProxyType(
    {module.RULE.id: (module.RULE, module.check) for module in _MODULES}
)


_BEFORE_BUILDING = (mb208, mb211)


def would_mislead(template: TemplateView, may: Vocabulary) -> list[Finding]:
    """What makes a build leave out words of the template, or show words that are none, while nothing else fails."""
    return in_order(finding for module in _BEFORE_BUILDING for finding in module.check(template, may))


def check_template(template: TemplateView, may: Vocabulary) -> list[Finding]:
    """What every rule finds; ``may`` is what the template may print."""
    return in_order(finding for _, check in TEMPLATE_RULES.values() for finding in check(template, may))
