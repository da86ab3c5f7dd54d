"""Sections of a document as the page rules see them: where they begin, and which of them are annexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from generator.findings import DocxPlace
from generator.word.recognised import Annex, Recognised
from generator.word.view import Para, Section

T = TypeVar("T")

_BODY_PART = "word/document.xml"


def whole_document(doc: Recognised) -> DocxPlace:
    """The place of what is said of the document and of no paragraph."""
    return DocxPlace(doc.view.file, _BODY_PART)


def place_of(section: Section, doc: Recognised) -> DocxPlace:
    """Where a section begins: its first paragraph with words."""
    first = first_words(section.number, doc)
    return first.place if first else whole_document(doc)


def first_words(section: int, doc: Recognised) -> Para | None:
    return next((para for para in doc.view.body if para.section == section and not para.is_blank), None)


def opening(annex: Annex) -> Para | None:
    """The first paragraph of an annex."""
    parts = (*annex.heading, *annex.title, *annex.attached)
    return parts[0].para if parts else next(iter(annex.content), None)


def annex_sections(doc: Recognised) -> frozenset[int]:
    """The sections that hold nothing but annexes: from the one that the first annex opens."""
    openings = [para for para in map(opening, doc.annexes) if para is not None]
    if not openings:
        return frozenset()
    first = min(openings, key=lambda para: para.number)
    shared = any(
        para.section == first.section and para.number < first.number and not para.is_blank for para in doc.view.body
    )
    start = first.section + 1 if shared else first.section
    return frozenset(section.number for section in doc.view.sections if section.number >= start)


def runs_of(sections: Iterable[Section], fault: Callable[[Section], T | None]) -> Iterator[tuple[Section, T]]:
    """Each fault once for sections in a row that share it, with the first of them."""
    for found, run in groupby(sections, fault):
        if found is not None:
            yield next(run), found
