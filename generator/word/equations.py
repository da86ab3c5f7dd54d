"""A rate written as an equation: OMML that Word can edit (ECMA-376 part 1, 22.1)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

from markupsafe import escape
from msgspec import Struct

from generator.decree.page import FONT
from generator.word.metrics import balanced_lines, text_width
from generator.word.pieces import Piece, WordXml
from generator.word.runs import Runs
from generator.word.units import twips_from_pt

_NAMESPACE = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_EQUALS, _TIMES = " = ", " × "
_LEFT_SHARE = 3  # the words before the sign may take this part of the width where room is short
_FREE = Decimal("1.2")  # of the size: the bar's overhang, what stands free beside it, the spaces that end lines

# All words are normal text: maths italic and maths spacing are for symbols.
_WORDS = (
    f'<m:rPr><m:nor/></m:rPr><w:rPr><w:rFonts w:ascii="{FONT.name}" w:hAnsi="{FONT.name}" w:cs="{FONT.name}"/></w:rPr>'
)
# Bars and row gaps are laid out by a font that has maths tables, as Word itself writes.
_CONTROL = '<m:ctrlPr><w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr></m:ctrlPr>'
_ONE_COLUMN = (
    '<m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="center"/></m:mcPr></m:mc></m:mcs>'
    f"{_CONTROL}</m:mPr>"
)


class _Lines(Struct, frozen=True):
    """The parts of an equation, each on its lines."""

    left: list[str]
    numerator: list[str]
    denominator: list[str]


class Equation(Struct, Piece, frozen=True, dict=True):
    """``left`` = ``numerator`` / ``denominator`` × ``factor``, alone in its paragraph, set left.

    Word does not wrap a fraction, so its words are broken here to go on ``width`` twips at ``size`` points, which must
    be the size of the paragraph's style.  Where not even single words go, the equation is printed as a line of words,
    which Word wraps.
    """

    left: str
    numerator: str
    denominator: str
    factor: str
    width: int
    size: Decimal | int

    def __str__(self) -> str:
        return f"{self.left}{_EQUALS}({self.numerator}) / ({self.denominator}){_TIMES}{self.factor}"

    @property
    def fits(self) -> bool:
        """Whether it goes on its width as a fraction."""
        return self._lines is not None

    def xml(self) -> str:
        lines = self._lines
        if lines is None:
            return Runs.plain(str(self)).xml()
        # A paragraph of mathematics: in a line of text Word sets both parts of a fraction small (MS-OE376, 2.1.1850).
        return WordXml(
            f'<m:oMathPara {_NAMESPACE}><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr><m:oMath>'
            f"{_stacked(lines.left)}{_run(_EQUALS)}"
            f'<m:f><m:fPr><m:type m:val="bar"/>{_CONTROL}</m:fPr>'
            f"<m:num>{_stacked(lines.numerator, ' ')}</m:num><m:den>{_stacked(lines.denominator)}</m:den></m:f>"
            f"{_run(_TIMES + self.factor)}</m:oMath></m:oMathPara>"
        )

    @functools.cached_property
    def _lines(self) -> _Lines | None:
        """The parts on lines that go together on the width, None where not even single words do."""
        terms = (self.numerator, self.denominator)
        room = self.width - self._length(_EQUALS + _TIMES + self.factor) - round(_FREE * twips_from_pt(self.size))
        # A long left side gives way to the fraction, down to its share.
        share = min(room // _LEFT_SHARE, room - max(self._longest(term.split()) for term in terms))
        left = balanced_lines(self.left, self.size, max(share, room - self._longest(terms)))
        room -= self._longest(left)
        numerator, denominator = (balanced_lines(term, self.size, room) for term in terms)
        if self._longest([*numerator, *denominator]) > room:
            return None
        return _Lines(left, numerator, denominator)

    def _length(self, text: str) -> int:
        return text_width(text, self.size)

    def _longest(self, texts: Sequence[str]) -> int:
        return max(map(self._length, texts), default=0)


def _run(text: str) -> str:
    return f'<m:r>{_WORDS}<m:t xml:space="preserve">{escape(text)}</m:t></m:r>'


def _stacked(lines: list[str], last: str = "") -> str:
    """Lines one under the other, centred; what follows each keeps its words apart from the next in the bare text.

    A matrix and no equation array, in which an ampersand is no letter but a tab stop (22.1.2.34).
    """
    ended = [f"{line} " for line in lines[:-1]] + [f"{line}{last}" for line in lines[-1:]]
    if len(ended) < 2:
        return _run("".join(ended))
    rows = "".join(f"<m:mr><m:e>{_run(line)}</m:e></m:mr>" for line in ended)
    return f"<m:m>{_ONE_COLUMN}{rows}</m:m>"
