"""Findings as lines for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.findings import Finding, Severity

_INDENT = "    "
_MOST_RELATED = 3  # places shown beside a finding's own; the other forms of output hold all


def finding_text(finding: Finding) -> str:
    """Where, what, how to mend; related places below."""
    lines = [f"{finding.place}: {finding.severity.label} {finding.rule}", f"{_INDENT}{finding.problem}"]
    lines += [f"{_INDENT}Xem thêm: {place}" for place in finding.related[:_MOST_RELATED]]
    if len(finding.related) > _MOST_RELATED:
        lines.append(f"{_INDENT}… và {len(finding.related) - _MOST_RELATED} chỗ khác.")
    lines.append(f"{_INDENT}Cách sửa: {finding.fix}")
    return "\n".join(lines)


def findings_text(findings: Iterable[Finding]) -> str:
    """All findings, a block each."""
    return "\n".join(finding_text(finding) for finding in findings)


def trouble_text(problem: str, fix: str, severity: Severity = Severity.ERROR) -> str:
    """What keeps the program from going on, where there is no place to point to, and how to mend it."""
    return f"{severity.label}: {problem}\n{_INDENT}Cách sửa: {fix}"


def count_text(findings: Sequence[Finding]) -> str:
    """How many of each severity: "2 lỗi, 1 cảnh báo"; "không có phát hiện nào" for none."""
    counts = Counter(finding.severity for finding in findings)
    words = [f"{counts[severity]} {severity.label.lower()}" for severity in Severity if counts[severity]]
    return ", ".join(words) or "không có phát hiện nào"
