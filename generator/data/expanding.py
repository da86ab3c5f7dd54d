"""A report whose texts say what their expressions print."""

from __future__ import annotations

from msgspec.structs import replace

from generator.data.derive import assess
from generator.data.expressions import expand
from generator.data.model import BaoCao
from generator.data.names import names
from generator.findings import Finding


def expand_report(report: BaoCao) -> tuple[BaoCao, list[Finding]]:
    """The report with all its texts expanded, and what could not be.

    The subjects of cited documents come first, without citations in them, so that a citation elsewhere is ready words.
    """
    groups = assess(report)
    plain = {name: value for name, value in names(report, groups).items() if name != "vb"}
    documents, faults = expand(report.van_ban_ban_hanh, plain)
    rest = replace(report, van_ban_ban_hanh=())
    ready = replace(report, van_ban_ban_hanh=documents)
    expanded, more = expand(rest, names(ready, groups))
    return replace(expanded, van_ban_ban_hanh=documents), [*faults, *more]
