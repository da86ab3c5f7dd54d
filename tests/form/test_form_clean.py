"""Documents in which nothing is wrong, and the decree's own specimens: no false alarm."""

from __future__ import annotations

import pytest
from specimens import specimens

from generator.findings import Basis, Severity
from generator.jobs.check_format import Choice, Profile, judge_form

# What is uneven in the decree's own files; each is a warning, and true of the file as it stands.
UNEVEN = {
    "1.1": ("TT302",),  # two căn cứ pushed in with a tab, from the edge
    "1.5": ("TT216",),  # Quốc hiệu 12, Tiêu ngữ and date 14
    "1.10": ("TT401",),  # the signer's office justified, in the middle of nothing
}
SPECIMENS = (
    "1.1", "1.2", "1.3", "1.3 giấy", "1.3 điện tử", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2",
    "3.1", "3.2",
)  # fmt: skip
KINDS = {
    "1.1": "Nghị quyết", "1.2": "Quyết định", "1.3": "Quyết định", "1.5": "Công văn", "1.6": "Công điện",
    "1.7": "Giấy mời", "1.8": "Giấy giới thiệu", "1.9": "Biên bản", "1.10": "Giấy nghỉ phép",
}  # fmt: skip


@pytest.fixture(scope="module")
def of_decree(shared):
    return specimens(shared / "reference/nd30/phu-luc-3-mau-trinh-bay.docx")


def broken(report, severity):
    return tuple(sorted({finding.rule for finding in report.findings if finding.severity is severity}))


def lines(report):
    return [f"{finding.rule}: {finding.problem}" for finding in report.findings]


@pytest.mark.parametrize("name", ["hoangkim", "yendinh", "camthuy", "vinhloc"])
def test_a_report_that_the_program_built_has_no_error_and_no_warning(reports, name):
    report = judge_form(reports[name], name)
    assert [line for line in lines(report) if not broken(report, Severity.HINT)] == []
    assert broken(report, Severity.ERROR) == broken(report, Severity.WARNING) == (), lines(report)
    assert len(report.met) + len(broken(report, Severity.HINT)) >= 54


@pytest.mark.parametrize("name", ["cong_van", "quyet_dinh", "ke_hoach"])
def test_a_document_that_follows_the_decree_has_no_finding_at_all(bases, name):
    assert lines(judge_form(bases[name], name)) == []


def test_every_rule_is_met_by_some_clean_document(bases):
    met = {rule for name, data in bases.items() for rule in judge_form(data, name).met}
    asked = set(judge_form(bases["cong_van"], "").verdicts)
    assert asked - met == set()


def test_the_specimens_are_all_there(of_decree):
    assert tuple(of_decree) == SPECIMENS


@pytest.mark.parametrize("number", SPECIMENS)
def test_a_specimen_of_the_decree_breaks_no_rule_of_the_decree(of_decree, number):
    report = judge_form(of_decree[number], number, Choice(Profile.LAW))
    assert [line for line in lines(report) if line] == []
    assert report.met


@pytest.mark.parametrize("number", SPECIMENS)
def test_what_is_uneven_in_a_specimen_is_a_warning_at_most(of_decree, number):
    report = judge_form(of_decree[number], number)
    assert broken(report, Severity.ERROR) == ()
    assert broken(report, Severity.WARNING) == UNEVEN.get(number, ()), lines(report)
    assert all(finding.basis is not Basis.LAW for finding in report.findings)


@pytest.mark.parametrize("number", KINDS)
def test_the_kind_of_a_specimen_is_known(of_decree, number):
    from generator.word.reading import read_view
    from generator.word.recognise import recognise

    assert recognise(read_view(of_decree[number], number)).kind == KINDS[number]
