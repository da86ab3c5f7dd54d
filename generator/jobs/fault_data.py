"""What of the data a tag prints where a template fails: the paths of its paragraph, and where the data holds them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from generator.data.model import BaoCao
from generator.errors import CannotGoOn
from generator.findings import DataPlace, DocxPlace, Finding
from generator.jobs.check_format import read_document
from generator.jobs.view.vocabulary import vocabulary
from generator.rules.template.vocabulary import Form
from generator.vn.text import quoted
from generator.word.package import NotDocx
from generator.word.template_reading import read_template
from generator.word.template_view import ITEM, How


def with_data(faults: Iterable[Finding], report: BaoCao, here: Path) -> list[Finding]:
    """The faults of a template with the paths that their paragraphs print, and with places in the data where rendering
    has told none: of a list that of its first item."""
    return [
        _told(fault, fault.place, report, here) if isinstance(fault.place, DocxPlace) else fault for fault in faults
    ]


def _told(fault: Finding, place: DocxPlace, report: BaoCao, here: Path) -> Finding:
    paths = _printed(place, here)
    if not paths:
        return fault
    found = (each for each in (_place(report, path) for path in paths) if each is not None)
    problem = f"{fault.problem} Đoạn này in {', '.join(map(quoted, paths))}."
    return replace(fault, problem=problem, related=fault.related or tuple(dict.fromkeys(found)))


def _printed(place: DocxPlace, here: Path) -> list[str]:
    """The paths that the tags of a paragraph print, those that there are."""
    try:
        template = read_template(read_document(here / place.file, place.file), place.file)
    except (NotDocx, CannotGoOn):
        return []  # replaced since it was loaded
    known = vocabulary().entries
    there = (place.part, place.paragraph)
    uses = (use for use in template.uses if (use.tag.place.part, use.tag.place.paragraph) == there)
    paths = (use.path for use in uses if use.how is not How.ASKS and use.path in known)
    return [path for path in dict.fromkeys(paths) if known[path].form is not Form.GROUP]


def _place(report: BaoCao, path: str) -> DataPlace | None:
    """Where the data has what a path prints, or its part of the data begins."""
    texts = {
        "van_ban.tham_quyen": report.van_ban.tham_quyen,
        "ket_thuc": report.ket_thuc,
        "can_cu": report.can_cu[0] if report.can_cu else None,
        "phu_luc": report.phu_luc[0].tieu_de if report.phu_luc else None,
    }
    top = path.partition(ITEM)[0]
    if text := texts.get(top):
        return text.place_of_line(0)
    part = top.partition(".")[0]
    return report.places.get(path) or next(
        (place for key, place in report.places.items() if key.startswith((f"{part}.", f"{part}["))), None
    )
