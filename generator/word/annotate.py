"""Remarks written into a copy of a document as Word comments (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec import Struct

from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, NotDocx, read_parts, write_package

_W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_W_NAME}}}"
_RELATIONS_NAME = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NAME = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS, _RELATIONS = "word/comments.xml", "word/_rels/document.xml.rels"
_AUTHOR, _INITIALS = "cds-gen", "cds"


class Remark(Struct, frozen=True):
    """What is to be said of a paragraph: ``part`` and ``paragraph`` as in ``DocxPlace``, one line of text or more."""

    part: str
    paragraph: int
    lines: tuple[str, ...]


def annotated(data: bytes, remarks: Iterable[Remark]) -> bytes:
    """A copy of the document with a comment for each remark; nothing else changes.

    A comment can hang only on a paragraph of the text itself: a remark on a header, on a text box or on the whole
    document hangs on the paragraph that holds the box, else on the first.  Raises ``NotDocx``.
    """
    parts = read_parts(data)
    document = _parsed(parts[DOCUMENT])
    if document.tag != f"{_W}document":
        raise NotDocx("tệp được lưu ở dạng Strict Open XML, không ghi chú được")
    paragraphs = list(document.iter(f"{_W}p"))
    comments, name = _comments_of(parts)
    taken = [each.get(f"{_W}id", "") for each in comments]
    number = 1 + max((int(id_) for id_ in taken if id_.isdecimal()), default=-1)
    for remark in remarks:
        home = _home(paragraphs, remark)
        if home is not None:
            _hang(home, number)
            comments.append(_comment(number, remark))
            number += 1
    changed = {DOCUMENT: _written(document), name: _written(comments)}
    if name not in parts:
        changed |= _announced(parts)
    return write_package(Member.of(part, changed.get(part, parts.get(part, b""))) for part in {**parts, **changed})


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NotDocx("tệp Word bị hỏng: không đọc được phần giữ ghi chú hoặc quan hệ của văn bản") from error


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments_of(parts: Mapping[str, bytes]) -> tuple[etree._Element, str]:
    """The comments that the document has already, or none, and the name of their part."""
    name = _COMMENTS
    if _RELATIONS in parts:
        for relation in _parsed(parts[_RELATIONS]):
            if relation.get("Type") == _RELATION:
                name = posixpath.normpath(posixpath.join("word", relation.get("Target", ""))).lstrip("/")
    if name in parts:
        return _parsed(parts[name]), name
    return etree.Element(f"{_W}comments", nsmap={"w": _W_NAME}), _COMMENTS


def _announced(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Content types and relationships with the part of comments in them."""
    types = _parsed(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{{{_TYPES_NAME}}}Override", PartName=f"/{_COMMENTS}", ContentType=_TYPE)
    relations = (
        _parsed(parts[_RELATIONS])
        if _RELATIONS in parts
        else _parsed(f'<Relationships xmlns="{_RELATIONS_NAME}"/>'.encode())
    )
    taken = {relation.get("Id") for relation in relations}
    free = next(name for name in (f"rIdComments{number}" for number in range(len(taken) + 1)) if name not in taken)
    etree.SubElement(relations, f"{{{_RELATIONS_NAME}}}Relationship", Id=free, Type=_RELATION, Target="comments.xml")
    return {CONTENT_TYPES: _written(types), _RELATIONS: _written(relations)}


def _home(paragraphs: list[etree._Element], remark: Remark) -> etree._Element | None:
    """The paragraph of the text that a remark can hang on."""
    if not paragraphs:
        return None
    inside = remark.part == DOCUMENT and 0 < remark.paragraph <= len(paragraphs)
    paragraph = paragraphs[remark.paragraph - 1] if inside else paragraphs[0]
    outer = list(paragraph.iterancestors(f"{_W}p"))
    return outer[-1] if outer else paragraph


def _hang(paragraph: etree._Element, number: int) -> None:
    identity = {f"{_W}id": str(number)}
    start = etree.Element(f"{_W}commentRangeStart", identity)
    properties = paragraph.find(f"{_W}pPr")
    paragraph.insert(0 if properties is None else 1, start)
    etree.SubElement(paragraph, f"{_W}commentRangeEnd", identity)
    run = etree.SubElement(paragraph, f"{_W}r")
    etree.SubElement(run, f"{_W}commentReference", identity)


def _comment(number: int, remark: Remark) -> etree._Element:
    facts = {f"{_W}id": str(number), f"{_W}author": _AUTHOR, f"{_W}initials": _INITIALS}
    comment = etree.Element(f"{_W}comment", facts)
    for line in remark.lines:
        run = etree.SubElement(etree.SubElement(comment, f"{_W}p"), f"{_W}r")
        text = etree.SubElement(run, f"{_W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = line
    return comment
