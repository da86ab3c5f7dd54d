"""A watermark behind the text of every page, as Word itself makes one: WordArt of VML in each header in use.

Word takes what stands here for a watermark of its own, so that an officer can remove it by Design > Watermark.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree
from msgspec import Struct

from generator.patterns import regex
from generator.word.package import CONTENT_TYPES, DOCUMENT, Member, NotDocx, read_parts, write_package

_RELATIONS = "word/_rels/document.xml.rels"
_RELATIONS_NAME = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NAME = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_VML_WORD = 'xmlns:w10="urn:schemas-microsoft-com:office:word"'

_NAME = "PowerPlusWaterMarkObject"  # by which Word knows a watermark of its own
_SHAPE = regex(rb"_x0000_s([0-9]{1,9})")
_BEFORE_SHAPES = 2048  # Word counts the shapes of headers from the next number on
# Points.  Turned by 45 degrees it takes a square of 13 cm, which every page from A5 on has.
_LENGTH, _HEIGHT = 412, 110
_LOOK = 'fillcolor="silver" stroked="f"'

# The preset for plain text of WordArt (ECMA-376 part 4, 19.1.2.23 and its list of shape types).
_FORMULAS = (
    *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0"),
    *("if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7"),
    "sum @6 0 @5",
)
_PLAIN_TEXT = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
    f"{''.join(f'<v:f eqn={quoteattr(formula)}/>' for formula in _FORMULAS)}</v:formulas>"
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def watermarked(data: bytes, words: str) -> bytes:
    """The document with ``words`` behind the text of every page: grey, from corner to corner.

    A header that a page uses and does not have is made, so low that nothing on the page moves.
    Raises ``NotDocx`` for bytes that are no usable .docx.
    """
    parts = read_parts(data)
    package = _Package(parts)
    taken = (int(number) for part in parts.values() for number in _SHAPE.findall(part))
    free = max((_BEFORE_SHAPES, *taken)) + 1
    for number, name in enumerate(dict.fromkeys(_headers_in_use(package)), start=free):
        package.roots[name] = _marked(package.root(name), words, number)
    changed = {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
               for name, root in package.roots.items()}  # fmt: skip
    return write_package(Member.of(name, content) for name, content in {**parts, **changed}.items())


class _Package:
    """The parts of a document; ``roots`` holds those that have been parsed, each of which is written anew."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.roots: dict[str, etree._Element] = {}
        self._parts = parts

    def root(self, name: str) -> etree._Element:
        """The root of a part."""
        if name not in self.roots:
            self.roots[name] = _parsed(self._parts[name])
        return self.roots[name]

    @property
    def relations(self) -> etree._Element:
        """The relations of the document's main part, which may have had none."""
        if _RELATIONS not in self._parts:
            self.roots.setdefault(_RELATIONS, etree.Element(f"{{{_RELATIONS_NAME}}}Relationships"))
        return self.root(_RELATIONS)

    def target(self, relation: str | None) -> str | None:
        """The name of the part that a relation of the main part leads to, None where there is no such part."""
        for each in self.relations:
            if relation is not None and each.get("Id") == relation and each.get("TargetMode") != "External":
                name = posixpath.normpath(posixpath.join("/word", each.get("Target", ""))).lstrip("/")
                return name if name in self._parts or name in self.roots else None
        return None

    def setting(self, name: str) -> bool:
        """Whether a switch of the document's settings stands there and is on."""
        for each in self.relations:
            if each.get("Type", "").endswith("/settings"):
                part = self.target(each.get("Id"))
                return part is not None and _is_on(_parsed(self._parts[part]), name)
        return False

    def new_header(self, words: _Names) -> str:
        """The id of the relation of a new header that takes no room on the page."""
        taken = {*self._parts, *self.roots}
        name = next(name for name in (f"word/header{n}.xml" for n in range(1, len(taken) + 2)) if name not in taken)
        header = etree.Element(words.w("hdr"), nsmap={"w": words.main, "r": words.office})
        header.append(_low_paragraph(words))
        self.roots[name] = header
        types = self.root(CONTENT_TYPES)
        etree.SubElement(types, f"{{{_TYPES_NAME}}}Override", PartName=f"/{name}", ContentType=_HEADER_TYPE)
        ids = {each.get("Id") for each in self.relations}
        free = next(ident for ident in (f"rIdHeader{n}" for n in range(1, len(ids) + 2)) if ident not in ids)
        facts = {"Id": free, "Type": f"{words.office}/header", "Target": posixpath.basename(name)}
        etree.SubElement(self.relations, f"{{{_RELATIONS_NAME}}}Relationship", facts)
        return free


class _Names(Struct, frozen=True):
    """The namespaces of a document: the usual ones, or those of the strict form (ISO/IEC 29500-1)."""

    main: str

    @property
    def office(self) -> str:
        return _STRICT_OFFICE if "purl.oclc.org" in self.main else _OFFICE

    def w(self, name: str) -> str:
        """The full name of an element or attribute of WordprocessingML."""
        return f"{{{self.main}}}{name}"

    @property
    def id(self) -> str:
        return f"{{{self.office}}}id"


def _names(root: etree._Element) -> _Names:
    return _Names(etree.QName(root).namespace or "")


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NotDocx("tệp Word bị hỏng: một phần của tệp không đọc được") from error


def _is_on(parent: etree._Element, name: str) -> bool:
    names = _names(parent)
    found = parent.find(names.w(name))
    return found is not None and found.get(names.w("val")) not in ("0", "false", "off")


def _headers_in_use(package: _Package) -> Iterator[str]:
    """The headers that some page shows, section after section; those that are missing are made.

    A section that names no header of a type has that of the section before (ECMA-376 part 1, 17.10.5).
    """
    document = package.root(DOCUMENT)
    names = _names(document)
    both = ("default", "even") if package.setting("evenAndOddHeaders") else ("default",)
    inherited: dict[str, str] = {}
    for section in _sections(document, names):
        own = {each.get(names.w("type"), "default"): each for each in section.findall(names.w("headerReference"))}
        found = {kind: package.target(each.get(names.id)) for kind, each in own.items()}
        inherited |= {kind: name for kind, name in found.items() if name is not None}
        for kind in (*both, "first") if _is_on(section, "titlePg") else both:
            if kind not in inherited:
                reference = own[kind] if kind in own else etree.Element(names.w("headerReference"))
                section.insert(0, reference)
                reference.set(names.w("type"), kind)
                reference.set(names.id, package.new_header(names))
                inherited[kind] = package.target(reference.get(names.id)) or ""
            yield inherited[kind]


def _sections(document: etree._Element, names: _Names) -> list[etree._Element]:
    """The sections in order; a body without any gets one."""
    former = {id(each) for change in document.iter(names.w("sectPrChange")) for each in change}
    found = [each for each in document.iter(names.w("sectPr")) if id(each) not in former]
    body = document.find(names.w("body"))
    if not found and body is not None:
        found = [etree.SubElement(body, names.w("sectPr"))]
    return found


def _marked(header: etree._Element, words: str, number: int) -> etree._Element:
    """The header with the watermark in its first paragraph that can hold it.

    What floats cannot be anchored in a frame or a text box.
    """
    names = _names(header)
    boxed = (names.w("txbxContent"), names.w("del"), names.w("moveFrom"))
    for paragraph in header.iter(names.w("p")):
        framed = paragraph.find(f"{names.w('pPr')}/{names.w('framePr')}") is not None
        if not framed and next(paragraph.iterancestors(*boxed), None) is None:
            break
    else:
        paragraph = _low_paragraph(names)
        header.append(paragraph)
    properties = paragraph.find(names.w("pPr"))
    paragraph.insert(0 if properties is None else 1, _run(names, words, number))
    return header


def _low_paragraph(names: _Names) -> etree._Element:
    """A paragraph a point high."""
    return etree.fromstring(
        f'<w:p xmlns:w="{names.main}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def _run(names: _Names, words: str, number: int) -> etree._Element:
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{_LENGTH}pt;height:{_HEIGHT}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return etree.fromstring(
        f'<w:r xmlns:w="{names.main}" {_VML} {_VML_WORD}><w:rPr><w:noProof/></w:rPr><w:pict>{_PLAIN_TEXT}'
        f'<v:shape id="{_NAME}{number}" o:spid="_x0000_s{number}" type="#_x0000_t136" '
        f'style="{style}" o:allowincell="f" {_LOOK}><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string={quoteattr(words)}/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )
