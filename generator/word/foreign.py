"""What a template must not bring along: programs, embedded objects, whatever makes Word fetch things from elsewhere.

All parts of a template go into every document that is built with it.  A template may come from a stranger, and a
document that runs or fetches something is none that an office may send.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape

from generator.patterns import regex
from generator.vn.text import quoted
from generator.word.disguised import disguised
from generator.word.foreign_parts import Foreign
from generator.word.ooxml import MC, Element, W, parse
from generator.word.package import CONTENT_TYPES, PACKAGE_RELATIONS

_MACROS = regex(r"vbaProject|vbaData|macroEnabled|activeX|attachedToolbars|keyMapCustomizations", re.IGNORECASE)
_PROGRAMS = frozenset(
    {"vbaProject", "wordVbaData", "control", "attachedToolbars", "keyMapCustomizations", "extensibility"}
)
_OBJECTS = frozenset({"oleObject", "aFChunk", "subDocument", "frame", "mailMergeSource", "recipientData"})
_FETCHED = regex(r"<(?:v|o):\w+\b[^>]*?\s(?:src|o:href|href)\s*=\s*[\"']([^\"']+)")
_HOLDING = regex(rb"<(?:[\w.-]+:)?(OLEObject|altChunk|subDoc|objectEmbed|objectLink|control|mailMerge)(?=[\s/>])")
_FRAGMENT = ("word/charts/", "word/diagrams/")
# Fields that only count, date, number or repeat what stands in the document (ECMA-376 part 1, 17.16.5).
_FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "NUMWORDS", "NUMCHARS"),
        *("AUTHOR", "LASTSAVEDBY", "USERNAME", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "DOCPROPERTY", "FILENAME"),
        *("FILESIZE", "TEMPLATE", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "HYPERLINK", "TOC", "TC", "TOA", "TA"),
        *("INDEX", "XE", "IF", "MERGEFIELD", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL", "ADVANCE"),
    }
)
_INSTRUCTION = regex(r'[\s\\"]*([^\s\\"{}]*)')
_JUDGED = "PAGE"  # what stands for a field of which the instruction is done with
_HAS_FIELDS = (b"instrText", b"fldSimple")


def foreign(parts: Mapping[str, bytes]) -> list[Foreign]:
    """All such things of a package.  Raises ``NotDocx`` for a damaged part in which one might stand."""
    hidden = list(disguised(parts))
    if hidden:
        return hidden
    related = list(_relations(parts))
    return [*_programs(parts), *related, *([] if related else _objects(parts)), *_pictures(parts), *_fields(parts)]


def _programs(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    named = [name for name in parts if _MACROS.search(name)]
    if named or _MACROS.search(parts.get(CONTENT_TYPES, b"").decode("utf-8", "replace")):
        yield Foreign(
            named[0] if named else CONTENT_TYPES,
            0,
            "Mẫu có macro hoặc nút bấm chạy chương trình.",
            "Mở mẫu bằng Word, lưu lại dạng Word Document (.docx, không phải .docm): Word bỏ macro khi lưu.",
        )


def _relations(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    for name, content in parts.items():
        if name.endswith(".rels"):
            for relation in parse(content, name):
                found = _relation(name, relation)
                if found is not None:
                    yield found


def _relation(name: str, relation: Element) -> Foreign | None:
    kind = str(relation.get("Type") or "").rstrip("/").rpartition("/")[2]
    target = unescape(str(relation.get("Target") or ""))
    part = posixpath.dirname(posixpath.dirname(name)) + "/" + posixpath.basename(name).removesuffix(".rels")
    part = part.lstrip("/") or PACKAGE_RELATIONS
    if kind == "attachedTemplate":
        fix = "Trong Word: thẻ Developer, Document Template, xóa tên mẫu đính kèm rồi lưu lại."
        return Foreign(part, 0, f"Tệp đính kèm một mẫu khác ({quoted(target)}) mà Word sẽ tự tải về.", fix)
    if kind in _PROGRAMS:
        fix = "Mở mẫu bằng Word, lưu lại dạng Word Document (.docx, không phải .docm): Word bỏ macro khi lưu."
        return Foreign(part, 0, f"Mẫu gắn một chương trình ({quoted(target)}).", fix)
    embedded = kind == "package" and not part.startswith(_FRAGMENT)
    if kind in _OBJECTS or embedded:
        fix = "Mở mẫu bằng Word, xóa đối tượng nhúng (bảng tính, tệp, văn bản khác); cần thì dán vào dạng hình."
        return Foreign(part, 0, f"Mẫu nhúng hoặc nối một tệp khác ({quoted(target)}).", fix)
    if str(relation.get("TargetMode") or "").lower() == "external" and kind != "hyperlink":
        fix = "Mở mẫu bằng Word, xóa hình hay phần ấy, chèn lại từ tệp trong máy (Insert, Pictures, không chọn Link)."
        return Foreign(part, 0, f"Mẫu lấy một phần từ nơi khác ({quoted(target)}) mỗi lần mở.", fix)
    return None


def _objects(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """Objects and sources of data that no relation tells of."""
    for name, content in parts.items():
        if name.endswith(".xml") and (found := _HOLDING.search(content)):
            fix = "Mở mẫu bằng Word, xóa đối tượng nhúng; đang trộn thư thì chọn Mailings, Normal Word Document."
            yield Foreign(name, 0, f"Mẫu nhúng hoặc nối một tệp khác ({quoted(found[1].decode())}).", fix)


def _pictures(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """Old drawings that name a picture to be fetched."""
    for name, content in parts.items():
        if name.endswith(".xml") and (b"<v:" in content or b"<o:" in content):
            for found in _FETCHED.finditer(content.decode("utf-8", "replace")):
                target = unescape(found.group(1))
                if ":" in target or target.startswith(("\\\\", "//")):
                    fix = "Mở mẫu bằng Word, xóa hình ấy rồi chèn lại từ tệp trong máy."
                    yield Foreign(name, 0, f"Hình trong mẫu lấy từ nơi khác ({quoted(target)}).", fix)


def _fields(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    for name, content in parts.items():
        if name.endswith(".xml") and any(mark in content for mark in _HAS_FIELDS):
            yield from _fields_of(name, parse(content, name))


def _fields_of(name: str, root: Element) -> Iterator[Foreign]:
    """Fields of kinds that are not allowed; one may stand in another, and take several paragraphs."""
    number, open_fields = 0, list[tuple[int, str]]()
    for element in root.iter():
        number += element.tag == f"{W}p"
        mark = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else None
        if mark == "begin":
            open_fields.append((number, ""))
        elif mark == "separate" and open_fields:
            yield from _field(name, *open_fields[-1])
            open_fields[-1] = (number, _JUDGED)
        elif mark == "end" and open_fields:
            yield from _field(name, *open_fields.pop())
        elif element.tag in (f"{W}instrText", f"{W}delInstrText") and open_fields:
            start, instruction = open_fields[-1]
            open_fields[-1] = (start, instruction + (element.text or ""))
        elif element.tag == f"{W}fldSimple":
            yield from _field(name, number, element.get(f"{W}instr") or "")
    for start, instruction in open_fields:
        yield from _field(name, start, instruction)
    for version in (each for tag in (f"{MC}Choice", f"{MC}Fallback") for each in root.iter(tag)):
        yield from _torn(name, version)


def _torn(name: str, version: Element) -> Iterator[Foreign]:
    """Instructions of a field that begins outside of this version of the words: each Word joins them in its way."""
    depth = 0
    for element in version.iter():
        mark = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else None
        depth += {"begin": 1, "end": -1}.get(mark or "", 0)
        if element.tag == f"{W}instrText" and depth < 1:
            yield from _field(name, 0, "")
            return


def _field(name: str, paragraph: int, instruction: str) -> Iterator[Foreign]:
    found = _INSTRUCTION.match(instruction)
    word = found.group(1).upper() if found else ""
    # A field made of fields has no word of its own: what it does is known only when Word has worked it out.
    if word.split("=")[0] in _FIELDS or word.startswith("="):
        return
    fix = "Mở mẫu bằng Word, bấm Alt+F9 để thấy mã trường, xóa trường ấy."
    yield Foreign(name, paragraph, f"Mẫu có trường {quoted(word or instruction)} không được phép.", fix)
