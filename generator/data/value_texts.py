"""Where the values of a YAML text stand in it, letter for letter: what may be mended without touching anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from msgspec import Struct

from generator.data.located import PARSER
from generator.patterns import regex

_ESCAPE = regex(r"\\(?:x.{2}|u.{4}|U.{8}|.)", re.DOTALL)
_EXPRESSION = regex(r"\{\{(?:(?!\{\{|\}\}).)*\}\}|\{%(?:(?!\{%|%\}).)*%\}", re.DOTALL)
_MASK = "\ue000"


class Stretch(NamedTuple):
    """Part of one line: ``line`` counts from 1, ``start`` and ``end`` are columns from 0."""

    line: int
    start: int
    end: int


class ValueText(Struct, frozen=True):
    """The words of a value as typed, line for line, without quotes and without indentation.

    ``escaped`` tells that ``\\`` has a meaning in them.
    """

    stretches: tuple[Stretch, ...]
    escaped: bool


def value_texts(text: str) -> Iterator[ValueText]:
    """The values that have words, in order; no keys, and no value that names one.  The parser must take the text."""
    lines = text.split("\n")
    scalars, of_key, keys = list[yaml.ScalarToken](), False, set[str]()
    for token in yaml.scan(text, Loader=PARSER):
        if isinstance(token, yaml.KeyToken):
            of_key = True
        elif isinstance(token, yaml.ScalarToken):
            if of_key:
                keys.add(token.value)
            else:
                scalars.append(token)
            of_key = False
    for token in scalars:
        stretches = tuple(_stretches(token, lines))
        if stretches and token.value not in keys:
            yield ValueText(stretches, token.style == '"')


def only_words(typed: str, escaped: bool) -> str:
    """What was typed with expressions, and escapes where they are some, blotted out by marks; lines stay lines."""
    blotted = _EXPRESSION.sub(_blot, typed)
    return _ESCAPE.sub(_blot, blotted) if escaped else blotted


def _blot(found: re.Match[str]) -> str:
    return "\n".join(_MASK * len(part) for part in found[0].split("\n"))


def _stretches(token: yaml.ScalarToken, lines: list[str]) -> Iterator[Stretch]:
    first, last = token.start_mark, token.end_mark
    quotes = 1 if token.style in ("'", '"') else 0
    below = token.style in ("|", ">")
    for number in range(first.line + below, last.line + 1):
        line = lines[number] if number < len(lines) else ""
        start = first.column + quotes if number == first.line else len(line) - len(line.lstrip(" "))
        end = last.column - quotes if number == last.line else len(line)
        if start < end:
            yield Stretch(number + 1, start, end)
