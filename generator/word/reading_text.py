"""The words of a paragraph as a reader sees them, and what hangs in it: fields, breaks, drawings, text boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from msgspec import Struct, field

from generator.patterns import regex
from generator.word.drawn_lines import Drawn, read_drawing, read_vml
from generator.word.effective import Formats
from generator.word.looks import ParagraphLook, RunLook
from generator.word.markup import properties_of
from generator.word.ooxml import MC, Element, M, W, chosen, first_child
from generator.word.table_styles import TableContext
from generator.word.view import Stretch

_RUN, _RUN_PROPERTIES, _TEXT = W + "r", W + "rPr", W + "t"
_WHITE = regex("[\t\n\r]")
_INVISIBLE = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHEN = "\u2011"
_UNKNOWN_SYMBOL = "\ufffd"
_FORMAT = regex(r'\\\*\s*"?(\w+)')  # PAGE \* roman
# What people insert from the two symbol fonts in running text; private codes F0xx are the font's own.
_SYMBOLS = {
    "symbol": {0x2D: "-", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB1: "±", 0xAE: "→", 0xB0: "°", 0x2E: "."},
    "wingdings": {0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0xE0: "→", 0xF0: "⇨", 0x77: "◆"},
}
_PASSED_THROUGH = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir")
)
_SAME_CHARACTER = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
DEEPEST = 200  # levels of content; ten tables one inside another need sixty


class TooDeep(Exception):
    """The part is nested deeper than any document that people make."""


class Field(Struct):
    """A field that has been opened: its code so far, whether its result is being shown, the paragraph it began in."""

    paragraph: int
    code: str = ""
    shown: bool = False


class OpenFields(Struct):
    """The fields of a part: those still open (a table of contents spans paragraphs), the kinds found by paragraph."""

    open: list[Field] = field(default_factory=list)
    kinds: dict[int, list[str]] = field(default_factory=dict)
    formats: dict[int, list[str]] = field(default_factory=dict)

    @property
    def visible(self) -> bool:
        """Whether words are seen where the reader now stands, and are not the code of a field."""
        return not self.open or all(each.shown for each in self.open)

    def note(self, paragraph: int, code: str) -> None:
        words = code.split(maxsplit=1)
        if words:
            self.kinds.setdefault(paragraph, []).append(words[0].upper())
            if words[0].upper() == "PAGE":
                self.formats.setdefault(paragraph, []).extend(_FORMAT.findall(code) if "*" in code else ())

    def mark(self, kind: str | None, paragraph: int) -> None:
        """A ``w:fldChar``."""
        if kind == "begin" and len(self.open) < DEEPEST:
            self.open.append(Field(paragraph))
        elif kind == "separate" and self.open:
            self.open[-1].shown = True
            self.note(self.open[-1].paragraph, self.open[-1].code)
        elif kind == "end" and self.open:
            closed = self.open.pop()
            if not closed.shown:
                self.note(closed.paragraph, closed.code)


class Words(Struct):
    """What was read of a paragraph.  ``broken`` tells of page breaks: before its first words, after its last."""

    stretches: tuple[Stretch, ...] = ()
    drawn: Drawn = field(default_factory=Drawn)
    breaks_before: bool = False
    breaks_after: bool = False
    deleted: bool = False
    loose: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join([stretch.text for stretch in self.stretches])


class Surroundings(Struct, frozen=True):
    """Where a paragraph stands: its number in the part, its table's style, its width, how it is set."""

    number: int
    table: TableContext | None
    room: int
    look: ParagraphLook


class WordsReader:
    """Reads one paragraph."""

    def __init__(self, formats: Formats, fields: OpenFields, p: Element, around: Surroundings) -> None:
        self._formats, self._fields, self._p, self._around = formats, fields, p, around
        self._pieces: list[tuple[str, RunLook]] = []
        self._run: list[str] = []
        self._words = Words()
        self._worded = False
        self._depth = 0

    def read(self) -> Words:
        """Raises ``TooDeep``."""
        self._inline(self._p)
        self._words.stretches = _stretches(self._pieces)
        self._words.loose = _loose_words(self._pieces)
        self._words.deleted = not self._words.stretches and _mark_deleted(self._p)
        return self._words

    def _inside(self, read: Callable[[Element], None], element: Element) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        read(element)
        self._depth -= 1

    def _inline(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._read_run(child)
            elif tag in _PASSED_THROUGH:
                self._inside(self._inline, child)
            elif tag == f"{W}fldSimple":
                self._fields.note(self._around.number, child.get(f"{W}instr", ""))
                self._inside(self._inline, child)
            elif tag == f"{MC}AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._inside(self._inline, branch)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                self._equation(child)

    def _read_run(self, run: Element) -> None:
        self._run = []
        self._inside(self._run_content, run)
        if not self._run:
            return
        for piece, look in self._formats.runs("".join(self._run), run, self._p, self._around.table):
            if not look.hidden:
                self._pieces.append((piece, look))

    def _run_content(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                self._show(_text(child))
                continue
            if tag == _RUN_PROPERTIES or not isinstance(tag, str):
                continue
            name = tag.removeprefix(W)
            if name in _SAME_CHARACTER:
                self._show(_SAME_CHARACTER[name])
            elif name == "br":
                self._break(child)
            elif name == "sym":
                self._show(_symbol(child))
            elif name == "fldChar":
                self._fields.mark(child.get(f"{W}fldCharType"), self._around.number)
            elif name == "instrText":
                if self._fields.open:
                    self._fields.open[-1].code += child.text or ""
            elif name == "pgNum":
                self._fields.note(self._around.number, "PAGE")
            elif name == "ruby":
                self._ruby(child)
            else:
                self._drawing(child)

    def _ruby(self, ruby: Element) -> None:
        for run in ruby.iterfind(f"{W}rubyBase/{W}r"):
            self._inside(self._run_content, run)

    def _drawing(self, element: Element) -> None:
        tag = element.tag
        if tag == f"{MC}AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self._inside(self._run_content, branch)
            return
        centred = self._around.look.align == "center"
        if tag == f"{W}drawing":
            found = read_drawing(element, self._around.room, centred)
        elif tag in (f"{W}pict", f"{W}object"):
            found = read_vml(element, self._around.room, centred)
        else:
            return
        self._words.drawn.lines += found.lines
        self._words.drawn.boxes += found.boxes
        self._words.drawn.pictured |= found.pictured

    def _break(self, element: Element) -> None:
        kind = element.get(f"{W}type")
        if kind != "page":
            self._show("\n")
        elif self._worded:
            self._show("\n")
            self._words.breaks_after = True
        else:
            self._words.breaks_before = True

    def _show(self, text: str) -> None:
        if text and self._fields.visible:
            self._run.append(text)
            if text.strip():
                self._worded = True
                self._words.breaks_after = False

    def _equation(self, equation: Element) -> None:
        # Word sets equations in a font of its own, which no author chooses: they take the look of the paragraph.
        text = "".join(part.text or "" for part in equation.iter(f"{M}t"))
        if text.strip() and self._fields.visible:
            self._pieces.append((text, self._formats.run(Element(f"{W}r"), self._p, self._around.table)))
            self._worded = True


def _mark_deleted(p: Element) -> bool:
    """Whether the end of a paragraph is deleted, with all that stood in it."""
    properties = properties_of(p)
    mark = None if properties is None else first_child(properties, _RUN_PROPERTIES)
    return mark is not None and any(first_child(mark, W + name) is not None for name in ("del", "moveFrom"))


def _text(element: Element) -> str:
    text = element.text or ""
    if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip(" \t\n\r")
    if not text.isprintable():
        text = _INVISIBLE.sub("", _WHITE.sub(" ", text))
    return text.replace(_HYPHEN, "-")


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return _UNKNOWN_SYMBOL
    font = element.get(f"{W}font", "").casefold().rstrip(" 0123456789")
    own = _SYMBOLS.get(font)
    if own is not None:
        return own.get(code & 0xFF, _UNKNOWN_SYMBOL)
    is_private, is_character = 0xE000 <= code <= 0xF8FF, 0x20 <= code <= 0xD7FF
    return chr(code) if is_character and not is_private else _UNKNOWN_SYMBOL


def _loose_words(pieces: list[tuple[str, RunLook]]) -> tuple[str, ...]:
    """The words that were typed with letters and marks apart, as typed."""
    typed = "".join([text for text, _ in pieces])
    if unicodedata.is_normalized("NFC", typed):
        return ()
    return tuple(word for word in typed.split() if not unicodedata.is_normalized("NFC", word))


def _stretches(pieces: list[tuple[str, RunLook]]) -> tuple[Stretch, ...]:
    """The pieces in NFC, neighbours of one look joined; an accent typed in a run of its own goes to its letter."""
    if len(pieces) == 1:
        text, look = pieces[0]
        return (Stretch(unicodedata.normalize("NFC", text), look),)
    joined: list[tuple[list[str], RunLook]] = []
    for text, look in pieces:
        rest = text
        if joined:
            rest = text.lstrip("".join({ch for ch in text[:4] if unicodedata.combining(ch)})) if text else text
            joined[-1][0].append(text[: len(text) - len(rest)])
        if joined and joined[-1][1] == look:
            joined[-1][0].append(rest)
        elif rest:
            joined.append(([rest], look))
    return tuple(
        [Stretch(text, look) for parts, look in joined if (text := unicodedata.normalize("NFC", "".join(parts)))]
    )
