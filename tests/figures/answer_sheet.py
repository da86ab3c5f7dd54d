"""The answer sheet of the four reports: the faults known by reading, and a judgement of everything that is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.findings import DataPlace, Finding
from generator.jobs.check_data import judge_data

ROOT = Path(__file__).parents[2]
SHEET = Path(__file__).with_name("answers.yaml")
REPORTS = ("hoangkim", "camthuy", "vinhloc", "yendinh")
PAGE = ROOT / "docs" / "ket-qua-so-lieu.md"


@dataclass(frozen=True)
class Known:
    """A fault that reading has found; ``missed`` is why no rule finds it, empty where one does."""

    report: str
    rules: tuple[str, ...]
    words: str
    why: str
    marks: tuple[str, ...]
    missed: str = ""

    def is_told_by(self, finding: Finding) -> bool:
        """Whether that is the finding of this fault."""
        told = f"{finding.problem} {finding.fix}".casefold()
        return finding.rule in self.rules and all(mark.casefold() in told for mark in self.marks)


@dataclass(frozen=True)
class Judged:
    """A finding held against the source."""

    report: str
    rule: str
    problem: str
    true: bool
    why: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.report, self.rule, self.problem


def sheet() -> tuple[list[Known], list[Judged]]:
    """What ``answers.yaml`` says."""
    typed: dict[str, Any] = yaml.safe_load(SHEET.read_text("utf-8"))
    known = [
        Known(
            each["bao_cao"],
            tuple(each["luat"]),
            each["chu"],
            each["vi"],
            tuple(each.get("tim", [each["chu"]])),
            each.get("bo_sot", ""),
        )
        for each in typed["loi"]
    ]
    judged = [
        Judged(each["bao_cao"], each["luat"], each["van_de"], each["dung"], each["vi"]) for each in typed["phat_hien"]
    ]
    return known, judged


def found_in(report: str) -> tuple[Finding, ...]:
    """Everything that ``cds-gen check`` finds in a report's data."""
    return judge_data(ROOT / "inputs" / f"{report}.yaml", ROOT).findings


def line_of(finding: Finding) -> int:
    return finding.place.line if isinstance(finding.place, DataPlace) else 0
