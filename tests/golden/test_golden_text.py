"""The whole text of the report of xã Hoàng Kim, paragraph by paragraph, against what it was when last looked through.

After a wanted change: ``CDS_GEN_GOLDEN=write pytest tests/golden``, then read the difference before committing it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).with_name("hoangkim.txt")


def golden_lines(paragraphs: list[Any]) -> list[str]:
    """One line a paragraph: style | words, a line break in it as ⏎, a tab as ⇥."""
    marks = str.maketrans({"\n": "⏎", "\t": "⇥"})
    return [f"{paragraph.style} | {paragraph.text.translate(marks)}".rstrip() for paragraph in paragraphs]


def test_the_text_of_the_report_is_the_one_that_was_looked_through(hoangkim_paragraphs: list[Any]) -> None:
    lines = golden_lines(hoangkim_paragraphs)
    if os.environ.get("CDS_GEN_GOLDEN") == "write":
        GOLDEN.write_text("\n".join(lines) + "\n", "utf-8")
    expected = GOLDEN.read_text("utf-8").splitlines()
    difference = list(difflib.unified_diff(expected, lines, "tests/golden/hoangkim.txt", "built", lineterm="", n=1))
    if difference:
        pytest.fail("\n".join(difference[:200]), pytrace=False)
