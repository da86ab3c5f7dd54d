"""The rule under a component of the head, whichever paragraph of its block it hangs in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.word.recognise_blocks import EITHER, LEFT, RIGHT, columns, side_of
from generator.word.recognise_lines import is_rule_text, lines_of
from generator.word.recognise_rules import below_words, characters_rule, find_rule, is_border
from generator.word.recognised import Fragment, Rule
from generator.word.view import Line, Para


def head_rule(
    found: Mapping[str, tuple[Fragment, ...]], zone: Sequence[Para], component: str, side: str
) -> Rule | None:
    """The rule under a component that stands in the block at that side."""
    fragments = found[component]
    last = fragments[-1]
    name = found["quoc_hieu"][0].para if "quoc_hieu" in found else None
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
    own_lines = [(line, para) for line, para, own in sides if own == side or (own == EITHER and id(para) in near)]
    # One that hangs in the words or below them goes before one that hangs higher, and may have been moved down.
    own_lines.sort(key=lambda each: each[1] is not last.para and id(each[1]) not in near)
    drawn = [below_words(line, para, last, following) for line, para in own_lines]
    if last.is_whole or last.para.cell is not None or last.para.box:
        return find_rule(fragments, following, drawn)
    # Both blocks stand on one line: what is drawn across the page below it is the rule of neither.
    return find_rule(fragments, [], drawn) or _tabbed_rule(zone, at, side, fragments)


def is_framed(para: Para, zone: Sequence[Para]) -> bool:
    """Whether a paragraph stands in a cell that has lines of its own, or right above such a cell."""
    cell = para.cell
    if cell is None:
        return False
    below = (each.cell for each in zone if each.cell is not None and each.cell.row == cell.row + 1)
    return cell.bordered or any(
        each.bordered and (each.table, each.column) == (cell.table, cell.column) for each in below
    )


def line_above_motto(found: Mapping[str, tuple[Fragment, ...]], zone: Sequence[Para]) -> Para | None:
    """The paragraph of a line that is drawn, or typed, under Quốc hiệu while another one lies under Tiêu ngữ."""
    if not found.keys() >= {"quoc_hieu", "tieu_ngu"}:
        return None
    name, motto = found["quoc_hieu"][0].para, found["tieu_ngu"][0].para
    own = [para for para in zone if _same_block(para, name)]
    at, below = (next((n for n, para in enumerate(own) if para is each), -1) for each in (name, motto))
    if not 0 <= at < below:
        return None
    has_rule = any(para.lines for para in own[below:])
    for para in own[at:below]:
        is_drawn = has_rule and any(
            line.offset is not None and abs(line.offset) * 2 <= para.room for line in para.lines
        )
        if is_drawn or is_border(para.look.below) or (para is not name and is_rule_text(para.text)):
            return para
    return None


def _same_block(para: Para, other: Para) -> bool:
    if para.box != other.box:
        return False
    if para.cell is None or other.cell is None:
        return para.cell is other.cell
    return (para.cell.table, para.cell.column) == (other.cell.table, other.cell.column)


def _side_of_line(line: Line, para: Para, name: Para | None) -> str:
    """The block under which a drawn line lies: that of its paragraph, unless it is moved out of it."""
    if para.box:
        return side_of(para, name)
    across = para.room // 2
    if para.cell is not None and para.cell.columns > 1:
        side = side_of(para, name)
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
            pieces = columns(line, wide=True)
            rules = [piece for piece in pieces if is_rule_text(piece.text)]
            if rules and len(rules) == len(pieces) == 2:
                return characters_rule(rules[0 if side == LEFT else 1], fragments[-1])
    return None
