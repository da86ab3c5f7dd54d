"""YAML as an editor parses it: the core schema of YAML 1.2, where 12/2023 and no are texts and 3.420 is a number."""

from __future__ import annotations

import re
from typing import Any

import yaml

_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_KEYWORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class _TextsOnly(yaml.SafeLoader):
    """Reads every plain text as a text; ``plain_value`` types it."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's own attribute)


def _typed(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    return node.value if node.style else plain_value(node.value)


_TextsOnly.add_constructor("tag:yaml.org,2002:str", _typed)


def plain_value(text: str) -> Any:
    """What an editor takes a text without quotes for."""
    if text in _KEYWORDS:
        return _KEYWORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def load(text: str) -> Any:
    """The value of a YAML text; keys are texts, as editors have them."""
    return _with_text_keys(yaml.load(text, Loader=_TextsOnly))  # a safe loader


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _with_text_keys(item) for key, item in value.items()}
    return [_with_text_keys(item) for item in value] if isinstance(value, list) else value


def _key(key: Any) -> str:
    return "" if key is None else str(key)
