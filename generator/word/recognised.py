"""What the paragraphs of a document were recognised as; ids of components are those of ``decree.components``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.decree.facts import Align
from generator.findings import DocxPlace
from generator.word.once import once
from generator.word.view import EXCERPT, Para, Stretch, View

_WHOLE = "_whole"
_BEGINNING = 4 * EXCERPT  # of the letters, blanks among them


class Fragment(Struct, frozen=True, dict=True):
    """A component, or part of one: the letters of a paragraph from ``start`` to ``end``.

    A header set with tabs holds two components in one paragraph; most fragments are a whole paragraph.
    """

    para: Para
    start: int
    end: int

    @classmethod
    def whole(cls, para: Para) -> Fragment:
        # Nearly every rule asks for it, of every paragraph: it is kept with the paragraph.
        kept: Fragment | None = para.__dict__.get(_WHOLE)
        if kept is None:
            kept = para.__dict__[_WHOLE] = cls(para, 0, len(para.text))
        return kept

    @once
    def text(self) -> str:
        return self.para.text[self.start : self.end]

    @once
    def words(self) -> str:
        """Its words on one line, marks of notes left out."""
        if not any(stretch.look.raised for stretch in self.para.stretches):
            return " ".join(self.text.split())
        return " ".join("".join(stretch.text for stretch in self._cut() if not stretch.look.raised).split())

    @once
    def is_whole(self) -> bool:
        return (self.start, self.end) == (0, len(self.para.text))

    @property
    def place(self) -> DocxPlace:
        return DocxPlace(
            self.para.file, self.para.part, self.para.number, " ".join(self.text[:_BEGINNING].split())[:EXCERPT]
        )

    @once
    def stretches(self) -> tuple[Stretch, ...]:
        """The stretches that lie in it, cut to it, without those that are only blanks."""
        if self.is_whole:
            return self.para.worded
        return tuple(stretch for stretch in self._cut() if stretch.text.strip())

    @once
    def spoken(self) -> tuple[Stretch, ...]:
        """Those of its stretches that speak."""
        return self.para.spoken if self.is_whole else tuple(each for each in self.stretches if each.speaks)

    @once
    def printed(self) -> str:
        """Its words on one line as they come out, without marks of notes."""
        if self.is_whole:
            return self.para.printed
        seen = (each.printed for each in self._cut() if not (each.look.raised or each.look.hidden))
        return " ".join("".join(seen).split())

    def _cut(self) -> Iterator[Stretch]:
        at = 0
        for stretch in self.para.stretches:
            text = stretch.text[max(self.start - at, 0) : max(self.end - at, 0)]
            at += len(stretch.text)
            if text:
                yield Stretch(text, stretch.look)


class Rule(Struct, frozen=True):
    """The rule under a component: a ``shape``, a ``border``, an ``underline`` or ``characters`` ("____").

    ``length`` and ``text_length`` (of the line of text above it, as it is printed) are in twips, None where the file
    does not tell; ``centred`` likewise.  ``drop`` is how far below the words it lies (negative where it lies above
    their lower edge), ``line_height`` that of a line of them; ``colour`` and ``strokes`` are those of ``view.Line``.
    """

    kind: str
    fragment: Fragment
    length: int | None
    text_length: int | None
    solid: bool = True
    centred: bool | None = None
    drop: int | None = None
    line_height: int = 0
    colour: str = "auto"
    strokes: int = 1


class Annex(Struct, frozen=True):
    """An annex: its heading, title, words on what it is attached to, and all that follows."""

    heading: tuple[Fragment, ...]
    title: tuple[Fragment, ...]
    attached: tuple[Fragment, ...]
    content: tuple[Para, ...]
    rule: Rule | None = None


class Recognised(Struct, frozen=True, eq=False):
    """A document with its components found.

    ``found`` maps the id of a component to its fragments in order; a component that was not found is not in it, and
    nothing is guessed; "ten_loai_khac" is a title that is no kind of the decree.
    ``rules`` maps "tieu_ngu", "co_quan_ban_hanh" and "trich_yeu" to the rule under it, None where
    it was looked for and is missing; a component that was not found has no entry.  ``content`` are the paragraphs
    between head and close that are words of the document (not tables of data); ``tables`` those of data tables.
    ``aligned`` says how a fragment comes to stand within its column, tab stops taken into account, None if unknown.
    ``kind`` is the name of the kind of document ("Báo cáo", "Công văn"), empty where it is not known.
    ``above_motto`` is the paragraph of a line that is drawn under Quốc hiệu, beside the one under Tiêu ngữ.
    ``issued`` are the documents that a decision issues in the same file, each with a head of its own (mẫu 1.3); the
    view of each holds its own paragraphs, and nothing of them stands in the other fields here.
    """

    view: View
    found: Mapping[str, tuple[Fragment, ...]]
    rules: Mapping[str, Rule | None] = field(default_factory=dict)
    content: tuple[Para, ...] = ()
    tables: tuple[Para, ...] = ()
    annexes: tuple[Annex, ...] = ()
    kind: str = ""
    above_motto: Para | None = None
    issued: tuple[Recognised, ...] = ()

    def of(self, component: str) -> tuple[Fragment, ...]:
        """The fragments of a component; empty where it was not found."""
        return self.found.get(component, ())

    def alignment(self, fragment: Fragment) -> Align | None:
        """How a fragment stands within its column, None where the file does not tell."""
        if not fragment.is_whole:
            return None
        return {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT, "both": Align.JUSTIFIED}[
            fragment.para.look.align
        ]
