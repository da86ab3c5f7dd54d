"""The declared schema as a JSON Schema (draft 7), by which editors complete, explain and underline.

An editor sees values as YAML 1.2 types them: 845 and 3.420 are numbers, 12/2023 is a text, nothing typed is null.
What the loader takes, this takes; it may take more, for the loader has the last word.  Beside draft 7 stand keywords of
VS Code: ``markdownDescription``, ``markdownEnumDescriptions``, ``patternErrorMessage``, ``errorMessage``,
``defaultSnippets``.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.data.declared import DECLARED, REGISTERED, TITLES, keys_are_identifiers
from generator.data.inherit import KEY as BASES
from generator.data.json_schema_parts import Schema, with_shared_parts
from generator.data.schema_fields import Fields, Rules, as_limit
from generator.data.schema_types import KINDS
from generator.data.short_forms import NOTHING_SHORT, SHORT_FORMS, SUGGESTED
from generator.data.text_types import IDENTIFIER
from generator.data.type_forms import FORMS, Form, text_pattern
from generator.patterns import regex

DRAFT = "http://json-schema.org/draft-07/schema#"
MADE_BY = "Lệnh «cds-gen schema» viết tệp này; đừng sửa tay."

_KNOWN_RULES = frozenset(
    (
        *("type", "coerce", "nullable", "required", "schema", "valuesrules", "allowed", "min", "max"),
        *("minlength", "maxlength", "empty", "check_with", "meta"),
    )
)
_YAML_NUMBER = regex(r"[-+]?[0-9]+(?:\.[0-9]*)?")
_THOUSAND = 1000
_LIST_DUE = "Ở đây cần một danh sách: mỗi phần tử một dòng, bắt đầu bằng «- »."


def json_schema(name: str) -> Schema:
    """The JSON Schema of a kind of file: ``bao_cao``, ``bo_chi_tieu`` or ``mo_ta``."""
    fields = DECLARED[name]
    body = _tidied(_object(fields, name, strict=True))
    if BASES in fields:
        # A base may bring what is required, all but what stands in lists, for those are replaced as a whole.
        relaxed = _tidied(_object(fields, name, strict=False))
        body = {"if": {"required": [BASES]}, "then": relaxed, "else": body}
    definitions: Schema = {}
    for named, rules in REGISTERED.items():
        if _ref(named)["$ref"] in str((body, definitions)):
            definitions[named] = field_schema(rules, named, strict=True)
    body, definitions = with_shared_parts(body, definitions)
    head: Schema = {"$schema": DRAFT, "$comment": MADE_BY, "title": TITLES[name]}
    return {**head, **body, **({"definitions": definitions} if definitions else {})}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _required(fields: Fields) -> list[str]:
    return [name for name, rules in fields.items() if rules.get("required")]


def field_schema(rules: Rules, path: str, *, strict: bool = True) -> Schema:
    """The schema of what stands at a path; ``strict`` tells that nothing required there can come from a base.

    Raises ``ValueError`` for a rule of cerberus that it cannot put into a JSON Schema.
    """
    unknown = set(rules) - _KNOWN_RULES
    if unknown:
        raise ValueError(f"{path}: json_schema does not know the rules {sorted(unknown)}")
    made = _shape(rules, path, strict=strict)
    if rules.get("nullable"):
        made = _with_null(made)
    return made if "$ref" in made else {**_words(rules, path), **_tidied(made)}


def _tidied(made: Schema) -> Schema:
    kinds = made.get("type", ())
    return {**made, "type": kinds[0]} if len(kinds) == 1 else made


def _shape(rules: Rules, path: str, *, strict: bool) -> Schema:
    if rules["type"] == "dict":
        return _group(rules, path, strict=strict)
    if rules["type"] == "list":
        return _list(rules, path, strict=strict)
    if "allowed" in rules:
        return _choice(rules)
    return {**_text(FORMS[rules["type"]], rules), **_suggestions(SUGGESTED.get(path, {}))}


def _group(rules: Rules, path: str, *, strict: bool) -> Schema:
    if "valuesrules" in rules:
        values = field_schema(rules["valuesrules"], f"{path}.*", strict=strict)
        return {"type": ["object"], "additionalProperties": values, **_names(rules)}
    fields = rules["schema"]
    if isinstance(fields, str):
        return _ref(fields)
    short = SHORT_FORMS.get(path, NOTHING_SHORT)
    made = _object(fields, path, strict=strict)
    if short.text:
        made = _either(made, _bare(fields[short.text], f"{path}.{short.text}", short.form))
    if short.rows:
        made = _either(made, _list(fields[short.rows], f"{path}.{short.rows}", strict=True))
    return made


def _object(fields: Fields, path: str, *, strict: bool) -> Schema:
    properties = {name: field_schema(rules, f"{path}.{name}", strict=strict) for name, rules in fields.items()}
    made: Schema = {"type": ["object"], "properties": properties, "additionalProperties": False}
    return {**made, "required": _required(fields)} if strict and _required(fields) else made


def _names(table: Rules) -> Schema:
    if not keys_are_identifiers(table):
        return {}
    return {"propertyNames": {"pattern": f"^{IDENTIFIER.pattern}$", "patternErrorMessage": _due(FORMS["dinh_danh"])}}


def _bare(rules: Rules, path: str, form: str) -> Schema:
    """The text that may stand for a group, whose key of those rules it is."""
    if SHORT_FORMS.get(path, NOTHING_SHORT).alone:
        rules, path = rules["schema"], f"{path}[]"
    return _text(FORMS[form], {"nullable": False}) if form else _shape({**rules, "nullable": False}, path, strict=True)


def _list(rules: Rules, path: str, *, strict: bool) -> Schema:
    item = rules["schema"]
    made: Schema = {
        "type": ["array"],
        "items": field_schema(item, f"{path}[]", strict=True),
        "errorMessage": _LIST_DUE,
    }
    least = max(rules.get("minlength", 0), 0 if rules.get("empty", True) else 1)
    if least:
        made["minItems"] = least
    if "maxlength" in rules:
        made["maxItems"] = rules["maxlength"]
    if SHORT_FORMS.get(path, NOTHING_SHORT).alone:
        made = _either(made, _shape(item, f"{path}[]", strict=strict))
    return made


def _text(form: Form, rules: Rules) -> Schema:
    kind = KINDS.get(rules.get("type", ""))
    blank = bool(rules.get("nullable")) or bool(kind and kind.takes_empty)
    made: Schema = {"type": ["string"], "pattern": text_pattern(form, blank=blank)}
    if form.number is not None:
        keywords = (("min", "minimum"), ("max", "maximum"))
        limits = {keyword: _as_number(rules[rule]) for rule, keyword in keywords if rule in rules}
        made |= {**form.number, **limits, "type": ["string", _number_type(form, rules)]}
    return {**made, **_suggestions(form.goi_y), "errorMessage": f"{_due(form)}{_lawful(rules)}"}


def _lawful(rules: Rules) -> str:
    """The range that the law gives a number, with the article."""
    article = rules.get("meta", {}).get("can_cu")
    if article is None:
        return ""
    most = f"đến {as_limit(rules['max'])}" if "max" in rules else "trở lên"
    return f". Được phép: từ {as_limit(rules['min'])} {most} ({article})."


def _as_number(limit: Decimal | int) -> int | float:
    return int(limit) if limit == int(limit) else float(limit)


def _suggestions(names: Mapping[str, str]) -> Schema:
    """What editors offer where more may stand than what they offer."""
    snippets = [{"label": name, "description": meaning, "body": name} for name, meaning in names.items()]
    return {"defaultSnippets": snippets} if snippets else {}


def _number_type(form: Form, rules: Rules) -> str:
    """Whole numbers only where no point can stand in one: 3.420 is 3.42 to an editor, but no month is above 999."""
    whole = form.whole and (rules.get("max", _THOUSAND) < _THOUSAND or rules.get("min", 0) >= _THOUSAND)
    return "integer" if whole else str((form.number or {})["type"])


def _choice(rules: Rules) -> Schema:
    labels = rules["meta"]["nhan"]
    made: Schema = {
        "type": ["string"],
        "enum": list(rules["allowed"]),
        "markdownEnumDescriptions": [labels[name] for name in rules["allowed"]],
        "errorMessage": f"Chọn một trong: {', '.join(rules['allowed'])}.",
    }
    # "1." without quotes is the number 1 to an editor, which must not offer that number.
    numbers = sorted({float(name) for name in rules["allowed"] if _YAML_NUMBER.fullmatch(name)})
    same = [{"type": ["number"], "minimum": number, "maximum": number} for number in map(int, numbers)]
    return {"anyOf": [made, *same]} if same else made


def _either(one: Schema, other: Schema) -> Schema:
    """What is the one or the other.  In one schema where that can be said, for then an editor names the very fault."""
    if {"enum", "anyOf", "$ref"} & {*one, *other}:
        return {"anyOf": [one, other]}
    made = {**one, **other, "type": [*one["type"], *other["type"]]}
    # Editors would say this in place of what is wrong inside the group.
    message = made.pop("errorMessage", None)
    return {**made, "patternErrorMessage": message} if "pattern" in made else made


def _with_null(made: Schema) -> Schema:
    if "type" not in made:
        return {"anyOf": [*made.get("anyOf", (made,)), {"type": ["null"]}]}
    null = {**made, "type": [*made["type"], "null"]}
    if "enum" in made:
        null |= {
            "enum": [*made["enum"], None],
            "markdownEnumDescriptions": [*made["markdownEnumDescriptions"], "để trống"],
        }
    return null


def _due(form: Form) -> str:
    return f"Ở đây cần {form.ten}. {form.cach_viet} Ví dụ: {' · '.join(form.dung)}"


def _words(rules: Rules, path: str) -> Schema:
    """The description of a field: what it is, how it is written, an example."""
    meta = rules["meta"]
    what = f"{meta['mo_ta']}{' (bắt buộc)' if rules.get('required') else ''}."
    if "allowed" in rules:
        # Editors list the values with what they mean.
        return {"description": what}
    how = FORMS[rules["type"]].cach_viet if rules["type"] in FORMS else ""
    parts = (what, how, f"Ví dụ: `{example(rules, path)}`")
    return {"description": what, "markdownDescription": "\n\n".join(filter(None, parts))}


def example(rules: Rules, path: str) -> str:
    """The example of what stands at a path, as one types it on one line."""
    shown = str(rules["meta"]["vi_du"])
    if path.endswith("[]") or path in REGISTERED:
        return f"- {shown}"
    return shown if path.endswith(".*") else f"{path.rpartition('.')[2]}: {shown}"
