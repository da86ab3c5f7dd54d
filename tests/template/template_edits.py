"""Edits of a template's document, as a hand in Word would make them, each telling where it went wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.word.builder.template import build_template
from generator.word.package import DOCUMENT, Member, read_parts, write_package

PARTS = read_parts(build_template())
TEXT = PARTS[DOCUMENT].decode()

_PARAGRAPH = re.compile(r"<w:p[ >/]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True)
class Found:
    """A tag of the document: where it starts, its words, the paragraph that it stands in."""

    start: int
    text: str
    paragraph: int


def tags(text: str = TEXT) -> Iterator[Found]:
    starts = [match.start() for match in _PARAGRAPH.finditer(text)]
    for match in _TAG.finditer(text):
        yield Found(match.start(), match.group(), sum(start <= match.start() for start in starts))


def with_document(text: str) -> bytes:
    """The template with another document."""
    parts = {**PARTS, DOCUMENT: text.encode()}
    return write_package(Member.of(name, content) for name, content in parts.items())


def replaced(tag: Found, new: str, text: str = TEXT) -> str:
    return text[: tag.start] + new + text[tag.start + len(tag.text) :]


def edited(tag: Found, change: Callable[[str], str], text: str = TEXT) -> str:
    new = change(tag.text)
    assert new != tag.text
    return replaced(tag, new, text)


def spread(found: list[Found], count: int) -> list[Found]:
    """So many of them, from the first to the last."""
    step = max((len(found) - 1) // (count - 1), 1)
    return found[::step][:count]
