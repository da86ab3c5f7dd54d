"""What secretaries do to a template in Word, each done in the file itself, and what the next build makes of it."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.styles.style import ParagraphStyle
from docx.table import Table
from lxml import etree
from msgspec import Struct

from generator.data.derive import assess
from generator.data.expanding import expand_report
from generator.errors import Refused
from generator.findings import DocxPlace, Finding
from generator.jobs.build import Wished, finish, load_template
from generator.jobs.check_template import check_file
from generator.jobs.kinds import described, read_data
from generator.jobs.view.context import context
from generator.jobs.workspace import Templates
from generator.word.package import read_parts
from generator.word.pieces import Piece

ROOT = Path(__file__).parents[2]
SHIPPED = (ROOT / "templates" / "docx" / "bao_cao" / "mau.docx").read_bytes()

Edit = Callable[[Opened], None]


@dataclass(frozen=True)
class Office:
    """An office's folder with one template and its example."""

    here: Path

    @property
    def kind(self) -> Path:
        return self.here / "templates" / "docx" / "bao_cao"

    @property
    def template(self) -> Path:
        return self.kind / "mau.docx"

    def told(self, data: bytes) -> list[Finding]:
        """What «template check» finds in an edited template, the trial build with it."""
        self.template.write_bytes(data)
        return list(check_file(self.template, self.here).findings)

    def built(self, data: bytes) -> bytes:
        """The example's document.  Raises ``Refused``."""
        self.template.write_bytes(data)
        return finish(self.kind / "vi_du.yaml", "vi_du.docx", self.here, Wished()).data

    def data_words(self) -> set[str]:
        """All words that the example gives a template to print."""
        templates = Templates(self.here / "templates")
        report, _ = read_data(self.kind / "vi_du.yaml", templates, self.here)
        assert report is not None
        expanded, _ = expand_report(report)
        geometry = load_template(self.template, "mau.docx").prepared.geometry
        found = context(expanded, assess(expanded), described(self.kind, self.here), geometry)
        return {" ".join(words.split()) for words in _leaves(found)} - {""}


def office_in(folder: Path) -> Office:
    for name in ("docx/bao_cao", "chi_tieu"):
        shutil.copytree(ROOT / "templates" / name, folder / "templates" / name)
    return Office(folder)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str | Piece):
        yield str(value)
    elif isinstance(value, dict):
        yield from (leaf for each in value.values() for leaf in _leaves(each))
    elif isinstance(value, list | tuple):
        yield from (leaf for each in value for leaf in _leaves(each))
    elif isinstance(value, Struct):
        yield from (leaf for each in value.__struct_fields__ for leaf in _leaves(getattr(value, each)))


def paragraphs(data: bytes) -> list[str]:
    """The words of every paragraph of a document, its headers and footers; of twins of a drawing the first."""
    found = []
    for name, part in read_parts(data).items():
        if name.startswith(("word/document", "word/header", "word/footer")):
            root = etree.fromstring(part)
            for twin in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
                twin.getparent().remove(twin)
            found += [words_of(each) for each in root.iter(qn("w:p"))]
    return found


def words_of(paragraph: etree._Element) -> str:
    letters = [
        (each.text or "") if each.tag == qn("w:t") else " "
        for each in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        if next(each.iterancestors(qn("w:p"))) is paragraph
    ]
    return " ".join("".join(letters).split())


def lost(before: bytes, after: bytes, words: set[str]) -> Counter[str]:
    """How many times fewer each of the words is printed."""
    old, new = ("\n".join(paragraphs(each)) for each in (before, after))
    return Counter({each: old.count(each) - new.count(each) for each in words if old.count(each) > new.count(each)})


def place_of(finding: Finding) -> tuple[str, int]:
    assert isinstance(finding.place, DocxPlace)
    return finding.place.part, finding.place.paragraph


def edited(*edits: Edit, data: bytes = SHIPPED) -> bytes:
    """The template after some edits."""
    document = Document(io.BytesIO(data))
    for edit in edits:
        edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def all_of(document: Opened) -> list[etree._Element]:
    """All paragraphs of the body, as messages count them: the first is number 1."""
    return list(document.element.body.iter(qn("w:p")))


def at(document: Opened, words: str, nth: int = 0) -> etree._Element:
    """The paragraph with these words."""
    return [each for each in all_of(document) if words in words_of(each)][nth]


def number_of(data: bytes, words: str, nth: int = 0) -> int:
    document = Document(io.BytesIO(data))
    return all_of(document).index(at(document, words, nth)) + 1


def paragraph(words: str, style: str = "NoiDung") -> etree._Element:
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>')


def runs(paragraph_: etree._Element, *pieces: str, bold: tuple[int, ...] = ()) -> None:
    """Writes the paragraph's words anew, one run a piece, as Word splits them; some of them bold."""
    for run in paragraph_.findall(qn("w:r")):
        paragraph_.remove(run)
    for number, piece in enumerate(pieces):
        heavy = "<w:rPr><w:b/></w:rPr>" if number in bold else ""
        text = f'<w:t xml:space="preserve">{piece}</w:t>'
        paragraph_.append(parse_xml(f'<w:r {nsdecls("w")} w:rsidR="00{number}A1B2C">{heavy}{text}</w:r>'))


def block(document: Opened, first: str, last: str) -> list[etree._Element]:
    """The paragraphs from one to another, of the same cell or page."""
    start = at(document, first)
    found = [start]
    while last not in words_of(found[-1]) or len(found) == 1:
        found.append(found[-1].getnext())
    return found


def refused(office: Office, data: bytes) -> list[Finding]:
    with pytest.raises(Refused) as fault:
        office.built(data)
    return list(fault.value.findings)


def body(document: bytes) -> etree._Element:
    return etree.fromstring(read_parts(document)["word/document.xml"])


def style(opened: Opened, id_: str) -> ParagraphStyle:
    return next(each for each in opened.styles if each.style_id == id_)


def holding(opened: Opened, words: str) -> Table:
    return next(each for each in opened.tables if words in "".join(each._tbl.itertext()))


def position(document: bytes, words: str) -> int:
    return next(number for number, each in enumerate(paragraphs(document)) if words in each)
