"""A Word file opened for single changes, as an officer makes them: by hand on a paragraph, or in its style."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from generator.word.package import DOCUMENT, Member, read_parts, write_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STYLES, HEADER = "word/styles.xml", "word/header1.xml"

Element = etree._Element
Edit = Callable[["Draft"], None]


class Draft:
    """The parts of a package as trees; ``packed`` gives the changed file."""

    def __init__(self, data: bytes) -> None:
        self._parts = read_parts(data)
        self._trees: dict[str, Element] = {}

    def tree(self, part: str = DOCUMENT) -> Element:
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self._parts[part])
        return self._trees[part]

    @property
    def body(self) -> Element:
        return next(self.tree().iter(f"{W}body"))

    def packed(self) -> bytes:
        written = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        return write_package(Member.of(name, data) for name, data in (self._parts | written).items())

    def add_part(self, name: str, text: str, relation: str, kind: str) -> None:
        """A part that the document refers to by the id ``relation``."""
        self._parts[name] = text.encode()
        relations = self.tree("word/_rels/document.xml.rels")
        entry = etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship")
        entry.set("Id", relation)
        entry.set("Type", f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")
        entry.set("Target", name.removeprefix("word/"))
        types = self.tree("[Content_Types].xml")
        override = etree.SubElement(types, f"{{{types.nsmap[None]}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml")

    def paragraphs(self, style: str) -> list[Element]:
        """The paragraphs of a style, in the order of the file; those of the header stand there too."""
        found = [p for p in self.tree().iter(f"{W}p") if style_of(p) == style]
        if not found and HEADER in self._parts:
            found = [p for p in self.tree(HEADER).iter(f"{W}p") if style_of(p) == style]
        assert found, f"no paragraph of style {style}"
        return found

    def paragraph(self, style: str, words: str = "") -> Element:
        """The first paragraph of a style that holds these words."""
        return next(p for p in self.paragraphs(style) if words in text_of(p))

    def style(self, id_: str) -> Element:
        return next(each for each in self.tree(STYLES).iter(f"{W}style") if each.get(f"{W}styleId") == id_)

    def sections(self) -> list[Element]:
        return list(self.tree().iter(f"{W}sectPr"))


def style_of(p: Element) -> str | None:
    found = p.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def text_of(p: Element) -> str:
    return "".join(each.text or "" for each in p.iter(f"{W}t"))


def child(parent: Element, name: str, *, first: bool = False) -> Element:
    """The child of that name, made where it is missing."""
    found = parent.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        parent.insert(0, found) if first else parent.append(found)
    return found


def put(properties: Element, name: str, **values: str) -> None:
    """Sets one property: attributes that are not named stay."""
    found = child(properties, name)
    for key, value in values.items():
        found.set(W + key, value)


def runs(p: Element) -> Iterator[Element]:
    return (run for run in p.iter(f"{W}r") if run.find(f"{W}t") is not None)


def letters(style: str, name: str, *, by_style: bool, **values: str) -> Edit:
    """Changes a property of the letters of the first paragraph of a style, or of the style itself."""

    def edit(draft: Draft) -> None:
        if by_style:
            put(child(draft.style(style), "rPr"), name, **values)
            return
        for run in runs(draft.paragraph(style)):
            put(child(run, "rPr", first=True), name, **values)

    return edit


def layout(style: str, name: str, *, by_style: bool, **values: str) -> Edit:
    """Changes a property of the first paragraph of a style, or of the style itself."""

    def edit(draft: Draft) -> None:
        owner = draft.style(style) if by_style else draft.paragraph(style)
        put(child(owner, "pPr", first=not by_style), name, **values)

    return edit


def one_run(style: str, name: str, words: str, **values: str) -> Edit:
    """Changes a property of some words in the middle of a paragraph."""

    def edit(draft: Draft) -> None:
        run = next(r for r in runs(draft.paragraph(style, words)) if words in text_of(r))
        before, _, after = text_of(run).partition(words)
        parent, at = run.getparent(), run.getparent().index(run)
        parent.remove(run)
        for offset, piece in enumerate(piece for piece in (before, words, after) if piece):
            made = etree.Element(f"{W}r")
            if piece == words:
                put(child(made, "rPr"), name, **values)
            text = etree.SubElement(made, f"{W}t")
            text.text = piece
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            parent.insert(at + offset, made)

    return edit


def words(style: str, old: str, new: str) -> Edit:
    """Types other words in the first paragraph of a style that holds ``old``."""

    def edit(draft: Draft) -> None:
        text = next(t for p in draft.paragraphs(style) for t in p.iter(f"{W}t") if old in (t.text or ""))
        text.text = (text.text or "").replace(old, new, 1)

    return edit


def without(style: str, held: str = "") -> Edit:
    """Deletes the first paragraph of a style that holds these words."""

    def edit(draft: Draft) -> None:
        p = draft.paragraph(style, held)
        p.getparent().remove(p)

    return edit


def drop(style: str, name: str) -> Edit:
    """Takes a property away from a style's paragraph properties."""

    def edit(draft: Draft) -> None:
        for each in list(child(draft.style(style), "pPr").iterchildren(W + name)):
            each.getparent().remove(each)

    return edit


def page(name: str, at: int = 0, **values: str) -> Edit:
    """Changes the page of a section."""

    def edit(draft: Draft) -> None:
        put(draft.sections()[at], name, **values)

    return edit


def page_without(name: str, at: int = 0) -> Edit:
    def edit(draft: Draft) -> None:
        section = draft.sections()[at]
        section.remove(child(section, name))

    return edit


def both(*edits: Edit) -> Edit:
    def edit(draft: Draft) -> None:
        for each in edits:
            each(draft)

    return edit
