"""All rules of the house style, in the order of their ids; apart from the rules of form, for they need its choices."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.data.house import QuyCach
from generator.rules import house
from generator.rules.format_rule import FormatRule, Verdict
from generator.rules.house.house_rule import HouseCheck
from generator.word.recognised import Recognised

HOUSE_RULES: Mapping[str, tuple[FormatRule, HouseCheck]] = MappingProxyType(
    {module.RULE.id: (module.RULE, module.check) for module in house.RULES}
)


def check_house(doc: Recognised, style: QuyCach) -> dict[str, Verdict]:
    """What every rule of the house style comes to, by id."""
    return {id_: check(doc, style) for id_, (_, check) in HOUSE_RULES.items()}
