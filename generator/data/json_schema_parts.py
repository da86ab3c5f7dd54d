"""Parts of a JSON Schema that stand in several places, written once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

_ONE_SCHEMA = ("items", "additionalProperties", "if", "then", "else")


def with_shared_parts(body: Schema, definitions: Schema) -> tuple[Schema, Schema]:
    """The schema and its definitions, with each group or list that stands in several places moved to a definition.

    A definition is called by the key under which it is first met, with a number where that is taken.
    """
    counts = Counter(_text(part) for schema in (body, *definitions.values()) for _, part in _parts(schema, ""))
    sharing = _Sharing({text for text, count in counts.items() if count > 1}, set(definitions))
    shared_body = sharing.inside(body, "")
    shared = {name: sharing.inside(schema, name) for name, schema in definitions.items()}
    return shared_body, {**shared, **sharing.definitions}


class _Sharing:
    """Moves parts of the given texts to definitions, each once."""

    def __init__(self, texts: set[str], taken: set[str]) -> None:
        self.definitions: Schema = {}
        self._texts = texts
        self._taken = taken
        self._names: dict[str, str] = {}

    def inside(self, schema: Schema, name: str) -> Schema:
        """The schema with the parts below it replaced."""
        made = dict(schema)
        for key in _ONE_SCHEMA:
            if isinstance(made.get(key), dict):
                made[key] = self._replaced(made[key], name)
        if "properties" in made:
            made["properties"] = {key: self._replaced(part, key) for key, part in made["properties"].items()}
        if "anyOf" in made:
            made["anyOf"] = [self._replaced(part, name) for part in made["anyOf"]]
        return made

    def _replaced(self, part: Schema, name: str) -> Schema:
        text = _text(part)
        if text not in self._texts or not _is_large(part):
            return self.inside(part, name)
        if text not in self._names:
            self._names[text] = self._free(name)
            self.definitions[self._names[text]] = self.inside(part, name)
        return {"$ref": f"#/definitions/{self._names[text]}"}

    def _free(self, name: str) -> str:
        number = 2
        free = name
        while free in self._taken:
            free, number = f"{name}_{number}", number + 1
        self._taken.add(free)
        return free


def _parts(schema: Schema, name: str) -> Iterator[tuple[str, Schema]]:
    """Every schema below this one, with the key under which it stands."""
    below = [(name, schema[key]) for key in _ONE_SCHEMA if isinstance(schema.get(key), dict)]
    below += schema.get("properties", {}).items()
    below += [(name, part) for part in schema.get("anyOf", ())]
    for key, part in below:
        yield key, part
        yield from _parts(part, key)


def _is_large(part: Schema) -> bool:
    return any(key in part for key in ("properties", "items", "additionalProperties"))


def _text(part: Schema) -> str:
    return json.dumps(part, ensure_ascii=False)
