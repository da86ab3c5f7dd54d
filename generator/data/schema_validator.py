"""Cerberus judges a tree: what it makes of the tree, and what it finds wrong, in findings.

It is loaded only where ``straight`` has a doubt, and its verdict stands.
"""

from __future__ import annotations

from typing import Any, ClassVar

from cerberus import TypeDefinition, Validator, errors
from cerberus.schema import SchemaRegistry, UnvalidatedSchema

from generator.data.declared import DECLARED, REGISTERED
from generator.data.nodes import Mapping, Node, Scalar
from generator.data.schema_checks import Clash
from generator.data.schema_fields import Fields
from generator.data.schema_messages import CLASH, findings_of
from generator.data.schema_types import KINDS
from generator.findings import Finding

_REGISTRY = SchemaRegistry({name: rules["schema"] for name, rules in REGISTERED.items()})
# Groups and lists are as plain data made from a tree are.
_GIVEN = {**{name: kind.gives for name, kind in KINDS.items()}, "dict": dict, "list": list}
_TYPES = {name: TypeDefinition(name, (given,), ()) for name, given in _GIVEN.items()}
_ABOUT_FIELD = (
    errors.REQUIRED_FIELD,
    errors.NOT_NULLABLE,
    errors.BAD_TYPE,
    errors.UNALLOWED_VALUE,
    errors.MIN_VALUE,
    errors.MAX_VALUE,
)


class _DataValidator(Validator):  # type: ignore[misc]
    """Cerberus with the types of this project, telling more of each error and keeping fewer books on them."""

    types_mapping: ClassVar[dict[str, TypeDefinition]] = {**Validator.types_mapping, **_TYPES}

    def _error(self, *args: Any) -> None:
        if len(args) == 1:
            # Cerberus would sort the whole list and feed two trees at each error, which takes minutes for some
            # thousand faulty rows.  Only the list is read, once, and the findings are sorted at the end.
            self._errors.extend(args[0])
            return
        field, error = args[:2]
        if isinstance(error, Clash):
            args = (field, CLASH, error)
        elif error is errors.UNKNOWN_FIELD:
            fields = self._resolve_schema(self.schema)
            args += ({name: bool(rules.get("required")) for name, rules in fields.items()},)
        elif error in _ABOUT_FIELD:
            fields = self._resolve_schema(self.schema)
            args = (field, error, fields[field], list(fields).index(field))
        super()._error(*args)


def validated(tree: Mapping, fields: Fields) -> tuple[dict[str, Any], list[Finding]]:
    """The data of a tree in full forms, typed where it can be, and what is wrong with it by its fields."""
    # The declarations are judged by a test, not at each start: that takes longer than reading a report.
    validator = _DataValidator(UnvalidatedSchema(fields), schema_registry=_REGISTRY)
    validator.validate(_plain(tree))
    return validator.document, findings_of(validator._errors, tree)


def check_declarations() -> None:
    """Let cerberus judge the declarations themselves; raises ``cerberus.SchemaError`` for a slip in one."""
    for fields in DECLARED.values():
        _DataValidator(fields, schema_registry=_REGISTRY)


def _plain(node: Node) -> Any:
    """The tree as dicts, lists and leaves; a leaf is its ``Scalar``, or None where nothing was typed."""
    if isinstance(node, Scalar):
        return None if node.is_blank else node
    if isinstance(node, Mapping):
        return {key: _plain(item.node) for key, item in node.items.items()}
    return [_plain(item) for item in node.items]
