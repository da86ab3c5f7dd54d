"""How much of the commune's own report of 2023 stands in the built one, in order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path


def test_the_built_report_says_what_the_commune_said(shared: Path, hoangkim: Path) -> None:
    tool, reference = shared / "tools" / "fidelity.py", shared / "reference" / "reports" / "hoangkim-2023.txt"
    said = subprocess.run(
        [sys.executable, str(tool), str(reference), str(hoangkim), "--missing", "10"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ).stdout
    found = re.search(r"recall ([\d.]+)  precision ([\d.]+)", said)
    assert found, said
    recall, precision = map(float, found.groups())
    assert recall >= 0.97, said
    assert precision >= 0.90, said
