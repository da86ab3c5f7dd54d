"""Single faults of the head and of page numbers that a look alone does not show; one line for one fault."""

# ruff: noqa: E501 - a table
from __future__ import annotations

from collections.abc import Mapping

import made
from edits import HEADER, Draft, Edit, Element, W, both, child, layout, letters, page, put, runs, words
from faults import WP, A, drawn
from lxml import etree

EMU = 635


def _xml(text: str) -> Element:
    return etree.fromstring(f"<w:x {made.NS}>{text}</w:x>")[0]


def _typed(text: str, before: bool = True) -> Edit:
    """Words typed beside the number of the page."""

    def edit(draft: Draft) -> None:
        field = next(draft.tree(HEADER).iter(f"{W}fldSimple"))
        run = _xml(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>')
        field.addprevious(run) if before else field.addnext(run)

    return edit


def _switched(switch: str) -> Edit:
    def edit(draft: Draft) -> None:
        next(draft.tree(HEADER).iter(f"{W}fldSimple")).set(f"{W}instr", rf" PAGE \* {switch} ")

    return edit


def _far_down(draft: Draft) -> None:
    for section in draft.sections():
        put(section, "pgMar", header="1500")


def _line(number: int, **attributes: str) -> Edit:
    """Changes the stroke of a drawn line: its colour, or how many strokes it is made of."""

    def edit(draft: Draft) -> None:
        for stroke in drawn(draft, number).iter(f"{A}ln"):
            for each in stroke.iter(f"{A}srgbClr"):
                each.set("val", attributes.get("colour", each.get("val")))
            if "compound" in attributes:
                stroke.set("cmpd", attributes["compound"])

    return edit


def _moved(number: int, twips: int) -> Edit:
    """Moves a drawn line up or down."""

    def edit(draft: Draft) -> None:
        next(drawn(draft, number).iter(f"{WP}positionV")).find(f"{WP}posOffset").text = str(twips * EMU)

    return edit


def _second_line(draft: Draft) -> None:
    draft.paragraph("QuocHieu").addnext(_xml(made.rule(3000)))


def _cell_border(kind: str) -> Edit:
    """The border of the cell stands in for the line under the Tiêu ngữ."""

    def edit(draft: Draft) -> None:
        drawing = next(drawn(draft, 1).iterancestors(f"{W}r"))
        cell = next(drawing.iterancestors(f"{W}tc"))
        drawing.getparent().remove(drawing)
        child(cell, "tcPr").append(_xml(f'<w:tcBorders><w:bottom w:val="{kind}" w:sz="6"/></w:tcBorders>'))

    return edit


def _two_lines(style: str, at: str) -> Edit:
    """Breaks the line before some words."""

    def edit(draft: Draft) -> None:
        run = next(runs(draft.paragraph(style, at)))
        text = run.find(f"{W}t")
        before, _, after = (text.text or "").partition(at)
        text.text = before.rstrip()
        rest = _xml(f'<w:r><w:br/><w:t xml:space="preserve">{at}{after}</w:t></w:r>')
        run.addnext(rest)

    return edit


def _two_paragraphs(draft: Draft) -> None:
    words("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI")(draft)
    draft.paragraph("QuocHieu").addnext(_xml(made.paragraph("QuocHieu", "CHỦ NGHĨA VIỆT NAM")))


def _blank_between(draft: Draft) -> None:
    draft.paragraph("TieuNgu").addprevious(_xml(made.paragraph("TieuNgu", "")))


def _lowered(style: str) -> Edit:
    """An empty line pushes the words of a style down in their cell."""

    def edit(draft: Draft) -> None:
        draft.paragraph(style).addprevious(_xml(made.paragraph(style, "")))

    return edit


def _row_below(draft: Draft) -> None:
    """The date moves into a row of its own."""
    date = draft.paragraph("Ngay")
    row = next(date.iterancestors(f"{W}tr"))
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' for width in (3544, 5670)]
    below = _xml(f"<w:tr>{''.join(cells)}</w:tr>")
    date.addprevious(_xml(made.paragraph("Ngay", "")))
    row.addnext(below)
    list(below)[1].insert(1, date)


_INDENTED = {"left": "1134"}
_CV = "cong_van"
HEAD_FAULTS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
    _CV: (
        ("TT106", "numbered from 5", page("pgNumType", start="5")),
        ("TT106", "numbered from 0", page("pgNumType", start="0")),
        ("TT106", "PAGE with a Roman switch", _switched("roman")),
        ("TT106", "PAGE with letters", _switched("ALPHABETIC")),
        ("TT106", "PAGE in words", _switched("CardText")),
        ("TT106", "PAGE with dashes", _switched("ArabicDash")),
        ("TT106", "Trang beside the number", _typed("Trang ")),
        ("TT106", "dashes beside the number", both(_typed("- "), _typed(" -", before=False))),
        ("TT106", "running title beside the number", _typed("Báo cáo chuyển đổi số - ")),
        ("TT106", "header below the top margin", _far_down),
        ("TT106", "number pushed aside", layout("SoTrang", "ind", by_style=False, **_INDENTED)),
        ("TT201", "Quốc hiệu lacks a letter", words("QuocHieu", "NGHĨA", "NGHĨ")),
        ("TT201", "Quốc hiệu with a wrong letter", words("QuocHieu", "CỘNG HÒA", "CỘNG HÀO")),
        ("TT201", "Quốc hiệu shortened", words("QuocHieu", "XÃ HỘI CHỦ NGHĨA", "XHCN")),
        ("TT201", "Quốc hiệu broken", _two_lines("QuocHieu", "CHỦ NGHĨA")),
        ("TT201", "Quốc hiệu in two paragraphs", _two_paragraphs),
        ("TT201", "line under Quốc hiệu", _second_line),
        ("TT201", "Quốc hiệu underlined", letters("QuocHieu", "u", by_style=False, val="single")),
        ("TT201", "Quốc hiệu in small capitals", both(words("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"), letters("QuocHieu", "smallCaps", by_style=False))),
        ("TT201", "Quốc hiệu squeezed", letters("QuocHieu", "w", by_style=False, val="66")),
        ("TT201", "Quốc hiệu spread", letters("QuocHieu", "spacing", by_style=True, val="60")),
        ("TT202", "Tiêu ngữ in another order", words("TieuNgu", "Độc lập - Tự do", "Tự do - Độc lập")),
        ("TT202", "Tiêu ngữ misspelt", words("TieuNgu", "Hạnh phúc", "Hạn phúc")),
        ("TT202", "Tiêu ngữ struck through", letters("TieuNgu", "strike", by_style=True)),
        ("TT202", "Tiêu ngữ in small capitals", letters("TieuNgu", "smallCaps", by_style=False)),
        ("TT202", "gap above Tiêu ngữ", layout("TieuNgu", "spacing", by_style=True, before="240")),
        ("TT202", "Tiêu ngữ two lines down", layout("QuocHieu", "spacing", by_style=False, line="480", lineRule="auto")),
        ("TT202", "blank line above Tiêu ngữ", _blank_between),
        ("TT203", "white line", _line(1, colour="FFFFFF")),
        ("TT203", "red line", _line(1, colour="C00000")),
        ("TT203", "double line", _line(1, compound="dbl")),
        ("TT203", "line above its words", _moved(1, -700)),
        ("TT203", "line through its words", _moved(1, -200)),
        ("TT203", "line far below", _moved(1, 1134)),
        ("TT203", "border of a cell", _cell_border("single")),
        ("TT205", "issuing body shortened", both(words("BanHanh", "ỦY BAN NHÂN DÂN", "UBND"))),
        ("TT205", "gap above the issuing body", layout("BanHanh", "spacing", by_style=False, before="360")),
        ("TT205", "issuing body underlined", letters("BanHanh", "u", by_style=True, val="single")),
        ("TT206", "white line", _line(0, colour="FFFFFF")),
        ("TT206", "double line", _line(0, compound="thinThick")),
        ("TT206", "line above its words", _moved(0, -900)),
        ("TT208", "number 007", words("So", "12/", "007/")),
        ("TT208", "number 012", words("So", "12/", "012/")),
        ("TT208", "blank before the colon", words("So", "Số:", "Số :")),
        ("TT209", "date a row below the number", _row_below),
        ("TT209", "date a line below the number", _lowered("Ngay")),
        ("TT209", "number a line below the date", _lowered("So")),
        ("TT210", "Tháng with a capital", words("Ngay", "tháng 12", "Tháng 12")),
        ("TT210", "Ngày and Năm with capitals", both(words("Ngay", "ngày", "Ngày"), words("Ngay", "năm", "Năm"))),
        ("TT215", "nothing above V/v", layout("VeViec", "spacing", by_style=True, before="0")),
        ("TT215", "12 pt above V/v", layout("VeViec", "spacing", by_style=False, before="240")),
        ("TT215", "a line above V/v", _lowered("VeViec")),
        ("TT205", "issuing body pushed aside", layout("BanHanh", "ind", by_style=False, **_INDENTED)),
        ("TT207", "number pushed aside", layout("So", "ind", by_style=True, **_INDENTED)),
        ("TT209", "date pushed aside", layout("Ngay", "ind", by_style=False, firstLine="567")),
        ("TT403", "name pushed aside", layout("HoTen", "ind", by_style=False, firstLine="567")),
    ),
    "quyet_dinh": (
        ("TT211", "colon behind the kind", words("TenLoai", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:")),
        ("TT211", "letters of the kind apart", words("TenLoai", "QUYẾT ĐỊNH", "Q U Y Ế T  Đ Ị N H")),
        ("TT211", "kind underlined", letters("TenLoai", "u", by_style=False, val="single")),
        ("TT211", "kind pushed aside", layout("TenLoai", "ind", by_style=True, **_INDENTED)),
        ("TT212", "subject struck through", letters("TrichYeu", "dstrike", by_style=False)),
        ("TT212", "subject pushed aside", layout("TrichYeu", "ind", by_style=False, firstLine="567")),
        ("TT214", "white line", _line(2, colour="FFFFFF")),
        ("TT214", "line above its words", _moved(2, -700)),
    ),
    "ke_hoach": (
        ("TT501", "annex pushed aside", layout("PhuLuc", "ind", by_style=False, left="2268")),
        ("TT503", "title of an annex pushed aside", layout("TenPhuLuc", "ind", by_style=False, firstLine="567")),
    ),
    "hoangkim": (
        ("TT203", "white line", _line(1, colour="FFFFFF")),
        ("TT206", "line 2 cm below", _moved(0, 1134)),
        ("TT206", "line above its words", _moved(0, -800)),
        ("TT214", "line far below", _moved(2, 900)),
    ),
}  # fmt: skip
