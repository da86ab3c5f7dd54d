"""How fields are declared: cerberus rules, with a Vietnamese description and an example for each.

``meta`` holds ``mo_ta`` (what the field is), ``vi_du`` (a value as one would type it on one line, be it inside
brackets, without naming any real office) and, where values are listed, ``nhan`` (what each means); ``can_cu`` names
the article where a limit is the law's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from generator.data.quoting import as_value
from generator.data.schema_types import blank_if_open, coercer
from generator.vn.numbers import format_number

Rules = dict[str, Any]
Fields = dict[str, Rules]


def value(kind: str, mo_ta: str, vi_du: str, **rules: Any) -> Rules:
    """A field that holds one text, read by the type of that name."""
    return {"type": kind, "coerce": coercer(kind), **_common(mo_ta, vi_du, rules)}


def choice(kind: str, mo_ta: str, nhan: Mapping[str, str], **rules: Any) -> Rules:
    """A field whose value is one of a few; ``nhan`` says what each means."""
    field = value(kind, mo_ta, as_value(next(iter(nhan))), allowed=list(nhan), **rules)
    field["coerce"] = coercer(kind, listed=True)
    field["meta"]["nhan"] = dict(nhan)
    return field


def group(fields: Fields | str, mo_ta: str, vi_du: str, **rules: Any) -> Rules:
    """A field that holds keys with values; ``fields`` may name a registered schema, for recursion."""
    return {"type": "dict", "coerce": blank_if_open, "schema": fields, **_common(mo_ta, vi_du, rules)}


def table(values: Rules, mo_ta: str, vi_du: str, **rules: Any) -> Rules:
    """A field that holds values under keys that the user chooses."""
    return {"type": "dict", "coerce": blank_if_open, "valuesrules": values, **_common(mo_ta, vi_du, rules)}


def rows(item: Rules, mo_ta: str, vi_du: str, *, blanks: bool = False, **rules: Any) -> Rules:
    """A field that holds a list; items may not be blank, unless ``blanks`` says so."""
    shape = {"type": "list", "coerce": blank_if_open, "schema": {**item, "nullable": blanks}}
    return {**shape, **_common(mo_ta, vi_du, rules)}


def required(names: Iterable[str], fields: Fields) -> Fields:
    """The fields, those named being required: neither missing nor blank."""
    needed = set(names)
    return {
        name: {**rules, "required": True, "nullable": False} if name in needed else rules
        for name, rules in fields.items()
    }


def as_limit(limit: Decimal | int) -> str:
    """The least or the most of a field as it is shown: 2100 (years are counts, without a point), 1,5."""
    return str(limit) if isinstance(limit, int) else format_number(limit)


def _common(mo_ta: str, vi_du: str, rules: Rules) -> Rules:
    return {"nullable": True, **rules, "meta": {"mo_ta": mo_ta, "vi_du": vi_du}}
