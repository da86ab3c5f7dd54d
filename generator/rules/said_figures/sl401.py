"""SL401: the parts named in a sentence come to the total that it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.rules.said_figures.lines import Line, lines
from generator.rules.said_figures.wording import figured
from generator.rules.said_rule import SaidRule
from generator.vn.counted import counted_at
from generator.vn.figures_in_text import Figure, figures
from generator.vn.numbers import format_number
from generator.vn.parts_in_text import Sum, totals

RULE = SaidRule(
    "SL401",
    Severity.WARNING,
    "Các phần cộng lại bằng tổng nêu trong câu",
    "Người đọc cộng nhẩm ngay được; cộng không khớp thì cả câu không còn tin được.",
)
_NEAR = 0.1
_FEW_PARTS = 2
_TOTAL = regex(r"\btổng (?:số|cộng)\b")
_DIGITS = regex(r"[0-9][0-9.,]*")


def _findings(passage: Passage) -> Iterator[Finding]:
    for each in totals(passage.text):
        total = each.total.whole
        if total is None or total in each.sums or not (each.complete or _nearly(each, total)):
            continue
        parts = " + ".join(part.text for part in each.parts)
        came = format_number(each.sums[0])
        yield RULE.finding(
            passage.place_at(each.total.start),
            f"«{each.total.text}»: các phần kể sau đó là {parts} = {came}, không phải {each.total.text}.",
            f"Kiểm tra lại từng phần; nếu các phần đúng thì ghi tổng là {came}, nếu chỉ kể một số phần thì ghi rõ.",
            severity=Severity.HINT if each.sums[0] < total or not each.complete else None,
        )


def _nearly(told: Sum, total: int) -> bool:
    """Whether parts that need not be all, «trong đó …», come so near to the total that they must be meant as all.

    Three parts and more may be one apart, of however few.  A part that alone comes near says nothing: what stands
    beside it («có thẻ bảo hiểm y tế 43.118 lượt, nội trú 3.204 lượt») may be counted in it.
    """
    apart = max(_NEAR * total, len(told.parts) > _FEW_PARTS)
    largest = max(part.whole or 0 for part in told.parts)
    return told.alike and abs(told.sums[0] - total) <= apart < total - largest


def _of_lines(told: Sequence[Line]) -> Iterator[Finding]:
    """A total with lines below it that are alike but for a number each: «… mức độ 3 là 2389 hồ sơ», «… mức độ 4 …»."""
    for at, (above, below) in enumerate(pairwise(told), start=1):
        if not _is_total(above) or _form(below) in ("", _form(above)):
            continue
        run = _alike(told, at)
        total = _counted(above) if len(run) > 1 else None
        parts = [part for line in run if (part := _counted(line)) is not None] if total else []
        if total and len(parts) == len(run) and {unit for _, unit in parts} == {total[1]}:
            yield from _against(above, total[0], [part for part, _ in parts])


def _alike(told: Sequence[Line], at: int) -> list[Line]:
    """The line there and those right after it that differ from it by figures only."""
    form = _form(told[at])
    return list(takewhile(lambda line: _form(line) == form, (told[index] for index in range(at, len(told)))))


def _is_total(line: Line) -> bool:
    return "tổng " in line.lower and _TOTAL.search(line.lower) is not None


def _against(line: Line, total: Figure, parts: list[Figure]) -> Iterator[Finding]:
    whole, came = total.whole or 0, sum(part.whole or 0 for part in parts)
    if came != whole and abs(came - whole) <= _NEAR * whole:
        yield RULE.finding(
            line.place,
            f"«{total.text}»: các dòng kể sau đó là {' + '.join(part.text for part in parts)} = {format_number(came)}.",
            f"Kiểm tra lại từng dòng; nếu các dòng đúng thì ghi tổng là {format_number(came)}.",
            severity=Severity.HINT,
        )


def _form(line: Line) -> str:
    """The line without its figures; empty where it has fewer than two, of which one tells it from its neighbours."""
    form, figures_in_it = _DIGITS.subn("#", line.text.strip(" .;,"))
    return form if figures_in_it > 1 else ""


def _counted(line: Line) -> tuple[Figure, str] | None:
    """The figure that the line counts with, and what it counts; None where there are several, or none."""
    found = [
        (figure, unit.lower())
        for figure in figures(line.text)
        if figure.whole is not None and (unit := counted_at(line.text, figure.end))
    ]
    return found[0] if len(found) == 1 else None


def check(said: Said) -> Iterator[Finding]:
    for passage in figured(said):
        yield from _findings(passage)
    yield from _of_lines(lines(said))
