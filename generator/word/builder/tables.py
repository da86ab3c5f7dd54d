"""Tables of a template: the borderless frames of head and signature, and the bordered specimen of an annex."""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.builder.styles import TABLE_GRID
from generator.word.builder.xml import machine, paragraph, w

FRAME_MARGIN = 57  # twips; 1 mm between a frame's edge and its words
_BRACE_GAP = 57  # twips; between a brace and the words on both sides of it
_CELL_MARGIN = 85


def cell(width: int, *content: str, span: int = 1, margins: str = "", middle: bool = False) -> str:
    """A cell of a width in twips; ``span`` columns wide, with margins of its own."""
    properties = [w("tcW", w=width, type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    properties.append(margins)
    if middle:
        properties.append(w("vAlign", val="center"))
    return w("tc", w("tcPr", *properties), *content)


def _margins(width: int) -> str:
    sides = {"top": 0, "left": width, "bottom": 0, "right": width}
    return w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sides.items()))


def frame(widths: Sequence[int], rows: Sequence[Sequence[str]], indent: int = 0) -> str:
    """A borderless table whose rows never break over a page; ``rows`` hold the cells' paragraphs."""
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=indent, type="dxa"),
        w("tblLayout", type="fixed"),
        _margins(FRAME_MARGIN),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    body = [
        w(
            "tr",
            w("trPr", w("cantSplit")),
            *(cell(width, content) for width, content in zip(widths, row, strict=True)),
        )
        for row in rows
    ]
    return w("tbl", properties, grid, *body)


def braced(widths: Sequence[int], joined: str, brace: str, beside: str) -> str:
    """A borderless table of one row: paragraphs, the brace that joins them, what stands beside it, half way up."""
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        _margins(0),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    listed, drawn, noted = widths
    row = w(
        "tr",
        w("trPr", w("cantSplit")),
        cell(listed, joined, margins=w("tcMar", w("right", w=_BRACE_GAP, type="dxa"))),
        cell(drawn, brace),
        cell(noted, beside, margins=w("tcMar", w("left", w=_BRACE_GAP, type="dxa")), middle=True),
    )
    return w("tbl", properties, grid, row)


def _looped(item: str, items: str, widths: Sequence[int], content: str) -> list[str]:
    """Three cells of which the middle one is repeated for each item."""
    left, middle, right = widths
    return [
        cell(left, machine(f"{{%tc for {item} in {items} %}}")),
        cell(middle, content, middle=True),
        cell(right, machine("{%tc endfor %}")),
    ]


def _cell_specimen(left: str, centred: str) -> str:
    """A cell's paragraphs, once set left and once centred: the column says which."""
    return (
        machine("{%p for dong in o.dong %}", "{%p if o.can == 'giua' %}")
        + paragraph(centred, "{{r dong }}")
        + machine("{%p else %}")
        + paragraph(left, "{{r dong }}")
        + machine("{%p endif %}", "{%p endfor %}")
    )


def data_table(bang: str, width: int) -> str:
    """A bordered table; its columns, groups and rows come from the data (``bang``)."""
    widths = (width // 6, width - 2 * (width // 6), width // 6)
    unbroken = w("cantSplit")

    def tag_row(*tags: str) -> str:
        return "".join(w("tr", cell(width, machine(tag), span=3)) for tag in tags)

    head = w(
        "tr",
        w("trPr", unbroken, w("tblHeader")),
        *_looped("cot", f"{bang}.cot", widths, paragraph("BangDau", "{{ cot.tieu_de }}")),
    )
    group = w("tr", w("trPr", unbroken), *_looped("o", "hang.o", widths, _cell_specimen("BangNhom", "BangNhomGiua")))
    plain = w("tr", w("trPr", unbroken), *_looped("o", "hang.o", widths, _cell_specimen("BangO", "BangOGiua")))
    properties = w(
        "tblPr",
        w("tblStyle", val=TABLE_GRID),
        w("tblW", w=width, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        _margins(_CELL_MARGIN),
    )
    rows = (
        head
        + tag_row(f"{{%tr for hang in {bang}.hang %}}", "{%tr if hang.nhom %}")
        + group
        + tag_row("{%tr else %}")
        + plain
        + tag_row("{%tr endif %}", "{%tr endfor %}")
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=size) for size in widths)), rows)
