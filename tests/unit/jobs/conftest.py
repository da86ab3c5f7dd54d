from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from full_tables import ACROSS, CATALOGUE, DOCUMENTS, KNOWN, RESULTS, TableOf

from generator.data.model import Bang
from generator.jobs.build import Checked, check
from generator.jobs.view.printed import BangIn
from generator.jobs.view.tables import Columns, Tables

EXAMPLES = Path(__file__).parents[2] / "rules"


def reports_in(folder: Path) -> Callable[..., Checked]:
    """What makes the smallest report with the given parts laid over it, checked; its files stand in the folder.

    Catalogues that the parts need beside the shared ones are given by their names.
    """
    shutil.copy(EXAMPLES / "nen.yaml", folder)
    shutil.copytree(EXAMPLES / "chi_tieu", folder / "chi_tieu")

    def checked(parts: str = "", catalogues: Mapping[str, str] | None = None) -> Checked:
        for name, words in (catalogues or {}).items():
            (folder / "chi_tieu" / f"{name}.yaml").write_text(words, "utf-8")
        path = folder / "xa.yaml"
        path.write_text(f"ke_thua: [nen.yaml]\n{parts}", "utf-8")
        return check(path, folder / "chi_tieu", folder)

    return checked


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
