"""Reading ``python -X importtime``: which library the imports' time goes to."""

from __future__ import annotations

import re
import sys
from collections import defaultdict

PYTHON = "Python itself"

_LINE = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|( *)(\S+)$")


def by_library(log: str) -> dict[str, float]:
    """Milliseconds by library.  A module of the standard library counts for the first library that asked for it."""
    spent: dict[str, float] = defaultdict(float)
    started = False
    rows = []
    for line in log.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        own, indent, module = int(match[1]) / 1000, len(match[2]), match[3]
        if started:
            rows.append((own, indent, module))
        else:
            spent[PYTHON] += own
        started = started or module == "site"
    # The log names what is imported before who imports it; read backwards, the importer comes first.
    importers: list[tuple[int, str]] = []
    for own, indent, module in reversed(rows):
        while importers and importers[-1][0] >= indent:
            importers.pop()
        top = module.partition(".")[0]
        inherited = importers[-1][1] if importers else "generator"
        owner = inherited if top in sys.stdlib_module_names else top
        importers.append((indent, owner))
        spent[owner] += own
    return dict(sorted(spent.items(), key=lambda item: -item[1]))
