"""Check a data file: everything that a build would say of its data, and nothing is written."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Finding
from generator.jobs.build import make
from generator.jobs.check_format import Choice, FormReport
from generator.jobs.made_rules import MADE_RULES
from generator.jobs.workspace import shown_path
from generator.rules.format_rule import Verdict
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES

_RULES = tuple(sorted((*DATA_RULES, *SAID_RULES, *MADE_RULES)))


def judge_data(path: Path, here: Path, choice: Choice | None = None) -> FormReport:
    """The verdicts of all rules over data and over what it says.

    A file that cannot be read, or whose report cannot be made, is refused: raises ``Refused`` and ``CannotGoOn``.
    """
    choice = choice or Choice()
    _, checked = make(path, here)
    found = tuple(finding for finding in checked.findings if choice.takes(finding.rule))
    verdicts = {rule: _verdict(rule, found) for rule in _RULES if choice.takes(rule)}
    return FormReport(shown_path(path, here), verdicts, found)


def _verdict(rule: str, found: tuple[Finding, ...]) -> Verdict:
    return Verdict(True, tuple(finding for finding in found if finding.rule == rule))
