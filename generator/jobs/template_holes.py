"""The holes of a template: what it does not print in every case, whatever kind of document it is for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.jobs.view.vocabulary import vocabulary
from generator.rules.template.omissions import Omission, omissions, omitted_blocks, part_of, words_below
from generator.rules.template.vocabulary import Entry, Form
from generator.vn.text import lower_first
from generator.word.prepare import Hole
from generator.word.template_view import TemplateView


def holes(template: TemplateView) -> Iterator[Hole]:
    """What may be lost with some data file or other."""
    may = vocabulary()
    for each in (*omitted_blocks(template, may), *omissions(template, may)):
        lost = [word for entry in each.lost for word in _words(entry)]
        place = each.branch.tag.place if each.branch else None
        yield Hole(
            _meaning(each),
            tuple(entry.path for entry in (each.lost if each.branch or each.kind else (each.entry,))),
            each.when,
            tuple(_forms(entry) for entry in lost),
            (place.part, place.paragraph, place.excerpt) if place else ("", 0, ""),
            part_of(each.entry, may),
            (each.entry.path, each.kind) if each.kind else ("", ""),
        )


def _words(entry: Entry) -> tuple[Entry, ...]:
    return words_below(entry, vocabulary()) if entry.form is Form.LIST else (entry,)


def _forms(entry: Entry) -> tuple[str, ...]:
    """Where the same words stand, in this form and in others."""
    return (entry.path, *(each.path for each in vocabulary().entries.values() if each.form_of == entry.path))


def _meaning(omission: Omission) -> str:
    if omission.kind:
        meaning = omission.entry.kinds[omission.kind].meaning
        return f"khối {lower_first(meaning)}"
    return lower_first(omission.entry.meaning)
