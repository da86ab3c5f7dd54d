"""Drawn lines and braces: DrawingML shapes anchored in a paragraph, with a VML twin for old readers of .docx."""

from __future__ import annotations

from msgspec import Struct

from generator.word.pieces import Piece, WordXml
from generator.word.units import EMU_PER_TWIP, TWIPS_PER_POINT

_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
# 9525 EMU are 3/4 point, as thin as Word's own default line.
_BLACK_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_VML_LINE = 'strokecolor="black" strokeweight=".75pt"'

_CENTRED = "<wp:align>center</wp:align>"
_AT_START = "<wp:posOffset>0</wp:posOffset>"
_LINE_DROP = 38100  # EMU; 3 points under the top of its paragraph

# Of a brace, in parts of its width or height: how far each of its four bends reaches down.
_BEND_OF_WIDTH = 0.6
_BEND_OF_HEIGHT = 0.25
_PARTS = 100_000  # unit of a preset's adjustments (ECMA-376 part 1, 20.1.9.11)


class _Shape(Struct, frozen=True):
    """A shape: the word for it in Word's list of shapes, what stands in it as DrawingML, its size in EMU."""

    name: str
    non_visual: str
    geometry: str
    width: int
    height: int


class _Place(Struct, frozen=True):
    """Where a shape floats: across its column, and below the top of its paragraph."""

    across: str
    below: str


def _drawing(number: int, shape: _Shape, place: _Place, fallback: str) -> WordXml:
    """The run that holds a shape; ``fallback`` is the VML that readers without wps show."""
    return WordXml(
        f"<w:r><mc:AlternateContent {_NAMESPACES}>"
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{place.across}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph">{place.below}</wp:positionV>'
        f'<wp:extent cx="{shape.width}" cy="{shape.height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{shape.name} {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}">'
        f"<wps:wsp><{shape.non_visual}/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{shape.width}" cy="{shape.height}"/></a:xfrm>'
        f"{shape.geometry}{_BLACK_LINE}"
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


class DrawnLine(Struct, Piece, frozen=True):
    """A thin horizontal line, centred in its column or cell; ``length`` in twips, ``number`` unique in the file."""

    length: int
    number: int

    def __str__(self) -> str:
        return ""

    def xml(self) -> WordXml:
        geometry = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        shape = _Shape("Đường kẻ", "wps:cNvCnPr", geometry, self.length * EMU_PER_TWIP, 0)
        place = _Place(_CENTRED, f"<wp:posOffset>{_LINE_DROP}</wp:posOffset>")
        fallback = (
            f'<v:line id="ke{self.number}" from="0,3pt" to="{self.length / TWIPS_PER_POINT:g}pt,3pt" {_VML_LINE} '
            'style="position:absolute;mso-position-horizontal:center"/>'
        )
        return _drawing(self.number, shape, place, fallback)


class DrawnBrace(Struct, Piece, frozen=True):
    """A right brace from the top left corner of its cell; twips, ``number`` unique in the file.

    It floats, so the cell must be as wide as it is, and the cells beside it as high (``metrics.line_height``).
    """

    height: int
    width: int
    number: int

    def __str__(self) -> str:
        return ""

    def xml(self) -> WordXml:
        bend = min(self.width * _BEND_OF_WIDTH, self.height * _BEND_OF_HEIGHT)
        # The preset measures its bends by the shorter side, its point by the height (presetShapeDefinitions.xml).
        bends, point = round(bend / max(1, min(self.width, self.height)) * _PARTS), _PARTS // 2
        geometry = (
            '<a:prstGeom prst="rightBrace"><a:avLst>'
            f'<a:gd name="adj1" fmla="val {bends}"/><a:gd name="adj2" fmla="val {point}"/>'
            "</a:avLst></a:prstGeom><a:noFill/>"
        )
        size = (self.width * EMU_PER_TWIP, self.height * EMU_PER_TWIP)
        shape = _Shape("Dấu ngoặc", "wps:cNvSpPr", geometry, *size)
        return _drawing(self.number, shape, _Place(_AT_START, _AT_START), self._vml(round(bend)))

    def _vml(self, bend: int) -> str:
        width, height = self.width, self.height
        middle, half = height // 2, width // 2
        # Curves by their control points: not every reader draws the quarter ellipses of VML.
        path = (
            f"m0,0c{half},0,{half},0,{half},{bend}l{half},{middle - bend}"
            f"c{half},{middle},{half},{middle},{width},{middle}c{half},{middle},{half},{middle},{half},{middle + bend}"
            f"l{half},{height - bend}c{half},{height},{half},{height},0,{height}e"
        )
        return (
            f'<v:shape id="ngoac{self.number}" coordsize="{width},{height}" path="{path}" filled="f" {_VML_LINE} '
            'style="position:absolute;margin-left:0;margin-top:0;'
            f'width:{width / TWIPS_PER_POINT:g}pt;height:{height / TWIPS_PER_POINT:g}pt"/>'
        )
