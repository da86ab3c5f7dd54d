from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from data_reports import CATALOGUES, REPORT, Load, Loaded

from generator.data.loading import load_report
from generator.data.model import BaoCao
from generator.findings import Finding


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads the text of a data file, called ``xa.yaml``, with the shipped catalogues."""

    def loaded(text: str) -> Loaded:
        path = tmp_path / "xa.yaml"
        path.write_bytes(text.encode("utf-8"))
        return load_report(path, CATALOGUES, "xa.yaml")

    return loaded


@pytest.fixture
def model(load: Load) -> Callable[[str], BaoCao]:
    """The model of the smallest report with lines added at its end."""

    def built(added: str) -> BaoCao:
        report, findings = load(REPORT + added)
        assert findings == []
        assert report is not None
        return report

    return built


@pytest.fixture
def fault(load: Load) -> Callable[[str], Finding]:
    """The one finding for the smallest report with lines added at its end."""

    def found(added: str) -> Finding:
        report, (finding,) = load(REPORT + added)
        assert report is None
        return finding

    return found
