"""Straight lines drawn as shapes, and text boxes, out of DrawingML and VML.

A shape counts as a line when it is far longer than high: people draw the rules of the head with the line tool, with
connectors, with rectangles of one point, with "horizontal line" and even with pictures of a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from generator.word.line_strokes import Stroke, drawing_stroke, vml_stroke
from generator.word.ooxml import MC, PIC, WP, WPG, WPS, A, Element, O, V, W, chosen, emu_twips, vml_twips
from generator.word.view import Line

_FLAT = 60  # twips: three points; a line drawn by hand is seldom quite level
_FLATNESS = 12  # and it is that many times longer than high
_SHORTEST = 100  # twips; anything shorter is a dot
_UPRIGHT_TURNS = ("5400000", "16200000")
_VML_SHAPES = frozenset(V + name for name in ("shape", "rect", "roundrect", "line", "polyline", "oval"))


class Box(Struct, frozen=True):
    """A text box: its ``w:txbxContent``, and how wide its lines may be (twips, 0 where unknown)."""

    content: Element
    room: int


class Drawn(Struct):
    """What is drawn in a paragraph; ``pictured`` where that is more than lines and boxes: a picture, a chart."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictured: bool = False


class _Frame(Struct, frozen=True):
    """Where shapes stand: the scale of their group, and how far the group's left edge is from the column's middle.

    ``top`` is how far the drawing begins below the top of its paragraph, None where that is not known.
    """

    scale: float = 1.0
    left: float | None = None
    origin: float = 0.0
    grouped: bool = False
    top: int | None = None

    def middle(self, start: float, length: float) -> int | None:
        """How far the middle of a shape of the group stands from the middle of the column."""
        if self.left is None:
            return None
        # Alone in its drawing, a shape begins where the drawing begins, whatever its own offset says.
        inside = (start - self.origin) * self.scale if self.grouped else 0
        return round(self.left + inside + length / 2)


def read_drawing(drawing: Element, room: int, centred: bool) -> Drawn:
    """The lines and boxes of a ``w:drawing`` in a column of ``room`` twips; ``centred`` is the paragraph's setting."""
    found = Drawn()
    for holder in drawing:
        if holder.tag not in (f"{WP}anchor", f"{WP}inline"):
            continue
        extent = holder.find(f"{WP}extent")
        width = emu_twips(extent.get("cx")) if extent is not None else None
        graphic = holder.find(f"{A}graphic")
        if width is not None and graphic is not None:
            middle = _middle(holder, width, room, centred)
            left = None if middle is None else middle - width / 2
            _shapes(graphic, _Frame(left=left, top=_drop(holder)), found)
            found.pictured |= not (found.lines or found.boxes)
    return found


def _drop(holder: Element) -> int | None:
    """How far a drawing stands below the top of its paragraph, None where the file does not tell."""
    position = holder.find(f"{WP}positionV")
    if position is None or position.get("relativeFrom") != "paragraph":
        return None
    return emu_twips(position.findtext(f"{WP}posOffset"))


def _middle(holder: Element, width: int, room: int, centred: bool) -> int | None:
    """How far the middle of a drawing stands from the middle of its column, None where the file does not tell."""
    if holder.tag == f"{WP}inline":
        return 0 if centred else None
    position = holder.find(f"{WP}positionH")
    if position is None or position.get("relativeFrom") != "column":
        return _middle_of_page(position)
    align, offset = position.findtext(f"{WP}align"), position.findtext(f"{WP}posOffset")
    if align == "center":
        return 0
    if not room:
        return None
    if align in ("left", "right"):
        return (room - width) // 2 * (1 if align == "right" else -1)
    start = emu_twips(offset)
    return None if start is None else start + (width - room) // 2


def _middle_of_page(position: Element | None) -> int | None:
    """In the middle between the margins is in the middle of a page's only column; a cell has its own margins."""
    if position is None or position.get("relativeFrom") != "margin":
        return None
    return 0 if position.findtext(f"{WP}align") == "center" else None


def _shapes(parent: Element, frame: _Frame, found: Drawn) -> None:
    for child in parent:
        if child.tag == f"{WPS}wsp":
            _shape(child, frame, found)
        elif child.tag == f"{PIC}pic":
            _picture(child, frame, found)
        elif child.tag in (f"{WPG}wgp", f"{WPG}grpSp"):
            _shapes(child, _group_frame(child, frame), found)
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen(child)
            if branch is not None:
                _shapes(branch, frame, found)
        else:
            _shapes(child, frame, found)


def _group_frame(group: Element, outer: _Frame) -> _Frame:
    transform = group.find(f"{WPG}grpSpPr/{A}xfrm")
    if transform is None:
        return outer
    start, width = _across(transform, "off", "x"), _across(transform, "ext", "cx")
    inner_start, inner_width = _across(transform, "chOff", "x"), _across(transform, "chExt", "cx")
    if width is None or not inner_width:
        return outer
    left = outer.left
    if left is not None and outer.grouped:
        left += ((start or 0) - outer.origin) * outer.scale
    return _Frame(outer.scale * width / inner_width, left, inner_start or 0, grouped=True)


def _across(transform: Element, name: str, attribute: str) -> int | None:
    found = transform.find(A + name)
    return None if found is None else emu_twips(found.get(attribute))


def _extent(transform: Element | None) -> tuple[int, int, int] | None:
    """Start, length and height of a shape in its group, as it stands when turned."""
    extent = None if transform is None else transform.find(f"{A}ext")
    if transform is None or extent is None:
        return None
    length, height = emu_twips(extent.get("cx")), emu_twips(extent.get("cy"))
    if length is None or height is None:
        return None
    if transform.get("rot") in _UPRIGHT_TURNS:
        length, height = height, length
    return _across(transform, "off", "x") or 0, length, height


def _shape(shape: Element, frame: _Frame, found: Drawn) -> None:
    content = shape.find(f"{WPS}txbx/{W}txbxContent")
    extent = _extent(shape.find(f"{WPS}spPr/{A}xfrm"))
    if content is not None:
        width = round(extent[1] * frame.scale) if extent else 0
        found.boxes.append(Box(content, max(0, width - _insets(shape.find(f"{WPS}bodyPr")))))
        return
    stroke = drawing_stroke(shape.find(f"{WPS}spPr/{A}ln"))
    if extent is not None and stroke is not None:
        _add_line(found, frame, extent, stroke)


def _picture(picture: Element, frame: _Frame, found: Drawn) -> None:
    extent = _extent(picture.find(f"{PIC}spPr/{A}xfrm"))
    if extent is not None:
        _add_line(found, frame, extent, Stroke(extent[2]))


def _add_line(found: Drawn, frame: _Frame, extent: tuple[int, int, int], stroke: Stroke) -> None:
    start, own_length, own_height = extent
    length, height = round(own_length * frame.scale), round(own_height * frame.scale)
    if _is_flat(length, height):
        drop = None if frame.grouped else frame.top
        found.lines.append(stroke.line(length, frame.middle(start, length), drop))


def _is_flat(length: int, height: int) -> bool:
    return length >= _SHORTEST and abs(height) <= _FLAT and length >= _FLATNESS * abs(height)


def _insets(properties: Element | None) -> int:
    """What a text box keeps free left and right; a tenth of an inch each where it does not say."""
    if properties is None:
        return 288
    sides = (emu_twips(properties.get(name, "91440")) for name in ("lIns", "rIns"))
    return sum(144 if side is None else side for side in sides)


def read_vml(picture: Element, room: int, centred: bool) -> Drawn:
    """The lines and boxes of a ``w:pict`` or ``w:object``."""
    found = Drawn()
    _vml_shapes(picture, (room, centred), 15.0, found)
    found.pictured = not (found.lines or found.boxes)
    return found


def _vml_shapes(parent: Element, column: tuple[int, bool], unit: float, found: Drawn) -> None:
    """``unit`` is how many twips a length without unit stands for: a pixel, or a group's own."""
    for child in parent:
        if child.tag == f"{V}group":
            _vml_shapes(child, (0, False), _group_unit(child, unit), found)
        elif child.tag in _VML_SHAPES:
            content = child.find(f"{V}textbox/{W}txbxContent")
            if content is not None:
                width = vml_twips(_style(child).get("width"), unit) or 0
                found.boxes.append(Box(content, max(0, width - 288)))
            else:
                found.lines += _vml_line(child, column, unit)
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen(child)
            if branch is not None:
                _vml_shapes(branch, column, unit, found)


def _style(shape: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip(): text.strip() for name, _, text in pairs}


def _group_unit(group: Element, outer: float) -> float:
    width = vml_twips(_style(group).get("width"), outer)
    inner = vml_twips(group.get("coordsize", "1000").split(",")[0], 1.0)
    return width / inner if width and inner else outer


def _vml_line(shape: Element, column: tuple[int, bool], unit: float) -> Iterator[Line]:
    room, centred = column
    style = _style(shape)
    stroke = vml_stroke(shape)
    if shape.get(f"{O}hr") in ("t", "true"):
        yield _horizontal_rule(shape, style, room)
        return
    if stroke is None:
        return
    if shape.tag == f"{V}line":
        ends = [_point(shape.get(name, "0,0"), unit) for name in ("from", "to")]
        (x1, y1), (x2, y2) = ends
        start, length, height, top = min(x1, x2), abs(x2 - x1), abs(y2 - y1), y1
    else:
        length, height = (vml_twips(style.get(name), unit) or 0 for name in ("width", "height"))
        start = vml_twips(style.get("margin-left"), unit) or 0
        top = vml_twips(style.get("margin-top"), unit) or 0
    if _is_flat(length, height):
        drop = top if _hangs_on_paragraph(style) else None
        yield stroke.line(length, _vml_middle(style, start, length, (room, centred)), drop)


def _hangs_on_paragraph(style: dict[str, str]) -> bool:
    beside = style.get("mso-position-vertical-relative", "text")
    return style.get("position") == "absolute" and beside == "text" and "mso-position-vertical" not in style


def _point(text: str, unit: float) -> tuple[int, int]:
    x, _, y = text.partition(",")
    return vml_twips(x, unit) or 0, vml_twips(y, unit) or 0


def _vml_middle(style: dict[str, str], start: int, length: int, column: tuple[int, bool]) -> int | None:
    room, centred = column
    if style.get("position") != "absolute":
        return 0 if centred else None
    if style.get("mso-position-horizontal-relative", "text") != "text" or not room:
        return 0 if style.get("mso-position-horizontal") == "center" else None
    align = style.get("mso-position-horizontal")
    if align == "center":
        return 0
    if align in ("left", "right"):
        return (room - length) // 2 * (1 if align == "right" else -1)
    return start + (length - room) // 2


def _horizontal_rule(shape: Element, style: dict[str, str], room: int) -> Line:
    """Word's own "horizontal line": as wide as its column, or a part of it in tenths of a per cent."""
    width = vml_twips(style.get("width")) or 0
    if not width:
        share = vml_twips(shape.get(f"{O}hrpct"), 1.0) or 1000
        width = room * min(share, 1000) // 1000
    align = shape.get(f"{O}hralign", "left")
    middle = 0 if align == "center" or width >= room else (room - width) // 2 * (1 if align == "right" else -1)
    return Stroke(vml_twips(style.get("height"))).line(width, middle, None)
