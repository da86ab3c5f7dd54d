"""Files that are no Word document, or a broken, hidden or hostile one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from made import NS, cong_van, package, paragraph, section

from generator.word.package import DOCUMENT, read_parts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MANY = 10_000


def zipped(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_document(xml: str) -> bytes:
    return zipped(read_parts(cong_van()) | {DOCUMENT: xml.encode()})


def nested_tables(levels: int) -> bytes:
    opened = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    return package(opened * levels + "<w:p/>" + "<w:p/></w:tc></w:tr></w:tbl>" * levels, section())


def nested_boxes(levels: int) -> bytes:
    opened = '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    closed = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    return package(opened * levels + "<w:p/>" + closed * levels, section())


def bomb() -> bytes:
    """A hundred kilobytes that unpack to more than any document holds."""
    return zipped(read_parts(cong_van()) | {"word/media/image1.bmp": bytes(300 * 1024 * 1024)})


def text_bomb() -> bytes:
    """One part of XML that is larger than any that people make."""
    filler = "<w:p/>" * (10 * 1024 * 1024)
    return with_document(f"<w:document {NS}><w:body>{filler}</w:body></w:document>")


def lying_bomb() -> bytes:
    """A bomb whose directory says that it is small."""
    data = bytearray(bomb())
    size = (300 * 1024 * 1024).to_bytes(4, "little")
    assert data.count(size) == 2
    return bytes(data.replace(size, (1000).to_bytes(4, "little")))


def many_members() -> bytes:
    return zipped(read_parts(cong_van()) | {f"word/media/{number}.txt": b"x" for number in range(_MANY)})


def macro_enabled() -> bytes:
    """A .docm: a document like any other, with a program in it."""
    parts = read_parts(cong_van())
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return zipped(parts | {"[Content_Types].xml": types, "word/vbaProject.bin": _OLE + bytes(2000)})


def entities() -> bytes:
    """Entities that grow by a thousand million when they are put in."""
    bodies = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return with_document(
        f'<!DOCTYPE w:document [<!ENTITY a0 "ha">{bodies}]><w:document {NS}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )


def encrypted_zip() -> bytes:
    data = bytearray(cong_van())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


def _spoilt_part() -> bytes:
    data = bytearray(zipped(read_parts(cong_van()), zipfile.ZIP_STORED))
    at = data.find("Kính gửi".encode())
    data[at] ^= 0xFF
    return bytes(data)


REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "empty.docx": (lambda: b"", "không phải là tệp Word"),
    "text.docx": (lambda: "Kính gửi: Ủy ban nhân dân huyện".encode(), "không phải là tệp Word"),
    "page.docx": (lambda: b"<html><body>Bao cao</body></html>", "không phải là tệp Word"),
    "old.doc": (lambda: _OLE + bytes(4000), "tệp .doc cũ hoặc tệp Word có mật khẩu"),
    "locked.docx": (lambda: _OLE + b"EncryptedPackage".join((bytes(600),) * 2), "có mật khẩu"),
    "rich.docx": (lambda: rb"{\rtf1\ansi Bao cao}", "tệp .rtf"),
    "cut.docx": (lambda: cong_van()[:-400], "bị hỏng, bị cắt cụt"),
    "half.docx": (lambda: cong_van()[: len(cong_van()) // 2], "bị hỏng, bị cắt cụt"),
    "spoilt.docx": (_spoilt_part, "bị hỏng, bị cắt cụt"),
    "encrypted.docx": (encrypted_zip, "bị hỏng, bị cắt cụt"),
    "sheet.docx": (lambda: zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "word/document"),
    "noxml.docx": (lambda: with_document("<w:document"), "không đọc được"),
    "nobody.docx": (lambda: with_document(f"<w:document {NS}/>"), "không có nội dung"),
    "entities.docx": (entities, "DOCTYPE"),
    "tables.docx": (lambda: nested_tables(_MANY), "không đọc được"),
    "boxes.docx": (lambda: nested_boxes(_MANY), "không đọc được"),
    "bomb.docx": (bomb, "quá lớn"),
    "liar.docx": (lying_bomb, "bị hỏng"),
    "text-bomb.docx": (text_bomb, "quá lớn"),
    "members.docx": (many_members, "quá lớn"),
}
"""By name of file: how it is made, and what the message must hold."""

ACCEPTED: Mapping[str, Callable[[], bytes]] = {
    "macro.docm": macro_enabled,
    "boxes40.docx": lambda: nested_boxes(40),
    "tables60.docx": lambda: nested_tables(60),
    "one.docx": lambda: package(paragraph("NoiDung", "Báo cáo"), section()),
    "nothing.docx": lambda: package(section()),
    "bare.docx": lambda: package(),
}
"""Odd, but documents: they are checked."""
