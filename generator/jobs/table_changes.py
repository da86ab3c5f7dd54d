"""What differs between the tables of two templates, told in words: tables, columns and rows, widths, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.jobs.look_words import millimetres
from generator.vn.text import quoted, sentence_start, squeeze
from generator.word.view import Para

_TAG = "{"
_ALIKE = 0.3


class _Column(Struct, frozen=True):
    words: tuple[str, ...]
    width: int


class _Table(Struct, frozen=True):
    """A table: its words cell by cell, its columns, how many rows it has, whether any line of it is drawn."""

    words: tuple[str, ...]
    columns: tuple[_Column, ...]
    rows: int
    ruled: bool


def table_changes(old: Sequence[Para], new: Sequence[Para]) -> Iterator[str]:
    """What differs, table by table, in sentences."""
    before, after = _tables(old), _tables(new)
    for was, now in _pairs(before, after):
        if was is None and now is not None:
            yield f"Thêm {_named(after, now)}."
        elif now is None and was is not None:
            yield f"Bỏ {_named(before, was, ' của mẫu gốc')}."
        elif was is not None and now is not None and (told := list(_between(before[was], after[now]))):
            yield f"{sentence_start(_named(after, now))}: {'; '.join(told)}."


def _tables(paras: Sequence[Para]) -> list[_Table]:
    found: dict[int, list[Para]] = {}
    for para in paras:
        if para.cell is not None:
            found.setdefault(para.cell.table, []).append(para)
    return [_table(inside) for _, inside in sorted(found.items())]


def _table(paras: Sequence[Para]) -> _Table:
    columns: dict[int, list[Para]] = {}
    for para in paras:
        assert para.cell is not None
        columns.setdefault(para.cell.column, []).append(para)
    cells = [para.cell for para in paras if para.cell is not None]
    return _Table(
        _words(paras),
        tuple(_Column(_words(inside), _width(inside)) for _, inside in sorted(columns.items())),
        len({cell.row for cell in cells}),
        any(cell.bordered for cell in cells),
    )


def _words(paras: Sequence[Para]) -> tuple[str, ...]:
    return tuple(squeeze(para.text) for para in paras)


def _width(paras: Sequence[Para]) -> int:
    """Of the first cell of a column."""
    return next((para.cell.width for para in paras if para.cell is not None), 0)


def _pairs(old: Sequence[_Table], new: Sequence[_Table]) -> Iterator[tuple[int | None, int | None]]:
    """Which table is which, by their words; None where there is none."""
    left = list(range(len(old)))
    for now, table in enumerate(new):
        likeness = {was: _likeness(old[was].words, table.words) for was in left}
        was = max(left, key=lambda each: likeness[each], default=None)
        if was is None or likeness[was] < _ALIKE:
            yield None, now
            continue
        left.remove(was)
        yield was, now
    yield from ((was, None) for was in left)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _between(was: _Table, now: _Table) -> Iterator[str]:
    yield from _columns(was.columns, now.columns)
    if was.rows != now.rows:
        yield f"{now.rows} hàng (mẫu gốc {was.rows})"
    if was.ruled != now.ruled:
        yield "thêm đường kẻ" if now.ruled else "bỏ đường kẻ"


def _columns(old: Sequence[_Column], new: Sequence[_Column]) -> Iterator[str]:
    """Columns added, deleted, made wider or narrower."""
    matcher = SequenceMatcher(None, [each.words for each in old], [each.words for each in new], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        together = min(end - start, last - first)
        for was, now in zip(range(start, start + together), range(first, first + together), strict=True):
            if old[was].width != new[now].width:
                yield f"cột {now + 1} rộng {millimetres(old[was].width)} → {millimetres(new[now].width)}"
        if kind != "equal":
            for was in range(start + together, end):
                yield f"bỏ cột {was + 1} của mẫu gốc{_holding(old[was])}"
            for now in range(first + together, last):
                yield f"thêm cột {now + 1}{_holding(new[now])}, rộng {millimetres(new[now].width)}"


def _holding(column: _Column) -> str:
    told = _telling(column.words)
    return f" ({told})" if told else ""


def _named(tables: Sequence[_Table], index: int, whose: str = "") -> str:
    told = _telling(tables[index].words)
    return f"bảng {index + 1}{whose}" + (f" (có {told})" if told else "")


def _telling(words: Sequence[str]) -> str:
    """The words that tell a table or a column from others: the first fixed ones, else the first tag that prints."""
    spoken = [each for each in words if each]
    fixed = [each for each in spoken if _TAG not in each]
    printing = [each for each in spoken if not each.startswith("{%")]
    return next((quoted(each) for each in (*fixed, *printing, *spoken)), "")
