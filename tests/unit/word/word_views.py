"""Small documents as people make them, for the tests of reading and recognising."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, write_package
from generator.word.reading import read_view
from generator.word.recognise import recognise
from generator.word.recognised import Recognised
from generator.word.view import View

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
RELATIONS = "word/_rels/document.xml.rels"


def package(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A .docx with that content of ``w:body``."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    texts = {CONTENT_TYPES: "<Types/>", DOCUMENT: document, **(parts or {})}
    return write_package(Member.of(name, text.encode()) for name, text in texts.items())


def viewed(*blocks: str, parts: Mapping[str, str] | None = None) -> View:
    return read_view(package("".join(blocks) + PAGE, parts), "thu.docx")


def recognised(*blocks: str) -> Recognised:
    return recognise(viewed(*blocks))


def run(text: str, look: str = "") -> str:
    """A run; ``look`` holds letters: b bold, i italic, u underlined, ^ raised."""
    switches = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>', "^": '<w:vertAlign w:val="superscript"/>'}
    properties = "".join(switches[letter] for letter in look)
    pieces = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    words = "".join(
        pieces.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in re.split("([\n\t])", text)
        if part
    )
    return f'<w:r><w:rPr>{properties}<w:sz w:val="28"/></w:rPr>{words}</w:r>'


def p(text: str = "", look: str = "", align: str = "left", more: str = "", inside: str = "") -> str:
    """A paragraph; ``more`` goes into its properties, ``inside`` behind its words."""
    words = run(text, look) if text else ""
    return f'<w:p><w:pPr>{more}<w:jc w:val="{align}"/></w:pPr>{words}{inside}</w:p>'


def centre(text: str = "", look: str = "", inside: str = "") -> str:
    return p(text, look, "center", inside=inside)


def table(*rows: tuple[str, ...], widths: tuple[int, ...] = (3500, 5500), drawn: bool = False) -> str:
    """A table; a row holds the blocks of its cells."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if drawn else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def shape(length: int, inner: str = "", position: str = "<wp:align>center</wp:align>", height: int = 0) -> str:
    """A run with a drawn line of ``length`` twips, or with a text box that holds ``inner``, and its VML twin."""
    cx, cy = length * 635, height * 635
    content = f"<w:txbxContent>{inner}</w:txbxContent>" if inner else ""
    kind = "rect" if inner else "line"
    line = f'<a:prstGeom prst="{kind}"/><a:ln w="9525"/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column">{position}</wp:positionH><wp:extent cx="{cx}" cy="{cy}"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>{line}</wps:spPr>'
        + (f"<wps:txbx>{content}</wps:txbx>" if inner else "")
        + "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + (
            f'<v:shape style="width:{length / 20}pt;height:40pt"><v:textbox>{content}</v:textbox></v:shape>'
            if inner
            else f'<v:line from="0,0" to="{length / 20}pt,0"/>'
        )
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


LEFT = centre("ỦY BAN NHÂN DÂN", "b") + centre("XÃ HOÀNG KIM", "b") + centre(inside=shape(900))
RIGHT = centre(QUOC_HIEU, "b") + centre(TIEU_NGU, "b") + centre(inside=shape(3427))
NUMBER, DATE = centre("Số: 12/BC-UBND"), centre("Hoàng Kim, ngày 05 tháng 12 năm 2023", "i")
HEAD = table((LEFT, RIGHT), (NUMBER, DATE))
TITLE = centre("BÁO CÁO", "b") + centre("Kết quả chuyển đổi số năm 2023", "b") + centre(inside=shape(1700))
BODY = (
    p("I. ĐÁNH GIÁ CHUNG", "b", "both")
    + p("1. Kết quả đạt được", "b", "both")
    + p("Đã ban hành kế hoạch.", align="both")
    + p("a) Thành lập tổ công nghệ số;", align="both")
    + p("b) Tập huấn.", align="both")
    + p("Trên đây là báo cáo./.", align="both")
)
RECIPIENTS = p("Nơi nhận:", "bi") + p("- Như trên;") + p("- Lưu: VT.")
SIGNATURE = centre("TM. ỦY BAN NHÂN DÂN", "b") + centre("CHỦ TỊCH", "b") + p() + p() + centre("Lê Quang Thành", "b")
CLOSE = table((RECIPIENTS, SIGNATURE), widths=(4000, 5000))


def texts(found: Recognised, component: str) -> list[str]:
    """The words of the fragments of a component."""
    return [" ".join(fragment.text.split()) for fragment in found.of(component)]
