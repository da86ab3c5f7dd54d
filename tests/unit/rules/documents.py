"""Small documents for the tests of rules of form, with no Word file behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from generator.decree.components import COMPONENTS
from generator.decree.facts import Align, Case
from generator.word.looks import ParagraphLook, RunLook
from generator.word.recognised import Annex, Fragment, Recognised, Rule
from generator.word.view import Cell, Line, Para, Section, Stretch, View

FILE = "bao-cao.docx"
BODY = "word/document.xml"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
MM = Decimal(1440) / Decimal("25.4")

_RUN_WORDS = frozenset(RunLook.__struct_fields__)
_PARA_WORDS = frozenset(
    ("file", "part", "number", "marker", "section", "cell", "boxed", "lines", "breaks_page", "box", "room")
)
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFIED: "both"}

Parts = str | Para | Fragment | Iterable[str | Para | Fragment]


def twips(mm: Decimal | float | str) -> int:
    """Millimetres as Word stores them."""
    return round(Decimal(str(mm)) * MM)


def run_look(size: Decimal | float | str = 14, **look: Any) -> RunLook:
    """The look of letters; Times New Roman, 14, plain unless said otherwise."""
    return RunLook(**{"font": "Times New Roman", "size": Decimal(str(size)), **look})


def stretch(text: str, size: Decimal | float | str = 14, **look: Any) -> Stretch:
    return Stretch(text, run_look(size, **look))


def para(text: str | Iterable[Stretch], size: Decimal | float | str = 14, **looks: Any) -> Para:
    """A paragraph of one look, or of the stretches given.

    ``looks`` are fields of ``RunLook`` (bold, italic, caps, font, colour …), of ``Para`` (number, section, cell …) or
    of ``ParagraphLook`` (align, first_line, before …).  Its lines have 160 mm of room.  ``view`` numbers paragraphs.
    """
    letters = {name: looks.pop(name) for name in list(looks) if name in _RUN_WORDS}
    about = {name: looks.pop(name) for name in list(looks) if name in _PARA_WORDS}
    stretches = (stretch(text, size, **letters),) if isinstance(text, str) else tuple(text)
    words = "".join(part.text for part in stretches)
    placed: dict[str, Any] = {"file": FILE, "part": BODY, "number": 1, "room": twips(160), **about}
    return Para(text=words, stretches=stretches if words else (), look=ParagraphLook(**looks), **placed)


def like(component: str, text: str, **changes: Any) -> Para:
    """A paragraph set as the decree has that component set, but for ``changes``; capitals as ``text`` has them."""
    fact = COMPONENTS[component]
    look = {"size": fact.sizes.high, "bold": fact.bold, "italic": fact.italic, "align": _ALIGNS[fact.align], **changes}
    return para(text.upper() if fact.case is Case.CAPS and not look.get("caps") and text.islower() else text, **look)


def fragment(piece: str | Para | Fragment, start: int = 0, end: int | None = None) -> Fragment:
    """The paragraph, or its letters from ``start`` to ``end``."""
    if isinstance(piece, Fragment):
        return piece
    whole = para(piece) if isinstance(piece, str) else piece
    return Fragment(whole, start, len(whole.text) if end is None else end)


def fragments(pieces: Parts) -> tuple[Fragment, ...]:
    many = (pieces,) if isinstance(pieces, str | Para | Fragment) else pieces
    return tuple(fragment(piece) for piece in many)


def section(number: int = 0, **changes: Any) -> Section:
    """An A4 section with margins 20, 20, 30, 20 mm, a page number in the header and an empty first header."""
    usual: dict[str, Any] = {
        "width": twips(210),
        "height": twips(297),
        "top": twips(20),
        "bottom": twips(20),
        "left": twips(30),
        "right": twips(20),
        "header": twips(10),
        "footer": twips(10),
        "landscape": False,
        "title_page": True,
        "start": None,
        "number_format": "decimal",
        "headers": {"default": HEADER},
    }
    return Section(number=number, **(usual | changes))


def page_number(text: str = "2", part: str = HEADER, number: int = 1, **look: Any) -> Para:
    """The paragraph of a header that holds the page number."""
    return para(text, **{"align": "center", "part": part, "number": number, **look})


def view(*body: Para, **changes: Any) -> View:
    """A document of these paragraphs, numbered in their order, with a page number in the header."""
    numbered = tuple(replace(one, number=number) for number, one in enumerate(body, start=1))
    usual: dict[str, Any] = {
        "file": FILE,
        "body": numbered,
        "sections": (section(),),
        "margins": {HEADER: (page_number(),)},
        "fields": {(HEADER, 1): ("PAGE",)},
    }
    return View(**(usual | changes))


def rule_line(under: str | Para | Fragment, share: float = 1.0, kind: str = "shape", **changes: Any) -> Rule:
    """A rule under these words, 4000 twips wide as printed; its length is ``share`` of theirs."""
    usual: dict[str, Any] = {"length": round(4000 * share), "text_length": 4000, "centred": True}
    return Rule(kind, fragment(under), **(usual | changes))


def recognised(
    *,
    rules: Mapping[str, Rule | None] | None = None,
    annexes: Iterable[Annex] = (),
    content: Iterable[Para] | None = None,
    seen: View | None = None,
    kind: str = "",
    **components: Parts,
) -> Recognised:
    """A document in which these components were found, each a text, a paragraph, a fragment or several of them.

    ``content`` is that of ``noi_dung`` unless given; ``tables`` (among the components) are paragraphs of tables;
    ``seen`` is the whole view, made of all these if missing.
    """
    tables = tuple(one.para for one in fragments(components.pop("tables", ())))
    found = {name: fragments(pieces) for name, pieces in components.items()}
    inner = tuple(one.para for one in found.get("noi_dung", ())) if content is None else tuple(content)
    doc = Recognised(
        view=seen or view(),
        found=found,
        rules=dict(rules or {}),
        content=inner,
        tables=tables,
        annexes=tuple(annexes),
        kind=kind,
    )
    return doc if seen else _numbered(doc)


def _numbered(doc: Recognised) -> Recognised:
    """The document with a view of its own paragraphs, each one the same wherever it stands."""
    paragraphs = [*(one.para for parts in doc.found.values() for one in parts), *doc.content, *doc.tables]
    once = list({id(one): one for one in paragraphs}.values())
    seen = view(*once)
    same = {id(old): new for old, new in zip(once, seen.body, strict=True)}
    return replace(
        doc,
        view=seen,
        found={
            name: tuple(replace(one, para=same[id(one.para)]) for one in parts) for name, parts in doc.found.items()
        },
        content=tuple(same[id(one)] for one in doc.content),
        tables=tuple(same[id(one)] for one in doc.tables),
    )


def cell(column: int = 0, **changes: Any) -> Cell:
    """A cell of the borderless table of two columns that holds a head or a close."""
    usual: dict[str, Any] = {"table": 0, "row": 0, "columns": 2, "width": twips(80), "bordered": False}
    return Cell(column=column, **(usual | changes))


def line(length_mm: Decimal | float = 30, **changes: Any) -> Line:
    return Line(**({"length": twips(length_mm), "weight": 15, "offset": 0} | changes))
