"""A tree in full forms read straight by its declarations, as long as nothing at all is amiss.

Most data files are good, and to say so takes a small part of what it takes to load cerberus and to have it judge.  What
is wrong is not told here: whatever is amiss, or not surely good, is left to ``schema_validator``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from collections.abc import Mapping as AbstractMapping
from types import MappingProxyType
from typing import Any

from generator.data.declared import REGISTERED, clashes_of
from generator.data.nodes import Mapping, Node, Scalar, Sequence
from generator.data.schema_fields import Fields, Rules
from generator.data.schema_types import KINDS

Plain = dict[str, Any]

_ABOUT_SHAPE = frozenset(("type", "coerce", "nullable", "required", "schema", "valuesrules", "check_with", "meta"))
_HOLDS: AbstractMapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "allowed": operator.contains,
        "min": operator.le,
        "max": operator.ge,
        "minlength": lambda least, value: least <= len(value),
        "maxlength": lambda most, value: most >= len(value),
        "empty": lambda may_be, value: may_be or len(value) > 0,
    }
)
"""Whether a value, neither blank nor of a wrong shape, is what a rule asks, by the name of the rule."""

KNOWN_RULES = _ABOUT_SHAPE | _HOLDS.keys()
"""The rules that declarations may use."""


class _Doubt(Exception):
    """Something is not surely good."""


def straight(tree: Mapping, fields: Fields) -> Plain | None:
    """The typed data of a tree that its fields have surely nothing to say against, the same as cerberus makes of it.

    None as soon as there is a doubt.  Raises ``KeyError`` for a rule that is not among ``KNOWN_RULES``.
    """
    try:
        return _group(tree, fields)
    except _Doubt:
        return None


def _sure(is_so: bool) -> None:
    if not is_so:
        raise _Doubt


def _group(group: Mapping, fields: Fields) -> Plain:
    items = group.items
    _sure(items.keys() <= fields.keys())
    _sure(all(name in items for name, rules in fields.items() if rules.get("required")))
    return {key: _value(item.node, fields[key]) for key, item in items.items()}


def _value(node: Node, rules: Rules) -> Any:
    read = None if isinstance(node, Scalar) and node.is_blank else rules["coerce"](node)
    if read is None:
        _sure(rules["nullable"])
        return None
    value = _typed(read, rules)
    for name in rules.keys() - _ABOUT_SHAPE:
        _sure(_HOLDS[name](rules[name], value))
    _sure(not clashes_of(rules, value))
    return value


def _typed(read: Any, rules: Rules) -> Any:
    """What a coercer has left, with all that stands below it; a mark for what it could not read is of no type."""
    kind = rules["type"]
    if kind == "list":
        _sure(isinstance(read, Sequence))
        return [_value(item, rules["schema"]) for item in read.items]
    if kind == "dict":
        _sure(isinstance(read, Mapping))
        if "valuesrules" in rules:
            return {key: _value(item.node, rules["valuesrules"]) for key, item in read.items.items()}
        return _group(read, _resolved(rules["schema"]))
    _sure(isinstance(read, KINDS[kind].gives))
    return read


def _resolved(schema: Fields | str) -> Fields:
    fields: Fields = REGISTERED[schema]["schema"] if isinstance(schema, str) else schema
    return fields
