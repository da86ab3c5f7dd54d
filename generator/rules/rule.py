"""What a rule is: an id, what it asks and why, and a function that finds where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao
from generator.findings import Finding, Place, Severity
from generator.vn.text import squeeze

_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class DataRule:
    """A rule over the data: ``title`` is what it asks, ``why`` what happens otherwise, both in Vietnamese."""

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


def in_short(words: str) -> str:
    """Words of the data as messages show them: on one line, cut where they are long."""
    line = squeeze(words)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1].rstrip()}…"


DataCheck = Callable[[BaoCao, tuple[NhomDanhGia, ...]], Iterator[Finding]]
