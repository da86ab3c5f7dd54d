"""What the specimens give to some kinds of documents and not to others (Phụ lục III, mẫu 1.1 to 1.7)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.decree.facts import Fact, Words, law, specimen

NO_KIND_LINE = specimen("Phụ lục III, mẫu 1.5")
"""A công văn has no line with the name of its kind."""
SUBJECT_UNDER_KIND = law("Phụ lục I, phần I, mục II.5.b")
"""The subject of a document with a name stands under its name; under the number stands that of a công văn."""

COMMANDS: Mapping[str, Words] = MappingProxyType(
    {
        "Nghị quyết": Words("QUYẾT NGHỊ:", specimen("Phụ lục III, mẫu 1.1")),
        "Quyết định": Words("QUYẾT ĐỊNH:", specimen("Phụ lục III, các mẫu 1.2 và 1.3")),
    }
)
"""The line between grounds and content, by the kind; above the grounds stands who decides."""
IN_ARTICLES = Fact(frozenset({"Quyết định"}), specimen("Phụ lục III, các mẫu 1.2 và 1.3"))
"""Kinds whose content is in Điều."""
LINES: Mapping[str, Fact[tuple[str, ...]]] = MappingProxyType(
    {"Giấy mời": Fact(("Thời gian", "Địa điểm"), specimen("Phụ lục III, mẫu 1.7"))}
)
"""What some line of the content begins with, by the kind."""
