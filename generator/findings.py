"""Findings: what is wrong, where, and how to mend it.

A finding is a value. Functions that judge return findings; they do not print and do not raise.
A finding without a place or without a remedy cannot be built.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from msgspec import Struct


class Severity(enum.IntEnum):
    """How grave a finding is; only ``ERROR`` stops a build."""

    ERROR = 0
    WARNING = 1
    HINT = 2

    @property
    def label(self) -> str:
        return ("LỖI", "CẢNH BÁO", "GỢI Ý")[self]


class Basis(enum.Enum):
    """What a demand rests on: the decree's text, its specimens (Phụ lục III), mere custom, the office's own style."""

    LAW = "luật"
    SPECIMEN = "mẫu"
    CUSTOM = "thông lệ"
    HOUSE = "quy cách của cơ quan"


class DataPlace(Struct, frozen=True):
    """A place in a data file; ``line`` and ``column`` count from 1, in characters.

    ``path`` is the way through the keys, such as ``chi_tieu.ket_qua."1.6".tu``; empty for the whole file.
    """

    file: str
    line: int
    column: int
    path: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where} ({self.path})" if self.path else where


EXCERPT = 80
"""The most letters of a paragraph that its place shows."""


class DocxPlace(Struct, frozen=True):
    """A place in a Word file: the part, the paragraph (from 1; 0 for the whole part) and its words."""

    file: str
    part: str
    paragraph: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        where = f"{self.file} [{self.part}"
        if self.paragraph:
            where += f", đoạn {self.paragraph}"
        return f"{where}] «{self.excerpt}»" if self.excerpt else f"{where}]"


class FilePlace(Struct, frozen=True):
    """A whole file, for what has no place inside it (it is missing, it is not a Word file)."""

    file: str

    def __str__(self) -> str:
        return self.file


Place = DataPlace | DocxPlace | FilePlace


class Finding(Struct, frozen=True):
    """One fault: rule id, severity, place, problem and remedy in plain Vietnamese, and what it rests on."""

    rule: str
    severity: Severity
    place: Place
    problem: str
    fix: str
    basis: Basis | None = None
    related: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if not (self.rule and self.problem and self.fix):
            raise ValueError(f"a finding needs a rule, a problem and a remedy: {self!r}")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without repeats, by file, place, severity and rule."""

    def key(finding: Finding) -> tuple[str, int, int, int, str]:
        place = finding.place
        line, column = 0, 0
        if isinstance(place, DataPlace):
            line, column = place.line, place.column
        elif isinstance(place, DocxPlace):
            line = place.paragraph
        return (place.file, line, column, int(finding.severity), finding.rule)

    return sorted(dict.fromkeys(findings), key=key)
