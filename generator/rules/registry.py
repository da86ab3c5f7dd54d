"""All rules over the data, in the order of their ids."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from generator.data.derive import NhomDanhGia
from generator.data.earlier import Earlier
from generator.data.model import BaoCao
from generator.findings import Finding
from generator.rules.data import (
    dl501,
    dl502,
    dl503,
    dl504,
    dl505,
    dl506,
    dl507,
    dl508,
    dl509,
    dl510,
    dl511,
    dl512,
    dl513,
    dl514,
    dl515,
    dl517,
    dl518,
    dl519,
    dl520,
    dl521,
)
from generator.rules.figures import sl101, sl102, sl103, sl601, sl602, sl603, sl604, sl605
from generator.rules.rule import DataCheck, DataRule

_MODULES = (
    *(dl501, dl502, dl503, dl504, dl505, dl506, dl507, dl508, dl509, dl510, dl511, dl512, dl513, dl514, dl515),
    *(dl517, dl518, dl519, dl520, dl521),
    *(sl101, sl102, sl103),
    *(sl601, sl602, sl603, sl604, sl605),
)

DATA_RULES: Mapping[str, tuple[DataRule, DataCheck]] = MappingProxyType(
    {module.RULE.id: (module.RULE, module.check) for module in _MODULES}
)


def check_data(
    report: BaoCao,
    groups: tuple[NhomDanhGia, ...],
    headed: frozenset[str] = frozenset(),
    earlier: Earlier | None = None,
) -> list[Finding]:
    """What every rule finds.

    ``headed`` are the columns that the report's kind of document has headings for, ``earlier`` what stands in
    the file of the period before as well.
    """
    earlier = earlier or Earlier()
    # Two rules ask what the report does not hold.
    knowing: Mapping[str, DataCheck] = {
        dl512.RULE.id: functools.partial(dl512.check, headed=headed),
        sl602.RULE.id: functools.partial(sl602.check, copied=earlier.copied, lost=earlier.lost),
    }
    checks = (knowing.get(id_, check) for id_, (_, check) in DATA_RULES.items())
    return [finding for check in checks for finding in check(report, groups)]
