"""The smallest report, with what a test lays over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.jobs.build import Checked, check

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
