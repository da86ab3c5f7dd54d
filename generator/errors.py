"""Exceptions: "cannot go on". They are few; whatever a person can mend inside a file is a finding instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever shows the list of commands need not load what findings are made of
    from generator.findings import Finding


class CannotGoOn(Exception):
    """The work cannot be done (a file is missing, a target is locked): exit status 3.

    ``problem`` says what is the matter, ``fix`` how to mend it, both in plain Vietnamese.
    """

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


class Refused(Exception):
    """An input has faults that stop the work; they are carried as findings: exit status 1.

    ``hint`` is what else may be done, in plain Vietnamese.
    """

    def __init__(self, findings: list[Finding], hint: str = "") -> None:
        super().__init__(f"{len(findings)} phát hiện")
        self.findings = findings
        self.hint = hint
