"""The head of a document: national name and motto, bodies, number, date, kind, subject, addressees.

Known by words and place, whatever the head is made of: a table of any number of rows, tab stops, text boxes, or two
plain blocks one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from generator.decree.kinds import CONG_VAN, by_symbol
from generator.patterns import regex
from generator.word.recognise_blocks import EITHER, LEFT, LONG, RIGHT, Segment, is_date, read_segments
from generator.word.recognise_head_rules import head_rule, is_framed, line_above_motto
from generator.word.recognise_lines import PrintedLine, is_bold, is_caps, is_rule_text, joined, lines_of, words
from generator.word.recognise_names import motto_at, nation_at
from generator.word.recognise_subject import is_title, kind_begun, known_kind, read_addressees, read_subject
from generator.word.recognise_words import (
    BODY,
    CAN_CU,
    KHOAN,
    KINH_GUI,
    MUC,
    SHORT_BODY,
    SO_KY_HIEU,
    SO_KY_HIEU_IN_FULL,
    UNIT_NAME,
    VE_VIEC,
)
from generator.word.recognised import Fragment, Rule
from generator.word.view import Para

_KIND_OF_SYMBOL = regex(r"/\s*(?P<kind>[^\W\d_]+)")
_FARTHEST = 60  # paragraphs with words; the head is over long before


class Head(Struct):
    """What the head holds; ``end`` is the first paragraph after it."""

    found: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)
    rules: dict[str, Rule | None] = field(default_factory=dict)
    kind: str = ""
    end: int = 0
    above_motto: Para | None = None


def read_head(paras: Sequence[Para]) -> Head:
    """The head of a document whose paragraphs (without annexes) are these."""
    head = Head()
    name = _national_name(paras)
    zone_end = _zone_end(paras, name)
    segments = read_segments(paras, zone_end, name)
    kinds = _classified(segments)
    for component in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian"):
        if kinds[component]:
            head.found[component] = joined(kinds[component])
    if not head.found.keys() & {"quoc_hieu", "tieu_ngu", "so_ky_hieu"}:
        # A date alone may end any sentence: this document has no head.
        head.found, segments, zone_end = {}, [], 0
    _read_bodies(head, segments)
    _read_v_v(head, segments)
    _read_rules(head, paras[:zone_end])
    head.end = zone_end
    _read_title(head, paras, segments)
    if head.kind == CONG_VAN.ten and "trich_yeu_cong_van" not in head.found:
        _read_unmarked(head, segments)
    return head


def _national_name(paras: Sequence[Para]) -> Para | None:
    """The paragraph where the Quốc hiệu begins, which may go on in the next."""
    seen = 0
    for at, para in enumerate(paras):
        if nation_at(para.text) is not None or _goes_on(para, paras[at + 1 : at + 2]):
            return para
        seen += not para.is_blank
        if seen > _FARTHEST:
            break
    return None


def _goes_on(para: Para, following: Sequence[Para]) -> bool:
    return any(
        nation_at(f"{para.text.strip()} {other.text.strip()}") is not None and nation_at(other.text) is None
        for other in following
        if not para.is_blank and other.cell == para.cell and other.box == para.box
    )


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
    if kind_begun(line):
        return True
    return bool(
        len(text) > LONG or CAN_CU.match(text) or MUC.match(text) or KHOAN.match(text) or para.look.outline is not None
    )


def _classified(segments: Sequence[Segment]) -> dict[str, list[Fragment]]:
    found: dict[str, list[Fragment]] = {
        name: [] for name in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh_thoi_gian")
    }
    for segment in segments:
        component = _component(segment)
        if component and (not found[component] or segment.broken):
            found[component].append(segment.line.fragment)
    if not found["so_ky_hieu"]:
        # In the wrong block it is known by its whole form.
        strayed = (each for each in segments if SO_KY_HIEU_IN_FULL.match(each.words) and ";" not in each.words)
        found["so_ky_hieu"] = [each.line.fragment for each in strayed][:1]
    return found


def _component(segment: Segment) -> str:
    text = segment.line.fragment.text
    if segment.broken or nation_at(text) is not None:
        return "quoc_hieu"
    if motto_at(text) is not None:
        return "tieu_ngu"
    if segment.side != RIGHT and SO_KY_HIEU.match(segment.words) and ";" not in segment.words:
        return "so_ky_hieu"
    return "dia_danh_thoi_gian" if is_date(segment.words) and not SO_KY_HIEU.match(segment.words) else ""


def _read_bodies(head: Head, segments: Sequence[Segment]) -> None:
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


def _is_rule_of_motto(segments: Sequence[Segment], rule: Segment) -> bool:
    before = [each for each in segments if each.line.index < rule.line.index]
    return bool(before) and motto_at(before[-1].line.fragment.text) is not None


def _before_rule(lines: list[Fragment]) -> list[Fragment]:
    """The lines down to the first that has a border under it."""
    for number, line in enumerate(lines[:-1]):
        border = line.para.look.below
        if border is not None and border.kind not in ("nil", "none") and lines[number + 1].para is not line.para:
            return lines[: number + 1]
    return lines


def _parted(lines: list[Fragment]) -> tuple[list[Fragment], list[Fragment]]:
    """Superior and issuing body: by weight; where that does not part them, the last line (and "ỦY BAN NHÂN DÂN").

    A body in light letters and shortened, as only a superior is, below bold ones stands in the wrong place.
    """
    bold = [is_bold(line) for line in lines]
    if all(bold) or len(lines) == 1:
        at = _next_body(lines)
        return lines[:at], lines[at:]
    if any(bold) and not bold[0]:
        first = bold.index(True)
        return lines[:first], lines[first:]
    light = bold.index(False)
    if light and not any(bold[light:]) and SHORT_BODY.match(words(lines[light])):
        return lines[light:], lines[:light]
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


def _read_v_v(head: Head, segments: Sequence[Segment]) -> None:
    """«V/v …» of a công văn: under its number, to the end of its block."""
    lines: list[PrintedLine] = []
    side = ""
    for segment in segments:
        is_subject = segment.side == EITHER and is_title(segment.line.fragment)
        if not lines and segment.side != RIGHT and VE_VIEC.match(segment.words) and not is_subject:
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


def _read_unmarked(head: Head, segments: Sequence[Segment]) -> None:
    """The subject of a công văn without «V/v»: small letters under its number, in the same column."""
    number = head.found["so_ky_hieu"][0].para
    below = [each for each in segments if each.side == LEFT and each.line.para.number > number.number]
    lines = [each.line.fragment for each in below if not _component(each) and not is_rule_text(each.words)]
    if lines and not any(is_caps(line) for line in lines):
        head.found["trich_yeu_cong_van"] = joined(lines)


def _read_rules(head: Head, zone: Sequence[Para]) -> None:
    for component, side in (("tieu_ngu", RIGHT), ("co_quan_ban_hanh", LEFT)):
        if component in head.found:
            rule = head_rule(head.found, zone, component, side)
            # A border that may stand in for the rule is none that we can measure: then nothing is said of it.
            if rule is not None or not is_framed(head.found[component][-1].para, zone):
                head.rules[component] = rule
    head.above_motto = line_above_motto(head.found, zone)


def _read_title(head: Head, paras: Sequence[Para], segments: Sequence[Segment]) -> None:
    """Kind, subject and addressees, from where the blocks at the top end."""
    subject = read_subject(paras, head.end)
    titles = [each.line.fragment for each in segments if _is_own_title(head, each.line.fragment)]
    if subject is not None:
        head.kind = subject.kind
        head.found["ten_loai"] = (subject.name,)
        # A subject has small letters; set above the kind it is one still.
        lines = subject.lines or tuple(line for line in titles if is_bold(line) and not is_caps(line))
        if lines:
            head.found["trich_yeu"] = joined(lines)
        if subject.attached:
            head.found["phu_luc_kem_theo"] = joined(subject.attached)
        elif subject.lines and (subject.rule or not is_framed(lines[-1].para, paras[: head.end])):
            head.rules["trich_yeu"] = subject.rule
        head.end = subject.end
    elif titles and not head.kind:
        # A name that the decree does not know stands in capitals; small bold letters are a subject without its kind.
        head.found["ten_loai_khac" if is_caps(titles[0]) else "trich_yeu"] = joined(titles)
    addressees = read_addressees(paras, head.end)
    if addressees is not None:
        titles += [line for para in paras[head.end : addressees.start] for line in lines_of(para) if is_title(line)]
        head.found["kinh_gui"] = addressees.lines
        head.end = addressees.end
        if not (head.kind or titles) and "so_ky_hieu" in head.found and not _has_kind_in_symbol(head):
            head.kind = CONG_VAN.ten


def _is_own_title(head: Head, line: Fragment) -> bool:
    """Whether a line of the head is a title, and none of its components."""
    return is_title(line) and not any(part.para is line.para for parts in head.found.values() for part in parts)


def _has_kind_in_symbol(head: Head) -> bool:
    found = _KIND_OF_SYMBOL.search(head.found["so_ky_hieu"][0].text)
    return found is not None and by_symbol(found["kind"]) is not None
