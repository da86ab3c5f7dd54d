"""Run one ``cds-gen build`` in this process and write down, as JSON, how long each stage took.

    python stages.py REPORT.json build DATA.yaml --out FOLDER

The functions that ``generator/jobs`` calls one after the other are timed where it calls them.  Imports that
happen inside a stage are counted as imports, not as that stage.
"""

from __future__ import annotations

import builtins
import sys
from time import perf_counter

# What this file imported for itself before its clock runs would be missing among the imports of the build.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

IMPORTS, REST = "imports", "command line, messages"
STAGES = {
    "read_data": "load (YAML, kinds of values, model)",
    "expand_report": "expand",
    "assess": "assess",
    "check_data": "rules",
    "load_kind": "load the kind's description",
    "prepared_template": "prepared template from the cache",
    "compile_template": "compile the template",
    "context": "context",
    "render": "render",
    "successions_for": "table of successions",
    "said_of_printed": "what the report says",
    "check_said": "rules over figures, citations and words",
    "judge_form": "check the form of the finished file",
    "write_output": "write",
}


class Clock:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.spent = {IMPORTS: 0.0, **dict.fromkeys(STAGES.values(), 0.0)}
        self._importing = False

    def timed(self, stage: str, function: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            known, start = sum(self.spent.values()), perf_counter()
            try:
                return function(*args, **kwargs)
            finally:  # less what imports and stages inside have been given
                self.spent[stage] += (perf_counter() - start) * 1000 - (sum(self.spent.values()) - known)

        return call

    def count_imports(self) -> None:
        """From now on, time every import that is not inside another."""
        load = builtins.__import__

        def counted(*args: Any, **kwargs: Any) -> Any:
            if self._importing:
                return load(*args, **kwargs)
            self._importing, start = True, perf_counter()
            try:
                return load(*args, **kwargs)
            finally:
                self._importing = False
                self.spent[IMPORTS] += (perf_counter() - start) * 1000

        builtins.__import__ = counted


def main(report: str, *arguments: str) -> None:
    clock, start = Clock(), perf_counter()
    clock.count_imports()
    import generator.cli.build
    import generator.cli.main

    jobs = [module for name, module in sys.modules.items() if name.startswith("generator.jobs.")]
    for name, stage in STAGES.items():
        callers = [module for module in jobs if hasattr(module, name)]
        if not callers:
            sys.exit(f"No job calls «{name}» any more: mend STAGES.")
        for module in callers:
            setattr(module, name, clock.timed(stage, getattr(module, name)))
    try:
        generator.cli.main.run(list(arguments))
    finally:
        clock.spent[REST] = (perf_counter() - start) * 1000 - sum(clock.spent.values())
        import json

        with open(report, "w", encoding="utf-8") as file:
            json.dump(clock.spent, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
