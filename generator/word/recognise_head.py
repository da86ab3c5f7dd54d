"""The head of a document: national name and motto, bodies, number, date, kind, subject, addressees.

Known by words and place, whatever the head is made of: a table of any number of rows, tab stops, text boxes, or two
plain blocks one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.decree.kinds import CONG_VAN, by_name
from generator.word.recognise_lines import (
    PrintedLine,
    cut,
    is_bold,
    is_caps,
    is_rule_text,
    joined,
    lines_of,
    plain,
    stops_before,
    words,
)
from generator.word.recognise_rules import characters_rule, find_rule
from generator.word.recognise_subject import read_addressees, read_subject
from generator.word.recognise_words import (
    BODY,
    CAN_CU,
    DATE,
    KHOAN,
    KINH_GUI,
    MUC,
    QUOC_HIEU,
    SHORT_DATE,
    SO_KY_HIEU,
    TIEU_NGU,
    UNIT_NAME,
    VE_VIEC,
)
from generator.word.recognised import Fragment, Rule
from generator.word.view import Line, Para

_FARTHEST = 60  # paragraphs with words; the head is over long before
_LONG = 160  # letters; no line of the head is as long
_GAP = re.compile(r"\t\s*|\s{3,}")
LEFT, RIGHT, EITHER = "left", "right", "either"


@dataclass
class Head:
    """What the head holds; ``end`` is the first paragraph after it."""

    found: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)
    rules: dict[str, Rule | None] = field(default_factory=dict)
    kind: str = ""
    end: int = 0


@dataclass(frozen=True)
class _Segment:
    """A piece of a line of the head, and the block it stands in."""

    line: PrintedLine
    side: str

    @property
    def words(self) -> str:
        return self.line.words


def read_head(paras: Sequence[Para]) -> Head:
    """The head of a document whose paragraphs (without annexes) are these."""
    head = Head()
    name = _national_name(paras)
    zone_end = _zone_end(paras, name)
    segments = _segments(paras, zone_end, name)
    kinds = _classified(segments)
    for component in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian"):
        if kinds[component]:
            head.found[component] = joined(kinds[component])
    if not head.found.keys() & {"quoc_hieu", "tieu_ngu", "so_ky_hieu"}:
        # A date alone may end any sentence: this document has no head.
        head.found, segments, zone_end = {}, [], 0
    _read_bodies(head, segments)
    _read_v_v(head, segments)
    zone = paras[:zone_end]
    if "tieu_ngu" in head.found:
        head.rules["tieu_ngu"] = _head_rule(head, zone, "tieu_ngu", RIGHT)
    if "co_quan_ban_hanh" in head.found:
        head.rules["co_quan_ban_hanh"] = _head_rule(head, zone, "co_quan_ban_hanh", LEFT)
    head.end = zone_end
    _read_title(head, paras)
    if head.kind == CONG_VAN.ten and "trich_yeu_cong_van" not in head.found:
        _read_unmarked(head, segments)
    return head


def _national_name(paras: Sequence[Para]) -> Para | None:
    seen = 0
    for para in paras:
        if QUOC_HIEU.search(plain(para.text)):
            return para
        seen += not para.is_blank
        if seen > _FARTHEST:
            break
    return None


def _zone_end(paras: Sequence[Para], name: Para | None) -> int:
    """The first paragraph that no longer belongs to the blocks at the top."""
    seen, passed = 0, name is None
    table = name.cell.table if name is not None and name.cell else None
    for index, para in enumerate(paras):
        passed = passed or para is name
        if para.is_blank:
            continue
        seen += 1
        inside = para.boxed or (para.cell is not None and para.cell.table == table)
        if seen > _FARTHEST or (passed and para is not name and _begins_text(para, inside)):
            return index
    return len(paras)


def _begins_text(para: Para, inside: bool) -> bool:
    line = next(lines_of(para))
    text = words(line)
    if known_kind(line) or KINH_GUI.match(text):
        return True
    if inside:
        return False
    return bool(
        len(text) > _LONG or CAN_CU.match(text) or MUC.match(text) or KHOAN.match(text) or para.look.outline is not None
    )


def known_kind(line: Fragment) -> str:
    """The name of the kind of document that a line is, "" if it is none."""
    kind = by_name(words(line)) if len(line.text) < _LONG else None
    return kind.ten if kind is not None else ""


def _segments(paras: Sequence[Para], end: int, name: Para | None) -> list[_Segment]:
    found: list[_Segment] = []
    tabbed = [] if name is None else [line for line in lines_of(name) if len(_columns(line)) > 1]
    with_tabs = bool(tabbed)
    stops = stops_before(_columns(tabbed[0])[0]) if tabbed else 0
    for index in range(end):
        para = paras[index]
        for line in lines_of(para):
            pieces = _columns(line, wide=with_tabs and para.cell is None)
            for number, piece in enumerate(pieces):
                side = _side(para, name)
                if len(pieces) > 1:
                    side = LEFT if number == 0 else RIGHT
                elif with_tabs and para.cell is None:
                    side = RIGHT if stops_before(piece) > stops else LEFT
                found.append(_Segment(PrintedLine(index, piece), side))
    return found


def _columns(line: Fragment, wide: bool = False) -> list[Fragment]:
    """A line cut where its second block begins: at words only that block has, or (``wide``) at any wide gap."""
    start = _second_block(line)
    if start is None and wide:
        text = line.text.rstrip()
        gap = _GAP.search(text, len(text) - len(text.lstrip()))
        start = gap.end() if gap and not SO_KY_HIEU.match(text.lstrip()) else None
    if not start:
        return [line]
    at = line.start + start
    return [piece for piece in (cut(line.para, line.start, at), cut(line.para, at, line.end)) if piece is not None]


def _second_block(line: Fragment) -> int | None:
    folded = plain(line.text)
    for pattern in (QUOC_HIEU, TIEU_NGU):
        found = pattern.search(folded)
        if found:
            return found.start()
    gaps = [found.end() for found in _GAP.finditer(line.text)]
    return next((gap for gap in gaps if gap and _is_date(line.text[gap:])), None)


def _is_date(text: str) -> bool:
    found = DATE.search(text) or SHORT_DATE.search(text)
    # The name of the place may stand before it, a sentence may not; nor may the gap fall between "ngày" and "tháng".
    return found is not None and found.start() <= _LONG // 2 and "\t" not in text.strip()


def _side(para: Para, name: Para | None) -> str:
    if name is None or para is name:
        return RIGHT if name is not None else EITHER
    if para.box or name.box:
        if para.box == name.box:
            return RIGHT
        # A box beside a table is no block of the head: it holds the stamp of a digital signature, or "DỰ THẢO".
        return EITHER if para.box and name.cell else LEFT
    if para.cell is None or name.cell is None:
        return EITHER
    if para.cell.table != name.cell.table:
        return LEFT if para.cell.column == 0 else RIGHT
    if para.cell.columns == 1:
        return EITHER
    return RIGHT if para.cell.column >= name.cell.column > 0 or para.cell.column == name.cell.column else LEFT


def _classified(segments: Sequence[_Segment]) -> dict[str, list[Fragment]]:
    found: dict[str, list[Fragment]] = {
        name: [] for name in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian")
    }
    for segment in segments:
        component = _component(segment)
        if component and not found[component]:
            found[component].append(segment.line.fragment)
    return found


def _component(segment: _Segment) -> str:
    text = segment.line.fragment.text
    folded = plain(text)
    if QUOC_HIEU.search(folded):
        return "quoc_hieu"
    if TIEU_NGU.search(folded):
        return "tieu_ngu"
    if segment.side != RIGHT and SO_KY_HIEU.match(segment.words) and ";" not in segment.words:
        return "so_ky_hieu"
    return "dia_danh_thoi_gian" if _is_date(segment.words) and not SO_KY_HIEU.match(segment.words) else ""


def _read_bodies(head: Head, segments: Sequence[_Segment]) -> None:
    """The lines of the left block above its rule and above the number."""
    lines: list[Fragment] = []
    for segment in segments:
        fragment = segment.line.fragment
        component = _component(segment)
        if component == "so_ky_hieu" or VE_VIEC.match(segment.words):
            break
        if segment.side == RIGHT or component:
            if segment.side == EITHER and component == "dia_danh_thoi_gian":
                break
            continue
        if is_rule_text(fragment.text):
            if lines and (segment.side == LEFT or not _is_rule_of_motto(segments, segment)):
                break
            continue
        if segment.side == LEFT or is_caps(fragment):
            lines.append(fragment)
    lines = _before_rule(lines)
    if lines:
        superior, issuing = _parted(lines)
        if superior:
            head.found["co_quan_chu_quan"] = joined(superior)
        head.found["co_quan_ban_hanh"] = joined(issuing)


def _is_rule_of_motto(segments: Sequence[_Segment], rule: _Segment) -> bool:
    before = [each for each in segments if each.line.index < rule.line.index]
    return bool(before) and bool(TIEU_NGU.search(plain(before[-1].line.fragment.text)))


def _before_rule(lines: list[Fragment]) -> list[Fragment]:
    """The lines down to the first that has a border under it."""
    for number, line in enumerate(lines[:-1]):
        border = line.para.look.below
        if border is not None and border.kind not in ("nil", "none") and lines[number + 1].para is not line.para:
            return lines[: number + 1]
    return lines


def _parted(lines: list[Fragment]) -> tuple[list[Fragment], list[Fragment]]:
    """Superior and issuing body: by weight; where that does not part them, the last line (and "ỦY BAN NHÂN DÂN")."""
    bold = [is_bold(line) for line in lines]
    if all(bold) or len(lines) == 1:
        at = _next_body(lines)
        return lines[:at], lines[at:]
    if any(bold) and not bold[0]:
        first = bold.index(True)
        return lines[:first], lines[first:]
    at = len(lines) - 1
    if UNIT_NAME.match(f"{words(lines[at])} ") and at > 0 and not UNIT_NAME.search(f" {words(lines[at - 1])} "):
        at -= 1
    return lines[:at], lines[at:]


def _next_body(lines: list[Fragment]) -> int:
    """Where another body begins under one that is named in full, with its unit; 0 where none does."""
    for at in range(1, len(lines)):
        above = " ".join(words(line) for line in lines[:at])
        if BODY.match(above) and UNIT_NAME.search(f" {above} ") and BODY.match(f"{words(lines[at])} "):
            return at
    return 0


def _read_v_v(head: Head, segments: Sequence[_Segment]) -> None:
    """«V/v …» of a công văn: under its number, to the end of its block."""
    lines: list[PrintedLine] = []
    side = ""
    for segment in segments:
        if not lines and segment.side != RIGHT and VE_VIEC.match(segment.words):
            lines.append(segment.line)
            side = segment.side
        elif (
            lines and segment.side == side and not _component(segment) and not is_rule_text(segment.line.fragment.text)
        ):
            if segment.line.index > lines[-1].index + 1 and side == EITHER:
                break
            lines.append(segment.line)
    if lines and "so_ky_hieu" in head.found:
        head.found["trich_yeu_cong_van"] = joined(line.fragment for line in lines)
        head.kind = CONG_VAN.ten


def _read_unmarked(head: Head, segments: Sequence[_Segment]) -> None:
    """The subject of a công văn without «V/v»: small letters under its number, in the same column."""
    number = head.found["so_ky_hieu"][0].para
    below = [each for each in segments if each.side == LEFT and each.line.para.number > number.number]
    lines = [each.line.fragment for each in below if not _component(each) and not is_rule_text(each.words)]
    if lines and not any(is_caps(line) for line in lines):
        head.found["trich_yeu_cong_van"] = joined(lines)


def _head_rule(head: Head, zone: Sequence[Para], component: str, side: str) -> Rule | None:
    fragments = head.found[component]
    last = fragments[-1]
    name = head.found["quoc_hieu"][0].para if "quoc_hieu" in head.found else None
    at = next(index for index, para in enumerate(zone) if para is last.para)
    following: list[Para] = []
    for para in zone[at + 1 :]:
        if not _same_block(para, last.para):
            continue
        following.append(para)
        if not para.is_blank and not all(is_rule_text(line.text) for line in lines_of(para)):
            break
    sides = [(line, para, _side_of_line(line, para, name)) for para in zone for line in para.lines]
    near = {id(para) for para in (last.para, *following)}
    drawn = [line for line, para, own in sides if own == side or (own == EITHER and id(para) in near)]
    if last.is_whole or last.para.cell is not None or last.para.box:
        return find_rule(fragments, following, drawn)
    # Both blocks stand on one line: what is drawn across the page below it is the rule of neither.
    return find_rule(fragments, [], drawn) or _tabbed_rule(zone, at, side, fragments)


def _same_block(para: Para, other: Para) -> bool:
    if para.box != other.box:
        return False
    if para.cell is None or other.cell is None:
        return para.cell is other.cell
    return (para.cell.table, para.cell.column) == (other.cell.table, other.cell.column)


def _side_of_line(line: Line, para: Para, name: Para | None) -> str:
    """The block under which a drawn line lies: that of its paragraph, unless it is moved out of it."""
    if para.box:
        return _side(para, name)
    across = para.room // 2
    if para.cell is not None and para.cell.columns > 1:
        side = _side(para, name)
        if line.offset is None or abs(line.offset) <= across or not across:
            return side
        return RIGHT if line.offset > 0 else LEFT
    if line.offset is None or abs(line.offset) * 8 < across:
        return EITHER
    return RIGHT if line.offset > 0 else LEFT


def _tabbed_rule(zone: Sequence[Para], at: int, side: str, fragments: tuple[Fragment, ...]) -> Rule | None:
    """Rules of both blocks typed on one line: "_____<tab>________"."""
    for para in zone[at + 1 : at + 3]:
        for line in lines_of(para):
            pieces = _columns(line, wide=True)
            rules = [piece for piece in pieces if is_rule_text(piece.text)]
            if rules and len(rules) == len(pieces) == 2:
                return characters_rule(rules[0 if side == LEFT else 1], fragments[-1])
    return None


def _read_title(head: Head, paras: Sequence[Para]) -> None:
    """Kind, subject and addressees, from where the blocks at the top end."""
    subject = read_subject(paras, head.end)
    if subject is not None:
        head.kind = subject.kind
        head.found["ten_loai"] = (subject.name,)
        if subject.lines:
            head.found["trich_yeu"] = joined(subject.lines)
            head.rules["trich_yeu"] = subject.rule
        head.end = subject.end
    addressees = read_addressees(paras, head.end)
    if addressees is not None:
        head.found["kinh_gui"] = addressees.lines
        head.end = addressees.end
        if not head.kind and "so_ky_hieu" in head.found:
            head.kind = CONG_VAN.ten
