from __future__ import annotations

from pathlib import Path

import pytest
from made import cong_van, giay_moi, ke_hoach, quyet_dinh

from generator.jobs.build import make

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ("hoangkim", "yendinh", "camthuy", "vinhloc")


@pytest.fixture(scope="session")
def reports() -> dict[str, bytes]:
    """The four reports as the program builds them from their data."""
    return {name: make(ROOT / "inputs" / f"{name}.yaml", ROOT)[0] for name in REPORTS}


@pytest.fixture(scope="session")
def bases(reports: dict[str, bytes]) -> dict[str, bytes]:
    """Clean documents: reports that the program builds, and some that it had no hand in."""
    made = {"cong_van": cong_van(), "quyet_dinh": quyet_dinh(), "ke_hoach": ke_hoach(), "giay_moi": giay_moi()}
    return {**reports, **made}
