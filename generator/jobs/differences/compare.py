"""Hold two data files against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.data import finding_ids as ids
from generator.data.derive import assess
from generator.data.model import BaoCao
from generator.data.model_blocks import Dieu, Doan, Khoi, LietKe, Muc
from generator.data.model_text import Text
from generator.data.periods import period_name
from generator.errors import Refused
from generator.findings import DataPlace, Finding, has_errors, in_order
from generator.jobs.differences.difference import LAYOUT, Difference, Side, Told
from generator.jobs.differences.facts import facts
from generator.jobs.differences.figures import catalogues, figures, results
from generator.jobs.differences.words import documents, words
from generator.jobs.kinds import read_data
from generator.jobs.workspace import find_data_file, templates_for
from generator.rules.walk import blocks

_ABOUT_THE_FILE = frozenset({"file", "place", "places", "first_line", "remarks"})
_ORDER = {
    "so_lieu": "số liệu",
    "van_ban_ban_hanh": "văn bản",
    "chi_tieu": "chỉ tiêu",
    "noi_dung": "nội dung",
    "kien_nghi": "kiến nghị",
    "kinh_gui": "kính gửi",
    "can_cu": "căn cứ",
    "noi_nhan": "nơi nhận",
    "phu_luc": "phụ lục",
}


class Compared(Struct, frozen=True):
    """Two data files, the period that each tells of, and what they say differently, in the order of ``PARTS``."""

    old: str
    new: str
    old_period: str
    new_period: str
    differences: tuple[Difference, ...]


def compare(old: str, new: str, here: Path) -> Compared:
    """What two data files, by their names, say differently; open places and remarks are no fault in them.

    Raises ``CannotGoOn`` where a file is missing, and ``Refused`` with what keeps both from being read.
    """
    sides, faults = list[Side](), list[Finding]()
    for name in (old, new):
        side, findings = _side(find_data_file(name, here), here)
        sides += [side] if side else []
        faults += findings
    if faults:
        raise Refused(in_order(faults))
    before, now = sides
    return Compared(
        before.report.file,
        now.report.file,
        period_name(before.report.ky),
        period_name(now.report.ky),
        tuple(differences(before, now)),
    )


def _side(path: Path, here: Path) -> tuple[Side | None, list[Finding]]:
    """A file's report, or the errors for which there is none."""
    report, findings = read_data(path, templates_for(path, here), here, draft=True)
    if report is None:
        return None, [finding for finding in findings if has_errors([finding])]
    left_open = frozenset(
        finding.place.path
        for finding in findings
        if finding.rule == ids.OPEN_PLACE and isinstance(finding.place, DataPlace)
    )
    return Side(report, assess(report), left_open), []


def differences(old: Side, new: Side) -> list[Difference]:
    """What the reports say differently; none only where they are the same but for places and remarks."""
    found = [each for part in (facts, figures, results, catalogues, documents, words) for each in part(old, new)]
    return [*found, *_layout(old.report, new.report, told=bool(found))]


def _layout(old: BaoCao, new: BaoCao, *, told: bool) -> Iterator[Difference]:
    """What differs in tables, charts, lists and annexes; and, where nothing else was told, in any other way."""
    if _skeleton(old) != _skeleton(new):
        yield _other("Bảng, biểu đồ, danh sách, phụ lục", "noi_dung", old, new)
    elif not told:
        for key in BaoCao.__struct_fields__:
            if key not in _ABOUT_THE_FILE and _bare(getattr(old, key)) != _bare(getattr(new, key)):
                yield _other(f"Thứ tự, cách viết của {_ORDER.get(key, key)}", key, old, new)


def _other(name: str, path: str, old: BaoCao, new: BaoCao) -> Difference:
    return Difference(LAYOUT, name, path, Told(f"như trong {old.file}"), Told(f"như trong {new.file}"))


def _skeleton(report: BaoCao) -> list[Any]:
    """What stands in body and annexes beside sentences."""
    annexes = [(annex.kho, annex.danh_so, annex.ma) for annex in report.phu_luc]
    return [annexes, [_shape(block) for block in blocks(report) if not isinstance(block, Doan | Muc | Dieu)]]


def _shape(block: Khoi) -> Any:
    if isinstance(block, LietKe):
        return ("LietKe", block.dau)
    bare = {name: value for name, value in _bare(block, texts=False) if name != "hang"}
    return (type(block).__name__, bare)


def _bare(value: Any, *, texts: bool = True) -> Any:
    """A part of the model as plain values, without its places; without its texts too where they are not asked for."""
    if isinstance(value, Text):
        return value.raw if texts else ""
    if isinstance(value, Struct):
        kept = [name for name in value.__struct_fields__ if name not in _ABOUT_THE_FILE]
        return [(name, _bare(getattr(value, name), texts=texts)) for name in kept]
    if isinstance(value, tuple):
        return [_bare(each, texts=texts) for each in value]
    return value
