"""Charts: bars as DrawingML that Word can edit, with the numbers in a workbook inside the document.

A chart is a part of the package (ECMA-376 part 1, 14.2.1); ``chart_parts`` puts it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from msgspec import Struct

from generator.decree.page import FONT
from generator.word.pieces import Piece, WordXml
from generator.word.units import EMU_PER_TWIP

SHEET = "SoLieu"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_FIRST_ID = 1000  # numbers of charts among all that is drawn
_NAMES_AXIS, _VALUES_AXIS = 1001, 1002
WORKBOOK_RELATION = "rId1"

_GREY = "BFBFBF"
_SIZE, _LABEL_SIZE = 1200, 1000  # hundredths of a point
_CROWDED = 12  # upright bars from which on the labels stand upright too
_UPRIGHT = ' rot="-5400000" vert="horz"'
_PERCENT = '[$-42A]General"%"'  # 42A: commas before decimals, as in Vietnamese
_WHOLE = Decimal(100)


class Bars(Struct, frozen=True):
    """Bars of one colour (red, green, blue in hexadecimal), one for each name; None where there is none."""

    colour: str
    name: str
    values: tuple[Decimal | None, ...]


class DrawnChart(Struct, Piece, frozen=True):
    """Bars in percent, upright or ``lying``; ``width`` and ``height`` in twips, ``number`` among the document's charts.

    ``title`` is what those hear of it who cannot see it.
    """

    names: tuple[str, ...]
    bars: tuple[Bars, ...]
    title: str
    number: int
    width: int
    height: int
    lying: bool = False

    def __str__(self) -> str:
        return ""

    @property
    def relation(self) -> str:
        """The id of the relation from the document to this chart's part."""
        return f"bieuDo{self.number}"

    def xml(self) -> WordXml:
        return WordXml(
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" xmlns:a="{_DRAWING}" '
            'distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{self.width * EMU_PER_TWIP}" cy="{self.height * EMU_PER_TWIP}"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{_FIRST_ID + self.number}" name="Biểu đồ {self.number}" descr={_quoted(self.title)}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" xmlns:r="{_RELATIONS}" r:id="{self.relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def part(self) -> str:
        """The chart's own part; the relation ``WORKBOOK_RELATION`` must lead from it to its workbook."""
        bars = "".join(self._bars(index, each) for index, each in enumerate(self.bars))
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATIONS}">'
            '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>'
            '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
            f'<c:barChart><c:barDir val="{"bar" if self.lying else "col"}"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{bars}<c:gapWidth val="60"/>'
            f'<c:axId val="{_NAMES_AXIS}"/><c:axId val="{_VALUES_AXIS}"/></c:barChart>'
            f"{self._names_axis()}{self._values_axis()}</c:plotArea>"
            '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(_SIZE)}"
            f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def rows(self) -> Iterator[tuple[str | Decimal | None, ...]]:
        """The workbook's sheet: names down, kinds of bars across, as the formulas of the part refer to it."""
        yield "", *(each.name for each in self.bars)
        for index, name in enumerate(self.names):
            yield name, *(each.values[index] for each in self.bars)

    def _bars(self, index: int, bars: Bars) -> str:
        column, last = chr(ord("B") + index), len(self.names) + 1
        crowded = not self.lying and len(self.names) * len(self.bars) > _CROWDED
        return (
            f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
            f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{_strings([bars.name])}</c:strRef></c:tx>"
            f'<c:spPr><a:solidFill><a:srgbClr val="{bars.colour}"/></a:solidFill></c:spPr>'
            f'<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode={_quoted(_PERCENT)} sourceLinked="0"/>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(_LABEL_SIZE, _UPRIGHT if crowded else '')}"
            '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
            '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
            f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_strings(self.names)}</c:strRef></c:cat>"
            f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>{_numbers(bars.values)}</c:numRef></c:val>"
            "</c:ser>"
        )

    def _names_axis(self) -> str:
        # Names of lying bars are read from the top down.
        order, side = ("maxMin", "l") if self.lying else ("minMax", "b")
        return (
            f'<c:catAx><c:axId val="{_NAMES_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{side}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="low"/>{_line("808080")}'
            f'<c:crossAx val="{_VALUES_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
            '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def _values_axis(self) -> str:
        values = [value for each in self.bars for value in each.values if value is not None]
        whole = all(0 <= value <= _WHOLE for value in values)
        limits = '<c:max val="100"/><c:min val="0"/>' if whole else ""
        side, crosses = ("b", "max") if self.lying else ("l", "autoZero")
        return (
            f'<c:valAx><c:axId val="{_VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{side}"/><c:majorGridlines>{_line(_GREY)}</c:majorGridlines>'
            f'<c:numFmt formatCode={_quoted(_PERCENT)} sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(_LABEL_SIZE)}"
            f'<c:crossAx val="{_NAMES_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
            f"{'<c:majorUnit val=' + _quoted('20') + '/>' if whole else ''}</c:valAx>"
        )


def _quoted(text: str) -> str:
    """An attribute's value; the standard library's own brings in all that it has for the network."""
    return f'"{escape(text)}"'.replace("\n", "&#10;").replace("\t", "&#9;")


def _line(colour: str) -> str:
    return f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr>'


def _text(size: int, turned: str = "") -> str:
    fonts = "".join(f'<a:{script} typeface="{FONT.name}"/>' for script in ("latin", "ea", "cs"))
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0">'
        f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{fonts}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(text, quote=False)}</c:v></c:pt>' for index, text in enumerate(texts)
    )
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _numbers(values: Sequence[Decimal | None]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:f}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
