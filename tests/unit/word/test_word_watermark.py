"""The watermark of a draft: in every header that a page shows, whatever the template has."""

from __future__ import annotations

import posixpath
from xml.etree import ElementTree as ET

import pytest
from word_documents import W, words

from generator.word.builder.xml import NAMESPACES
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, NotDocx, read_parts, write_package
from generator.word.watermark import watermarked

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"
NUMBER = f"<w:hdr {NAMESPACES}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:hdr>"
EVEN = f"<w:settings {NAMESPACES}><w:evenAndOddHeaders/></w:settings>"


def section(*references: str, first: bool = False, across: bool = False) -> str:
    """A section; each reference is a type of header with the id of its relation: "default rId1"."""
    named = (each.split() for each in references)
    heads = "".join(f'<w:headerReference w:type="{kind}" r:id="{ident}"/>' for kind, ident in named)
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if across else '<w:pgSz w:w="11906" w:h="16838"/>'
    return f"<w:sectPr>{heads}{size}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def file(*sections: str, headers: dict[str, str] | None = None, settings: str = "") -> bytes:
    """A document of those sections; ``headers`` are the XML of parts by the ids of their relations."""
    body = [f"<w:p><w:pPr>{each}</w:pPr></w:p>" for each in sections[:-1]] + list(sections[-1:])
    relations = [(ident, "header", f"{ident}.xml") for ident in headers or {}]
    relations += [("rIdS", "settings", "settings.xml")] if settings else []
    targets = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"/>' for ident, kind, target in relations
    )
    parts = {
        CONTENT_TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        DOCUMENT: f"<w:document {NAMESPACES}><w:body>{words('Một.')}{''.join(body)}</w:body></w:document>",
        RELATIONS: f'<Relationships xmlns="{OFFICE.replace("officeDocument", "package")}">{targets}</Relationships>',
        **{f"word/{ident}.xml": xml for ident, xml in (headers or {}).items()},
        **({"word/settings.xml": settings} if settings else {}),
    }
    return write_package(Member.of(name, text.encode()) for name, text in parts.items())


def shown(data: bytes) -> list[dict[str, str]]:
    """For each section of a marked file the header of each type, own or inherited."""
    parts = read_parts(data)
    targets = {
        each.get("Id"): posixpath.join("word", each.get("Target", "")) for each in ET.fromstring(parts[RELATIONS])
    }
    held: dict[str, str] = {}
    found = []
    for each in ET.fromstring(parts[DOCUMENT]).iter(f"{W}sectPr"):
        for reference in each.findall(f"{W}headerReference"):
            held[reference.get(f"{W}type", "")] = targets[reference.get(f"{R}id")]
        found.append(dict(held))
    return found


def marks(data: bytes, part: str) -> list[str]:
    """The words of the watermarks in a part."""
    root = ET.fromstring(read_parts(data)[part])
    return [each.get("string", "") for each in root.iter(f"{V}textpath") if each.get("string")]


def marked(data: bytes) -> bytes:
    return watermarked(data, "DỰ THẢO")


def test_a_header_keeps_its_words_and_gets_the_watermark() -> None:
    done = marked(file(section("default rId1"), headers={"rId1": NUMBER.format("2")}))
    assert marks(done, "word/rId1.xml") == ["DỰ THẢO"]
    assert "".join(ET.fromstring(read_parts(done)["word/rId1.xml"]).itertext()) == "2"
    assert shown(done) == [{"default": "word/rId1.xml"}]


def test_a_first_page_without_a_header_gets_one_of_its_own() -> None:
    done = marked(file(section("default rId1", first=True), headers={"rId1": NUMBER.format("2")}))
    (headers,) = shown(done)
    assert headers["first"] != headers["default"] == "word/rId1.xml"
    assert marks(done, headers["first"]) == ["DỰ THẢO"]


def test_a_header_that_is_made_takes_no_room() -> None:
    done = marked(file(section()))
    (paragraph,) = ET.fromstring(read_parts(done)[shown(done)[0]["default"]])
    spacing = paragraph.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    facts = {name: spacing.get(W + name) for name in ("before", "after", "line", "lineRule")}
    assert facts == {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}


def test_a_header_that_is_made_is_announced() -> None:
    done = marked(file(section()))
    name = shown(done)[0]["default"]
    types = {
        each.get("PartName"): each.get("ContentType", "") for each in ET.fromstring(read_parts(done)[CONTENT_TYPES])
    }
    assert types[f"/{name}"].endswith("wordprocessingml.header+xml")


def test_a_section_has_the_header_of_the_one_before_marked_once() -> None:
    done = marked(file(section("default rId1"), section(across=True), headers={"rId1": NUMBER.format("2")}))
    assert marks(done, "word/rId1.xml") == ["DỰ THẢO"]
    assert shown(done) == [{"default": "word/rId1.xml"}] * 2


def test_a_first_page_further_on_has_the_header_that_was_made_for_the_first() -> None:
    done = marked(file(section(first=True), section(), section(first=True, across=True)))
    one, two, three = shown(done)
    assert one == two == three
    assert {marks(done, name)[0] for name in three.values()} == {"DỰ THẢO"}


def test_every_section_with_headers_of_its_own_is_marked() -> None:
    headers = {f"rId{n}": NUMBER.format(n) for n in (1, 2, 3)}
    done = marked(file(*(section(f"default rId{n}") for n in (1, 2, 3)), headers=headers))
    assert [marks(done, f"word/rId{n}.xml") for n in (1, 2, 3)] == [["DỰ THẢO"]] * 3


def test_even_pages_are_marked_where_they_have_a_header_of_their_own() -> None:
    headers = {"rId1": NUMBER.format("2")}
    assert "even" not in shown(marked(file(section("default rId1"), headers=headers)))[0]
    done = marked(file(section("default rId1"), headers=headers, settings=EVEN))
    assert marks(done, shown(done)[0]["even"]) == ["DỰ THẢO"]


def test_a_reference_to_a_header_that_is_not_there_is_mended() -> None:
    done = marked(file(section("default rId7")))
    (reference,) = ET.fromstring(read_parts(done)[DOCUMENT]).iter(f"{W}headerReference")
    assert reference.get(f"{R}id") != "rId7"
    assert marks(done, shown(done)[0]["default"]) == ["DỰ THẢO"]


def test_a_document_without_sections_gets_one() -> None:
    done = marked(file())
    assert marks(done, shown(done)[0]["default"]) == ["DỰ THẢO"]


@pytest.mark.parametrize(
    "content",
    [
        "<w:p><w:pPr><w:framePr w:wrap='around'/></w:pPr><w:r><w:t>2</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:framePr w:wrap='around'/></w:pPr><w:r><w:t>2</w:t></w:r></w:p><w:p/>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>2</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "",
    ],
    ids=["frame", "frame and blank", "table", "content control", "empty"],
)
def test_a_header_of_any_make_is_marked_outside_its_frames(content: str) -> None:
    done = marked(file(section("default rId1"), headers={"rId1": f"<w:hdr {NAMESPACES}>{content}</w:hdr>"}))
    root = ET.fromstring(read_parts(done)["word/rId1.xml"])
    assert marks(done, "word/rId1.xml") == ["DỰ THẢO"]
    (holder,) = [each for each in root.iter(f"{W}p") if each.find(f"{W}r/{W}pict") is not None]
    assert holder.find(f"{W}pPr/{W}framePr") is None


def test_a_header_outside_the_folder_of_the_document() -> None:
    parts = read_parts(file(section("default rId1"), headers={"rId1": NUMBER.format("2")}))
    parts["dau/trang.xml"] = parts.pop("word/rId1.xml")
    parts[RELATIONS] = parts[RELATIONS].replace(b'"rId1.xml"', b'"/dau/trang.xml"')
    done = marked(write_package(Member.of(name, data) for name, data in parts.items()))
    assert marks(done, "dau/trang.xml") == ["DỰ THẢO"]


def test_the_strict_form_keeps_its_own_names() -> None:
    usual = read_parts(file(section("default rId1", first=True), headers={"rId1": NUMBER.format("2")}))
    strict = {
        name: data.replace(b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument")
        .replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006", b"http://purl.oclc.org/ooxml/wordprocessingml")
        for name, data in usual.items()
    }  # fmt: skip
    parts = read_parts(marked(write_package(Member.of(name, data) for name, data in strict.items())))
    made = ET.fromstring(parts["word/header1.xml"])
    assert made.tag == "{http://purl.oclc.org/ooxml/wordprocessingml/main}hdr"
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/header" in parts[RELATIONS]
    assert sum(b'string="D' in data for data in parts.values()) == 2


def test_shapes_have_numbers_of_their_own() -> None:
    taken = NUMBER.format("2").replace("<w:r>", '<w:r><w:pict><v:rect id="_x0000_s3000"/></w:pict>', 1)
    taken = taken.replace("<w:hdr ", f'<w:hdr xmlns:v="{V[1:-1]}" ' if "xmlns:v=" not in taken else "<w:hdr ")
    done = marked(file(section("default rId1", first=True), headers={"rId1": taken}))
    ids = [
        each.get("id")
        for name in shown(done)[0].values()
        for each in ET.fromstring(read_parts(done)[name]).iter(f"{V}shape")
    ]
    assert sorted(map(str, ids)) == ["PowerPlusWaterMarkObject3001", "PowerPlusWaterMarkObject3002"]


def test_words_with_marks_of_xml_are_kept() -> None:
    done = watermarked(file(section()), 'A & "B" <C>')
    assert marks(done, shown(done)[0]["default"]) == ['A & "B" <C>']


def test_the_same_document_gives_the_same_bytes() -> None:
    data = file(section("default rId1", first=True), section(), headers={"rId1": NUMBER.format("2")})
    assert marked(data) == marked(data)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(NotDocx):
        marked(b"khong phai Word")
    broken = read_parts(file(section("default rId1"), headers={"rId1": NUMBER.format("2")})) | {
        "word/rId1.xml": b"<w:hdr"
    }
    with pytest.raises(NotDocx):
        marked(write_package(Member.of(name, data) for name, data in broken.items()))
