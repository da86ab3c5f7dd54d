"""Ready pieces of WordprocessingML that a template tag may print: runs of text and drawn lines.

Both are markup: ``{{r … }}`` puts them in as they are.  Printed by a plain ``{{ … }}`` a ``Runs`` is its words.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.word.units import EMU_PER_TWIP

_TEXT_OPEN = '<w:t xml:space="preserve">'
_LINE_WEIGHT = 9525  # EMU; 3/4 point, as thin as Word's own default line
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


class WordXml(str):
    """Ready WordprocessingML, which a template prints as it is; joined to anything else it is mere text again."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _content(text: str) -> str:
    content = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    if "\n" in content:
        content = content.replace("\n", f"</w:t><w:br/>{_TEXT_OPEN}")
    if "\t" in content:
        content = content.replace("\t", f"</w:t><w:tab/>{_TEXT_OPEN}")
    return content


def text_content(text: str) -> WordXml:
    """Text as it may stand inside ``w:t``: escaped, line breaks and tabs as their elements."""
    return WordXml(_content(text))


_PROPERTIES = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}


@dataclass(frozen=True)
class Span:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False

    def xml(self) -> str:
        """The run."""
        return f"<w:r>{_PROPERTIES[self.bold, self.italic]}{_TEXT_OPEN}{_content(self.text)}</w:t></w:r>"


@dataclass(frozen=True)
class Runs:
    """Formatted text; the paragraph's style gives font and size, the spans only weight and slant."""

    spans: tuple[Span, ...]

    @classmethod
    def plain(cls, text: str) -> Runs:
        return cls((Span(text),))

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def xml(self) -> WordXml:
        return WordXml("".join([span.xml() for span in self.spans if span.text]))


@dataclass(frozen=True)
class DrawnLine:
    """A thin horizontal line, centred in its column or cell; ``length`` in twips, ``number`` unique in the file."""

    length: int
    number: int

    def __str__(self) -> str:
        return ""

    def xml(self) -> WordXml:
        emu = self.length * EMU_PER_TWIP
        points = self.length / 20
        return WordXml(
            f"<w:r><mc:AlternateContent {_NAMESPACES}>"
            '<mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{self.number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>38100</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{emu}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.number}" name="Đường kẻ {self.number}"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{_LINE_WEIGHT}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
            "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            "<mc:Fallback><w:pict>"
            f'<v:line id="ke{self.number}" from="0,3pt" to="{points:g}pt,3pt" strokecolor="black" '
            'strokeweight=".75pt" style="position:absolute;mso-position-horizontal:center"/>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
