"""The rules against the four reports as issued: nothing known is missed, nearly everything found is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest
from answer_sheet import PAGE, REPORTS, ROOT, Known, found_in, sheet
from write_page import page

from generator.findings import Finding, Severity
from generator.jobs.build import make
from generator.jobs.check_format import Choice, judge_form
from generator.rules.said_registry import SAID_RULES

KNOWN, JUDGED = sheet()
FEWEST_KNOWN, LEAST_PRECISION = 25, 0.95


@pytest.fixture(scope="module")
def found() -> Mapping[str, tuple[Finding, ...]]:
    return {name: found_in(name) for name in REPORTS}


def test_the_sheet_is_as_rich_as_the_reports() -> None:
    told = [each for each in KNOWN if not each.missed]
    assert len(told) >= FEWEST_KNOWN
    assert {each.report for each in told} == set(REPORTS)
    assert {rule for each in KNOWN for rule in each.rules} <= set(SAID_RULES)
    assert all(each.why for each in KNOWN)


@pytest.mark.parametrize("fault", KNOWN, ids=lambda fault: f"{fault.report}-{fault.rules[0]}-{fault.words}")
def test_a_known_fault_is_found(fault: Known, found: Mapping[str, tuple[Finding, ...]]) -> None:
    told = [finding for finding in found[fault.report] if fault.is_told_by(finding)]
    if fault.missed:
        assert told == [], "found after all: take «bo_sot» off"
    else:
        assert told


def test_every_finding_has_been_held_against_the_source(found: Mapping[str, tuple[Finding, ...]]) -> None:
    keys = [(name, finding.rule, finding.problem) for name in REPORTS for finding in found[name]]
    judged = {each.key for each in JUDGED}
    assert sorted(set(keys) - judged) == [], "judge these in answers.yaml"
    assert sorted(judged - set(keys)) == [], "no longer found"
    assert max(Counter(each.key for each in JUDGED).values()) == 1


def test_nearly_everything_that_is_found_is_true(found: Mapping[str, tuple[Finding, ...]]) -> None:
    true = {each.key: each.true for each in JUDGED}
    everything = [(name, finding) for name in REPORTS for finding in found[name]]
    of_said = [(name, finding) for name, finding in everything if finding.rule in SAID_RULES]
    warnings = [(name, finding) for name, finding in of_said if finding.severity is Severity.WARNING]
    for chosen in (everything, of_said, warnings):
        right = sum(true[name, finding.rule, finding.problem] for name, finding in chosen)
        assert right / len(chosen) >= LEAST_PRECISION


def test_no_rule_over_what_is_said_stops_a_build(found: Mapping[str, tuple[Finding, ...]]) -> None:
    assert {rule.severity for rule, _ in SAID_RULES.values()} <= {Severity.WARNING, Severity.HINT}
    assert all(finding.severity is not Severity.ERROR for findings in found.values() for finding in findings)


def test_the_page_is_what_the_sheet_says(found: Mapping[str, tuple[Finding, ...]]) -> None:
    assert PAGE.read_text("utf-8") == page(KNOWN, JUDGED, found), "run: python tests/figures/write_page.py"


@pytest.mark.parametrize("report", REPORTS)
def test_the_finished_document_is_found_fault_with_as_its_data_is(
    report: str, found: Mapping[str, tuple[Finding, ...]]
) -> None:
    data, _ = make(ROOT / "inputs" / f"{report}.yaml", ROOT)
    asked = Choice(select=("SL2", "SL3", "SL4", "SL5", "DL6", "DL7"), figures=True)
    of_word = Counter((finding.rule, finding.problem) for finding in judge_form(data, "tệp.docx", asked).findings)
    of_data = Counter((finding.rule, finding.problem) for finding in found[report] if finding.rule in SAID_RULES)
    # A target that no table prints is known to the data alone.
    assert of_word - of_data == Counter()
    assert {rule for rule, _ in of_data - of_word} <= {"SL302"}
