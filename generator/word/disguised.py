"""Parts of a template that Word reads and this program would pass over: by their name, their encoding, their form.

Word finds a part by the package's lists, whatever its name; a program that looks for «word/header1.xml» can be led past
another one.  Word itself writes no such names, nor anything but UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.patterns import regex
from generator.vn.text import quoted
from generator.word.foreign_parts import Foreign
from generator.word.ooxml import parse
from generator.word.package import CONTENT_TYPES

_XML = (".xml", ".rels")
_DECLARED = regex(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)""")
_UTF8 = (b"utf-8", b"us-ascii", b"ascii")
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"
_WORD = "wordprocessingml."
_PAGES = regex(r"(document\.main|template\.main|header|footer|footnotes|endnotes)\+xml")
_NAMED = {
    "document.main": regex(r"/word/document\.xml"),
    "template.main": regex(r"/word/document\.xml"),
    "header": regex(r"/word/(?:glossary/)?header\d*\.xml"),
    "footer": regex(r"/word/(?:glossary/)?footer\d*\.xml"),
    "footnotes": regex(r"/word/(?:glossary/)?footnotes\.xml"),
    "endnotes": regex(r"/word/(?:glossary/)?endnotes\.xml"),
}
_FIX = "Mở mẫu bằng Word, lưu lại (Save As) dạng Word Document (*.docx)."


def disguised(parts: Mapping[str, bytes]) -> Iterator[Foreign]:
    """All such parts.  Raises ``NotDocx`` where the list of parts is damaged."""
    for name, content in parts.items():
        if name.lower().endswith(_XML):
            problem = _problem(name, content)
            if problem:
                yield Foreign(name, 0, problem, _FIX)
    for entry in parse(parts[CONTENT_TYPES], CONTENT_TYPES):
        kind = str(entry.get("ContentType") or "").lower()
        name = str(entry.get("PartName") or "")
        extension = name or f".{entry.get('Extension') or ''}"
        if kind.endswith(("+xml", "/xml")) and not _is_named(name, extension, kind):
            yield Foreign(CONTENT_TYPES, 0, f"Mẫu có một phần đặt tên lạ ({quoted(extension)}).", _FIX)


def _problem(name: str, content: bytes) -> str:
    if not name.endswith(_XML):
        return f"Mẫu có một phần đặt tên lạ ({quoted(name)})."
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in content[:4] or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "Một phần của mẫu viết bằng bảng mã khác UTF-8."
    if declared and declared[1].lower() not in _UTF8:
        return f"Một phần của mẫu viết bằng bảng mã khác UTF-8 ({quoted(declared[1].decode('latin-1'))})."
    return "Mẫu lưu ở dạng Strict Open XML, máy không đọc được thẻ trong đó." if _STRICT in content else ""


def _is_named(name: str, extension: str, kind: str) -> bool:
    """Whether a part of that type has a name under which it is looked for."""
    if not extension.endswith(_XML):
        return False
    page = _PAGES.fullmatch(kind.rpartition(_WORD)[2]) if _WORD in kind else None
    return page is None or (page[1] in _NAMED and _NAMED[page[1]].fullmatch(name) is not None)
