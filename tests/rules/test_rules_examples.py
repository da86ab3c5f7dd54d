"""Each rule by its examples: ``<ID>/sai.yaml`` breaks it, ``<ID>/dung.yaml`` keeps it.

Both are laid over ``nen.yaml``.  In ``sai.yaml`` the mark ``# ← <ID>`` stands at the end of each line that the rule
must point to, as often as it must: there are as many findings as marks.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.data.kind import load_kind
from generator.errors import Refused
from generator.findings import DataPlace, Finding, Severity
from generator.jobs.build import check
from generator.jobs.said_of_data import said_of_report
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES, check_said

HERE = Path(__file__).parent
KIND = load_kind(HERE.parents[1] / "templates" / "docx" / "bao_cao" / "mo_ta.yaml", "mo_ta.yaml")
# Annexes of a report are numbered by the program: only a Word file has two of one number.
OF_WORD_ONLY = {"DL713"}
OF_EXAMPLES = ("chi_tieu", "docx")
"""What the examples are laid over: catalogues, and kinds of documents of which only the description is needed."""
SAID = sorted(set(SAID_RULES) - OF_WORD_ONLY)
RULES = sorted(DATA_RULES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(HERE / "nen.yaml", tmp_path)
    for name in OF_EXAMPLES:
        shutil.copytree(HERE / name, tmp_path / name)
    return tmp_path


def findings_of(example: Path, folder: Path) -> list[Finding]:
    """What the rules over the data find."""
    shutil.copy(example, folder)
    try:
        return list(check(folder / example.name, folder / "chi_tieu", folder).findings)
    except Refused as refused:
        return refused.findings


def all_findings_of(example: Path, folder: Path) -> list[Finding]:
    """What the rules over the data find, and those over what it says."""
    shutil.copy(example, folder)
    checked = check(folder / example.name, folder / "chi_tieu", folder)
    return [*checked.findings, *check_said(said_of_report(checked.report, checked.groups, KIND.cot))]


def lines(findings: list[Finding]) -> list[int]:
    return [finding.place.line for finding in findings if isinstance(finding.place, DataPlace)]


def marked_lines(example: Path, rule: str) -> list[int]:
    return [
        number
        for number, line in enumerate(example.read_text("utf-8").splitlines(), start=1)
        for _ in re.findall(rf"# ← {rule}\b", line)
    ]


def test_every_rule_has_a_failing_and_a_passing_example_and_no_other_folder_is_left_over() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name not in (*OF_EXAMPLES, "__pycache__")}
    assert folders == {*RULES, *SAID}
    for rule in (*RULES, *SAID):
        assert {path.name for path in (HERE / rule).iterdir()} == {"sai.yaml", "dung.yaml"}


def test_the_base_of_the_examples_breaks_no_rule(folder: Path) -> None:
    assert all_findings_of(HERE / "nen.yaml", folder) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_failing_example_breaks_this_rule_at_the_marked_lines_and_no_other_rule(rule: str, folder: Path) -> None:
    example = HERE / rule / "sai.yaml"
    findings = findings_of(example, folder)
    assert {finding.rule for finding in findings} == {rule}
    assert lines(findings) == marked_lines(example, rule)
    assert {finding.place.file for finding in findings} == {"sai.yaml"}
    assert {finding.severity for finding in findings} == {DATA_RULES[rule][0].severity}


@pytest.mark.parametrize("rule", SAID)
def test_the_failing_example_of_what_is_said_breaks_this_rule_at_the_marked_lines(rule: str, folder: Path) -> None:
    example = HERE / rule / "sai.yaml"
    findings = [finding for finding in all_findings_of(example, folder) if finding.rule == rule]
    assert sorted(lines(findings)) == marked_lines(example, rule)
    assert len(lines(findings)) == len(findings) > 0
    assert {finding.place.file for finding in findings} == {"sai.yaml"}
    assert max(finding.severity for finding in findings) <= Severity.HINT


@pytest.mark.parametrize("rule", SAID)
def test_the_failing_example_of_what_is_said_breaks_no_rule_over_the_data(rule: str, folder: Path) -> None:
    assert {finding.rule for finding in all_findings_of(HERE / rule / "sai.yaml", folder)} <= set(SAID)


@pytest.mark.parametrize("rule", SAID)
def test_the_passing_example_of_what_is_said_breaks_no_rule(rule: str, folder: Path) -> None:
    assert all_findings_of(HERE / rule / "dung.yaml", folder) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_passing_example_breaks_no_rule(rule: str, folder: Path) -> None:
    assert findings_of(HERE / rule / "dung.yaml", folder) == []


@pytest.mark.parametrize("rule", RULES)
def test_an_error_stops_the_report_and_a_warning_does_not(rule: str, folder: Path) -> None:
    shutil.copy(HERE / rule / "sai.yaml", folder)
    if DATA_RULES[rule][0].severity is Severity.ERROR:
        with pytest.raises(Refused):
            check(folder / "sai.yaml", folder / "chi_tieu", folder)
    else:
        assert check(folder / "sai.yaml", folder / "chi_tieu", folder).findings


@pytest.mark.parametrize("rule", [*RULES, *SAID])
def test_problem_and_remedy_are_sentences(rule: str, folder: Path) -> None:
    found = all_findings_of if rule in SAID_RULES else findings_of
    for finding in found(HERE / rule / "sai.yaml", folder):
        assert finding.problem[0] == "«" or finding.problem[0].isupper()
        assert finding.fix[0].isupper()
        assert finding.problem.endswith((".", "?"))
        assert finding.fix.endswith((".", "»."))
