"""What a rule of form is: it looks at a recognised document, says whether it could judge, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from generator.decree.facts import Source
from generator.findings import Basis, Finding, Place, Severity
from generator.word.recognised import Recognised

SEVERITY_OF = {
    Basis.LAW: Severity.ERROR,
    Basis.SPECIMEN: Severity.WARNING,
    Basis.CUSTOM: Severity.HINT,
    # The office has bound itself, and asked to be told: more than custom, less than law.
    Basis.HOUSE: Severity.WARNING,
}


class FormatRule(Struct, frozen=True):
    """A rule of form: ``title`` is what it asks, ``why`` where it comes from in practice, both in Vietnamese.

    ``source`` is the article that it rests on mainly; a finding may rest on another and then says so.
    """

    id: str
    title: str
    why: str
    source: Source

    def finding(
        self, place: Place, problem: str, fix: str, source: Source | None = None, related: tuple[Place, ...] = ()
    ) -> Finding:
        """A finding of this rule: as grave as what it rests on, the article named in the remedy's place."""
        basis = source or self.source
        words = f"{problem} ({basis.article})"
        return Finding(self.id, SEVERITY_OF[basis.basis], place, words, fix, basis.basis, related)


class Verdict(Struct, frozen=True):
    """What a rule came to: ``findings`` of what it judged; ``assessed`` is False where it had nothing to judge."""

    assessed: bool
    findings: tuple[Finding, ...] = ()


NOT_ASSESSED = Verdict(False)


def judged(findings: Iterable[Finding]) -> Verdict:
    """The verdict of a rule that had what it judges."""
    return Verdict(True, tuple(findings))


def joined(one: Verdict, other: Verdict) -> Verdict:
    """What a rule came to for two documents in one file."""
    return Verdict(one.assessed or other.assessed, (*one.findings, *other.findings))


FormatCheck = Callable[[Recognised], Verdict]
