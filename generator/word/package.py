"""A .docx as a package of parts: read with limits, written with the same bytes every time.

ZIP as in ECMA-376 part 2 (OPC): deflate or stored members, no encryption.  Members are kept deflated, so that
what a template does not change is copied and not compressed again.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO

from msgspec import Struct

from generator.patterns import regex

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONS = "_rels/.rels"
DOCUMENT = "word/document.xml"
CORE_PROPERTIES = "docProps/core.xml"
PAGES = regex(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""The names of the parts that hold paragraphs of the pages."""
_NUMBERED = regex(r"word/document\d{1,3}\.xml")
_RELATIONS = "word/_rels/{}.rels"

MAX_MEMBERS = 2_000
MAX_SIZE = 200 * 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = "tệp Word bị hỏng, bị cắt cụt hoặc có mật khẩu, không mở được"
_NO_DOCX = "tệp không phải là tệp Word (.docx)"

_LEVEL = 3  # of deflate: the last of the quick levels; level 6 takes up to four times as long for a sixth less

# 1980-01-01 00:00, the first moment that ZIP knows: a build carries no clock.
_DOS_TIME, _DOS_DATE = 0, 0x21
_UTF8_NAMES = 0x800
_DEFLATED = 8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class NotDocx(Exception):
    """The bytes are no usable .docx; ``problem`` says why, in Vietnamese."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Member(Struct, frozen=True):
    """One part of a package, deflated."""

    name: str
    crc: int
    size: int
    deflated: bytes

    @property
    def data(self) -> bytes:
        """The part's bytes."""
        return zlib.decompress(self.deflated, -zlib.MAX_WBITS)

    @classmethod
    def of(cls, name: str, data: bytes) -> Member:
        squeezer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(name, zlib.crc32(data), len(data), squeezer.compress(data) + squeezer.flush())


def read_parts(data: bytes) -> dict[str, bytes]:
    """All parts by name.  Raises ``NotDocx`` for what is no Word file, or too large, or holds a DTD."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = [info for info in archive.infolist() if info.filename and not info.is_dir()]
            if any(info.compress_type not in _METHODS for info in members):
                raise NotDocx(_NO_DOCX)
            if len(members) > MAX_MEMBERS or sum(info.file_size for info in members) > MAX_SIZE:
                raise NotDocx("tệp giải nén ra quá lớn")
            parts = {info.filename: _read(archive, info) for info in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise NotDocx(_BROKEN if data.startswith(b"PK") else _NO_DOCX) from error
    parts = _by_usual_name(parts)
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        raise NotDocx("tệp nén không chứa văn bản Word (thiếu word/document.xml)")
    if any(b"<!DOCTYPE" in part for name, part in parts.items() if name.endswith((".xml", ".rels"))):
        raise NotDocx("tệp chứa khai báo DOCTYPE, Word không bao giờ viết như vậy")
    return parts


def _by_usual_name(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, the main one under its usual name: Word on the web calls it ``word/document2.xml``."""
    numbered = [name for name in parts if _NUMBERED.fullmatch(name)]
    if DOCUMENT in parts or len(numbered) != 1:
        return parts
    named = numbered[0]
    names = {named: DOCUMENT, _RELATIONS.format(named.rpartition("/")[2]): _RELATIONS.format("document.xml")}
    renamed = {names.get(name, name): content for name, content in parts.items()}
    for name in (CONTENT_TYPES, PACKAGE_RELATIONS):
        if name in renamed:
            renamed[name] = renamed[name].replace(named.encode(), DOCUMENT.encode())
    return renamed


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's bytes, never more than it declares: a bomb lies about its size."""
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise NotDocx(_NO_DOCX)
    return data


def write_package(members: Iterable[Member]) -> bytes:
    """The package's bytes: parts by name (content types first, as readers expect), no clock, no machine."""
    ordered = sorted(members, key=lambda member: (member.name != CONTENT_TYPES, member.name))
    body, directory = bytearray(), bytearray()
    for member in ordered:
        name = member.name.encode()
        facts = (_UTF8_NAMES, _DEFLATED, _DOS_TIME, _DOS_DATE, member.crc, len(member.deflated), member.size)
        directory += _CENTRAL.pack(b"PK\x01\x02", 20, 20, *facts, len(name), 0, 0, 0, 0, 0, len(body)) + name
        body += _LOCAL.pack(b"PK\x03\x04", 20, *facts, len(name), 0) + name + member.deflated
    end = _END.pack(b"PK\x05\x06", 0, 0, len(ordered), len(ordered), len(directory), len(body), 0)
    return bytes(body + directory + end)
