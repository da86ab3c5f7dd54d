"""How a thing that a template may print is told to the people who edit templates.

It stands in the type itself: ``ten: Annotated[str, Told("Tên cơ quan", "Ủy ban nhân dân xã A")]``.  From there come the
list of ``cds-gen template vars``, docs/the-mau.md and what ``cds-gen template check`` holds a template against.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.rules.template.vocabulary import Specimen


class Told(Struct, frozen=True):
    """What a name means, in Vietnamese, and an example of what it prints.

    ``form_of`` is the name beside it, or the path, that says the same in another form: one of them is enough.
    ``steers`` marks what is there for conditions and not to be printed.  ``kinds`` are the values that it may have,
    where a template must have a specimen for each.  ``without`` are the names of its items that stay empty here.
    ``part`` is the part of a document that it belongs to, which some kinds do not have.  ``unless`` is the name beside
    it that, where there is anything, leaves nothing to be said here.
    """

    meaning: str
    example: str = ""
    form_of: str = ""
    steers: bool = False
    kinds: Mapping[str, Specimen] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    part: str = ""
    unless: str = ""


class Untold:
    """Marks what the program needs and templates are not offered."""
