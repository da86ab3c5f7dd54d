"""What a rule over figures, citations and words is: it looks at what a document says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.findings import Finding, Place, Severity
from generator.rules.said import Said


@dataclass(frozen=True)
class SaidRule:
    """A rule over what is said: ``title`` is what it asks, ``why`` what happens otherwise, both in Vietnamese."""

    id: str
    severity: Severity
    title: str
    why: str

    def finding(
        self,
        place: Place,
        problem: str,
        fix: str,
        related: tuple[Place, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule; ``severity`` where a case is less grave than the rule's others."""
        return Finding(self.id, self.severity if severity is None else severity, place, problem, fix, related=related)


SaidCheck = Callable[[Said], Iterator[Finding]]
