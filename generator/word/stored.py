"""Prepared templates as text, to be kept on disk: Jinja source and widths, no code and nothing that runs.

The static parts are not kept: they stand in the template itself.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json

from generator.word.geometry import Geometry
from generator.word.package import Member, NotDocx, read_parts
from generator.word.prepare import PreparedPart, PreparedTemplate

_FORM = 2  # to be raised whenever preparation gives something else for the same template


def dumped(prepared: PreparedTemplate) -> str:
    """The prepared template as JSON, for ``restored``."""
    return json.dumps(
        {
            "form": _FORM,
            "digest": prepared.digest,
            "parts": {part.name: part.source for part in prepared.parts},
            "geometry": dataclasses.asdict(prepared.geometry),
        },
        ensure_ascii=False,
    )


def restored(text: str, data: bytes, name: str) -> PreparedTemplate | None:
    """The prepared template of the file with the bytes ``data``; None where the text is not that of this file."""
    try:
        kept = json.loads(text)
        if kept["form"] != _FORM or kept["digest"] != hashlib.sha256(data).hexdigest():
            return None
        parts = tuple(PreparedPart(str(part), str(source)) for part, source in kept["parts"].items())
        geometry = Geometry(**{str(key): int(value) for key, value in kept["geometry"].items()})
        named = {part.name for part in parts}
        contents = read_parts(data)
    except (ValueError, OverflowError, KeyError, TypeError, AttributeError, NotDocx):
        return None
    static = tuple(Member.of(part, content) for part, content in contents.items() if part not in named)
    return PreparedTemplate(name, kept["digest"], static, parts, geometry) if named <= set(contents) else None
