"""With what stroke a line is drawn: how thick, broken or whole, in what colour, once or several times."""

from __future__ import annotations

from msgspec import Struct

from generator.word.ooxml import A, Element, V, emu_twips, vml_twips
from generator.word.view import Line

_DEFAULT_WEIGHT = 15
_PALE = 0xE6  # of 0xFF in each colour: not seen on white paper
_AUTO = "auto"
_WHITE = "FFFFFF"
_THEME_WHITE = ("bg1", "lt1")
_VML_COLOURS = {"white": _WHITE, "window": _WHITE, "black": "000000", "red": "FF0000", "blue": "0000FF"}
_COMPOUND = {"dbl": 2, "thickThin": 2, "thinThick": 2, "tri": 3}
_VML_COMPOUND = {"thinthin": 2, "thinthick": 2, "thickthin": 2, "thickbetweenthin": 3}


class Stroke(Struct, frozen=True):
    """``weight`` is in twips, None where the file leaves it to Word; the rest is as in ``view.Line``."""

    weight: int | None = None
    dash: str = "solid"
    colour: str = _AUTO
    strokes: int = 1

    def line(self, length: int, offset: int | None, drop: int | None) -> Line:
        """A line of this stroke."""
        weight = _DEFAULT_WEIGHT if self.weight is None else self.weight
        return Line(length, weight, self.dash, offset, drop, self.colour, self.strokes)


def drawing_stroke(properties: Element | None) -> Stroke | None:
    """The stroke that an ``a:ln`` asks for, None where nothing is seen of it."""
    if properties is None:
        return Stroke()
    colour = _drawing_colour(properties)
    if properties.find(f"{A}noFill") is not None or is_pale(colour):
        return None
    dash = properties.find(f"{A}prstDash")
    return Stroke(
        emu_twips(properties.get("w")),
        "solid" if dash is None else dash.get("val", "solid"),
        colour,
        _COMPOUND.get(properties.get("cmpd", ""), 1),
    )


def _drawing_colour(properties: Element) -> str:
    named = properties.find(f"{A}solidFill/{A}srgbClr")
    if named is not None:
        return named.get("val", _AUTO).upper()
    themed = properties.find(f"{A}solidFill/{A}schemeClr")
    return _WHITE if themed is not None and themed.get("val") in _THEME_WHITE else _AUTO


def vml_stroke(shape: Element) -> Stroke | None:
    """The stroke of a VML shape, None where nothing is seen of it."""
    if shape.get("stroked") in ("f", "false") and not shape.get("fillcolor"):
        return None
    colour = _vml_colour(shape.get("strokecolor", ""))
    if is_pale(colour):
        return None
    stroke = shape.find(f"{V}stroke")
    weight = vml_twips(shape.get("strokeweight"), 15.0)
    if stroke is None:
        return Stroke(weight, colour=colour)
    strokes = _VML_COMPOUND.get(stroke.get("linestyle", "").lower(), 1)
    return Stroke(weight, stroke.get("dashstyle", "solid"), colour, strokes)


def _vml_colour(text: str) -> str:
    """A colour as VML writes it: "white", "#fff", "#c00000 [3204]"."""
    word = text.split(" ")[0].lower()
    digits = word.removeprefix("#").upper()
    if not word.startswith("#"):
        return _VML_COLOURS.get(word, _AUTO)
    return "".join(2 * digit for digit in digits) if len(digits) == 3 else digits


def is_pale(colour: str) -> bool:
    """Whether a colour, six hexadecimal digits, is not seen on white paper."""
    try:
        parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return False
    return len(colour) == len(_WHITE) and min(parts) >= _PALE
