"""Prepared templates kept between runs, so that a warm build loads neither docxtpl nor python-docx."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from generator.findings import Finding
from generator.jobs.own_cache import keep, kept, key_of, stamp, stamps
from generator.word.prepare import PreparedTemplate, prepare
from generator.word.render import with_code
from generator.word.stored import dumped, restored

_LIBRARIES = ("docxtpl", "jinja2")
_MAKERS = ("sandbox.py", "word/*.py", "rules/template/*.py", "jobs/template_holes.py", "jobs/view/*.py")
_KIND = "mau"


def prepared_template(data: bytes, name: str) -> tuple[PreparedTemplate | None, list[Finding]]:
    """As ``word.prepare.prepare``, with the code of every part, from the cache where it is there.

    Raises ``TemplateFault`` for tags that do not parse.
    """
    key = _key(data)
    found = kept(key, _KIND) if key else None
    if found is not None:
        return restored(found, name), []
    prepared, findings = prepare(data, name)
    if prepared is None:
        return None, findings
    # Only a template that is not kept is held against the rules: what they need is slow to load.
    from generator.jobs.template_holes import holes
    from generator.jobs.view.vocabulary import vocabulary
    from generator.rules.template_registry import would_mislead
    from generator.word.template_reading import read_template

    read = read_template(data, name)
    misleading = would_mislead(read, vocabulary())
    if misleading:
        return None, misleading
    prepared = replace(with_code(prepared), holes=tuple(holes(read)))
    if key:
        keep(key, _KIND, dumped(prepared))
    return prepared, findings


def _key(data: bytes) -> str:
    """Of the template's bytes and of all that makes code of them; empty where it cannot be told."""
    with suppress(OSError, ValueError):
        return key_of((data, *stamps(*_MAKERS), *_libraries()))
    return ""


def _libraries() -> Iterator[bytes]:
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        yield stamp(Path(spec.origin)) if spec and spec.origin else b""
