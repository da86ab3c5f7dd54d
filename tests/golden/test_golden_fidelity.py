"""How much of each office's own report stands in the built one, in order, and how little else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

REFERENCES = {
    "hoangkim": "hoangkim-2023.txt",
    "yendinh": "yendinh-2023.txt",
    "camthuy": "camthuy-2024-6thang.txt",
    "vinhloc": "vinhloc-2023-6thang.txt",
}
LEAST_RECALL, LEAST_PRECISION = 0.97, 0.95


def test_the_built_report_says_what_the_office_said(name: str, document: Path, shared: Path) -> None:
    tool, reference = shared / "tools" / "fidelity.py", shared / "reference" / "reports" / REFERENCES[name]
    said = subprocess.run(
        [sys.executable, str(tool), str(reference), str(document), "--missing", "10"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ).stdout
    found = re.search(r"recall ([\d.]+)  precision ([\d.]+)", said)
    assert found, said
    recall, precision = map(float, found.groups())
    assert recall >= LEAST_RECALL, said
    assert precision >= LEAST_PRECISION, said
