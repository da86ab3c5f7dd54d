"""A tree against its schema: typed plain data, and findings where the two differ."""

from __future__ import annotations

from collections.abc import Sequence

from generator.data.declared import DECLARED
from generator.data.model_kind import MoTa
from generator.data.nodes import Mapping
from generator.data.schema_fields import Fields
from generator.data.straight import Plain, straight
from generator.findings import Finding

BAO_CAO_SCHEMA = "bao_cao"
BO_CHI_TIEU_SCHEMA = "bo_chi_tieu"
MO_TA_SCHEMA = "mo_ta"
QUY_CACH_SCHEMA = "quy_cach"
THAY_DOI_SCHEMA = "thay_doi"


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


def _check(tree: Mapping, name: str) -> tuple[Plain, list[Finding]]:
    return _checked(tree, DECLARED[name])


def _checked(tree: Mapping, fields: Fields) -> tuple[Plain, list[Finding]]:
    plain = straight(tree, fields)
    if plain is not None:
        return plain, []
    from generator.data.schema_validator import validated  # brings in cerberus, which good data has no need of

    return validated(tree, fields)
