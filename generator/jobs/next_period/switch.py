"""One catalogue of a report gives way to another, and where what is said of the old one is found in a data file."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from generator.data.lineage import Lineage, group_lineage, indicator_lineage
from generator.data.model_catalogue import BoChiTieu, ChiTieu
from generator.data.spans import GroupSpan, ListSpan, TextSpan
from generator.jobs.next_period.flow import entry_of
from generator.vn.text import squeeze


class Switch(Struct, frozen=True, dict=True):
    """``old`` gives way to ``new``; the report has the ``others`` beside it."""

    old: BoChiTieu
    new: BoChiTieu
    others: tuple[BoChiTieu, ...] = ()

    @cached_property
    def indicators(self) -> Lineage:
        return indicator_lineage(self.old, self.new)

    @cached_property
    def groups(self) -> Lineage:
        return group_lineage(self.old, self.new)

    @cached_property
    def before(self) -> dict[str, ChiTieu]:
        """The indicators of the old catalogue by id."""
        return {each.ma: each for each in self.old.chi_tieu}

    @cached_property
    def after(self) -> dict[str, ChiTieu]:
        """The indicators of the new catalogue by id."""
        return {each.ma: each for each in self.new.chi_tieu}


def same_measure(one: ChiTieu, other: ChiTieu) -> bool:
    """Whether results of the two can be held against each other: counted in one unit, computed in one way."""
    units = {squeeze(each.don_vi_tinh).casefold() for each in (one, other)} - {""}
    targets = {each.muc_tieu.phan_tram for each in (one, other) if each.muc_tieu.gia_tri is not None}
    return len(units) < 2 and len(targets) < 2 and _factor(one) == _factor(other)


def _factor(indicator: ChiTieu) -> tuple[Decimal, bool]:
    """What a fraction is multiplied by, and whether the outcome is a percentage."""
    formula = indicator.cach_tinh
    return (formula.he_so, formula.phan_tram) if formula else (Decimal(100), True)


def part_of(root: GroupSpan, catalogue: str) -> GroupSpan | None:
    """Where a data file names that catalogue, with its results."""
    found = entry_of(root, "chi_tieu")
    for part in found.items if isinstance(found, ListSpan) else (found,):
        named = entry_of(part, "bo")
        if isinstance(part, GroupSpan) and isinstance(named, TextSpan) and named.value.strip() == catalogue:
            return part
    return None
