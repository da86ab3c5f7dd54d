"""A tree against its schema: typed plain data, and findings where the two differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from cerberus import TypeDefinition, Validator, errors
from cerberus.schema import SchemaRegistry, UnvalidatedSchema

from generator.data.declared import DECLARED, REGISTERED
from generator.data.model_kind import MoTa
from generator.data.nodes import Mapping, Node, Scalar
from generator.data.schema_fields import Fields
from generator.data.schema_messages import findings_of
from generator.data.schema_types import type_definitions
from generator.findings import Finding

Plain = dict[str, Any]

BAO_CAO_SCHEMA = "bao_cao"
BO_CHI_TIEU_SCHEMA = "bo_chi_tieu"
MO_TA_SCHEMA = "mo_ta"
QUY_CACH_SCHEMA = "quy_cach"
THAY_DOI_SCHEMA = "thay_doi"
_REGISTRY = SchemaRegistry({name: rules["schema"] for name, rules in REGISTERED.items()})

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

    types_mapping: ClassVar[dict[str, TypeDefinition]] = {**Validator.types_mapping, **type_definitions()}

    def _error(self, *args: Any) -> None:
        if len(args) == 1:
            # Cerberus would sort the whole list and feed two trees at each error, which takes minutes for some
            # thousand faulty rows.  Only the list is read, once, and the findings are sorted at the end.
            self._errors.extend(args[0])
            return
        field, error = args[:2]
        if error is errors.UNKNOWN_FIELD:
            fields = self._resolve_schema(self.schema)
            args += ({name: bool(rules.get("required")) for name, rules in fields.items()},)
        elif error in _ABOUT_FIELD:
            fields = self._resolve_schema(self.schema)
            args = (field, error, fields[field], list(fields).index(field))
        super()._error(*args)


def check_report(full: Mapping, kind: MoTa | None = None) -> tuple[Plain, list[Finding]]:
    """The typed data of a report whose tree is in full forms (see ``shapes``), and what is wrong with it.

    The data has the shape of the tree and is fit for use only when nothing is wrong.  ``kind`` tells what must be in
    it beside what every report has.
    """
    fields = DECLARED[BAO_CAO_SCHEMA]
    for path in (kind or MoTa()).required:
        fields = _demanding(fields, path.split("."))
    return _checked(full, fields)


def _demanding(fields: Fields, path: Sequence[str]) -> Fields:
    """The fields, that at ``path`` being required."""
    name, *below = path
    if below:
        rules = {**fields[name], "schema": _demanding(fields[name]["schema"], below)}
    else:
        rules = {**fields[name], "required": True, "nullable": False}
    return {**fields, name: rules}


def check_catalogue(tree: Mapping) -> tuple[Plain, list[Finding]]:
    """The typed data of a catalogue, and what is wrong with it; as ``check_report``."""
    return _check(tree, BO_CHI_TIEU_SCHEMA)


def check_kind(tree: Mapping) -> tuple[Plain, list[Finding]]:
    """The typed data of a kind's description, and what is wrong with it; as ``check_report``."""
    return _check(tree, MO_TA_SCHEMA)


def check_house_style(tree: Mapping) -> tuple[Plain, list[Finding]]:
    """The typed data of an office's house style, and what is wrong with it; as ``check_report``."""
    return _check(tree, QUY_CACH_SCHEMA)


def check_successions(tree: Mapping) -> tuple[Plain, list[Finding]]:
    """The typed data of a table of successions, and what is wrong with it; as ``check_report``."""
    return _check(tree, THAY_DOI_SCHEMA)


def check_declarations() -> None:
    """Let cerberus judge the declarations themselves; raises ``cerberus.SchemaError`` for a slip in one."""
    for fields in DECLARED.values():
        _DataValidator(fields, schema_registry=_REGISTRY)


def _check(tree: Mapping, name: str) -> tuple[Plain, list[Finding]]:
    return _checked(tree, DECLARED[name])


def _checked(tree: Mapping, fields: Fields) -> tuple[Plain, list[Finding]]:
    # The declarations are judged by a test, not at each start: that takes longer than reading a report.
    validator = _DataValidator(UnvalidatedSchema(fields), schema_registry=_REGISTRY)
    validator.validate(_plain(tree))
    return validator.document, findings_of(validator._errors, tree)


def _plain(node: Node) -> Any:
    """The tree as dicts, lists and leaves; a leaf is its ``Scalar``, or None where nothing was typed."""
    if isinstance(node, Scalar):
        return None if node.is_blank else node
    if isinstance(node, Mapping):
        return {key: _plain(item.node) for key, item in node.items.items()}
    return [_plain(item) for item in node.items]
