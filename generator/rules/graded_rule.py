"""What rules over data and rules over words are alike in: an id, a severity, what they ask and why."""

from __future__ import annotations

from msgspec import Struct

from generator.findings import Finding, Place, Severity


class GradedRule(Struct, frozen=True):
    """``title`` is what the rule asks, ``why`` what happens otherwise, both in Vietnamese."""

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
