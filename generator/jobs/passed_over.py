"""What remarks in a data file («# cds: bỏ qua …», «# cds: không đổi») do to the findings of a build or a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.data.earlier import earlier_path
from generator.data.model import BaoCao
from generator.data.remarks import Remark, Verb
from generator.findings import Finding, Severity
from generator.jobs.made_rules import REMARK, UNUSED
from generator.jobs.named_rules import why_not_passed_over

_SENTENCES = "SL602"
UNCHANGED = ("SL601", _SENTENCES)
"""Rules that ask whether a value, or a sentence with figures, is really the same as last period's."""


def left_over(findings: Iterable[Finding], remarks: Sequence[Remark]) -> list[Finding]:
    """The findings without the warnings and hints that a remark passes over."""
    return [finding for finding in findings if not any(_passes(remark, finding) for remark in remarks)]


def misnamed(remarks: Iterable[Remark]) -> Iterator[Finding]:
    """What is wrong with the rules that remarks name: no such rule, or one that nobody may pass over."""
    for remark in remarks:
        for rule in remark.rules:
            reason = why_not_passed_over(rule)
            if reason is not None:
                yield REMARK.finding(remark.place, *reason)


def unused(
    findings: Sequence[Finding], remarks: Iterable[Remark], file: str, not_asked: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """The remarks of ``file`` that passed over none of all the ``findings``.

    A remark in a base is not judged: it may serve another report.  Nor is one of whose rules any was not asked, as
    those are in ``not_asked``.
    """
    for remark in remarks:
        rules = _rules(remark)
        judged = all(why_not_passed_over(rule) is None and rule not in not_asked for rule in rules)
        if remark.place.file != file or not (rules and judged) or any(_passes(remark, finding) for finding in findings):
            continue
        what = f"bỏ qua {', '.join(remark.rules)}" if remark.verb is Verb.PASS_OVER else remark.verb.value
        problem = f"Ghi chú «# cds: {what}» không còn gì để bỏ qua ở chỗ nó nói tới."
        fix = "Xóa ghi chú; nếu cảnh báo vẫn còn thì chuyển ghi chú đến cuối đúng dòng mà cảnh báo nêu."
        yield UNUSED.finding(remark.place, problem, fix)


def unasked(report: BaoCao, folder: Path, within: Path) -> frozenset[str]:
    """The rules that a remark may name and that can judge nothing: the file of the period before is not there.

    ``folder`` is that of the report's file, ``within`` that of its office.
    """
    before = report.ky.truoc.tep if report.ky.truoc else None
    path = earlier_path(before, folder, within) if before else None
    return frozenset() if path and path.is_file() else frozenset({_SENTENCES})


def _rules(remark: Remark) -> tuple[str, ...]:
    return UNCHANGED if remark.verb is Verb.UNCHANGED else remark.rules


def _passes(remark: Remark, finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR and finding.rule in _rules(remark) and remark.covers(finding.place)
