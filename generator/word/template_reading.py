"""A Word template read for its checks: the bytes of a file give a ``TemplateView``."""

from __future__ import annotations

from generator.findings import DocxPlace
from generator.word.foreign import foreign
from generator.word.package import read_parts
from generator.word.render import template_environment
from generator.word.reviewing import pending_changes
from generator.word.template_text import read_tags
from generator.word.template_uses import understand
from generator.word.template_view import TemplateView


def read_template(data: bytes, name: str) -> TemplateView:
    """All tags of a template and what they do; ``name`` is how findings call the file.

    Raises ``package.NotDocx`` for what is no Word file.
    """
    environment = template_environment()
    package = read_parts(data)
    parts = list(read_tags(package, name))
    done = [understand(part.tags, environment) for part in parts]
    return TemplateView(
        name,
        tuple(tag for part in parts for tag in part.tags),
        tuple(use for each in done for use in each.uses),
        tuple(span for each in done for span in each.spans),
        tuple(tag for each in done for tag in each.astray),
        tuple(place for part in parts for place in part.broken),
        tuple(fault for each in done for fault in each.faults),
        tuple((DocxPlace(name, each.part, each.paragraph), each.problem, each.fix) for each in foreign(package)),
        tuple(pending_changes(package, name)),
    )
