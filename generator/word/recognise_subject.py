"""What stands between the blocks at the top and the content: kind, subject with its rule, addressees."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from generator.vn.marks import is_item
from generator.word.recognise_lines import (
    PrintedLine,
    cut,
    is_bold,
    is_caps,
    is_centred,
    is_rule_text,
    is_stamp,
    lines_of,
    printed_lines,
    words,
)
from generator.word.recognise_names import kind_meant, kind_named
from generator.word.recognise_rules import find_rule, lines_below
from generator.word.recognise_words import CAN_CU, DIEU, KEM_THEO, KHOAN, KINH_GUI, MUC, VE_VIEC
from generator.word.recognised import Fragment, Rule
from generator.word.view import Para

_LINES_BEFORE = 3  # words that may stand between the blocks at the top and the kind ("DỰ THẢO")
_LINES_BEFORE_ADDRESSEES = 2
_LONGEST_NAME = 60
_LONGEST_LINE = 160
_DRAFT = ("DỰ THẢO", "BẢN DỰ THẢO")
_LONGEST_SUBJECT = 500
_MOST_LINES = 12
_MOST_ADDRESSEES = 60


class Subject(Struct, frozen=True):
    """The kind's line and name, the lines of the subject, the rule under them; ``end`` is the next paragraph.

    ``attached`` are the lines «(Kèm theo …)» below the subject of what a decision issues; the rule stands under them
    then (Phụ lục III, mẫu 1.3).
    """

    name: Fragment
    kind: str
    lines: tuple[Fragment, ...]
    rule: Rule | None
    end: int
    attached: tuple[Fragment, ...] = ()


class Addressees(Struct, frozen=True):
    """«Kính gửi» and its list; ``start`` is its first paragraph, ``end`` the next one."""

    lines: tuple[Fragment, ...]
    start: int
    end: int


def read_subject(paras: Sequence[Para], start: int) -> Subject | None:
    """The kind of document and its subject; None where no line is the name of a kind."""
    lines = list(_first_lines(paras, start, _LINES_BEFORE + _MOST_LINES + 2))
    # Behind grounds «QUYẾT ĐỊNH:» is what they lead to.
    at = _line_of_kind(list(takewhile(lambda line: not CAN_CU.match(line.words), lines[: _LINES_BEFORE + 1])))
    if at is None:
        return None
    name = lines[at]
    taken: list[PrintedLine] = []
    for line in lines[at + 1 : at + 1 + _MOST_LINES]:
        if not _continues(name, taken, line, paras):
            break
        taken.append(line)
    last = taken[-1] if taken else name
    rule = _rule_below(last, [each.fragment for each in taken] or [name.fragment], paras)
    own = list(takewhile(lambda line: not KEM_THEO.match(line.words), taken))
    return Subject(
        name.fragment,
        known_kind(name.fragment) or kind_begun(name.fragment),
        tuple(line.fragment for line in own),
        rule,
        _after_rule(paras, last, rule),
        tuple(line.fragment for line in taken[len(own) :]),
    )


def _first_lines(paras: Sequence[Para], start: int, most: int) -> list[PrintedLine]:
    found: list[PrintedLine] = []
    for line in printed_lines(paras, start, len(paras)):
        found.append(line)
        if len(found) >= most:
            break
    return found


def known_kind(line: Fragment) -> str:
    """The name of the kind of document that a line is, "" if it is none."""
    text = words(line) if len(line.text) <= _LONGEST_LINE else ""
    kind = kind_named(text) if len(text) <= _LONGEST_NAME else None
    return kind.ten if kind is not None else ""


def kind_begun(line: Fragment) -> str:
    """The kind that a line in capitals in the middle of the page begins with or misspells, "" if there is none."""
    cell = line.para.cell
    alone = cell is None or cell.columns == 1
    if len(line.text) > _LONGEST_LINE or not (alone and is_centred(line.para) and is_caps(line)):
        return ""
    kind = kind_meant(words(line))
    return kind.ten if kind is not None else ""


def is_title(line: Fragment) -> bool:
    """Whether a line stands as the title of a document, whatever its words."""
    text = words(line)
    if not is_centred(line.para) or is_stamp(text) or text.upper() in _DRAFT or not any(map(str.isalpha, text)):
        return False
    return is_bold(line) or is_caps(line)


def _line_of_kind(lines: Sequence[PrintedLine]) -> int | None:
    """Which line names the kind: the first that is a name; else the first title, where it begins with a name."""
    named = next((number for number, line in enumerate(lines) if known_kind(line.fragment)), None)
    first = next((number for number, line in enumerate(lines) if is_title(line.fragment)), None)
    if first is not None and (named is None or first < named) and kind_begun(lines[first].fragment):
        return first
    return named


def _continues(name: PrintedLine, taken: list[PrintedLine], line: PrintedLine, paras: Sequence[Para]) -> bool:
    """Whether a line is the next one of the subject."""
    text = line.words
    before = taken[-1] if taken else name
    if not text or is_rule_text(line.fragment.text) or len(text) > _LONGEST_SUBJECT or _is_other(text):
        return False
    if _table(line.para) != _table(name.para) or _parted(before, line, paras, strict=bool(taken)):
        return False
    if taken and is_caps(line.fragment) and not is_caps(taken[0].fragment):
        return False
    if is_centred(line.para) or is_bold(line.fragment):
        return True
    if taken:
        return line.para is before.para
    # Set wrongly, but under the kind and no sentence: it is the subject still.
    return VE_VIEC.match(text) is not None or text[-1] not in ".:;,"


def _is_other(text: str) -> bool:
    return any(pattern.match(text) for pattern in (KINH_GUI, CAN_CU, MUC, KHOAN, DIEU))


def _table(para: Para) -> int | None:
    return para.cell.table if para.cell else None


def _parted(before: PrintedLine, line: PrintedLine, paras: Sequence[Para], strict: bool) -> bool:
    """Whether a rule stands between two lines, or (``strict``) a blank paragraph."""
    between = paras[before.index + 1 : line.index]
    if strict and between:
        return True
    if any(para.lines for para in between) or (before.index != line.index and before.para.lines):
        return True
    return any(each.look.below is not None for each in (before.para, *between) if each is not line.para)


def _rule_below(last: PrintedLine, lines: list[Fragment], paras: Sequence[Para]) -> Rule | None:
    following: list[Para] = []
    for para in paras[last.index + 1 : last.index + 6]:
        following.append(para)
        if not para.is_blank and not all(is_rule_text(line.text) for line in lines_of(para)):
            break
    # A line anchored in the kind's paragraph, or higher in the subject, was moved down to its place.
    above = [line for para in {id(each.para): each.para for each in lines[:-1]}.values() for line in para.lines]
    own = _own_column(following, last.para)
    return find_rule(lines, own, [*lines_below(lines[-1], own), *(replace(line, drop=None) for line in above)])


def _own_column(paras: list[Para], para: Para) -> list[Para]:
    return [each for each in paras if _table(each) == _table(para) and each.box == para.box]


def _after_rule(paras: Sequence[Para], last: PrintedLine, rule: Rule | None) -> int:
    end = last.index + 1
    if rule is not None and rule.kind == "characters":
        while end < len(paras) and paras[end - 1] is not rule.fragment.para:
            end += 1
    return end


def read_addressees(paras: Sequence[Para], start: int) -> Addressees | None:
    """«Kính gửi» near the beginning of the content, with the lines of its list."""
    lines = _first_lines(paras, start, _LINES_BEFORE_ADDRESSEES + _MOST_ADDRESSEES)
    at = next(
        (number for number, line in enumerate(lines[: _LINES_BEFORE_ADDRESSEES + 1]) if KINH_GUI.match(line.words)),
        None,
    )
    if at is None:
        return None
    first = lines[at]
    taken = [first]
    for line in lines[at + 1 :]:
        if not _is_addressee(line, taken, paras):
            break
        taken.append(line)
    fragments = [_whole_line(line) for line in taken]
    return Addressees(tuple(fragments), first.index, taken[-1].index + 1)


def _is_addressee(line: PrintedLine, taken: list[PrintedLine], paras: Sequence[Para]) -> bool:
    first, before = taken[0], taken[-1]
    if _table(first.para) is not None:
        return _table(line.para) == _table(first.para)
    if line.index > before.index + 1 and any(para.is_blank for para in paras[before.index + 1 : line.index]):
        return False
    if line.para is before.para:
        return True
    if is_item(line.words):
        # "- Như …" of the content may follow; an addressee ends its list with a full stop.
        return not (before is not first and before.words.endswith("."))
    is_bare = len(taken) == 1 and first.words.rstrip().endswith(":")
    return is_bare and (is_centred(line.para) or line.para.look.left > 0)


def _whole_line(line: PrintedLine) -> Fragment:
    return cut(line.para, line.fragment.start, line.fragment.end) or line.fragment
