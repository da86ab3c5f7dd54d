"""Typed text as runs: emphasis becomes weight and slant, lines become paragraphs with their kind."""

from __future__ import annotations

from generator.data.markup import stretches
from generator.data.model_text import Text
from generator.jobs.view.printed import KhoiIn
from generator.word.runs import Runs, Span

_LEADS = {"- ": "gach", "+ ": "cong"}


def runs(text: str) -> Runs:
    """One line of typed text."""
    if "*" not in text:
        return Runs.plain(text)
    return Runs(tuple(Span(stretch.text, stretch.bold, stretch.italic) for stretch in stretches(text)))


def lines(text: Text) -> list[KhoiIn]:
    """Every line that is not blank, with its kind."""
    found = []
    for number, line in enumerate(text.raw.splitlines()):
        words = line.strip()
        if words:
            kind = _LEADS.get(words[:2], "doan")
            typed = runs(words if kind == "doan" else words[2:].lstrip())
            found.append(KhoiIn(kind, typed, cho=text.place_of_line(number)))
    return found


def one_line(text: Text) -> Runs:
    """A text that is one paragraph, however many lines it was typed on."""
    return runs(" ".join(text.raw.split()))


def title(text: Text) -> Runs:
    """A heading whose typed line breaks stay."""
    return runs("\n".join(line.strip() for line in text.raw.strip().splitlines()))
