"""Findings as JSON, and as SARIF 2.1.0 for programs that show the findings of any checker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from generator.findings import DataPlace, DocxPlace, Finding, Place, Severity

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


class RuleText(Struct, frozen=True):
    """What a program shows of a rule: what it asks, why, the article that it rests on."""

    id: str
    title: str
    why: str
    article: str = ""


def findings_json(findings: Iterable[Finding], summary: Mapping[str, Any]) -> str:
    """The findings and a summary of the files that were checked."""
    return _written({"tom_tat": summary, "phat_hien": [plain_finding(finding) for finding in findings]})


def plain_finding(finding: Finding) -> dict[str, Any]:
    """A finding as JSON holds it."""
    return {
        "luat": finding.rule,
        "muc": _NAMES[finding.severity],
        "can_cu": finding.basis.value if finding.basis else None,
        "cho": _place(finding.place),
        "van_de": finding.problem,
        "cach_sua": finding.fix,
        "lien_quan": [_place(place) for place in finding.related],
    }


def _place(place: Place) -> dict[str, Any]:
    if isinstance(place, DocxPlace):
        return {"tep": place.file, "phan": place.part, "doan": place.paragraph, "trich": place.excerpt}
    if isinstance(place, DataPlace):
        return {"tep": place.file, "dong": place.line, "cot": place.column, "muc": place.path}
    return {"tep": place.file}


def findings_sarif(
    findings: Iterable[Finding], rules: Iterable[RuleText], version: str, counts: Mapping[str, Mapping[str, int]]
) -> str:
    """The findings as one SARIF run of this program; ``counts``, by file, are its certificate."""
    driver = {
        "name": "cds-gen",
        "version": version,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.title},
                "fullDescription": {"text": rule.why},
                "help": {"text": rule.article or rule.title},
            }
            for rule in rules
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(map(_result, findings)),
        "properties": {"tom_tat": counts},
    }
    return _written({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.problem} Cách sửa: {finding.fix}"},
        "locations": [_location(finding.place)],
        "relatedLocations": [_location(place) for place in finding.related],
    }


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if isinstance(place, DataPlace):
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
        return {"physicalLocation": physical}
    if isinstance(place, DocxPlace):
        # A .docx has no lines: the paragraph is a logical place, its words stand beside it.
        name = f"{place.part}, đoạn {place.paragraph}" if place.paragraph else place.part
        logical = [{"fullyQualifiedName": name, "kind": "element"}]
        return {"physicalLocation": physical, "logicalLocations": logical, "message": {"text": place.excerpt}}
    return {"physicalLocation": physical}


def _written(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
