"""What is installed is all that is here: every package is named in setup.cfg."""

from __future__ import annotations

import configparser
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_package_is_installed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    named = {name for name in config["options"]["packages"].split() if not name.startswith("generator.shipped")}
    found = {path.parent.relative_to(ROOT) for path in (ROOT / "generator").rglob("*.py")}
    assert named == {".".join(folder.parts) for folder in found}
