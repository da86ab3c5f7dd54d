"""What is kept beside a built report so that a later batch need not build it again.

A stamp holds hashes of all that bore on the report and of the report itself, and the findings, which are told again.
A stamp that is lost or cannot be read costs one building, nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from generator.errors import CannotGoOn
from generator.findings import Basis, DataPlace, DocxPlace, FilePlace, Finding, Place, Severity
from generator.jobs.batch.bearing import hash_of, program
from generator.jobs.batch.work import Order
from generator.jobs.output import digest, record_of, replace_file
from generator.jobs.workspace import own_house_style, templates_for

_ENDING = "json"
_PLACES: Mapping[str, type[Place]] = {kind.__name__: kind for kind in (DataPlace, DocxPlace, FilePlace)}


def keep_stamp(order: Order, data: bytes, findings: tuple[Finding, ...], read: Mapping[Path, str]) -> None:
    """Remember what the report that was just written was made of; what cannot be kept is done without."""
    stamp = {
        "made": _made_how(order),
        "read": {_named(path, order): value for path, value in read.items()},
        "output": digest(data),
        "findings": [_plain(finding) for finding in findings],
    }
    with suppress(OSError):
        replace_file(record_of(order.target, _ENDING), json.dumps(stamp).encode("ascii"))


def findings_if_current(order: Order) -> tuple[Finding, ...] | None:
    """The findings of the last building where the report is what it would be if built now; else None."""
    try:
        stamp = json.loads(record_of(order.target, _ENDING).read_bytes())
        folder = order.target.parent
        current = (
            stamp["made"] == _made_how(order)
            and stamp["output"] == digest(order.target.read_bytes())
            and all(hash_of(folder / name) == value for name, value in stamp["read"].items())
        )
        return tuple(map(_finding, stamp["findings"])) if current else None
    except (OSError, CannotGoOn, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _made_how(order: Order) -> list[str]:
    """By which program, with which wishes, and in whose office a report is built."""
    house = own_house_style(order.source, order.here)
    places = (order.here, order.source, templates_for(order.source, order.here).root, *([house] if house else []))
    wishes = [f"strict={order.wished.strict}", f"draft={order.wished.draft}"]
    return [program(), *wishes, *(_named(place, order) for place in places)]


def _named(path: Path, order: Order) -> str:
    """A path from the report's folder, so that an office's folder may be moved; in full on another drive."""
    try:
        return Path(os.path.relpath(path, order.target.parent)).as_posix()
    except ValueError:
        return str(path.absolute())


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": int(finding.severity),
        "place": _plain_place(finding.place),
        "problem": finding.problem,
        "fix": finding.fix,
        "basis": finding.basis.value if finding.basis else None,
        "related": [_plain_place(place) for place in finding.related],
    }


def _plain_place(place: Place) -> dict[str, Any]:
    return {"kind": type(place).__name__, **asdict(place)}


def _finding(kept: Mapping[str, Any]) -> Finding:
    return Finding(
        str(kept["rule"]),
        Severity(kept["severity"]),
        _place(kept["place"]),
        str(kept["problem"]),
        str(kept["fix"]),
        Basis(kept["basis"]) if kept["basis"] else None,
        tuple(map(_place, kept["related"])),
    )


def _place(kept: Mapping[str, Any]) -> Place:
    return _PLACES[kept["kind"]](**{name: value for name, value in kept.items() if name != "kind"})
