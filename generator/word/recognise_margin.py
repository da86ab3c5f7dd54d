"""A head that stands in Word's header of the first page, not in the text."""

from __future__ import annotations

from msgspec.structs import replace

from generator.word.recognise_names import nation_at
from generator.word.view import Para, View


def with_head_of_margin(view: View) -> tuple[View, tuple[Para, ...]]:
    """The document, and what stands in the header of its first page where that holds the Quốc hiệu; else nothing.

    Tables and boxes are counted by part: those of such a header get numbers below zero, which no other table has.
    """
    if not view.sections:
        return view, ()
    first = view.sections[0]
    part = first.headers.get("first" if first.title_page else "default", "")
    paras = view.margins.get(part, ())
    if not any(nation_at(para.text) is not None for para in paras):
        return view, ()
    tables = 1 + max((para.cell.table for para in paras if para.cell), default=0)
    boxes = 1 + max(para.box for para in paras)
    head = tuple(_below_zero(para, tables, boxes) for para in paras)
    return replace(view, margins={**view.margins, part: head}), head


def _below_zero(para: Para, tables: int, boxes: int) -> Para:
    cell = para.cell and replace(para.cell, table=para.cell.table - tables)
    return replace(para, cell=cell, box=para.box and para.box - boxes)
