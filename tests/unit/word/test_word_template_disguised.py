"""What a template must not bring along is refused under whatever name, encoding or form it comes."""

from __future__ import annotations

import pytest
from word_documents import docx, words

from generator.word.builder.template import build_template
from generator.word.builder.xml import NAMESPACES, w
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, read_parts, write_package
from generator.word.prepare import prepare

RELATIONS = "word/_rels/document.xml.rels"
HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
USUAL, STRICT = "schemas.openxmlformats.org", "purl.oclc.org/ooxml"
FETCHING = (
    '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="https://xau.example/a.png" TargetMode="External"/></Relationships>'
)
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BEGIN, END = (w("r", w("fldChar", fldCharType=each)) for each in ("begin", "end"))
RUNNING = w("r", "<w:instrText>DDEAUTO a b</w:instrText>")
HARMFUL = f"<w:hdr {NAMESPACES}>{w('p', BEGIN, RUNNING, END)}</w:hdr>"


def package(parts: dict[str, bytes]) -> bytes:
    return write_package(Member.of(name, content) for name, content in parts.items())


def listed(parts: dict[str, bytes], entry: str) -> dict[str, bytes]:
    types = parts[CONTENT_TYPES].decode().replace("</Types>", f"{entry}</Types>")
    return {**parts, CONTENT_TYPES: types.encode()}


def with_part(name: str, content: bytes, kind: str = HEADER) -> bytes:
    entry = f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return package(listed({**read_parts(build_template()), name: content}, entry))


def changed(part: str, old: str, new: str, *, name: str = "", encoding: str = "utf-8") -> bytes:
    """The shipped template with words of a part changed, the part under another name or in another encoding."""
    parts = read_parts(build_template())
    text = parts.pop(part).decode()
    assert old in text
    return package({**parts, name or part: text.replace(old, new).encode(encoding)})


def by_extension() -> bytes:
    parts = {**read_parts(build_template()), "word/media/a.png": HARMFUL.encode()}
    return package(listed(parts, f'<Default Extension="png" ContentType="{HEADER}"/>'))


DISGUISED = {
    "a header by another extension": with_part("word/dau.bin", HARMFUL.encode()),
    "a header in capitals": with_part("word/HEADER9.XML", HARMFUL.encode()),
    "a header that seems a picture": by_extension(),
    "a header by another name": with_part("word/dau.xml", f"<w:hdr {NAMESPACES}/>".encode()),
    "a header in another encoding": with_part(
        "word/header9.xml", f'<?xml version="1.0" encoding="UTF-16"?>{HARMFUL}'.encode("utf-16")
    ),
    "a header in an encoding that only Word knows": with_part(
        "word/header9.xml", f'<?xml version="1.0" encoding="utf-7"?>{HARMFUL}'.encode()
    ),
    "the strict form": with_part(
        "word/header9.xml",
        HARMFUL.replace(f"{USUAL}/wordprocessingml/2006", f"{STRICT}/wordprocessingml").encode(),
    ),
    "another main part": with_part("word/khac.xml", f"<w:document {NAMESPACES}/>".encode(), MAIN),
    "a header as main part": with_part("word/header9.xml", f"<w:document {NAMESPACES}/>".encode(), MAIN),
    "relations in capitals": changed(RELATIONS, "</Relationships>", FETCHING, name="word/_rels/document.xml.RELS"),
    "an object without relation": changed(
        DOCUMENT, "</w:body>", '<w:p><w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r></w:p></w:body>'
    ),
    "another document without relation": changed(DOCUMENT, "</w:body>", "<w:altChunk/></w:body>"),
    "a mail merge": changed(
        "word/settings.xml", "</w:settings>", '<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge></w:settings>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", DISGUISED.values(), ids=list(DISGUISED))
def test_it_is_refused_however_it_is_disguised(data: bytes) -> None:
    prepared, findings = prepare(data, "mau.docx")
    assert prepared is None
    assert {each.rule for each in findings} == {"MB106"}
    assert all(each.problem and each.fix for each in findings)


def test_a_damaged_part_does_not_hide_the_others() -> None:
    parts = read_parts(changed(RELATIONS, "</Relationships>", FETCHING))
    prepared, findings = prepare(package({**parts, "a/_rels/b.rels": b"<"}), "mau.docx")
    assert prepared is None
    assert {each.rule for each in findings} == {"MB101"}


def test_a_field_of_which_only_some_versions_of_word_see_the_instruction_is_refused() -> None:
    shown = w("r", "<w:instrText>PAGE </w:instrText>")
    kinds = f'<mc:Choice Requires="wps">{shown}</mc:Choice><mc:Fallback>{RUNNING}</mc:Fallback>'
    prepared, findings = prepare(
        docx(w("p", BEGIN, f"<mc:AlternateContent {MC}>{kinds}</mc:AlternateContent>", END)), "a"
    )
    assert prepared is None
    assert {each.rule for each in findings} == {"MB106"}


def test_a_whole_field_in_a_drawing_of_two_versions_is_let_through() -> None:
    field = w("p", BEGIN, w("r", "<w:instrText>PAGE</w:instrText>"), END)
    kinds = f'<mc:Choice Requires="wps">{field}</mc:Choice><mc:Fallback>{field}</mc:Fallback>'
    box = w("p", w("r", f"<mc:AlternateContent {MC}>{kinds}</mc:AlternateContent>"))
    assert prepare(docx(box), "mau.docx")[0] is not None


def test_what_word_itself_writes_beside_the_pages_is_let_through() -> None:
    parts = {
        **read_parts(docx(words("chữ"))),
        "word/glossary/document.xml": f"<w:glossaryDocument {NAMESPACES}/>".encode(),
    }
    kind = MAIN.replace("document.main", "document.glossary")
    data = package(listed(parts, f'<Override PartName="/word/glossary/document.xml" ContentType="{kind}"/>'))
    assert prepare(data, "mau.docx")[0] is not None
