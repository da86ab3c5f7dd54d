from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.jobs.build import Checked, check

EXAMPLES = Path(__file__).parents[2] / "rules"


@pytest.fixture
def report_of(tmp_path: Path) -> Callable[[str], Checked]:
    """The smallest report with the given parts laid over it, checked."""
    shutil.copy(EXAMPLES / "nen.yaml", tmp_path)
    shutil.copytree(EXAMPLES / "chi_tieu", tmp_path / "chi_tieu")

    def checked(parts: str = "") -> Checked:
        path = tmp_path / "xa.yaml"
        path.write_text(f"ke_thua: [nen.yaml]\n{parts}", "utf-8")
        return check(path, tmp_path / "chi_tieu", tmp_path)

    return checked
