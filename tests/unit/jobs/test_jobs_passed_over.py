"""What remarks do to findings: they drop what they name and nothing else, and are told when they drop nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.remarks import Remark, Verb
from generator.findings import DataPlace, FilePlace, Finding, Severity
from generator.jobs.named_rules import why_not_passed_over
from generator.jobs.passed_over import UNCHANGED, left_over, misnamed, unused

RULES = ("DL701", "SL203", "DL506", *UNCHANGED)


def finding(rule: str, line: int, severity: Severity = Severity.WARNING, file: str = "f") -> Finding:
    return Finding(rule, severity, DataPlace(file, line, 1), "Sai.", "Sửa.")


def remark(first: int, last: int, *rules: str, verb: Verb = Verb.PASS_OVER, file: str = "f") -> Remark:
    return Remark(verb, DataPlace(file, first, 9), DataPlace(file, first, 1), last, rules, "lý do")


findings_of = st.lists(
    st.builds(finding, st.sampled_from(RULES), st.integers(1, 9), st.sampled_from(Severity), st.sampled_from("fg"))
)
remarks_of = st.lists(
    st.builds(
        lambda first, more, rules, unchanged, file: (
            remark(first, first + more, verb=Verb.UNCHANGED, file=file)
            if unchanged
            else remark(first, first + more, *rules, file=file)
        ),
        st.integers(1, 9),
        st.integers(0, 3),
        st.lists(st.sampled_from(RULES[:3]), min_size=1, max_size=2, unique=True),
        st.booleans(),
        st.sampled_from("fg"),
    ),
    max_size=4,
    unique_by=lambda each: each.place,
)


def named_by(each: Remark) -> tuple[str, ...]:
    return UNCHANGED if each.verb is Verb.UNCHANGED else each.rules


@given(findings_of, remarks_of)
def test_remarks_drop_exactly_the_warnings_and_hints_that_they_name_where_they_stand(
    findings: list[Finding], remarks: list[Remark]
) -> None:
    left = left_over(findings, remarks)
    assert [each for each in findings if each in left] == left
    for each in findings:
        place = each.place
        assert isinstance(place, DataPlace)
        named = any(
            each.rule in named_by(one)
            and one.place.file == place.file
            and one.about.line <= place.line <= one.last_line
            for one in remarks
        )
        assert (each not in left) == (named and each.severity is not Severity.ERROR)


@given(findings_of, remarks_of)
def test_without_the_remarks_that_are_told_as_unused_the_same_findings_are_left(
    findings: list[Finding], remarks: list[Remark]
) -> None:
    told = {each.place for each in unused(findings, remarks, "f")}
    useful = [each for each in remarks if each.place not in told or each.place.file != "f"]
    assert {each.place.file for each in unused(findings, remarks, "f")} <= {"f"}
    assert left_over(findings, useful) == left_over(findings, remarks)


def test_a_remark_that_passes_over_nothing_is_told_at_its_own_place() -> None:
    (told,) = unused([finding("SL203", 5)], [remark(3, 4, "SL203")], "f")
    assert (told.rule, told.severity, told.place) == ("DL804", Severity.WARNING, DataPlace("f", 3, 9))


def test_a_remark_whose_rules_were_not_asked_is_not_told() -> None:
    confirmed = [remark(3, 3, verb=Verb.UNCHANGED)]
    assert list(unused([], confirmed, "f", frozenset(UNCHANGED))) == []


def test_a_remark_one_of_whose_rules_was_not_asked_may_serve_that_one() -> None:
    assert list(unused([], [remark(3, 3, "SL203", "SL602")], "f", frozenset({"SL602"}))) == []


def test_a_remark_to_read_again_passes_over_nothing_and_is_not_told_as_unused() -> None:
    again = [remark(3, 3, verb=Verb.REVIEW)]
    assert left_over([finding("SL601", 3)], again) == [finding("SL601", 3)]
    assert list(unused([], again, "f")) == []


def test_a_remark_in_a_base_may_serve_another_report() -> None:
    assert list(unused([], [remark(3, 3, "SL203", file="nen.yaml")], "f")) == []


def test_a_finding_without_a_line_is_never_passed_over() -> None:
    whole = Finding("SL203", Severity.WARNING, FilePlace("f"), "Sai.", "Sửa.")
    assert left_over([whole], [remark(1, 99, "SL203")]) == [whole]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("SL299", "Không có luật nào mang mã «SL299»"),
        ("SL2", "Không có luật nào mang mã «SL2»"),
        ("DL504", "là lỗi nên không bỏ qua được"),
        ("DL204", "là lỗi nên không bỏ qua được"),
        ("DL802", "là lỗi nên không bỏ qua được"),
        ("DL403", "là lỗi nên không bỏ qua được"),
        ("TT201", "xét tệp Word"),
        ("DL804", "nói về chính các ghi chú"),
    ],
)
def test_a_rule_that_nobody_may_pass_over_is_told_and_not_told_again_as_unused(rule: str, told: str) -> None:
    wrong = [remark(1, 1, rule)]
    (problem,) = misnamed(wrong)
    assert (problem.rule, problem.severity) == ("DL803", Severity.ERROR)
    assert told in problem.problem
    assert list(unused([], wrong, "f")) == []


@pytest.mark.parametrize("rule", ["DL107", "SL203", "DL506", "DL516", "DL707", "SL601"])
def test_warnings_and_hints_may_be_passed_over(rule: str) -> None:
    assert why_not_passed_over(rule) is None
    assert list(misnamed([remark(1, 1, rule)])) == []
