"""A catalogue that replaces an older one: which of its indicators and groups come from which of the old.

Where one does not say what it replaces, it is the one of the same id in the old catalogue; of an indicator the name
must be the same too, for numbers move from one indicator to another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from generator.data import finding_ids as ids
from generator.data import nodes
from generator.data.faults import fault
from generator.data.model_catalogue import BoChiTieu, ChiTieu, NhomChiTieu
from generator.data.nodes import Scalar, Sequence
from generator.findings import Finding
from generator.vn.suggest import closest
from generator.vn.text import quoted, squeeze

KEY = "thay_cho"
_END_MARKS = " .;:,"
_Each = TypeVar("_Each", ChiTieu, NhomChiTieu)


class Lineage(Struct, frozen=True):
    """``origins`` of each new id, ``heirs`` of each old id; each in the order of the catalogues."""

    origins: Mapping[str, tuple[str, ...]]
    heirs: Mapping[str, tuple[str, ...]]

    def is_alone(self, old: str) -> bool:
        """Whether one comes from the old one, and that from none besides."""
        heirs = self.heirs.get(old, ())
        return len(heirs) == 1 and self.origins[heirs[0]] == (old,)


def indicator_lineage(old: BoChiTieu, new: BoChiTieu) -> Lineage:
    """Which indicators of the new catalogue come from which of the old."""
    return _lineage(old.chi_tieu, new.chi_tieu, lambda each: _plain(each.ten))


def group_lineage(old: BoChiTieu, new: BoChiTieu) -> Lineage:
    """Which groups of the new catalogue come from which of the old."""
    return _lineage(old.nhom, new.nhom, lambda each: each.ma)


def _lineage(old: tuple[_Each, ...], new: tuple[_Each, ...], sign: Callable[[_Each], str]) -> Lineage:
    before = {each.ma: each for each in old}

    def said(each: _Each) -> tuple[str, ...]:
        if each.thay_cho is not None:
            return each.thay_cho
        return (each.ma,) if each.ma in before and sign(before[each.ma]) == sign(each) else ()

    named = {each.ma: set(said(each)) for each in new}
    origins = {ma: tuple(each for each in before if each in own) for ma, own in named.items()}
    return Lineage(origins, {ma: tuple(each for each, own in named.items() if ma in own) for ma in before})


def _plain(name: str) -> str:
    return squeeze(name).casefold().rstrip(_END_MARKS)


def replacing_faults(tree: nodes.Mapping, ma: str, older: Callable[[str], nodes.Mapping | None]) -> list[Finding]:
    """What is wrong with that which a catalogue says to replace.

    The tree is in full forms and has passed the schema; ``ma`` is the catalogue's id, ``older`` gives the tree of
    another catalogue, None where it cannot be read.
    """
    replaced = _scalar(tree, KEY)
    if replaced is None:
        return _homeless(tree)
    if replaced.text.strip() == ma:
        fix = "viết mã của bộ cũ, hoặc bỏ dòng này."
        return [fault(ids.VALUE_NOT_ALLOWED, replaced.place, f"bộ {quoted(ma)} không thay cho chính nó được.", fix)]
    before = older(replaced.text.strip())
    if before is None:
        return []
    findings = []
    for kind, known, named in (
        ("nhóm", _own_ids(_groups(before)), _groups(tree)),
        ("chỉ tiêu", _own_ids(_indicators(before)), _indicators(tree)),
    ):
        for said in (each for owner in named for each in _replaced_by(owner)):
            if said.text.strip() not in known:
                near = closest(said.text.strip(), known)
                fix = f"{f'có phải ý là «{near}»? V' if near else 'v'}iết mã {kind} của bộ ấy, hoặc bỏ mã này."
                problem = f"bộ {quoted(replaced.text.strip())} không có {kind} {quoted(said.text.strip())}."
                findings.append(fault(ids.VALUE_NOT_ALLOWED, said.place, problem, fix))
    return findings


def _homeless(tree: nodes.Mapping) -> list[Finding]:
    """Old ids are named, and no catalogue that they belong to."""
    owners = (*_groups(tree), *_indicators(tree))
    named = (said.place for owner in owners for said in _replaced_by(owner))
    first = min(named, key=lambda place: place.line, default=None)
    if first is None:
        return []
    problem = f"có «{KEY}» ở đây mà bộ chỉ tiêu không nói thay cho bộ nào."
    return [fault(ids.KEYS_AT_ODDS, first, problem, f"thêm ở đầu tệp «{KEY}: MÃ_BỘ_CŨ», ví dụ «{KEY}: qd-1829-2023».")]


def _scalar(group: nodes.Mapping, key: str) -> Scalar | None:
    node = group.items[key].node if key in group.items else None
    return node if isinstance(node, Scalar) and not node.is_blank else None


def _rows(group: nodes.Mapping, key: str) -> Iterator[nodes.Mapping]:
    node = group.items[key].node if key in group.items else None
    return (each for each in node.items if isinstance(each, nodes.Mapping)) if isinstance(node, Sequence) else iter(())


def _groups(tree: nodes.Mapping) -> tuple[nodes.Mapping, ...]:
    return tuple(_rows(tree, "nhom"))


def _indicators(tree: nodes.Mapping) -> tuple[nodes.Mapping, ...]:
    return tuple(each for group in _groups(tree) for each in _rows(group, "chi_tieu"))


def _own_ids(owners: tuple[nodes.Mapping, ...]) -> set[str]:
    found = (_scalar(each, "ma") for each in owners)
    return {each.text.strip() for each in found if each is not None}


def _replaced_by(owner: nodes.Mapping) -> list[Scalar]:
    node = owner.items[KEY].node if KEY in owner.items else None
    return [each for each in node.items if isinstance(each, Scalar)] if isinstance(node, Sequence) else []
