"""Prepared templates as bytes, to be kept on disk: deflated parts, Jinja source and compiled code.

The bytes hold code that will run: they may come only from where nobody else can write.
"""

from __future__ import annotations

import marshal

from msgspec.structs import astuple

from generator.word.geometry import Geometry
from generator.word.package import Member
from generator.word.prepare import Hole, PreparedPart, PreparedTemplate


def dumped(prepared: PreparedTemplate) -> bytes:
    """The prepared template for ``restored`` by the same version of everything."""
    name, digest, static, parts, geometry, holes = astuple(prepared)
    members, sources, missing = ([astuple(each) for each in several] for several in (static, parts, holes))
    return marshal.dumps((name, digest, members, sources, astuple(geometry), missing))


def restored(data: bytes, name: str) -> PreparedTemplate:
    """The prepared template that was dumped; ``name`` is how messages now call its file."""
    _, digest, static, parts, geometry, holes = marshal.loads(data)
    return PreparedTemplate(
        name,
        digest,
        tuple(Member(*each) for each in static),
        tuple(PreparedPart(*each) for each in parts),
        Geometry(*geometry),
        tuple(Hole(*each) for each in holes),
    )
