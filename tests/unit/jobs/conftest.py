from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from full_tables import ACROSS, CATALOGUE, DOCUMENTS, KNOWN, RESULTS, TableOf
from small_reports import reports_in

from generator.data.model_blocks import Bang
from generator.jobs.build import Checked
from generator.jobs.view.printed import BangIn
from generator.jobs.view.tables import Columns, Tables


@pytest.fixture
def report_of(tmp_path: Path) -> Callable[..., Checked]:
    """The smallest report with the given parts laid over it, checked."""
    return reports_in(tmp_path)


@pytest.fixture
def table_of(report_of: Callable[..., Checked]) -> TableOf:
    """The table that a block declares, with everything that a table can show laid over the smallest report."""

    def made(block: str, results: str = RESULTS, width: int = ACROSS) -> BangIn:
        annex = f"phu_luc: [{{tieu_de: Bảng, noi_dung: [{block}]}}]\n"
        checked = report_of(f"{results}{DOCUMENTS}{annex}", {"bo-du": CATALOGUE})
        (table,) = checked.report.phu_luc[0].noi_dung
        assert isinstance(table, Bang)
        return Tables(checked.report, checked.groups, Columns(KNOWN, width)).table(table)

    return made


@pytest.fixture(scope="module")
def full_report(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """A report with everything that a table can show, loaded once."""
    return reports_in(tmp_path_factory.mktemp("xa"))(f"{RESULTS}{DOCUMENTS}", {"bo-du": CATALOGUE})
