"""Documents written by hand for the tests: one style for every component, all as the decree has it.

Nothing of the program's own builder is used: what is judged here was not made by what is judged.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

_CENTRE, _BOTH = '<w:jc w:val="center"/>', '<w:jc w:val="both"/>'
_INDENT = '<w:spacing w:before="120"/><w:ind w:firstLine="567"/>' + _BOTH
_BOLD, _ITALIC = "<w:b/>", "<w:i/>"


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/>'


STYLES: Mapping[str, tuple[str, str]] = {
    "QuocHieu": (_CENTRE, _BOLD + _size(13)),
    "TieuNgu": (_CENTRE, _BOLD + _size(14)),
    "ChuQuan": (_CENTRE, _size(13)),
    "BanHanh": (_CENTRE, _BOLD + _size(13)),
    "So": (_CENTRE, _size(13)),
    "Ngay": (_CENTRE, _ITALIC + _size(14)),
    "VeViec": ('<w:spacing w:before="120"/>' + _CENTRE, _size(12)),
    "Ke": (_CENTRE, _size(6)),
    "TenLoai": ('<w:spacing w:before="240"/>' + _CENTRE, _BOLD + _size(14)),
    "TrichYeu": (_CENTRE, _BOLD + _size(14)),
    "KinhGui": ('<w:spacing w:before="240"/><w:ind w:left="1985"/>', _size(14)),
    "NoiGui": ('<w:ind w:left="2552"/>', _size(14)),
    "ThamQuyen": ('<w:spacing w:before="240"/>' + _CENTRE, _BOLD + _size(14)),
    "CanCu": (_INDENT, _ITALIC + _size(14)),
    "NoiDung": (_INDENT, _size(14)),
    "Phan": ('<w:spacing w:before="240"/>' + _CENTRE, _BOLD + _size(14)),
    "TenPhan": (_CENTRE, _BOLD + _size(14)),
    "MucSo": (_CENTRE, _BOLD + _size(14)),
    "TenMuc": (_CENTRE, _BOLD + _size(14)),
    "Muc": (_INDENT, _BOLD + _size(14)),
    "KhoanTen": (_INDENT, _BOLD + _size(14)),
    "Khoan": (_INDENT, _size(14)),
    "Diem": (_INDENT, _size(14)),
    "KetThuc": ("<w:keepNext/>" + _INDENT, _size(14)),
    "NoiNhan": ("", _BOLD + _ITALIC + _size(12)),
    "DanhSach": ("", _size(11)),
    "ChucVu": (_CENTRE, _BOLD + _size(14)),
    "ChucVuKhac": (_CENTRE, _BOLD + _size(14)),
    "HoTen": ('<w:spacing w:before="1200"/>' + _CENTRE, _BOLD + _size(14)),
    "PhuLuc": (_CENTRE, _BOLD + _size(14)),
    "TenPhuLuc": (_CENTRE, _BOLD + _size(14)),
    "KemTheo": (_CENTRE, _ITALIC + _size(14)),
    "SoTrang": (_CENTRE, _size(14)),
}
"""By id: what a style says of the paragraph and of its letters."""


def paragraph(style: str, text: str, inside: str = "") -> str:
    """A paragraph of a style; ``inside`` is markup behind its words, or its section's."""
    before, words = (inside, "") if inside.startswith("<w:sectPr") else ("", inside)
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{lines}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}</w:pPr>{run}{words}</w:p>'


def article(style: str, number: int, text: str) -> str:
    """An article: its word and number in bold."""
    whole = paragraph(style, f" {text}")
    lead = f"<w:r><w:rPr><w:b/></w:rPr><w:t>Điều {number}.</w:t></w:r>"
    return whole.replace("<w:r>", f"{lead}<w:r>", 1)


def rule(twips: int) -> str:
    """A paragraph with a line of that length drawn in the middle of it."""
    width = twips * 635
    drawing = (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
        "<wp:posOffset>0</wp:posOffset>"
        f'</wp:positionV><wp:extent cx="{width}" cy="0"/><wp:wrapNone/><wp:docPr id="{twips}" name="Line {twips}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/>'
        '</a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    return paragraph("Ke", "", drawing)


def columns(widths: Sequence[int], *rows: Sequence[Iterable[str]]) -> str:
    """A table without lines; a row holds the paragraphs of each cell."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def section(*inside: str) -> str:
    """A section's page: A4 with the margins of the specimens; ``inside`` stands before its size."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>' + "".join(inside) + '<w:pgSz w:w="11906" '
        'w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def styles(looks: Mapping[str, tuple[str, str]] = STYLES) -> str:
    each = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{id_}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{para}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
        for id_, (para, letters) in looks.items()
    )
    return (
        f'{_DECLARED}<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
        'w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{each}</w:styles>'
    )


def package(*body: str, looks: Mapping[str, tuple[str, str]] = STYLES) -> bytes:
    """The bytes of a .docx with that body; its header holds the number of the page."""
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    types = (
        f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
            for name, kind in (("document", "document.main"), ("styles", "styles"), ("header1", "header"))
        )
        + "</Types>"
    )

    def relations(*entries: tuple[str, str, str]) -> str:
        each = "".join(
            f'<Relationship Id="{id_}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for id_, kind, target in entries
        )
        return f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'

    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("rId2", "header", "header1.xml")),
        "word/document.xml": f"{_DECLARED}<w:document {NS}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": styles(looks),
        "word/header1.xml": f"{_DECLARED}<w:hdr {NS}>{paragraph('SoTrang', '', number)}</w:hdr>",
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


_LONG = (
    "Ủy ban nhân dân xã giao các thôn, các tổ công nghệ số cộng đồng rà soát từng nhiệm vụ được giao, báo cáo kết quả "
    "thực hiện trước ngày 25 hằng tháng để tổng hợp, báo cáo cấp trên theo đúng thời hạn quy định."
)


def head(number: str, *below_number: str) -> str:
    """The head of a document: bodies and number on the left, Quốc hiệu and date on the right."""
    return columns(
        (3544, 5670),
        (
            [
                paragraph("ChuQuan", "UBND HUYỆN HOẰNG HÓA"),
                paragraph("BanHanh", "ỦY BAN NHÂN DÂN\nXÃ HOÀNG KIM"),
                rule(850),
            ],
            [
                paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
                rule(3427),
            ],
        ),
        (
            [paragraph("So", number), *below_number],
            [paragraph("Ngay", "Hoàng Kim, ngày 05 tháng 12 năm 2023")],
        ),
    )


def close(*recipients: str) -> str:
    """The close of a document: recipients on the left, the signer on the right."""
    return columns(
        (4100, 4971),
        (
            [paragraph("NoiNhan", "Nơi nhận:"), *(paragraph("DanhSach", each) for each in recipients)],
            [
                paragraph("ChucVu", "TM. ỦY BAN NHÂN DÂN"),
                paragraph("ChucVu", "CHỦ TỊCH"),
                paragraph("HoTen", "Lê Quang Thành"),
            ],
        ),
    )


def cong_van() -> bytes:
    """A công văn to two addressees, with khoản and điểm."""
    return package(
        head("Số: 12/UBND-VHXH", paragraph("VeViec", "V/v báo cáo kết quả chuyển đổi số")),
        paragraph("KinhGui", "Kính gửi:"),
        paragraph("NoiGui", "- Phòng Văn hóa và Thông tin;"),
        paragraph("NoiGui", "- Văn phòng Ủy ban nhân dân huyện."),
        paragraph(
            "NoiDung", f"Thực hiện Kế hoạch số 85/KH-UBND ngày 30 tháng 3 năm 2023, {_LONG[0].lower()}{_LONG[1:]}"
        ),
        paragraph("NoiDung", _LONG),
        paragraph("Khoan", f"1. {_LONG}"),
        paragraph("Khoan", f"2. {_LONG}"),
        *(paragraph("Diem", f"{letter}) {_LONG[:-1]};") for letter in "abcdđ"),
        paragraph("Khoan", f"3. {_LONG}"),
        paragraph("KetThuc", f"{_LONG[:-1]}./."),
        close("- Như trên;", "- Thường trực Đảng ủy (để b/c);", "- Lưu: VT, VHXH."),
        section(),
    )


def quyet_dinh() -> bytes:
    """A quyết định with its grounds and articles."""
    return package(
        head("Số: 105/QĐ-UBND"),
        paragraph("TenLoai", "QUYẾT ĐỊNH"),
        paragraph("TrichYeu", "Về việc thành lập Tổ công nghệ số cộng đồng"),
        rule(1900),
        paragraph("ThamQuyen", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"),
        paragraph("CanCu", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        paragraph(
            "CanCu",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, và các văn "
            "bản hướng dẫn thi hành;",
        ),
        paragraph("CanCu", "Theo đề nghị của công chức Văn hóa - Xã hội xã Hoàng Kim."),
        paragraph("ThamQuyen", "QUYẾT ĐỊNH:"),
        *(article("NoiDung", number, _LONG) for number in (1, 2)),
        article("KetThuc", 3, f"{_LONG[:-1]}./."),
        close("- Như Điều 3;", "- Ủy ban nhân dân huyện (để b/c);", "- Lưu: VT, VHXH."),
        section(),
    )


def giay_moi() -> bytes:
    """An invitation, with its lines of time and place."""
    return package(
        head("Số: 21/GM-UBND"),
        paragraph("TenLoai", "GIẤY MỜI"),
        paragraph("TrichYeu", "Họp triển khai nhiệm vụ chuyển đổi số năm 2024"),
        rule(2200),
        paragraph("NoiDung", "Ủy ban nhân dân xã Hoàng Kim trân trọng kính mời: Trưởng các thôn trên địa bàn xã."),
        paragraph("NoiDung", "Tới dự cuộc họp triển khai nhiệm vụ chuyển đổi số năm 2024."),
        paragraph("NoiDung", "Chủ trì: Ông Lê Quang Thành, Chủ tịch Ủy ban nhân dân xã."),
        paragraph("NoiDung", "Thời gian: 08 giờ 00 phút, ngày 12 tháng 12 năm 2023."),
        paragraph("NoiDung", "Địa điểm: Trụ sở Ủy ban nhân dân xã Hoàng Kim."),
        paragraph("KetThuc", "Đề nghị các đại biểu đến dự đúng giờ./."),
        close("- Như thành phần mời;", "- Lưu: VT, VHXH."),
        section(),
    )


def ke_hoach() -> bytes:
    """A kế hoạch with parts, headings and two annexes."""
    attached = "(Kèm theo Kế hoạch số 85/KH-UBND ngày 05 tháng 12 năm 2023 của Ủy ban nhân dân xã Hoàng Kim)"

    def annex(number: str, title: str) -> list[str]:
        return [
            paragraph("PhuLuc", f"Phụ lục {number}"),
            paragraph("TenPhuLuc", title),
            paragraph("KemTheo", attached),
            rule(1440),
            paragraph("NoiDung", _LONG),
        ]

    def part(number: str, title: str) -> list[str]:
        return [
            paragraph("Phan", f"Phần {number}"),
            paragraph("TenPhan", title),
            paragraph("MucSo", "Mục 1"),
            paragraph("TenMuc", "MỤC TIÊU"),
            paragraph("Muc", "I. MỤC ĐÍCH, YÊU CẦU"),
            paragraph("KhoanTen", "1. Mục đích"),
            paragraph("NoiDung", _LONG),
            paragraph("KhoanTen", "2. Yêu cầu"),
            paragraph("NoiDung", _LONG),
            paragraph("Muc", "II. NHIỆM VỤ"),
            paragraph("Khoan", f"1. {_LONG}"),
            paragraph("Khoan", f"2. {_LONG}"),
        ]

    return package(
        head("Số: 85/KH-UBND"),
        paragraph("TenLoai", "KẾ HOẠCH"),
        paragraph("TrichYeu", "Chuyển đổi số xã Hoàng Kim năm 2024"),
        rule(1700),
        *part("I", "QUY ĐỊNH CHUNG"),
        *part("II", "TỔ CHỨC THỰC HIỆN"),
        paragraph("KetThuc", f"{_LONG[:-1]}./."),
        close("- Ủy ban nhân dân huyện (để b/c);", "- Các thôn;", "- Lưu: VT, VHXH."),
        paragraph("Ke", "", section('<w:type w:val="nextPage"/>')),
        *annex("I", "DANH MỤC NHIỆM VỤ"),
        paragraph("Ke", "", section('<w:type w:val="nextPage"/>')),
        *annex("II", "KINH PHÍ THỰC HIỆN"),
        section(),
    )
