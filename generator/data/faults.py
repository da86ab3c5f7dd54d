"""How this layer words its findings: sentences that start with a capital and end with a stop."""

from __future__ import annotations

from generator.findings import DataPlace, Finding, Severity
from generator.vn.text import sentence_start

_ENDS = (".", "…", "?", "!")


def fault(rule: str, place: DataPlace, problem: str, fix: str, related: tuple[DataPlace, ...] = ()) -> Finding:
    """A finding that stops the build."""
    return Finding(rule, Severity.ERROR, place, _sentence(problem), _sentence(fix), related=related)


def warning(rule: str, place: DataPlace, problem: str, fix: str) -> Finding:
    """A finding that does not stop the build."""
    return Finding(rule, Severity.WARNING, place, _sentence(problem), _sentence(fix))


def _sentence(text: str) -> str:
    # What a user typed, shown in «» at the start, keeps its letters as typed.
    started = text if text.startswith("«") else sentence_start(text)
    return started if started.endswith(_ENDS) else f"{started}."
