"""``cds-gen diff``: what changed between two data files, mostly of two periods."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.errors import Refused

if TYPE_CHECKING:
    from generator.findings import Finding, Place
    from generator.jobs.differences.compare import Compared
    from generator.jobs.differences.difference import Difference, Told

_DIFFERENT, _UNREADABLE = 1, 3
_CONTEXT = 4  # words shown around what changed in a sentence
_NAME = 60  # characters of a name that are shown
_INDENT = "    "


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("old", metavar="TỆP_CŨ")
@click.argument("new", metavar="TỆP_MỚI")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="DẠNG",
    help="In kết quả dạng json cho chương trình khác đọc; không ghi thì in thành chữ.",
)
def command(old: str, new: str, form: str) -> None:
    """Nói hai tệp dữ liệu khác nhau ở đâu: thường là kỳ trước và kỳ này.

    So đơn vị, văn bản, kỳ; số liệu và kết quả chỉ tiêu (tăng, giảm bao nhiêu); văn bản nêu trong báo cáo; câu chữ.
    Chỗ còn để ngỏ «…» không phải là lỗi. Không dựng gì, không ghi gì.

    Thoát với trạng thái 0 khi hai tệp nói như nhau, 1 khi khác nhau, 3 khi có tệp không đọc được.
    """
    from generator.jobs.differences.compare import compare

    try:
        compared = compare(old, new, Path.cwd())
    except Refused as refused:
        _tell_faults(refused.findings)
        click.get_current_context().exit(_UNREADABLE)
    click.echo(_json(compared) if form == "json" else "\n".join(_lines(compared)))
    if compared.differences:
        click.get_current_context().exit(_DIFFERENT)


def _tell_faults(findings: list[Finding]) -> None:
    from generator.report.text import count_text, findings_text

    click.echo(findings_text(findings), err=True)
    click.echo(f"Không so được: {count_text(findings)}.", err=True)


def _lines(compared: Compared) -> Iterator[str]:
    from generator.jobs.differences.difference import PARTS, WORDS

    yield f"{compared.old} ({compared.old_period}) → {compared.new} ({compared.new_period})"
    if not compared.differences:
        yield f"{_INDENT}Hai tệp nói như nhau."
    counts = []
    for part, found in groupby(compared.differences, key=lambda each: each.part):
        told = list(found)
        counts.append(f"{PARTS[part].lower()} {len(told)}")
        yield ""
        yield f"{PARTS[part]} ({len(told)} chỗ)"
        for each in told:
            yield from _sentence(each) if part == WORDS else [_line(each)]
    if counts:
        yield ""
        yield f"Tổng cộng {len(compared.differences)} chỗ khác nhau: {', '.join(counts)}."


def _line(difference: Difference) -> str:
    old, new = difference.old, difference.new
    name = _short(difference.name) + (f", {difference.aspect}" if difference.aspect else "")
    if old and new:
        note = f" ({difference.note})" if difference.note else ""
        return f"{_INDENT}  {name}: {old.words} → {new.words}{note}"
    told, sign = (new, "+") if new else (old, "-")
    words = told.words if told else ""
    return f"{_INDENT}{sign} {words if words.startswith(difference.name) else f'{name}: {words}'}"


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"


def _sentence(difference: Difference) -> Iterator[str]:
    old, new = difference.old, difference.new
    words = _apart(old.words, new.words) if old and new else (old.words if old else "", new.words if new else "")
    for sign, told, shown in (("-", old, words[0]), ("+", new, words[1])):
        if told:
            yield f"{_INDENT}{sign} {_where(told)}{shown}"


def _where(told: Told) -> str:
    line = getattr(told.place, "line", None)
    return f"{told.place.file}:{line}: " if told.place and line else ""


def _apart(old: str, new: str) -> tuple[str, str]:
    """What two sentences have apart, with some words around it."""
    before, after = old.split(), new.split()
    shorter = min(len(before), len(after))
    start = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    end = next((index for index in range(shorter - start) if before[-1 - index] != after[-1 - index]), shorter - start)
    first, last = max(0, start - _CONTEXT), max(0, end - _CONTEXT)
    return _cut(before, first, last), _cut(after, first, last)


def _cut(words: list[str], first: int, last: int) -> str:
    shown = " ".join(words[first : len(words) - last])
    return f"{'… ' if first else ''}{shown}{' …' if last else ''}"


def _json(compared: Compared) -> str:
    value = {
        "tep_cu": {"tep": compared.old, "ky": compared.old_period},
        "tep_moi": {"tep": compared.new, "ky": compared.new_period},
        "giong_nhau": not compared.differences,
        "khac_nhau": list(map(_plain, compared.differences)),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _plain(difference: Difference) -> dict[str, Any]:
    old, new = difference.old, difference.new
    return {
        "phan": difference.part,
        "loai": "sua" if old and new else "them" if new else "bot",
        "ten": difference.name,
        "ve": difference.aspect or None,
        "muc": difference.path,
        "cu": old.words if old else None,
        "moi": new.words if new else None,
        "tang_giam": difference.note or None,
        "cho_cu": _place(old.place) if old else None,
        "cho_moi": _place(new.place) if new else None,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    from generator.findings import DataPlace

    if not isinstance(place, DataPlace):
        return None
    return {"tep": place.file, "dong": place.line, "cot": place.column, "muc": place.path}
