"""What is made from the declared schema is committed as it is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.data.declared import DECLARED
from generator.data.reference import reference
from generator.jobs.schema_files import SCHEMAS, schema_text

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / SCHEMAS
RENEW = "khai báo đã đổi, chạy ở gốc kho: cds-gen schema --doc docs/du-lieu.md"


@pytest.mark.parametrize("name", DECLARED)
def test_the_committed_schemas_are_what_is_made(name: str) -> None:
    # Not compared in the assertion itself: the difference of two such texts takes minutes to show.
    same = (FOLDER / f"{name}.json").read_text("utf-8") == schema_text(name)
    assert same, RENEW


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.json" for name in DECLARED}


def test_the_committed_reference_is_what_is_made() -> None:
    same = (ROOT / "docs" / "du-lieu.md").read_text("utf-8") == reference()
    assert same, RENEW
