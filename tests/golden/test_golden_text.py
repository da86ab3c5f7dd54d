"""The whole text of every report, paragraph by paragraph, against what it was when last looked through.

After a wanted change: ``CDS_GEN_GOLDEN=write pytest tests/golden``, then read the difference before committing it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from golden_documents import Paragraph

HERE = Path(__file__).parent


def golden_lines(paragraphs: list[Paragraph]) -> list[str]:
    """One line a paragraph: style | words, a line break in it as ⏎, a tab as ⇥."""
    marks = str.maketrans({"\n": "⏎", "\t": "⇥"})
    return [f"{paragraph.style} | {paragraph.text.translate(marks)}".rstrip() for paragraph in paragraphs]


def test_the_text_of_the_report_is_the_one_that_was_looked_through(name: str, paragraphs: list[Paragraph]) -> None:
    golden, lines = HERE / f"{name}.txt", golden_lines(paragraphs)
    if os.environ.get("CDS_GEN_GOLDEN") == "write":
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    expected = golden.read_text("utf-8").splitlines()
    difference = list(difflib.unified_diff(expected, lines, f"tests/golden/{name}.txt", "built", lineterm="", n=1))
    if difference:
        pytest.fail("\n".join(difference[:200]), pytrace=False)


def test_every_golden_text_belongs_to_a_report(documents: dict[str, Path]) -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(documents)
    assert {path.stem for path in (HERE.parents[1] / "inputs").glob("*.yaml")} == set(documents)
